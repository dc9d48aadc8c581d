import type { Work } from '../../db';
import { balanceOf, type Balance } from '../balances';
import { ok, refuse, type Refusal, type Result } from '../core/result';
import { endOf } from '../core/voucher';
import { currentSettings } from '../program';
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

/** Frees what a voucher holds into the lots that it came from, with their own expiry. Cancelling twice is once. */
export async function cancelVoucher(
  work: Work,
  { customerId, voucherId }: { customerId: string; voucherId: string },
): Promise<Result<Balance>> {
  const { vouchers, balances } = await lockVouchers(work, 'v.id = ? AND v.customer_id = ?', [
    voucherId,
    customerId,
  ]);
  const [voucher] = vouchers;
  if (voucher === undefined) return refuse({ code: 'voucher-not-found' });
  if (voucher.state !== 'cancelled') {
    const refusal = cancelRefusal(work, voucher);
    if (refusal !== null) return refuse(refusal);
    await endVouchers(work, [voucher], balances, { state: 'cancelled' });
  }
  return ok(await balanceOf(work, customerId));
}

function cancelRefusal(work: Work, voucher: StoredVoucher): Refusal | null {
  return endOf(voucher, work.now) ?? (voucher.source === 'rule' ? { code: 'voucher-not-cancellable' } : null);
}
