import type { Clock } from '../clock';

const REMEMBERED = 10_000;

/** A token bucket a key; in memory, since each process guards itself. */
export class TokenBuckets {
  /** Who was heard longest ago first. */
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  /** `burst` at once, and so many a second. */
  constructor(
    private readonly rate: { burst: number; perSecond: number },
    private readonly clock: Clock,
  ) {}

  /** Takes one token; else how many milliseconds to wait. */
  take(key: string): number {
    const wait = this.wait(key);
    const bucket = this.buckets.get(key);
    if (wait === 0 && bucket !== undefined) bucket.tokens -= 1;
    return wait;
  }

  /** How many milliseconds until there is a token; takes none. */
  wait(key: string): number {
    const now = this.clock.now();
    const { burst, perSecond } = this.rate;
    const bucket = this.buckets.get(key) ?? { tokens: burst, at: now };
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    const [oldest = key] = this.buckets.keys();
    if (this.buckets.size > REMEMBERED) this.buckets.delete(oldest);
    const gained = (Math.max(0, now - bucket.at) / 1000) * perSecond;
    bucket.tokens = Math.min(burst, bucket.tokens + gained);
    bucket.at = now;
    return bucket.tokens < 1 ? ((1 - bucket.tokens) / perSecond) * 1000 : 0;
  }
}
