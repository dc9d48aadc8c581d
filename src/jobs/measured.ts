import { Histogram, type Registry } from 'prom-client';
import type { Handler } from './answering';
import type { Bell, Doorbell } from './doorbell';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The doorbell, with how long each answer took and whether it failed: `sales` is judging, `turns` the conversation. */
export class MeasuredDoorbell implements Doorbell {
  private readonly durations: Histogram<'bell' | 'outcome'>;

  constructor(
    private readonly doorbell: Doorbell,
    registry: Registry,
  ) {
    this.durations = new Histogram({
      name: 'smartbis_job_seconds',
      help: 'How long a ring was answered: sales is judging a set of a shop, turns one answer in a chat, outbound one sending of a shop',
      labelNames: ['bell', 'outcome'],
      buckets: SECONDS,
      registers: [registry],
    });
  }

  ring(bell: Bell, key: string, delayMs?: number): void {
    this.doorbell.ring(bell, key, delayMs);
  }

  ringHere(bell: Bell, key: string): void {
    this.doorbell.ringHere(bell, key);
  }

  answer(bell: Bell, concurrency: number, handler: Handler): void {
    this.doorbell.answer(bell, concurrency, async (key, stopping) => {
      const end = this.durations.startTimer({ bell });
      try {
        const left = await handler(key, stopping);
        if (left !== 'later') end({ outcome: 'done' });
        return left;
      } catch (error) {
        end({ outcome: 'failed' });
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.doorbell.close();
  }
}
