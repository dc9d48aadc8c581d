import type { Work } from '../../db';
import type { VoucherMode } from '../core/result';
import { audit, type StaffMember } from '../shops/team';

/** What becomes of the part that a voucher paid when the purchase is refunded. */
export type VoucherRefund = 'back-to-balance' | 'lost';

/** How a shop deals with its vouchers. */
export interface VoucherTermsOfShop {
  mode: VoucherMode;
  /** The shop's own words, to be shown with each voucher; null but in manual mode. */
  procedure: string | null;
  refund: VoucherRefund;
}

export const LONGEST_PROCEDURE = 200;

export async function loadVoucherTerms(work: Work): Promise<VoucherTermsOfShop> {
  const row = await work
    .trx<{ mode: VoucherMode; procedure: string | null; refund: VoucherRefund }>('merchants')
    .first('voucher_mode as mode', 'voucher_procedure as procedure', 'voucher_refund as refund');
  if (row === undefined) throw new Error(`there is no shop ${work.merchantId}`);
  return { ...row, procedure: row.mode === 'manual' ? row.procedure : null };
}

/** From now on vouchers are validated so. Throws a RangeError where manual mode lacks its procedure. */
export async function setVoucherMode(
  work: Work,
  { mode, procedure, by }: { mode: VoucherMode; procedure?: string; by: StaffMember },
): Promise<void> {
  const words = procedure?.trim().slice(0, LONGEST_PROCEDURE) ?? '';
  if (mode === 'manual' && words === '') throw new RangeError('manual validation needs a procedure');
  await work
    .trx('merchants')
    .update({ voucher_mode: mode, ...(mode === 'manual' ? { voucher_procedure: words } : {}) });
  await audit(work, by, 'voucher-mode', { mode, ...(mode === 'manual' ? { procedure: words } : {}) });
}

export async function setVoucherRefund(
  work: Work,
  { refund, by }: { refund: VoucherRefund; by: StaffMember },
): Promise<void> {
  await work.trx('merchants').update({ voucher_refund: refund });
  await audit(work, by, 'voucher-refund', { refund });
}
