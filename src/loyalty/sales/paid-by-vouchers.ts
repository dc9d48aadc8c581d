import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Sale } from '../core/sales/sale';
import { lockBalances } from '../ledger/ledger-rows';
import { returnVoucherPart } from '../vouchers/returns';
import { redeemBySale, voucherHolders } from '../vouchers/sale-redemption';
import type { Touched } from './deciding';

/**
 * What vouchers paid of the sales whose codes came with them; those of sales that still wait are used all the same. Their
 * holders' balances are locked together with those of the set's own customers and of `others` whose money the set moves, so
 * that all are taken in one order.
 */
export async function payByVouchers(
  work: Work,
  { touched, waiting }: { touched: readonly Touched[]; waiting: readonly Sale[] },
  others: readonly string[],
): Promise<void> {
  const moving = touched.filter(({ sale, before }) => sale.voucherCode !== null || before !== null);
  if (moving.length === 0 && waiting.length === 0 && others.length === 0) return;
  const holders = await voucherHolders(work, [...moving.map(({ sale }) => sale), ...waiting]);
  await lockBalances(work, [...touched.flatMap(({ customerId }) => customerId ?? []), ...holders, ...others]);
  for (const known of touched) {
    if (known.sale.voucherCode === null) continue;
    const paid = await redeemBySale(work, known.sale);
    if (paid.ok) known.sale = { ...known.sale, voucherCents: paid.value.cents };
  }
  for (const sale of waiting) await redeemBySale(work, sale);
}

/** What vouchers paid of the set's sales stands returned as far as each was refunded, whichever of the two was told first. */
export async function returnVoucherParts(work: Work, touched: readonly Touched[]): Promise<void> {
  for (const { sale } of touched) if (sale.voucherCode !== null) await returnVoucherPart(work, sale);
}

/** What paid for the one paid for the other: a person said that they are one purchase. */
export const paidForTheOther = (work: Work, saleId: string, handId: string): Promise<unknown> =>
  query(
    work,
    'UPDATE vouchers SET redeemed_sale_id = ? WHERE merchant_id = current_merchant() AND redeemed_sale_id = ?',
    [handId, saleId],
  );
