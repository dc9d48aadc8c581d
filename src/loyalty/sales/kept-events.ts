import type { Work } from '../../db';
import { query } from '../../db/rows';
import { record } from '../history/record';
import type { Instant } from '../core/sales/sale';
import type { StaffMember } from '../shops/team';
import { settleToldTwice } from './told-twice';

/** What could be told of an event that could not be taken. */
export interface EventGist {
  cents?: number;
  at?: Instant;
  terminal?: string;
}

/** An event that waits for a person. */
export interface KeptEvent extends EventGist {
  id: number;
  reason: string;
  /** Which of its fields is at fault, where it is one. */
  field: string | null;
  keptAt: Instant;
}

/** The oldest first, and how many there are in all. */
export async function keptEvents(work: Work, limit: number): Promise<{ events: KeptEvent[]; total: number }> {
  const rows = await query<{
    id: number;
    reason: string;
    field: string | null;
    detail: string | null;
    kept_at: Instant;
    total: number;
  }>(
    work,
    `SELECT id, reason, field, detail, kept_at, count(*) OVER ()::integer AS total FROM kept_events
     WHERE merchant_id = current_merchant() AND resolved_at IS NULL ORDER BY id LIMIT ?`,
    [limit],
  );
  const events = rows.map(({ id, reason, field, detail, kept_at: keptAt }) => ({
    ...(detail === null ? {} : (JSON.parse(detail) as EventGist)),
    id,
    reason,
    field,
    keptAt,
  }));
  return { events, total: rows[0]?.total ?? 0 };
}

/**
 * What a person decided: to have it read again, and then taken as it is where it contradicts what was known, or to put it
 * aside. False where somebody decided meanwhile. Nothing is deleted.
 */
export async function resolveEvent(
  work: Work,
  { id, how, by }: { id: number; how: 'retry' | 'discard'; by: StaffMember },
): Promise<boolean> {
  const [row] = await query<{ reason: string; sale: string | null }>(
    work,
    `SELECT reason, CASE reason WHEN 'recorded-by-hand' THEN detail::json ->> 'sale' END AS sale FROM kept_events
     WHERE merchant_id = current_merchant() AND id = ? AND resolved_at IS NULL FOR UPDATE`,
    [id],
  );
  if (row === undefined) return false;
  const { reason, sale } = row;
  // What is said of one sale holds for all that came of it: what was the same is read as that sale's from now on.
  if (sale !== null) await settleToldTwice(work, sale, how === 'discard');
  const settled = await query<{ delivery_id: string; body_hash: Buffer }>(
    work,
    `UPDATE kept_events SET resolved_at = ?, resolution = ?, resolved_by = ?
     WHERE merchant_id = current_merchant() AND resolved_at IS NULL AND ${sale === null ? 'id = ?' : `reason = 'recorded-by-hand' AND detail::json ->> 'sale' = ?`}
     RETURNING delivery_id, body_hash`,
    [new Date(work.now), how === 'retry' ? 'retried' : 'discarded', by.id, sale ?? id],
  );
  if (how === 'retry' || sale !== null) {
    for (const { delivery_id: deliveryId, body_hash: hash } of settled)
      await query(work, 'SELECT read_again(ARRAY[?], ARRAY[?::bytea], ARRAY[0], ARRAY[?::boolean], ?)', [
        deliveryId,
        hash,
        how === 'retry',
        new Date(work.now),
      ]);
    work.ring('sales', String(work.merchantId));
  }
  await record(work, by, 'resolve-event', { id, reason, how });
  return true;
}
