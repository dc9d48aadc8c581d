import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Settings, VoucherBenefit } from '../core/rules/rule';
import type { Instant } from '../core/sales/sale';
import { stateAt, wholeFrom, type VoucherSource, type VoucherState } from '../core/voucher';
import { currentSettings } from '../program/program';
import { readVouchers, type StoredVoucher } from './rows';

/** A voucher as its holder sees it. */
export interface VoucherView {
  id: string;
  /** Without the dash. */
  code: string;
  source: VoucherSource;
  benefit: VoucherBenefit;
  /** Cents of cashback or points that wait in it, by its source; null where it holds nothing. */
  held: number | null;
  /** What a purchase must reach for the voucher, or the whole of it, to be used. */
  minimumPurchaseCents: number | null;
  stores: readonly string[] | null;
  availableAt: Instant;
  expiresAt: Instant;
  state: VoucherState;
}

const LATEST = 20;

/** The open vouchers of a customer, the soonest to expire first; then the latest of the others. */
export async function vouchersOf(work: Work, customerId: string): Promise<VoucherView[]> {
  const vouchers = await readVouchers(work, 'v.customer_id = ?', [customerId, new Date(work.now)], {
    tail: `ORDER BY (v.state = 'open' AND v.expires_at > ?) DESC, CASE v.state WHEN 'open' THEN v.expires_at END,
       v.settled_at DESC, v.id LIMIT ${LATEST}`,
  });
  const settings = await currentSettings(work);
  return vouchers.map((voucher) => viewOf(voucher, settings, work.now));
}

export function viewOf(voucher: StoredVoucher, settings: Settings, now: Instant): VoucherView {
  const { id, code, source, benefit, held, stores, availableAt, expiresAt } = voucher;
  const minimumPurchaseCents = shownMinimum(voucher, settings);
  const state = stateAt(voucher, now);
  return { id, code, source, benefit, held, minimumPurchaseCents, stores, availableAt, expiresAt, state };
}

export function shownMinimum(
  voucher: Pick<StoredVoucher, 'source' | 'benefit' | 'minimumPurchaseCents'>,
  { redeem_max_bps: maxBps }: Settings,
): number | null {
  return Math.max(voucher.minimumPurchaseCents ?? 0, wholeFrom(voucher, maxBps)) || null;
}

/** How many vouchers a customer could use now or later. */
export async function openVoucherCount(work: Work, customerId: string): Promise<number> {
  const rows = await query<{ count: number }>(
    work,
    `SELECT count(*)::integer AS count FROM vouchers
     WHERE merchant_id = current_merchant() AND customer_id = ? AND state = 'open' AND expires_at > ?`,
    [customerId, new Date(work.now)],
  );
  return rows[0]?.count ?? 0;
}
