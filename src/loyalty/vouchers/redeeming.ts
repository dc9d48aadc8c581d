import type { Work } from '../../db';
import { ok, refuse, type Result } from '../core/result';
import type { VoucherBenefit } from '../core/rules/rule';
import type { Instant } from '../core/sales/sale';
import { misuseOf, paidOf } from '../core/voucher';
import { blockedSince } from '../customers/blocked';
import { hashInput } from '../ledger/ledger';
import { settingsAt } from '../program/program';
import { readVouchers, type LockedVouchers, type StoredVoucher } from './rows';
import { endVouchers } from './settlement';
import { tellHolder } from './telling';
import { whereUsed, type StoreSaid } from './where-used';

/** A voucher that was used: to be given off the purchase, or handed over. */
export interface Redemption {
  voucherId: string;
  benefit: VoucherBenefit;
  /** What it paid. */
  paidCents: number;
  /** What of its cashback the purchase could not use, and went back. */
  returnedCents: number;
  holder: string | null;
}

export interface Redeeming extends StoreSaid {
  /** Under which it happens once. */
  key: string;
  /** Null: an item handed over without a purchase. */
  purchaseCents: number | null;
  via: 'chat' | 'till' | 'sale';
  /** The member of staff who did it. */
  by?: string;
  saleId?: string;
  /** When it was used, where that is earlier than now: it is judged by what held then. */
  at?: Instant;
}

/** The first answer of a key that was used already: null where it was not. */
export async function redeemedUnder(
  work: Work,
  voucherId: string,
  { key, purchaseCents, store }: Redeeming,
): Promise<Result<Redemption> | null> {
  const [first] = await readVouchers(work, 'v.settled_key = ?', [key]);
  if (first === undefined) return null;
  const same = first.settledInput?.equals(inputOf(voucherId, purchaseCents, store)) === true;
  return same ? ok(redemptionOf(first)) : refuse({ code: 'idempotency-conflict' });
}

/**
 * Spends a locked voucher, once: its final state is written with the postings. The same key with the same purchase gives
 * the first answer again, with another a conflict.
 */
export async function redeemLocked(
  work: Work,
  { vouchers, balances }: LockedVouchers,
  redeeming: Redeeming,
): Promise<Result<Redemption>> {
  const [voucher] = vouchers;
  if (voucher === undefined) return refuse({ code: 'voucher-not-found' });
  const { key, purchaseCents, store, via, by = null, saleId = null, at = work.now } = redeeming;
  const first = await redeemedUnder(work, voucher.id, redeeming);
  if (first !== null) return first;
  const blocked = await blockedSince(work, [voucher.customerId]);
  if ((blocked.get(voucher.customerId) ?? Infinity) <= at) return refuse({ code: 'customer-blocked' });
  const misuse = misuseOf(voucher, { at, purchaseCents, ...(await whereUsed(work, voucher, redeeming)) });
  if (misuse !== null) return refuse(misuse);
  const { redeem_max_bps: maxBps } = await settingsAt(work, at);
  const paidCents = paidOf(voucher, purchaseCents ?? 0, maxBps);
  const input = inputOf(voucher.id, purchaseCents, store);
  const end = { state: 'redeemed' as const, key, input, purchaseCents, paidCents, via, by, saleId };
  await endVouchers(work, [voucher], balances, end);
  const item = voucher.benefit.kind === 'voucher-item' ? voucher.benefit.name : null;
  const about = { kind: 'voucher-redeemed' as const, valueCents: paidCents, item, purchaseCents };
  await tellHolder(work, voucher, `voucher:${voucher.id}:settle`, about);
  return ok(redemptionOf({ ...voucher, paidCents }));
}

function redemptionOf({ id, source, benefit, held, paidCents, holder }: StoredVoucher): Redemption {
  const paid = paidCents ?? 0;
  const returnedCents = source === 'cashback' ? (held ?? 0) - paid : 0;
  return { voucherId: id, benefit, paidCents: paid, returnedCents, holder };
}

const inputOf = (voucherId: string, purchaseCents: number | null, store: string | null | undefined): Buffer =>
  hashInput(JSON.stringify([voucherId, purchaseCents, store ?? null]));
