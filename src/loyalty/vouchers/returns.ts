import { v7 as newId } from 'uuid';
import type { Work } from '../../db';
import { query } from '../../rows';
import { divideHalfUp } from '../core/exact';
import { lotOfItsOwn, returnCaptured, takeReturned, type Ending } from '../core/hold';
import type { Asset } from '../core/money';
import type { Sale } from '../core/sale';
import type { LotState } from '../core/settlement';
import { writeEntries } from '../ledger';
import { emptyBalance, type CustomerBalance } from '../ledger-rows';
import { currentSettings } from '../program';
import { loadVoucherTerms } from './mode';
import { lockVouchers, type StoredVoucher } from './rows';
import { entriesOf, heldLots } from './settlement';
import { tellHolder, tellOfItem } from './telling';

/**
 * Brings the voucher's part of a refunded sale to where it belongs after all its refunds, as the shop chose: money comes
 * back first, then what the voucher paid, so that never more comes back than it paid. It refills the lots that it came
 * from, with their own expiry; of a rule's voucher it becomes a lot that expires as the voucher does. A debt is paid
 * first. Where a refund turns out smaller, the difference is taken back. Returns what stands returned, in cents.
 *
 * `sale.voucherCents` is what the voucher paid of `sale.totalCents`.
 */
export async function returnVoucherPart(work: Work, sale: Sale): Promise<{ cents: number }> {
  const { vouchers, balances } = await lockVouchers(work, 'v.redeemed_sale_id = ?', [sale.externalId]);
  const [voucher] = vouchers;
  if (voucher === undefined) return { cents: 0 };
  const { totalCents, refundedCents, voucherCents } = sale;
  const isWhole = refundedCents >= totalCents;
  if (isWhole) await tellOfItem(work, voucher, 'used-on');
  if ((await loadVoucherTerms(work)).refund === 'lost') return { cents: voucher.returnedCents };
  const paid = voucher.paidCents ?? 0;
  const beyondMoney = Math.max(0, refundedCents - (totalCents - voucherCents));
  const target = isWhole ? paid : Math.min(paid, beyondMoney);
  if (target !== voucher.returnedCents) await moveTo(work, voucher, balances, target, sale);
  return { cents: target };
}

async function moveTo(
  work: Work,
  voucher: StoredVoucher,
  balances: ReadonlyMap<string, CustomerBalance>,
  target: number,
  sale: Sale,
): Promise<void> {
  const { externalId: saleId } = sale;
  const asset: Asset = voucher.source === 'points' ? 'points' : 'cashback';
  const [from, to] = [quantityOf(voucher, voucher.returnedCents), quantityOf(voucher, target)];
  const { debt } = balances.get(voucher.customerId) ?? emptyBalance();
  const ending =
    to > from
      ? await giveBack(work, voucher, { asset, returned: from, quantity: to - from, debt: debt[asset] })
      : await takeAgain(work, voucher, { asset, quantity: from - to });
  const key = `voucher:${voucher.id}:return:${await movementsOf(work, voucher.id)}`;
  await writeEntries(
    work,
    entriesOf(work, voucher, ending, { kind: 'refund', key, saleId, input: `${target}` }),
  );
  await work.trx('vouchers').where({ id: voucher.id }).update({ returned_cents: target });
  const back = ending.movement.deltas.reduce((sum, delta) => sum + delta.quantity, 0);
  if (back > 0)
    await tellHolder(work, voucher, key, {
      kind: 'voucher-returned',
      refundedCents: sale.refundedCents,
      saleCents: sale.totalCents,
      cashbackCents: asset === 'cashback' ? back : 0,
      points: asset === 'points' ? back : 0,
    });
}

/** What of the voucher's asset stands for so many cents of what it paid: points by their share, half up. */
function quantityOf({ source, held, paidCents }: StoredVoucher, cents: number): number {
  if (source !== 'points' || held === null || paidCents === null || paidCents === 0) return cents;
  return Number(divideHalfUp(BigInt(held) * BigInt(cents), paidCents));
}

async function giveBack(
  work: Work,
  voucher: StoredVoucher,
  part: { asset: Asset; returned: number; quantity: number; debt: number },
): Promise<Ending> {
  const { held, source, paidCents } = voucher;
  if (held === null) {
    const { quantity, debt } = part;
    const { expiresAt, minimumPurchaseCents: useMinCents } = voucher;
    const lot = { id: newId(), availableAt: work.now, expiresAt, useMinCents };
    return { movement: lotOfItsOwn({ source: 'redeemed', quantity, debt, ...lot }), lapses: [] };
  }
  const lots = (await heldLots(work, [voucher])).get(voucher.id) ?? [];
  const captured = source === 'points' ? held : (paidCents ?? 0);
  return returnCaptured({ ...part, lots, held, captured });
}

