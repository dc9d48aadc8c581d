/**
 * One turn of what is done for a key: more, where it has not come to its end. It goes on in steps, each whole, and takes
 * none after the signal.
 */
export type Handler = (key: string, stopping?: AbortSignal) => Promise<void | 'more'>;

/**
 * Answers rings within one process: at most `concurrency` keys at a time, never one key twice at once, and once more
 * after a ring that came meanwhile. What has had a turn and is unfinished, and what has just rung, take turns: neither can
 * keep the other waiting, however much there is of it.
 */
export class Answering {
  private readonly rung = new Set<string>();
  private readonly unfinished = new Set<string>();
  private isRungNext = true;
  private readonly active = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly concurrency: number,
    private readonly handler: Handler,
    private readonly failed: (key: string, error: unknown) => void,
  ) {}

  ring(key: string): void {
    if (this.stopping.signal.aborted) return;
    if (!this.unfinished.has(key)) this.rung.add(key);
    this.fill();
  }

  /** Resolves when nothing waits and nothing is being answered. */
  async idle(): Promise<void> {
    while (this.active.size > 0) await Promise.all(this.active.values());
  }

  async close(): Promise<void> {
    this.stopping.abort();
    this.rung.clear();
    this.unfinished.clear();
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
    const lines = this.isRungNext ? [this.rung, this.unfinished] : [this.unfinished, this.rung];
    for (const line of lines)
      for (const key of line) {
        if (this.active.has(key)) continue;
        line.delete(key);
        this.isRungNext = line === this.unfinished || this.unfinished.size === 0;
        return key;
      }
    return undefined;
  }

  private async run(key: string): Promise<void> {
    try {
      if ((await this.handler(key, this.stopping.signal)) === 'more') this.leave(key);
    } catch (error) {
      this.failed(key, error);
    }
    this.active.delete(key);
    this.fill();
  }

  private leave(key: string): void {
    if (this.stopping.signal.aborted) return;
    this.rung.delete(key);
    this.unfinished.add(key);
  }
}
