import type { ManualClock } from '../clock';
import type { Instant } from '../loyalty';

interface Entry {
  at: Instant;
  happen: () => void | Promise<void>;
}

/** What is to happen and when; the clock stands still while something happens, and jumps to what comes next. */
export class Agenda {
  /** Latest first; of one moment, what was noted last first. */
  private readonly entries: Entry[] = [];

  constructor(private readonly clock: ManualClock) {}

  at(at: Instant, happen: Entry['happen']): void {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { at, happen });
  }

  in(ms: number, happen: Entry['happen']): void {
    this.at(this.clock.now() + ms, happen);
  }

  /** Whatever happens before that moment, one after the other; `after` each, the world comes to rest. */
  async until(end: Instant, after: () => Promise<void>): Promise<void> {
    for (;;) {
      const next = this.entries.at(-1);
      if (next === undefined || next.at >= end) break;
      this.entries.pop();
      this.clock.set(Math.max(this.clock.now(), next.at));
      await next.happen();
      await after();
    }
    this.clock.set(Math.max(this.clock.now(), end));
  }
}
