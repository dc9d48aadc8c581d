import type { Work } from '../../db';
import { balanceOf, type Balance } from '../ledger/balances';
import { ok, refuse, type Refusal, type Result } from '../core/result';
import { endOf } from '../core/voucher';
import { currentSettings } from '../program/program';
import { lockVouchers, type StoredVoucher } from './rows';
import { endVouchers } from './settlement';
import { viewOf, type VoucherView } from './views';
import { findByCode } from './validation';

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

/** What a cancelled voucher left. */
export interface Cancelled {
  /** What came back to the balance; the rest had expired, or paid a debt. */
  returned: number;
  balance: Balance;
}

/** Frees what a voucher holds into the lots that it came from, with their own expiry. Cancelling twice is once. */
export async function cancelVoucher(
  work: Work,
  { customerId, voucherId }: { customerId: string; voucherId: string },
): Promise<Result<Cancelled>> {
  const locked = await lockVouchers(work, 'v.id = ? AND v.customer_id = ?', [voucherId, customerId]);
  const [voucher] = locked.vouchers;
  if (voucher === undefined) return refuse({ code: 'voucher-not-found' });
  const before = await balanceOf(work, customerId);
  if (voucher.state === 'cancelled') return ok({ returned: 0, balance: before });
  const refusal = cancelRefusal(work, voucher);
  if (refusal !== null) return refuse(refusal);
  await endVouchers(work, [voucher], locked.balances, { state: 'cancelled' });
  const balance = await balanceOf(work, customerId);
  const asset = voucher.source === 'points' ? 'points' : 'cashback';
  return ok({ returned: balance[asset].available - before[asset].available, balance });
}

function cancelRefusal(work: Work, voucher: StoredVoucher): Refusal | null {
  return endOf(voucher, work.now) ?? (voucher.held === null ? { code: 'voucher-not-cancellable' } : null);
}
