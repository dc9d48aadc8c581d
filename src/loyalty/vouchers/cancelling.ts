import type { Work } from '../../db';
import { balanceOf, type Balance } from '../ledger/balances';
import { ok, refuse, type Refusal, type Result } from '../core/result';
import { endOf } from '../core/voucher';
import type { Settings } from '../core/rules/rule';
import type { Instant } from '../core/sales/sale';
import { Zone } from '../core/time/zone';
import { record } from '../history/record';
import { currentSettings } from '../program/program';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';
import { lockVouchers, readVouchers, type StoredVoucher } from './rows';
import { endVouchers } from './settlement';
import { tellHolder } from './telling';
import { viewOf, type VoucherView } from './views';
import { findByCode, findById } from './validation';

/**
 * A customer's own open voucher, to be cancelled; by whatever code is not theirs they learn nothing: it is answered like
 * one that never was, and counted.
 */
export async function inspectOwnVoucher(
  work: Work,
  { customerId, code }: { customerId: string; code: string },
): Promise<Result<VoucherView>> {
  const found = await findByCode(work, code, { kind: 'customer', id: customerId }, customerId);
  if (!found.ok) return found;
  const refusal = cancelRefusal(work, found.value);
  return refusal === null ? ok(viewOf(found.value, await currentSettings(work), work.now)) : refuse(refusal);
}

/** An open voucher as the team sees it, to be cancelled for its holder. */
export interface VoucherOfCustomer extends VoucherView {
  customerId: string;
  holder: string | null;
}

/** The shop's own voucher, whosever it is, to be cancelled by the team; a wrong code is counted. */
export async function inspectToCancel(
  work: Work,
  which: { code: string; by: StaffMember } | { id: string },
): Promise<Result<VoucherOfCustomer>> {
  const found =
    'code' in which
      ? await findByCode(work, which.code, { kind: 'staff', id: which.by.id })
      : await findById(work, which.id);
  if (!found.ok) return found;
  const refusal = cancelRefusal(work, found.value);
  if (refusal !== null) return refuse(refusal);
  return ok(ofCustomer(found.value, await currentSettings(work), work.now));
}

/** What the team can cancel of a customer, or of what was issued on this day of the shop; the latest first. */
export async function cancellableVouchers(
  work: Work,
  { customerId = null, limit }: { customerId?: string | null; limit: number },
): Promise<VoucherOfCustomer[]> {
  const today = new Date(Zone.of((await loadShop(work)).zone).startOfDay(work.now));
  const vouchers = await readVouchers(
    work,
    `v.state = 'open' AND v.expires_at > ? AND v.held IS NOT NULL
       AND CASE WHEN ?::uuid IS NULL THEN v.issued_at >= ? ELSE v.customer_id = ?::uuid END`,
    [new Date(work.now), customerId, today, customerId],
    { tail: `ORDER BY v.issued_at DESC, v.id LIMIT ${limit}` },
  );
  const settings = await currentSettings(work);
  return vouchers.map((one) => ofCustomer(one, settings, work.now));
}

const ofCustomer = (voucher: StoredVoucher, settings: Settings, now: Instant): VoucherOfCustomer => ({
  ...viewOf(voucher, settings, now),
  customerId: voucher.customerId,
  holder: voucher.holder,
});

/** What a cancelled voucher left. */
export interface Cancelled {
  /** What came back to the balance; the rest had expired, or paid a debt. */
  returned: number;
  balance: Balance;
  /** That it was cancelled before, and when; null where it is now. */
  already: Refusal | null;
}

/**
 * Frees what a voucher holds into the lots that it came from, with their own expiry. Cancelling twice is once. `by`: of the
 * team, for its holder.
 */
export async function cancelVoucher(
  work: Work,
  { customerId, voucherId, by = null }: { customerId: string; voucherId: string; by?: StaffMember | null },
): Promise<Result<Cancelled>> {
  const locked = await lockVouchers(work, 'v.id = ? AND v.customer_id = ?', [voucherId, customerId]);
  const [voucher] = locked.vouchers;
  if (voucher === undefined) return refuse({ code: 'voucher-not-found' });
  const before = await balanceOf(work, customerId);
  if (voucher.state === 'cancelled')
    return ok({ returned: 0, balance: before, already: endOf(voucher, work.now) });
  const refusal = cancelRefusal(work, voucher);
  if (refusal !== null) return refuse(refusal);
  await endVouchers(work, [voucher], locked.balances, { state: 'cancelled' });
  const balance = await balanceOf(work, customerId);
  const asset = voucher.source === 'points' ? 'points' : 'cashback';
  const returned = balance[asset].available - before[asset].available;
  if (by !== null) {
    const { benefit } = voucher;
    await record(work, by, 'cancel-voucher', { voucher: voucherId, customer: customerId, benefit });
    const came =
      asset === 'points' ? { cashbackCents: 0, points: returned } : { cashbackCents: returned, points: 0 };
    await tellHolder(work, voucher, `voucher:${voucherId}:cancel`, {
      kind: 'voucher-cancelled',
      benefit,
      ...came,
    });
  }
  return ok({ returned, balance, already: null });
}

function cancelRefusal(work: Work, voucher: StoredVoucher): Refusal | null {
  return endOf(voucher, work.now) ?? (voucher.held === null ? { code: 'voucher-not-cancellable' } : null);
}
