/**
 * How many events the next set is to hold. Where a set failed, the event that fails it is somewhere in it: it is found by
 * halves, so that a thousand good ones beside it cost some ten transactions and not a thousand.
 */
export class SetSize {
  /** Of the first that wait, so many hold what failed; 0: nothing is known to fail. */
  private suspects = 0;

  constructor(private readonly largest: number) {}

  get next(): number {
    return this.suspects === 0 ? this.largest : Math.ceil(this.suspects / 2);
  }

  /** Whether what failed is still looked for. */
  get isSeeking(): boolean {
    return this.suspects > 0;
  }

  /** A set of `next` was read. */
  read(): void {
    this.suspects -= Math.min(this.suspects, this.next);
  }

  /** A set of `next` failed; `taken`: how many events it had, as far as it came to take them. */
  failed(taken: number): void {
    this.suspects = taken === 0 ? this.next : taken;
  }

  /** Whether the set that failed was one event alone, which is now out of the way. */
  foundAlone(): boolean {
    if (this.suspects > 1) return false;
    this.suspects = 0;
    return true;
  }
}
