import type { Clock } from '../clock';

const REMEMBERED = 10_000;

/** A token bucket a key, of one second's worth; in memory, since each process guards itself. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  constructor(
    private readonly perSecond: number,
    private readonly clock: Clock,
  ) {}

  /** Takes one token; else how many milliseconds to wait. */
  take(key: string): number {
    const now = this.clock.now();
    let bucket = this.buckets.get(key);
    if (bucket === undefined) {
      if (this.buckets.size >= REMEMBERED) this.buckets.clear();
      bucket = { tokens: this.perSecond, at: now };
      this.buckets.set(key, bucket);
    }
    const gained = (Math.max(0, now - bucket.at) / 1000) * this.perSecond;
    bucket.tokens = Math.min(this.perSecond, bucket.tokens + gained);
    bucket.at = now;
    if (bucket.tokens < 1) return ((1 - bucket.tokens) / this.perSecond) * 1000;
    bucket.tokens -= 1;
    return 0;
  }
}