async function takeAgain(
  work: Work,
  voucher: StoredVoucher,
  { asset, quantity }: { asset: Asset; quantity: number },
): Promise<Ending> {
  const { lots, lapsed } = await broughtBack(work, voucher);
  const { refund_policy: policy } = await currentSettings(work);
  return takeReturned({ asset, lots, lapsed, quantity, policy, into: 'redeemed' });
}

interface BroughtBack {
  /** `remaining`: what is left of what came back to each. */
  lots: LotState[];
  /** What of it lapsed and was not taken back yet, by the sale of the lot. */
  lapsed: { saleId: string | null; quantity: number }[];
}

/** Where what a voucher had paid stands since refunds brought it back. */
export async function broughtBack(work: Work, voucher: StoredVoucher): Promise<BroughtBack> {
  return voucher.held === null ? ownLots(work, voucher) : refilledLots(work, voucher);
}

const LOT = `l.id, l.asset, l.available_at AS "availableAt", l.expires_at AS "expiresAt"`;

async function refilledLots(work: Work, { id }: StoredVoucher): Promise<BroughtBack> {
  const lots = await query<LotState>(
    work,
    `SELECT ${LOT}, least(l.remaining, greatest(0, -sum(u.quantity)))::bigint AS remaining
     FROM transactions t
     JOIN lot_uses u ON u.merchant_id = t.merchant_id AND u.transaction_id = t.id
     JOIN lots l ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id
     WHERE t.merchant_id = current_merchant() AND t.voucher_id = ? AND t.kind = 'refund'
     GROUP BY l.merchant_id, l.customer_id, l.id ORDER BY l.expires_at NULLS LAST, l.available_at, l.id`,
    [id],
  );
  const lapsed = await query<{ saleId: string | null; quantity: number }>(
    work,
    `SELECT t.sale_id AS "saleId", sum(CASE p.source WHEN 'redeemed' THEN p.quantity ELSE -p.quantity END)::bigint AS quantity
     FROM transactions t JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id
     WHERE t.merchant_id = current_merchant() AND t.voucher_id = ? AND t.kind = 'expiry'
       AND 'redeemed' IN (p.source, p.destination)
     GROUP BY 1 HAVING sum(CASE p.source WHEN 'redeemed' THEN p.quantity ELSE -p.quantity END) > 0 ORDER BY 1`,
    [id],
  );
  return { lots, lapsed };
}

/** The lots that a rule's voucher, or what was taken for it, came back as, and what lapsed of them. */
async function ownLots(work: Work, { id, customerId }: StoredVoucher): Promise<BroughtBack> {
  const rows = await query<LotState & { lapsed: number; taken: number }>(
    work,
    `SELECT ${LOT}, l.remaining,
       (SELECT coalesce(sum(u.quantity), 0)::bigint FROM lot_uses u
        JOIN transactions e ON e.merchant_id = u.merchant_id AND e.id = u.transaction_id
        WHERE u.merchant_id = l.merchant_id AND u.customer_id = l.customer_id AND u.lot_id = l.id AND e.kind = 'expiry') AS lapsed,
       (SELECT coalesce(sum(p.quantity), 0)::bigint FROM transactions o
        JOIN postings p ON p.merchant_id = o.merchant_id AND p.transaction_id = o.id AND p.source = 'expired'
        WHERE o.merchant_id = l.merchant_id AND o.voucher_id = t.voucher_id) AS taken
     FROM transactions t JOIN lots l ON l.merchant_id = t.merchant_id AND l.customer_id = ? AND l.transaction_id = t.id
     WHERE t.merchant_id = current_merchant() AND t.voucher_id = ? AND t.kind IN ('refund', 'adjustment') ORDER BY l.id`,
    [customerId, id],
  );
  const quantity = rows.reduce((sum, row) => sum + row.lapsed, 0) - (rows[0]?.taken ?? 0);
  return { lots: rows, lapsed: quantity > 0 ? [{ saleId: null, quantity }] : [] };
}

/** What was taken back of a rule's voucher so far, and how many transactions it has had. */
export async function takenBack(
  work: Work,
  { id }: StoredVoucher,
): Promise<{ cents: number; movements: number }> {
  const [row] = await query<{ cents: number; movements: number }>(
    work,
    `SELECT coalesce(sum(CASE WHEN p.destination = 'program' THEN p.quantity
       WHEN p.source = 'program' AND t.kind = 'adjustment' THEN -p.quantity ELSE 0 END), 0)::bigint AS cents,
       count(DISTINCT t.id)::integer AS movements
     FROM transactions t JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id
     WHERE t.merchant_id = current_merchant() AND t.voucher_id = ?`,
    [id],
  );
  return row ?? { cents: 0, movements: 0 };
}

async function movementsOf(work: Work, voucherId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    work,
    `SELECT count(*)::integer AS count FROM transactions WHERE merchant_id = current_merchant() AND voucher_id = ?`,
    [voucherId],
  );
  return row?.count ?? 0;
}
