import type { Work } from '../../db';
import { ok, refuse, type Refusal, type Result, type VoucherMode } from '../core/result';
import type { VoucherBenefit } from '../core/rules/rule';
import type { Instant } from '../core/sales/sale';
import { canonicalCode, misuseOf, paidOf } from '../core/voucher';
import { blockedSince } from '../customers/blocked';
import { currentSettings } from '../program/program';
import { record } from '../history/record';
import { STAFF_ROLES, type Role, type StaffMember } from '../shops/team';
import { noteMiss, triesRefused, type Guesser } from './guessing';
import { loadVoucherTerms } from './mode';
import { redeemLocked, type Redemption } from './redeeming';
import { codeHashes, OF_CODE, lockVouchers, readVouchers, type StoredVoucher } from './rows';
import { shownMinimum } from './views';
import { whereUsed, type StoreSaid } from './where-used';

/** A voucher as it is shown to who validates it. */
export interface VoucherToValidate {
  id: string;
  benefit: VoucherBenefit;
  /** What a purchase must reach for the voucher, or the whole of it, to be used. */
  minimumPurchaseCents: number | null;
  /** Whether nothing is asked of the purchase, so that an item may be handed over without one. */
  needsPurchase: boolean;
  stores: readonly string[] | null;
  expiresAt: Instant;
  holder: string | null;
  /** Of the purchase that was named; null where none was. */
  paysCents: number | null;
}

/**
 * What a voucher is worth, for the shop's own staff. Unknown and foreign codes get one same answer; of the shop's own
 * codes they are told how they ended. With a purchase, whether it can be used on that. By its id once it was found.
 */
export async function inspectVoucher(
  work: Work,
  wish: ({ code: string } | { id: string }) & { purchaseCents?: number; by: StaffMember },
): Promise<Result<VoucherToValidate>> {
  const { purchaseCents, by } = wish;
  const refusal = await modeRefusal(work, by);
  if (refusal !== null) return refuse(refusal);
  const found =
    'code' in wish
      ? await findByCode(work, wish.code, { kind: 'staff', id: by.id })
      : await findById(work, wish.id);
  return found.ok ? toValidate(work, found.value, { purchaseCents }) : found;
}

export async function findById(work: Work, id: string): Promise<Result<StoredVoucher>> {
  const [voucher] = await readVouchers(work, 'v.id = ?', [id]);
  return voucher === undefined ? refuse({ code: 'voucher-not-found' }) : ok(voucher);
}

/** Spends a voucher that was inspected on a purchase, or hands over its item without one. */
export async function redeemVoucher(
  work: Work,
  wish: { voucherId: string; purchaseCents: number | null; by: StaffMember; key: string },
): Promise<Result<Redemption>> {
  const { voucherId, purchaseCents, by, key } = wish;
  const refusal = await modeRefusal(work, by);
  if (refusal !== null) return refuse(refusal);
  const locked = await lockVouchers(work, 'v.id = ?', [voucherId], { onlyOpen: true });
  const redeemed = await redeemLocked(work, locked, { key, purchaseCents, via: 'chat', by: by.id });
  if (redeemed.ok && locked.vouchers[0]?.state === 'open')
    await record(work, by, 'redeem-voucher', {
      voucher: voucherId,
      purchaseCents,
      paidCents: redeemed.value.paidCents,
    });
  return redeemed;
}

/**
 * The shop's own voucher of a code, or only that customer's; a wrong one is counted. Who asks for what is their own is
 * no guesser, and waits for nobody's guesses.
 */
export async function findByCode(
  work: Work,
  text: string,
  by: Guesser,
  ownedBy?: string,
): Promise<Result<StoredVoucher>> {
  const refusal = await triesRefused(work, by);
  if (refusal !== null && ownedBy === undefined) return refuse(refusal);
  const code = canonicalCode(text);
  const [voucher] = code === null ? [] : await readVouchers(work, OF_CODE, [codeHashes(work, code)]);
  if (voucher !== undefined && (ownedBy === undefined || voucher.customerId === ownedBy)) return ok(voucher);
  if (refusal !== null) return refuse(refusal);
  await noteMiss(work, by);
  return refuse({ code: 'voucher-not-found' });
}

/** How a voucher is shown before it is used; refused where it is over, or cannot be used on what was named. */
export async function toValidate(
  work: Work,
  voucher: StoredVoucher,
  use: { purchaseCents?: number | undefined } & StoreSaid,
): Promise<Result<VoucherToValidate>> {
  const { purchaseCents } = use;
  if ((await blockedSince(work, [voucher.customerId])).size > 0) return refuse({ code: 'customer-blocked' });
  const where = await whereUsed(work, voucher, use);
  const refusal = misuseOf(voucher, { at: work.now, purchaseCents, ...where });
  if (refusal !== null) return refuse(refusal);
  const settings = await currentSettings(work);
  const { id, benefit, stores, expiresAt, holder, minimumPurchaseCents: minimum } = voucher;
  return ok({
    id,
    benefit,
    minimumPurchaseCents: shownMinimum(voucher, settings),
    needsPurchase: benefit.kind !== 'voucher-item' || minimum !== null,
    stores,
    expiresAt,
    holder,
    paysCents: purchaseCents === undefined ? null : paidOf(voucher, purchaseCents, settings.redeem_max_bps),
  });
}

/** The least role that validates in the chat: the owner always may. */
const LEAST_ROLE: Record<VoucherMode, Role> = {
  counter: 'cashier',
  manual: 'manager',
  'connected-till': 'owner',
  automatic: 'owner',
};

async function modeRefusal(work: Work, { role }: StaffMember): Promise<Refusal | null> {
  const { mode } = await loadVoucherTerms(work);
  const may = STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(LEAST_ROLE[mode]);
  return may || mode === 'counter' ? null : { code: 'voucher-mode', mode };
}
