import { LATER_MS, type Handler } from '../jobs/answering';
import type { Bell, Doorbell } from '../jobs/doorbell';
import { loggableKey } from '../jobs/doorbell';
import type { Logger } from '../telemetry';
import type { Agenda } from './agenda';
import type { Draws } from './draws';

/** How many rings are answered beside each other. */
const BESIDE = 3;

interface Options {
  agenda: Agenda;
  draws: Draws;
  logger: Logger;
  /** The share of rings that nobody hears. */
  lost: () => number;
}

/** A doorbell whose rings get lost and are answered in any order, some beside each other. */
export class SimulatedDoorbell implements Doorbell {
  private readonly handlers = new Map<Bell, Handler>();
  private readonly rung = new Map<string, [Bell, string]>();
  private readonly active = new Map<string, Promise<void>>();

  constructor(private readonly options: Options) {}

  ring(bell: Bell, key: string, delayMs = 0): void {
    const { agenda, draws, lost } = this.options;
    if (draws.happens(lost())) return;
    if (delayMs > 0) agenda.in(delayMs, () => this.ringHere(bell, key));
    else this.ringHere(bell, key);
  }

  ringHere(bell: Bell, key: string): void {
    this.rung.set(`${bell} ${key}`, [bell, key]);
  }

  answer(bell: Bell, _concurrency: number, handler: Handler): void {
    this.handlers.set(bell, handler);
  }

  /** Nobody remembers what rang. */
  forget(): void {
    this.rung.clear();
  }

  /** Answers until nothing rings. */
  async rest(): Promise<void> {
    for (;;) {
      while (this.active.size < BESIDE && this.startOne());
      if (this.active.size === 0) return;
      await Promise.race(this.active.values());
    }
  }

  async close(): Promise<void> {
    this.forget();
    await this.rest();
  }

  private startOne(): boolean {
    const waiting = [...this.rung.keys()].filter((name) => !this.active.has(name));
    if (waiting.length === 0) return false;
    const name = this.options.draws.of(waiting);
    const [bell, key] = this.rung.get(name) ?? [];
    this.rung.delete(name);
    const handler = bell === undefined ? undefined : this.handlers.get(bell);
    if (bell === undefined || key === undefined || handler === undefined) return true;
    const answered = handler(key)
      .then((left) => {
        if (left === 'more') this.ringHere(bell, key);
        if (left === 'later') this.options.agenda.in(LATER_MS, () => this.ringHere(bell, key));
      })
      .catch((error: unknown) =>
        this.options.logger.error({ bell, key: loggableKey(bell, key), err: error }, 'a job failed'),
      )
      .then(() => void this.active.delete(name));
    this.active.set(name, answered);
    return true;
  }
}
