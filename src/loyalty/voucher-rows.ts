import type { Work } from '../db';
import { query, type Binding } from '../rows';
import type { Instant } from './core/sale';

export type VoucherState = 'open' | 'redeemed' | 'cancelled' | 'expired';

export interface StoredVoucher {
  id: string;
  customerId: string;
  /** Decrypted when it is asked for. */
  readonly code: string;
  valueCents: number;
  minimumPurchaseCents: number | null;
  expiresAt: Instant;
  state: VoucherState;
  settledAt: Instant | null;
  purchaseCents: number | null;
  holder: string | null;
}

interface VoucherRow {
  id: string;
  customer_id: string;
  code_encrypted: Buffer;
  value_cents: number;
  minimum_purchase_cents: number | null;
  expires_at: number;
  state: VoucherState;
  settled_at: number | null;
  purchase_cents: number | null;
  holder: string | null;
}

const context = (merchantId: number, id: string): string => `voucher ${merchantId} ${id}`;

export function hashCode(work: Work, code: string): Buffer {
  return work.secrets.hash(code, `voucher ${work.merchantId}`);
}

export function encryptCode(work: Work, id: string, code: string): Buffer {
  return work.secrets.encrypt(code, context(work.merchantId, id));
}

/** Reads vouchers by a condition over `v`; `FOR UPDATE` locks them until the transaction ends. */
export async function readVouchers(
  work: Work,
  condition: string,
  bindings: readonly Binding[],
  tail = '',
): Promise<StoredVoucher[]> {
  const rows = await query<VoucherRow>(
    work,
    `SELECT v.*, c.name AS holder FROM vouchers v
     JOIN customers c ON c.merchant_id = v.merchant_id AND c.id = v.customer_id
     WHERE v.merchant_id = current_merchant() AND ${condition} ${tail}`,
    bindings,
  );
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    get code() {
      return work.secrets.decrypt(row.code_encrypted, context(work.merchantId, row.id));
    },
    valueCents: row.value_cents,
    minimumPurchaseCents: row.minimum_purchase_cents,
    expiresAt: row.expires_at,
    state: row.state === 'open' && row.expires_at <= work.now ? 'expired' : row.state,
    settledAt: row.settled_at,
    purchaseCents: row.purchase_cents,
    holder: row.holder,
  }));
}
