import { newId } from '../../chance';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import { divideHalfUp } from '../core/exact';
import { lotOfItsOwn, returnCaptured, takeReturned, type Ending } from '../core/ledger/hold';
import type { Asset } from '../core/money';
import type { Sale } from '../core/sales/sale';
import { returnedOf } from '../core/voucher';
import { writeEntries } from '../ledger/ledger';
import { emptyBalance, type CustomerBalance } from '../ledger/ledger-rows';
import { broughtBack } from './brought-back';
import { loadVoucherTerms } from './mode';
import { lockVouchers, type StoredVoucher } from './rows';
import { isBySale } from './sale-redemption';
import { entriesOf, heldLots } from './settlement';
import { tellHolder, tellOfItem } from './telling';

/**
 * Brings the voucher's part of a sale to where it belongs after all of its refunds and corrections, as the shop chose. It
 * refills the lots that it came from, with their own expiry; of a rule's voucher it becomes a lot that expires as the
 * voucher does. A debt is paid first; what would come to somebody who was erased lapses. Where a refund turns out smaller,
 * the difference is taken back. Returns what stands returned, in cents.
 *
 * Invariant: it comes of the sale as it is known now, whatever was told of it first, and the same again moves nothing.
 */
export async function returnVoucherPart(work: Work, sale: Sale): Promise<{ cents: number }> {
  const { vouchers, balances } = await lockVouchers(work, 'v.redeemed_sale_id = ?', [sale.externalId]);
  const [voucher] = vouchers;
  if (voucher === undefined) return { cents: 0 };
  if (sale.refundedCents >= sale.totalCents && !voucher.holderErased)
    await tellOfItem(work, voucher, 'used-on');
  const { refund } = await loadVoucherTerms(work);
  const target = refund === 'lost' ? mostWhereLost(voucher, sale) : targetOf(voucher, sale);
  if (target !== voucher.returnedCents) await moveTo(work, voucher, balances, target, sale);
  return { cents: target };
}

/**
 * What of all that the voucher paid belongs to its holder: money comes back first, then the voucher's part, so that never
 * more comes back than it paid. What a sale redeemed on a total that was corrected since is due in part: the rest of it is
 * what its cashback would have been left with at once.
 *
 * `sale.voucherCents` is what the voucher paid of `sale.totalCents`.
 */
function targetOf(voucher: StoredVoucher, sale: Sale): number {
  const paid = voucher.paidCents ?? 0;
  const due = isBySale(voucher) ? Math.min(paid, sale.voucherCents) : paid;
  const back = returnedOf(due, sale);
  if (voucher.source === 'cashback') return paid - due + back;
  if (voucher.source !== 'points') return back;
  // Points are spent whole, however little of them is due.
  if (sale.refundedCents >= sale.totalCents) return paid;
  return due === 0 ? 0 : Number(divideHalfUp(BigInt(paid) * BigInt(back), due));
}

/** Where the shop chose that it is lost, a refund brings nothing more back; what came back before goes again with its refund. */
function mostWhereLost(voucher: StoredVoucher, sale: Sale): number {
  const unrefunded = targetOf(voucher, { ...sale, refundedCents: 0 });
  return Math.min(targetOf(voucher, sale), Math.max(voucher.returnedCents, unrefunded));
}

async function moveTo(
  work: Work,
  voucher: StoredVoucher,
  balances: ReadonlyMap<string, CustomerBalance>,
  target: number,
  sale: Sale,
): Promise<void> {
  const asset: Asset = voucher.source === 'points' ? 'points' : 'cashback';
  const [from, to] = [quantityOf(voucher, voucher.returnedCents), quantityOf(voucher, target)];
  const { debt } = balances.get(voucher.customerId) ?? emptyBalance();
  const ending =
    to > from
      ? await giveBack(work, voucher, { asset, returned: from, quantity: to - from, debt: debt[asset] })
      : await takeAgain(work, voucher, { asset, quantity: from - to });
  const key = `voucher:${voucher.id}:return:${await movementsOf(work, voucher.id)}`;
  await writeEntries(work, entriesOf(work, voucher, ending, { kind: 'refund', key, input: `${target}` }));
  await work.trx('vouchers').where({ id: voucher.id }).update({ returned_cents: target });
  const back = ending.movement.deltas.reduce((sum, delta) => sum + delta.quantity, 0);
  if (back > 0 && sale.refundedCents > 0 && !voucher.holderErased)
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
  const { held, source, paidCents, holderErased } = voucher;
  if (held === null) {
    const { quantity, debt } = part;
    const { minimumPurchaseCents: useMinCents } = voucher;
    const expiresAt = holderErased ? work.now : voucher.expiresAt;
    const lot = { id: newId(), availableAt: work.now, expiresAt, useMinCents };
    return { movement: lotOfItsOwn({ source: 'redeemed', quantity, debt, ...lot }), lapses: [] };
  }
  const lots = ((await heldLots(work, [voucher])).get(voucher.id) ?? []).map((lot) =>
    holderErased ? { ...lot, isOver: true } : lot,
  );
  const captured = source === 'points' ? held : (paidCents ?? 0);
  return returnCaptured({ ...part, lots, held, captured, newId: () => newId() });
}

async function takeAgain(
  work: Work,
  voucher: StoredVoucher,
  { asset, quantity }: { asset: Asset; quantity: number },
): Promise<Ending> {
  const { lots, lapsed } = await broughtBack(work, voucher);
  const policy = voucher.holderErased ? 'forgive' : 'debt';
  return takeReturned({ asset, lots, lapsed, quantity, policy, into: 'redeemed' });
}

async function movementsOf(work: Work, voucherId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    work,
    `SELECT count(*)::integer AS count FROM transactions WHERE merchant_id = current_merchant() AND voucher_id = ?`,
    [voucherId],
  );
  return row?.count ?? 0;
}
