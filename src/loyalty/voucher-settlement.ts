import type { Work } from '../db';
import { query } from '../rows';
import type { Instant } from './core/sale';
import type { LotUse } from './core/settlement';
import { transactionId, writeEntries, type Entry } from './ledger';
import { lockBalances } from './ledger-rows';
import { readVouchers, type StoredVoucher } from './voucher-rows';

/** Ends vouchers whose time is over: what they held goes back where it came from. */
export async function expireVouchers(work: Work): Promise<number> {
  const vouchers = await readVouchers(
    work,
    `v.state = 'open' AND v.expires_at <= ?`,
    [new Date(work.now)],
    'ORDER BY v.customer_id, v.id LIMIT 200 FOR UPDATE OF v SKIP LOCKED',
  );
  await lockBalances(
    work,
    vouchers.map((voucher) => voucher.customerId),
  );
  for (const voucher of vouchers) {
    await work
      .trx('vouchers')
      .where({ id: voucher.id })
      .update({ state: 'expired', settled_at: new Date(work.now) });
    await writeEntries(work, await settlementOf(work, voucher, 0, 'expiry'));
  }
  return vouchers.length;
}

interface HeldLot extends LotUse {
  saleId: string | null;
  expiresAt: Instant | null;
}

/** The lots that a voucher's hold took from, the last taken first: what comes back refills them in that order. */
async function heldLots(work: Work, voucherId: string): Promise<HeldLot[]> {
  const rows = await query<HeldLot>(
    work,
    `SELECT u.lot_id AS "lotId", u.quantity, l.sale_id AS "saleId", l.expires_at AS "expiresAt"
     FROM transactions t
     JOIN lot_uses u ON u.merchant_id = t.merchant_id AND u.transaction_id = t.id
     JOIN lots l ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id
     WHERE t.merchant_id = current_merchant() AND t.id = ?
     ORDER BY l.expires_at DESC NULLS FIRST, l.available_at DESC, l.id DESC`,
    [transactionId(`voucher:${voucherId}:hold`)],
  );
  return rows;
}

/**
 * Captures `captured` of what a voucher holds and gives the rest back to the lots it came from, with their own expiry:
 * what goes back to a lot that has expired meanwhile lapses with it, as a transaction about that lot's sale.
 */
export async function settlementOf(
  work: Work,
  voucher: StoredVoucher,
  captured: number,
  key: string,
): Promise<Entry[]> {
  const back: LotUse[] = [];
  const lapsed: HeldLot[] = [];
  let left = voucher.valueCents - captured;
  for (const held of await heldLots(work, voucher.id)) {
    const quantity = Math.min(left, held.quantity);
    if (quantity === 0) continue;
    left -= quantity;
    if (held.expiresAt !== null && held.expiresAt <= work.now) lapsed.push({ ...held, quantity });
    else back.push({ lotId: held.lotId, quantity: -quantity });
  }
  const returned = back.reduce((sum, use) => sum - use.quantity, 0);
  const asset = 'cashback' as const;
  const common = { customerId: voucher.customerId, voucherId: voucher.id, occurredAt: work.now, input: key };
  const settlement: Entry = {
    ...common,
    kind: captured > 0 ? 'capture' : 'release',
    key: `voucher:${voucher.id}:settle`,
    saleId: null,
    movement: {
      postings: [
        { source: 'held' as const, destination: 'redeemed' as const, asset, quantity: captured },
        { source: 'held' as const, destination: 'customer' as const, asset, quantity: returned },
      ].filter((posting) => posting.quantity > 0),
      lots: [],
      uses: back,
      deltas: [{ asset, quantity: returned, held: -(captured + returned), debt: 0 }],
    },
  };
  const lapses = lapsed.map((held): Entry => ({
    ...common,
    kind: 'expiry',
    key: `expiry:${held.lotId}:${voucher.id}`,
    saleId: held.saleId,
    movement: {
      postings: [{ source: 'held', destination: 'expired', asset, quantity: held.quantity }],
      lots: [],
      uses: [],
      deltas: [{ asset, quantity: 0, held: -held.quantity, debt: 0 }],
    },
  }));
  return [settlement, ...lapses];
}
