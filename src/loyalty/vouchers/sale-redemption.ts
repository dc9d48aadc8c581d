import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import { ok, refuse, type Refusal, type Result } from '../core/result';
import type { Sale } from '../core/sales/sale';
import { canonicalCode, paidOf } from '../core/voucher';
import { settingsAt } from '../program/program';
import { loadVoucherTerms } from './mode';
import { redeemLocked } from './redeeming';
import { codeHashes, OF_CODE, lockVouchers, type StoredVoucher } from './rows';
import { tellOfRefusal } from './telling';

/** How far a machine's clock may be behind the moment from which a voucher can be used. */
const CLOCK_SKEW_MS = 10 * 60_000;
/** How far a sale may be from the validation of its voucher at the counter or the till. */
const LINK_MS = 3 * 3_600_000;

/** Keys of redemptions by the sale itself. */
const BY_SALE = 'sale:';
export const isBySale = ({ settledKey }: StoredVoucher): boolean => settledKey?.startsWith(BY_SALE) === true;

/** What a voucher paid of a sale. */
export interface PaidByVoucher {
  /** Of `sale.totalCents`. */
  cents: number;
  voucherId: string | null;
  holderId: string | null;
}

const NOTHING: PaidByVoucher = { cents: 0, voucherId: null, holderId: null };

/**
 * What the voucher whose code came with a sale paid of it. In automatic mode the sale redeems it, on the conditions as
 * they were when the sale was made; one that cannot be honoured is refused, and told to the owners. In the other modes the
 * voucher was validated before, and is only found again. The same sale again gives the same answer.
 */
export async function redeemBySale(work: Work, sale: Sale): Promise<Result<PaidByVoucher>> {
  if (sale.voucherCode === null) return ok(NOTHING);
  const code = canonicalCode(sale.voucherCode);
  const locked =
    code === null
      ? { vouchers: [], balances: new Map() }
      : await lockVouchers(work, OF_CODE, [codeHashes(work, code)]);
  const [voucher] = locked.vouchers;
  if (voucher?.state === 'redeemed') {
    const cents = await paidBefore(work, voucher, sale);
    if (cents !== null) return ok({ cents, voucherId: voucher.id, holderId: voucher.customerId });
  }
  if ((await loadVoucherTerms(work)).mode !== 'automatic') return ok(NOTHING);
  const redeemed = await redeemLocked(work, locked, {
    key: `${BY_SALE}${sale.externalId}`,
    purchaseCents: sale.totalCents,
    store: sale.store,
    storeName: sale.storeName,
    via: 'sale',
    saleId: sale.externalId,
    at: momentOf(sale, voucher, work.now),
  });
  if (redeemed.ok && voucher !== undefined)
    return ok({ cents: redeemed.value.paidCents, voucherId: voucher.id, holderId: voucher.customerId });
  const refusal: Refusal = redeemed.ok ? { code: 'voucher-not-found' } : redeemed.refusal;
  await tellOfRefusal(work, sale, refusal);
  return refuse(refusal);
}

function momentOf({ occurredAt }: Sale, voucher: StoredVoucher | undefined, now: number): number {
  const at = Math.min(occurredAt, now);
  const from = voucher?.availableAt ?? at;
  return from > at && from - at <= CLOCK_SKEW_MS && from <= now ? from : at;
}

/** What a voucher paid of this sale, when it was used on it already: by the sale itself, or validated for it before. */
async function paidBefore(work: Work, voucher: StoredVoucher, sale: Sale): Promise<number | null> {
  const paid = voucher.paidCents ?? 0;
  const { totalCents } = sale;
  // A till that took the voucher off tells what was left to pay.
  const isPart = voucher.purchaseCents !== null && totalCents >= voucher.purchaseCents;
  const ofTold = isPart ? Math.min(paid, totalCents) : 0;
  const cents = isBySale(voucher) ? await dueOf(work, voucher, sale) : ofTold;
  if (voucher.redeemedSaleId !== null) return voucher.redeemedSaleId === sale.externalId ? cents : null;
  const { purchaseCents, settledAt } = voucher;
  const isIts =
    purchaseCents !== null &&
    [purchaseCents, purchaseCents - paid].includes(totalCents) &&
    Math.abs((settledAt ?? 0) - sale.occurredAt) <= LINK_MS;
  if (!isIts) return null;
  await work.trx('vouchers').where({ id: voucher.id }).update({ redeemed_sale_id: sale.externalId });
  return cents;
}

/** What of it the sale itself redeemed is due: what it would have paid, had the total been told at once as it is known now. */
async function dueOf(work: Work, voucher: StoredVoucher, { totalCents, occurredAt }: Sale): Promise<number> {
  const paid = voucher.paidCents ?? 0;
  if (totalCents >= (voucher.purchaseCents ?? 0)) return paid;
  const { redeem_max_bps: maxBps } = await settingsAt(work, Math.min(occurredAt, work.now));
  return Math.min(paid, paidOf(voucher, totalCents, maxBps));
}

/**
 * Whose money the vouchers of these sales may move: the holders of the codes that came with them, and of vouchers that
 * were given for them or paid for them. To be locked together with the sales' own customers.
 */
export async function voucherHolders(work: Work, sales: readonly Sale[]): Promise<string[]> {
  const codes = sales.flatMap(({ voucherCode }) => canonicalCode(voucherCode ?? '') ?? []);
  const ids = sales.map((sale) => sale.externalId);
  const rows = await query<{ id: string }>(
    work,
    `SELECT v.customer_id AS id FROM vouchers v WHERE v.merchant_id = ${THIS_SHOP} AND ${OF_CODE}
     UNION SELECT customer_id FROM vouchers WHERE merchant_id = ${THIS_SHOP} AND sale_id = ANY(?::text[])
     UNION SELECT customer_id FROM vouchers WHERE merchant_id = ${THIS_SHOP} AND redeemed_sale_id = ANY(?::text[])`,
    [codes.flatMap((code) => codeHashes(work, code)), ids, ids],
  );
  return rows.map(({ id }) => id);
}
