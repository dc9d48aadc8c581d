import type { Work } from '../../db';
import { idOf } from '../../ids';
import { query, type Binding } from '../../db/rows';

/**
 * Every row of the one customer's books has one twin in the other's, whose id comes from its own, and whose place among
 * the ids is the same: of lots that are alike the older is taken first.
 */
const twin = (id: string): string =>
  `(substr(${id}::text, 1, 24) || substr(encode(sha256(convert_to('merged ' || ${id}::text, 'UTF8')), 'hex'), 1, 12))::uuid`;

/** Lots that can still matter: with something left, or that something a voucher took may come back to. */
const MOVED_LOTS = `SELECT l.* FROM lots l WHERE l.merchant_id = current_merchant() AND l.customer_id = ?
  AND (l.remaining > 0 OR EXISTS (
    SELECT FROM lot_uses u JOIN transactions t ON t.merchant_id = u.merchant_id AND t.id = u.transaction_id
    WHERE u.merchant_id = l.merchant_id AND u.customer_id = l.customer_id AND u.lot_id = l.id AND t.voucher_id IS NOT NULL))`;

const MOVED_USES = `SELECT u.*, l.asset FROM lot_uses u JOIN (${MOVED_LOTS}) AS l
  ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id`;

/**
 * Moves all that stands in one customer's books to another's, whose balances are locked both, and whose vouchers are not
 * moved yet. Nothing is changed that was written: the lots are opened again for the other with all that was taken from
 * them, each transaction of theirs with a twin of its kind, about the same sale or voucher; then what the one has, holds
 * and owes is taken out. So whatever comes later (an ending voucher, a refund, an expiry) finds the same lots in the same
 * state, and what happened keeps its place in the one's own history.
 *
 * Invariant: over both, what goes through the account `merged` sums to nothing.
 */
export async function moveBooks(work: Work, { from, to }: { from: string; to: string }): Promise<void> {
  const run = (sql: string, bindings: readonly Binding[]): Promise<unknown> => query(work, sql, bindings);
  const now = new Date(work.now);
  await run(
    `INSERT INTO transactions (merchant_id, id, kind, input_hash, sale_id, voucher_id, occurred_at, recorded_at)
     SELECT t.merchant_id, ${twin('t.id')}, t.kind, t.input_hash, t.sale_id, t.voucher_id, t.occurred_at, ?
     FROM transactions t WHERE t.merchant_id = current_merchant() AND t.id IN (
       SELECT transaction_id FROM (${MOVED_LOTS}) AS opened UNION SELECT transaction_id FROM (${MOVED_USES}) AS used)`,
    [now, from, from],
  );
  await run(POSTINGS, [from, from, to, now]);
  await run(
    `INSERT INTO lots (merchant_id, customer_id, id, transaction_id, sale_id, asset, granted, available_at, expires_at,
       use_min_cents, rolling_days, remaining)
     SELECT l.merchant_id, ?::uuid, ${twin('l.id')}, ${twin('l.transaction_id')}, l.sale_id, l.asset, l.granted, l.available_at,
       l.expires_at, l.use_min_cents, l.rolling_days, l.remaining FROM (${MOVED_LOTS}) AS l`,
    [to, from],
  );
  await run(
    `INSERT INTO lot_uses (merchant_id, customer_id, lot_id, transaction_id, quantity, ordinal)
     SELECT u.merchant_id, ?::uuid, ${twin('u.lot_id')}, ${twin('u.transaction_id')}, u.quantity, u.ordinal FROM (${MOVED_USES}) AS u`,
    [to, from],
  );
  await takeOut(work, from, to);
}

