/** What there is left of a key after a turn: nothing that is known of; more; or what is to be looked at later, since others are at it. */
export type Left = 'nothing' | 'more' | 'later';

/** One turn of what is done for a key, in steps, each whole; it takes none after the signal. Of what has no turns nothing is left. */
export type Handler = (key: string, stopping?: AbortSignal) => Promise<void | Left>;

/** Of what has just rung, while something is unfinished. */
const RUNG_IN_A_ROW = 3;

/** How long what others are at is left alone, in milliseconds. */
export const LATER_MS = 50;

/**
 * Answers rings within one process: at most `concurrency` keys at a time, never one key twice at once, and once more
 * after a ring that came meanwhile. What has just rung goes before what has had a turn and is unfinished, but for one in
 * four: neither can keep the other waiting for good, however much there is of it.
 */
export class Answering {
  private readonly rung = new Set<string>();
  private readonly unfinished = new Set<string>();
  /** Their moment comes by itself, whatever rings meanwhile. */
  private readonly putOff = new Map<string, NodeJS.Timeout>();
  private rungInARow = 0;
  private readonly active = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly concurrency: number,
    private readonly handler: Handler,
    private readonly failed: (key: string, error: unknown) => void,
  ) {}

  ring(key: string): void {
    if (this.stopping.signal.aborted) return;
    if (!this.unfinished.has(key) && !this.putOff.has(key)) this.rung.add(key);
    this.fill();
  }

  /** Resolves when nothing waits, what is put off aside, and nothing is being answered. */
  async idle(): Promise<void> {
    while (this.active.size > 0) await Promise.all(this.active.values());
  }

  async close(): Promise<void> {
    this.stopping.abort();
    this.rung.clear();
    this.unfinished.clear();
    for (const timer of this.putOff.values()) clearTimeout(timer);
    this.putOff.clear();
    await Promise.all(this.active.values());
  }

  private fill(): void {
    while (this.active.size < this.concurrency) {
      const key = this.next();
      if (key === undefined) return;
      this.active.set(key, this.run(key));
    }
  }

  /** Taken out of its line. */
  private next(): string | undefined {
    const isUnfinishedNext = this.rungInARow >= RUNG_IN_A_ROW;
    for (const line of isUnfinishedNext ? [this.unfinished, this.rung] : [this.rung, this.unfinished])
      for (const key of line) {
        if (this.active.has(key)) continue;
        this.rungInARow = line === this.rung && this.unfinished.size > 0 ? this.rungInARow + 1 : 0;
        line.delete(key);
        return key;
      }
    return undefined;
  }

  private async run(key: string): Promise<void> {
    try {
      this.leave(key, (await this.handler(key, this.stopping.signal)) ?? 'nothing');
    } catch (error) {
      this.failed(key, error);
    }
    this.active.delete(key);
    this.fill();
  }

  /** It has its place for what is left: what rang meanwhile is of that. */
  private leave(key: string, left: Left): void {
    if (left === 'nothing' || this.stopping.signal.aborted) return;
    this.rung.delete(key);
    if (left === 'more') this.unfinished.add(key);
    else this.putOff.set(key, setTimeout(() => this.takeUp(key), LATER_MS).unref());
  }

  private takeUp(key: string): void {
    this.putOff.delete(key);
    this.ring(key);
  }
}
