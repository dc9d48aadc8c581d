import type { Logger } from 'pino';
import { Answering, type Handler } from './answering';
import { loggableKey, type Bell, type Doorbell } from './doorbell';

/** The doorbell of one process: what rings here is answered here. */
export class InProcessDoorbell implements Doorbell {
  private readonly answerings = new Map<Bell, Answering>();

  constructor(private readonly logger: Logger) {}

  ring(bell: Bell, key: string, delayMs = 0): void {
    if (delayMs > 0) setTimeout(() => this.ring(bell, key), delayMs).unref();
    else this.ringHere(bell, key);
  }

  ringHere(bell: Bell, key: string): void {
    this.answerings.get(bell)?.ring(key);
  }

  answer(bell: Bell, concurrency: number, handler: Handler): void {
    const failed = (key: string, error: unknown): void =>
      this.logger.error({ bell, key: loggableKey(bell, key), err: error }, 'a job failed');
    this.answerings.set(bell, new Answering(concurrency, handler, failed));
  }

  async close(): Promise<void> {
    await Promise.all([...this.answerings.values()].map((answering) => answering.close()));
  }
}
