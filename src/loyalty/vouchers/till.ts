import type { Work } from '../../db';
import type { Result } from '../core/result';
import { redeemLocked, redeemedUnder, type Redeeming, type Redemption } from './redeeming';
import { lockVouchers } from './rows';
import { findByCode, toValidate, type VoucherToValidate } from './validation';

/** What a till asks about: the code as it was scanned or typed. */
export interface TillWish {
  code: string;
  /** Its key's id: wrong codes are counted by it. */
  till: string;
  /** Null or absent where the till does not say: a voucher of certain stores then needs it. */
  store?: string | null;
}

/** What a voucher is worth to a till, and whether it can be used on that purchase. Writes nothing but a wrong try. */
export async function tillValidate(
  work: Work,
  { code, till, store, purchaseCents }: TillWish & { purchaseCents?: number },
): Promise<Result<VoucherToValidate>> {
  const found = await findByCode(work, code, { kind: 'till', id: till });
  return found.ok ? toValidate(work, found.value, { purchaseCents, store: store ?? null }) : found;
}

/**
 * Spends a voucher on a purchase, once. The same key with the same code, purchase and store gives the first answer again,
 * with anything else a conflict; keys are each till's own.
 */
export async function tillRedeem(
  work: Work,
  { code, till, store, purchaseCents, key }: TillWish & { purchaseCents: number | null; key: string },
): Promise<Result<Redemption>> {
  const found = await findByCode(work, code, { kind: 'till', id: till });
  const redeeming: Redeeming = {
    key: `till:${till}:${key}`,
    purchaseCents,
    store: store ?? null,
    via: 'till',
  };
  // Another code under a key that was used is a conflict, whether or not there is such a code.
  if (!found.ok) return (await redeemedUnder(work, '', redeeming)) ?? found;
  return redeemLocked(
    work,
    await lockVouchers(work, 'v.id = ?', [found.value.id], { onlyOpen: true }),
    redeeming,
  );
}
