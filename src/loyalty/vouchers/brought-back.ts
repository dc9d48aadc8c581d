import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Asset } from '../core/money';
import type { LotState } from '../core/ledger/settlement';
import { bySoonestExpiry } from '../core/ledger/spending';
import { lapsedOfSales } from '../ledger/ledger-rows';
import type { StoredVoucher } from './rows';

interface BroughtBack {
  /** `remaining`: what is left of what came back to each. */
  lots: LotState[];
  /** What of it lapsed and was not taken back yet, by the sale of the lot. */
  lapsed: { saleId: string | null; quantity: number }[];
}

/**
 * Where what a voucher had paid stands since refunds brought it back: in the lots that it refilled, and in lots of its
 * own.
 */
export async function broughtBack(work: Work, voucher: StoredVoucher): Promise<BroughtBack> {
  const own = await ownLots(work, voucher);
  if (voucher.held === null) return own;
  const refilled = await refilledLots(work, voucher);
  return {
    lots: [...refilled.lots, ...own.lots].sort(bySoonestExpiry),
    lapsed: [...refilled.lapsed, ...own.lapsed],
  };
}

const LOT = `l.id, l.asset, l.available_at AS "availableAt", l.expires_at AS "expiresAt"`;

async function refilledLots(work: Work, voucher: StoredVoucher): Promise<BroughtBack> {
  const { id, customerId, source } = voucher;
  const lots = await query<LotState & { saleId: string; gone: number }>(
    work,
    `SELECT l.*, least(l.still, l.back) AS remaining, l.back - least(l.still, l.back) AS gone FROM (
       SELECT ${LOT}, l.sale_id AS "saleId", l.remaining AS still, greatest(0, -sum(u.quantity))::bigint AS back
       FROM transactions t
       JOIN lot_uses u ON u.merchant_id = t.merchant_id AND u.transaction_id = t.id AND u.customer_id = ?
       JOIN lots l ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id
       WHERE t.merchant_id = current_merchant() AND t.voucher_id = ? AND t.kind = 'refund'
       GROUP BY l.merchant_id, l.customer_id, l.id) AS l`,
    [customerId, id],
  );
  const lapsed = await lapsedAtOnce(work, id);
  for (const { saleId, gone } of lots) lapsed.set(saleId, (lapsed.get(saleId) ?? 0) + gone);
  // What is gone from the lots may have lapsed too, and what lapsed may have been taken back with its own sale.
  const left = await lapsedOfSales(work, [customerId], [...lapsed.keys()]);
  const asset: Asset = source === 'points' ? 'points' : 'cashback';
  return {
    lots,
    lapsed: [...lapsed]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([saleId, quantity]) => ({
        saleId,
        quantity: Math.max(0, Math.min(quantity, left.get(saleId)?.[asset] ?? 0)),
      })),
  };
}

/** By sale, what would have come back to lots that were over, less what of all that lapsed was taken again. */
async function lapsedAtOnce(work: Work, voucherId: string): Promise<Map<string, number>> {
  const rows = await query<{ saleId: string; quantity: number }>(
    work,
    `SELECT t.sale_id AS "saleId", sum(CASE p.source WHEN 'redeemed' THEN p.quantity ELSE -p.quantity END)::bigint AS quantity
     FROM transactions t JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id
     WHERE t.merchant_id = current_merchant() AND t.voucher_id = ? AND t.kind = 'expiry'
       AND 'redeemed' IN (p.source, p.destination)
     GROUP BY 1 ORDER BY 1`,
    [voucherId],
  );
  return new Map(rows.map(({ saleId, quantity }) => [saleId, quantity]));
}

/** The lots that what a voucher paid, or what was taken for it, came back as, and what lapsed of them: in time, or by an erasure. */
async function ownLots(work: Work, { id, customerId }: StoredVoucher): Promise<BroughtBack> {
  const rows = await query<LotState & { lapsed: number; taken: number }>(
    work,
    `SELECT ${LOT}, l.remaining,
       (SELECT coalesce(sum(u.quantity), 0)::bigint FROM lot_uses u
        JOIN transactions e ON e.merchant_id = u.merchant_id AND e.id = u.transaction_id
        WHERE u.merchant_id = l.merchant_id AND u.customer_id = l.customer_id AND u.lot_id = l.id
          AND (e.kind = 'expiry' OR EXISTS (SELECT FROM postings g WHERE g.merchant_id = e.merchant_id
            AND g.transaction_id = e.id AND g.destination = 'expired'))) AS lapsed,
       (SELECT coalesce(sum(p.quantity), 0)::bigint FROM transactions o
        JOIN postings p ON p.merchant_id = o.merchant_id AND p.transaction_id = o.id AND p.source = 'expired'
        WHERE o.merchant_id = l.merchant_id AND o.voucher_id = t.voucher_id AND o.sale_id IS NULL) AS taken
     FROM transactions t JOIN lots l ON l.merchant_id = t.merchant_id AND l.customer_id = ? AND l.transaction_id = t.id
     WHERE t.merchant_id = current_merchant() AND t.voucher_id = ? AND t.kind IN ('refund', 'adjustment') ORDER BY l.id`,
    [customerId, id],
  );
  const quantity = rows.reduce((sum, row) => sum + row.lapsed, 0) - (rows[0]?.taken ?? 0);
  return { lots: rows, lapsed: quantity > 0 ? [{ saleId: null, quantity }] : [] };
}

export interface TakenBack {
  cents: number;
  /** What of it became a debt. */
  owedCents: number;
  /** How many transactions the voucher has had. */
  movements: number;
}

/** What was taken back of a rule's voucher so far, less what was given again: for a debt in a lot that outlives the voucher. */
export async function takenBack(work: Work, { id, expiresAt }: StoredVoucher): Promise<TakenBack> {
  const [row] = await query<TakenBack>(
    work,
    `SELECT coalesce(sum(taken), 0)::bigint AS cents, count(DISTINCT id)::integer AS movements,
       coalesce(sum(taken) FILTER (WHERE of_debt), 0)::bigint AS "owedCents"
     FROM (
       SELECT t.id, CASE WHEN p.destination = 'program' THEN p.quantity
           WHEN p.source = 'program' AND t.kind = 'adjustment' THEN -p.quantity ELSE 0 END AS taken,
         p.source = 'debt' OR EXISTS (SELECT FROM lots l WHERE l.merchant_id = p.merchant_id
           AND l.customer_id = p.customer_id AND l.transaction_id = t.id AND l.expires_at > ?) AS of_debt
       FROM transactions t JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id
       WHERE t.merchant_id = current_merchant() AND t.voucher_id = ?) AS moved`,
    [new Date(expiresAt), id],
  );
  return row ?? { cents: 0, owedCents: 0, movements: 0 };
}
