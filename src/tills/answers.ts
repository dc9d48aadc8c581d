import type { Balance, AssetBalance, Redemption, Refusal, TillAnswer, VoucherToValidate } from '../loyalty';
import { problemBody, type Problem } from '../http/problem';

const iso = (at: number): string => new Date(at).toISOString();
const firstName = (name: string | null): string | null => name?.trim().split(/\s+/)[0] ?? null;

export function validated(voucher: VoucherToValidate): TillAnswer['body'] {
  return {
    benefit: voucher.benefit,
    pays_cents: voucher.paysCents,
    minimum_purchase_cents: voucher.minimumPurchaseCents,
    needs_purchase: voucher.needsPurchase,
    stores: voucher.stores,
    expires_at: iso(voucher.expiresAt),
    holder: firstName(voucher.holder),
  };
}

export function redeemed({
  voucherId,
  benefit,
  paidCents,
  returnedCents,
  holder,
}: Redemption): TillAnswer['body'] {
  return {
    redemption: voucherId,
    benefit,
    paid_cents: paidCents,
    returned_cents: returnedCents,
    holder: firstName(holder),
  };
}

export function balanceBody(name: string | null, balance: Balance): TillAnswer['body'] {
  const asset = (unit: string, { available, pending, expiring, held }: AssetBalance) => ({
    [`available${unit}`]: available,
    [`pending${unit}`]: pending?.quantity ?? 0,
    pending_until: pending === null ? null : iso(pending.nextAt),
    [`expiring${unit}`]: expiring?.quantity ?? 0,
    expires_at: expiring === null ? null : iso(expiring.at),
    [`in_vouchers${unit}`]: held,
  });
  return {
    name: firstName(name),
    cashback: asset('_cents', balance.cashback),
    points: asset('', balance.points),
  };
}

/** What each refusal is over HTTP; those that a till never meets are a plain 422. */
const PROBLEMS: Partial<Record<Refusal['code'], Omit<Problem, 'code'>>> = {
  'voucher-not-found': { status: 404, title: 'There is no such voucher', field: 'code' },
  'voucher-redeemed': { status: 409, title: 'The voucher was used already', field: 'code' },
  'voucher-expired': { status: 410, title: 'The voucher has expired', field: 'code' },
  'voucher-cancelled': { status: 410, title: 'The voucher was cancelled', field: 'code' },
  'voucher-not-yet': { status: 422, title: 'The voucher is not good yet', field: 'code' },
  'voucher-other-store': { status: 422, title: 'The voucher is for other stores', field: 'store' },
  'voucher-mode': { status: 403, title: 'This shop does not validate vouchers by its till', field: 'code' },
  'purchase-below-voucher-minimum': {
    status: 422,
    title: 'The purchase is below the voucher’s minimum',
    field: 'amount_cents',
  },
  'purchase-cap': {
    status: 422,
    title: 'The voucher may not pay so much of this purchase',
    field: 'amount_cents',
  },
  'program-not-active': { status: 409, title: 'The shop’s program is not active' },
  'idempotency-conflict': {
    status: 409,
    title: 'This Idempotency-Key was used with another request',
    field: 'Idempotency-Key',
  },
  'too-many-tries': { status: 429, title: 'Too many wrong codes' },
};

export function problemOf(refusal: Refusal, now: number): Problem {
  const problem = PROBLEMS[refusal.code] ?? { status: 422, title: 'It is refused' };
  const named = { ...problem, code: refusal.code };
  if (refusal.code === 'too-many-tries')
    return { ...named, retryAfterSeconds: Math.max(1, Math.ceil((refusal.retryAt - now) / 1000)) };
  if (refusal.code === 'purchase-below-voucher-minimum')
    return { ...named, detail: `It is good from ${refusal.minimum} cents on.` };
  if (refusal.code === 'purchase-cap')
    return {
      ...named,
      detail: `At most ${refusal.maxVoucherCents} of its ${refusal.voucherCents} cents; the whole from a purchase of ${refusal.neededPurchaseCents} cents on.`,
    };
  return refusal.code === 'voucher-other-store'
    ? { ...named, detail: `It is good in: ${refusal.stores.join(', ')}.` }
    : named;
}

/** As it is kept beside an idempotency key. */
export const problemAnswer = (problem: Problem): TillAnswer => ({
  status: problem.status,
  body: problemBody(problem),
});
