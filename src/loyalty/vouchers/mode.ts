import type { Work } from '../../db';
import { ok, type VoucherMode } from '../core/result';
import { record } from '../history/record';
import type { Undo } from '../history/undoing';
import type { StaffMember } from '../shops/team';

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
  const before = await loadVoucherTerms(work);
  await work
    .trx('merchants')
    .update({ voucher_mode: mode, ...(mode === 'manual' ? { voucher_procedure: words } : {}) });
  await record(work, by, 'voucher-mode', {
    mode,
    ...(mode === 'manual' ? { procedure: words } : {}),
    before,
  });
}

export const undoVoucherMode: Undo<'voucher-mode'> = {
  who: 'owner',
  async undo(work, { details: { before } }) {
    const { mode, procedure } = before;
    await work
      .trx('merchants')
      .update({ voucher_mode: mode, ...(procedure === null ? {} : { voucher_procedure: procedure }) });
    return ok(null);
  },
};

export async function setVoucherRefund(
  work: Work,
  { refund, by }: { refund: VoucherRefund; by: StaffMember },
): Promise<void> {
  const { refund: before } = await loadVoucherTerms(work);
  await work.trx('merchants').update({ voucher_refund: refund });
  await record(work, by, 'voucher-refund', { refund, before });
}

export const undoVoucherRefund: Undo<'voucher-refund'> = {
  who: 'owner',
  async undo(work, { details: { before } }) {
    await work.trx('merchants').update({ voucher_refund: before });
    return ok(null);
  },
};