/** What each twin opens and takes; what an open voucher holds goes on being held. */
const POSTINGS = `WITH moves AS (
    SELECT transaction_id, asset, granted AS quantity FROM (${MOVED_LOTS}) AS opened
    UNION ALL SELECT transaction_id, asset, -quantity FROM (${MOVED_USES}) AS used),
  sums AS (
    SELECT transaction_id, asset, sum(quantity) FILTER (WHERE quantity > 0) AS opened,
      -sum(quantity) FILTER (WHERE quantity < 0) AS taken FROM moves GROUP BY 1, 2)
  INSERT INTO postings (merchant_id, customer_id, transaction_id, source, destination, asset, quantity, recorded_at)
  SELECT t.merchant_id, ?::uuid, ${twin('t.id')}, leg.source, leg.destination, s.asset, leg.quantity, ?::timestamptz
  FROM sums s JOIN transactions t ON t.merchant_id = current_merchant() AND t.id = s.transaction_id
  LEFT JOIN vouchers v ON v.merchant_id = t.merchant_id AND v.id = t.voucher_id
  CROSS JOIN LATERAL (VALUES ('merged', 'customer', s.opened),
    ('customer', CASE WHEN t.kind = 'hold' AND v.state = 'open' THEN 'held' ELSE 'merged' END, s.taken))
    AS leg (source, destination, quantity)
  WHERE leg.quantity > 0`;

/** Empties the one's account, and lets the other owe what the one owed. */
async function takeOut(work: Work, from: string, to: string): Promise<void> {
  const [now, merchant_id] = [new Date(work.now), work.merchantId];
  const posted = await accountsOf(work, from, to);
  if (posted.length === 0) return;
  const transactions = [...new Set(posted.map(({ transaction_id: id }) => id))];
  const about = { kind: 'merge', input_hash: Buffer.alloc(16), occurred_at: now, recorded_at: now };
  await work.trx('transactions').insert(transactions.map((id) => ({ merchant_id, id, ...about })));
  await work.trx('postings').insert(posted.map((leg) => ({ merchant_id, ...leg, recorded_at: now })));
  await query(
    work,
    `WITH emptied AS (
       UPDATE lots l SET remaining = 0 FROM lots o
       WHERE l.merchant_id = current_merchant() AND l.customer_id = ? AND l.remaining > 0
         AND o.merchant_id = l.merchant_id AND o.customer_id = l.customer_id AND o.id = l.id
       RETURNING l.merchant_id, l.customer_id, l.id, o.remaining)
     INSERT INTO lot_uses (merchant_id, customer_id, lot_id, transaction_id, quantity)
     SELECT merchant_id, customer_id, id, ?::uuid, remaining FROM emptied`,
    [from, idOf('merge', from, from)],
  );
  await query(
    work,
    `UPDATE balances b SET quantity = b.quantity + o.quantity, held = b.held + o.held, debt = b.debt + o.debt
     FROM balances o
     WHERE b.merchant_id = current_merchant() AND b.customer_id = ? AND o.merchant_id = b.merchant_id
       AND o.customer_id = ? AND o.asset = b.asset`,
    [to, from],
  );
  await work.trx('balances').where({ customer_id: from }).update({ quantity: 0, held: 0, debt: 0 });
}

async function accountsOf(work: Work, from: string, to: string) {
  const balances = await query<{ asset: string; quantity: number; held: number; debt: number }>(
    work,
    `SELECT asset, quantity, held, debt FROM balances WHERE merchant_id = current_merchant() AND customer_id = ?`,
    [from],
  );
  return balances
    .flatMap(({ asset, quantity, held, debt }) => [
      { asset, customer_id: from, source: 'customer', destination: 'merged', quantity },
      { asset, customer_id: from, source: 'held', destination: 'merged', quantity: held },
      { asset, customer_id: from, source: 'merged', destination: 'debt', quantity: debt },
      { asset, customer_id: to, source: 'debt', destination: 'merged', quantity: debt },
    ])
    .filter(({ quantity }) => quantity > 0)
    .map((leg) => ({ ...leg, transaction_id: idOf('merge', from, leg.customer_id) }));
}
