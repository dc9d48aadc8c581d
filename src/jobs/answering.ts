/** What is done for a key; it goes on in steps, each whole, and takes none after the signal. */
export type Handler = (key: string, stopping?: AbortSignal) => Promise<void>;

/**
 * Answers rings within one process: at most `concurrency` keys at a time, never one key twice at once, and once more
 * after a ring that came meanwhile.
 */
export class Answering {
  private readonly waiting = new Set<string>();
  private readonly active = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly concurrency: number,
    private readonly handler: Handler,
    private readonly failed: (key: string, error: unknown) => void,
  ) {}

  ring(key: string): void {
    if (this.stopping.signal.aborted) return;
    this.waiting.add(key);
    this.fill();
  }

  /** Resolves when nothing waits and nothing is being answered. */
  async idle(): Promise<void> {
    while (this.active.size > 0) await Promise.all(this.active.values());
  }

  async close(): Promise<void> {
    this.stopping.abort();
    this.waiting.clear();
    await Promise.all(this.active.values());
  }

  private fill(): void {
    for (const key of this.waiting) {
      if (this.active.size >= this.concurrency) return;
      if (this.active.has(key)) continue;
      this.waiting.delete(key);
      this.active.set(key, this.run(key));
    }
  }

  private async run(key: string): Promise<void> {
    try {
      await this.handler(key, this.stopping.signal);
    } catch (error) {
      this.failed(key, error);
    }
    this.active.delete(key);
    this.fill();
  }
}
