import type { Instant } from './loyalty/core/sales/sale';

/** The only source of "now": tests, replays and simulations pass their own. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is set. */
export class ManualClock implements Clock {
  constructor(private current: Instant) {}

  now(): Instant {
    return this.current;
  }

  set(at: Instant): void {
    this.current = at;
  }

  advance(ms: number): void {
    this.current += ms;
  }
}
