import type { Work } from '../../db';
import { arrayLiteral, insertRows, query, THIS_SHOP } from '../../db/rows';
import { putBack } from '../due-events';
import type { RawSale } from './raw-sales';

/** What one answer says of one sale, in its order: mostly once. */
export type Listed = readonly RawSale[];

/**
 * Of what was just taken in, that is read again which SmartPOS had said otherwise since it said it first: a sale that changes back
 * is told as it was before, and as a delivery that is no news. Which of its states was told last is known of each by when it came,
 * or, where it came again, by a note of that.
 */
export async function readToldAgain(work: Work, listed: readonly Listed[]): Promise<void> {
  const last = listed.flatMap((states) => {
    const state = states.at(-1);
    return state === undefined ? [] : [{ states, deliveryId: state.deliveryId, hash: state.hash }];
  });
  const rows = await query<{ deliveryId: string }>(
    work,
    // LATERAL and OFFSET 0 keep it a look-up a sale, whatever the planner knows.
    `SELECT w.delivery AS "deliveryId" FROM unnest(?::text[], ?::bytea[]) AS w (delivery, hash)
     CROSS JOIN LATERAL (SELECT body_hash FROM (
         SELECT e.body_hash, e.received_at AS told_at FROM inbox_events e
         WHERE e.merchant_id = ${THIS_SHOP} AND e.delivery_id = w.delivery
         UNION ALL SELECT p.body_hash, p.told_at FROM pulled_again p
         WHERE p.merchant_id = ${THIS_SHOP} AND p.delivery_id = w.delivery) AS told
       ORDER BY told_at DESC, body_hash = w.hash DESC LIMIT 1 OFFSET 0) AS told
     WHERE told.body_hash <> w.hash`,
    [arrayLiteral('text', last, 'deliveryId'), arrayLiteral('bytea', last, 'hash')],
  );
  const ids = new Set(rows.map(({ deliveryId }) => deliveryId));
  const again = last.filter(({ deliveryId }) => ids.has(deliveryId));
  if (again.length === 0) return;
  await insertRows(
    work,
    'pulled_again',
    { delivery_id: 'text', body_hash: 'bytea', told_at: 'timestamptz' },
    again.map(({ deliveryId, hash }) => ({ delivery_id: deliveryId, body_hash: hash, told_at: work.now })),
    'ON CONFLICT (merchant_id, delivery_id) DO UPDATE SET body_hash = excluded.body_hash, told_at = excluded.told_at',
  );
  const states = again.flatMap((one) => one.states);
  await putBack(
    work,
    states.map(({ deliveryId, hash: bodyHash }) => ({ deliveryId, bodyHash, attempts: 0, approved: false })),
    work.now,
  );
  work.ring('sales', String(work.merchantId));
}
