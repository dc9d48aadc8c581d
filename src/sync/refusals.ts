import type { Clock } from '../clock';
import type { Database } from '../db';
import { query } from '../db/rows';
import type { Logger } from '../telemetry';

export type RefusalReason = 'signature' | 'stale' | 'malformed' | 'too-large';

/** However many are refused, they are noted this often. */
const NOTED_MS = 5_000;
const REMEMBERED = 10_000;

/** Notes when events of a connection were last turned away, for the shop that wonders why none come. */
export class Refusals {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Nobody waits for it: a forged event costs no more than its answer. */
  note(merchantId: number, connectionId: string, reason: RefusalReason): void {
    const key = `${connectionId} ${reason}`;
    const now = this.clock.now();
    const last = this.noted.get(key);
    if (last !== undefined && Math.abs(now - last) < NOTED_MS) return;
    if (this.noted.size >= REMEMBERED) this.noted.clear();
    this.noted.set(key, now);
    this.write(merchantId, connectionId, reason).catch((error: unknown) =>
      this.logger.warn({ merchantId, err: error }, 'a refusal was not noted'),
    );
  }

  private write(merchantId: number, connectionId: string, reason: RefusalReason): Promise<unknown> {
    return this.db.asMerchant(merchantId, (work) =>
      query(
        work,
        `INSERT INTO webhook_refusals (merchant_id, connection_id, reason, last_at) VALUES (current_merchant(), ?, ?, ?)
         ON CONFLICT (merchant_id, connection_id, reason) DO UPDATE SET last_at = excluded.last_at`,
        [connectionId, reason, new Date(work.now)],
      ),
    );
  }
}
