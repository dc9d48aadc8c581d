import type { Work } from '../../db';
import { query } from '../../db/rows';
import { record } from '../history/record';
import type { Instant } from '../core/sales/sale';
import type { StaffMember } from '../shops/team';
import { lockSalesOfShop } from '../shops/locks';
import { sayOneOrTwo } from './one-or-two';

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

/** What a person decides of one sale they decide once, however much of it waits. */
const MATTER = `coalesce(CASE reason WHEN 'recorded-by-hand' THEN detail::json ->> 'sale' END, id::text)`;

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
    `SELECT id, reason, field, detail, kept_at, count(*) OVER ()::integer AS total FROM (
       SELECT *, row_number() OVER (PARTITION BY ${MATTER} ORDER BY id) AS place FROM kept_events
       WHERE merchant_id = current_merchant() AND resolved_at IS NULL) AS k
     WHERE place = 1 ORDER BY id LIMIT ?`,
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

interface Decision {
  id: number;
  how: 'retry' | 'discard';
  by: StaffMember;
}

/**
 * What a person decided: to have it read again, and then taken as it is where it contradicts what was known, or to put it
 * aside. False where somebody decided meanwhile. Nothing is deleted.
 */
export async function resolveEvent(work: Work, { id, how, by }: Decision): Promise<boolean> {
  // What comes in meanwhile waits with what it is about, or for what is said of it.
  await lockSalesOfShop(work);
  const [row] = await query<{ reason: string; sale: string | null; deliveryId: string; hash: Buffer }>(
    work,
    `SELECT reason, CASE reason WHEN 'recorded-by-hand' THEN detail::json ->> 'sale' END AS sale,
       delivery_id AS "deliveryId", body_hash AS hash FROM kept_events
     WHERE merchant_id = current_merchant() AND id = ? AND resolved_at IS NULL FOR UPDATE`,
    [id],
  );
  if (row === undefined) return false;
  const { reason, sale } = row;
  if (sale === null) await settleOne(work, { ...row, id, how, by });
  else await sayOneOrTwo(work, { saleId: sale, same: how === 'discard', by });
  await record(work, by, 'resolve-event', { id, reason, how });
  return true;
}

async function settleOne(
  work: Work,
  { id, deliveryId, hash, how, by }: Decision & { deliveryId: string; hash: Buffer },
): Promise<void> {
  await query(
    work,
    `UPDATE kept_events SET resolved_at = ?, resolution = ?, resolved_by = ? WHERE merchant_id = current_merchant() AND id = ?`,
    [new Date(work.now), how === 'retry' ? 'retried' : 'discarded', by.id, id],
  );
  if (how === 'discard') return;
  await query(work, 'SELECT read_again(ARRAY[?], ARRAY[?::bytea], ARRAY[0], ARRAY[true], ?)', [
    deliveryId,
    hash,
    new Date(work.now),
  ]);
  work.ring('sales', String(work.merchantId));
}
