import type { Work } from '../db';
import { query } from '../rows';
import type { AccountKind, LotUse, Posting } from './core/settlement';
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
  const balances = await lockBalances(
    work,
    vouchers.map((voucher) => voucher.customerId),
  );
  for (const voucher of vouchers) {
    await work
      .trx('vouchers')
      .where({ id: voucher.id })
      .update({ state: 'expired', settled_at: new Date(work.now) });
    const balance = balances.get(voucher.customerId);
    const entries = await settlementOf(work, voucher, {
      captured: 0,
      debt: balance?.debt.cashback ?? 0,
      key: 'expiry',
    });
    await writeEntries(work, entries);
    // The next voucher of the same customer finds what this one left.
    for (const { deltas } of entries.map((entry) => entry.movement))
      for (const delta of deltas) if (balance !== undefined) balance.debt.cashback += delta.debt;
  }
  return vouchers.length;
}

interface HeldLot extends LotUse {
  saleId: string | null;
  /** Past its expiry, or noted as expired already by a process whose clock was ahead. */
  isOver: boolean;
}

/** The lots that a voucher's hold took from, the last taken first: what comes back refills them in that order. */
async function heldLots(work: Work, voucherId: string): Promise<HeldLot[]> {
  return query<HeldLot>(
    work,
    `SELECT u.lot_id AS "lotId", u.quantity, l.sale_id AS "saleId",
       coalesce(l.expires_at <= ?, false) OR EXISTS (
         SELECT FROM lot_uses o JOIN transactions e ON e.merchant_id = o.merchant_id AND e.id = o.transaction_id
         WHERE o.merchant_id = u.merchant_id AND o.customer_id = u.customer_id AND o.lot_id = u.lot_id
           AND e.kind = 'expiry') AS "isOver"
     FROM transactions t
     JOIN lot_uses u ON u.merchant_id = t.merchant_id AND u.transaction_id = t.id
     JOIN lots l ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id
     WHERE t.merchant_id = current_merchant() AND t.id = ?
     ORDER BY l.expires_at DESC NULLS FIRST, l.available_at DESC, l.id DESC`,
    [new Date(work.now), transactionId(`voucher:${voucherId}:hold`)],
  );
}

/** Where what a voucher held and does not spend goes. */
interface Remainder {
  paidDebt: number;
  back: LotUse[];
  lapsed: HeldLot[];
}

function divide(lots: readonly HeldLot[], quantity: number, debt: number): Remainder {
  const remainder: Remainder = { paidDebt: 0, back: [], lapsed: [] };
  let left = quantity;
  for (const held of lots) {
    const free = Math.min(left, held.quantity);
    left -= free;
    const paid = Math.min(free, debt - remainder.paidDebt);
    remainder.paidDebt += paid;
    if (free === paid) continue;
    if (held.isOver) remainder.lapsed.push({ ...held, quantity: free - paid });
    else remainder.back.push({ lotId: held.lotId, quantity: paid - free });
  }
  return remainder;
}

/**
 * Captures `captured` of what a voucher holds and frees the rest. What is freed pays a debt first (a refund that came
 * while it was held made one); then it goes back to the lots it came from, with their own expiry, and what would go back
 * to a lot that is over lapses, as a transaction about that lot's sale.
 */
export async function settlementOf(
  work: Work,
  voucher: StoredVoucher,
  { captured, debt, key }: { captured: number; debt: number; key: string },
): Promise<Entry[]> {
  const { paidDebt, back, lapsed } = divide(
    await heldLots(work, voucher.id),
    voucher.valueCents - captured,
    debt,
  );
  const returned = back.reduce((sum, use) => sum - use.quantity, 0);
  const common = { customerId: voucher.customerId, voucherId: voucher.id, occurredAt: work.now, input: key };
  const settlement: Entry = {
    ...common,
    kind: captured > 0 ? 'capture' : 'release',
    key: `voucher:${voucher.id}:settle`,
    saleId: null,
    movement: {
      postings: [
        fromHeld('redeemed', captured),
        fromHeld('debt', paidDebt),
        fromHeld('customer', returned),
      ].flat(),
      lots: [],
      uses: back,
      deltas: [
        { asset: 'cashback', quantity: returned, held: -(captured + paidDebt + returned), debt: -paidDebt },
      ],
    },
  };
  const lapses = lapsed.map((held): Entry => ({
    ...common,
    kind: 'expiry',
    key: `expiry:${held.lotId}:${voucher.id}`,
    saleId: held.saleId,
    movement: {
      postings: fromHeld('expired', held.quantity),
      lots: [],
      uses: [],
      deltas: [{ asset: 'cashback', quantity: 0, held: -held.quantity, debt: 0 }],
    },
  }));
  return [settlement, ...lapses];
}

function fromHeld(destination: AccountKind, quantity: number): Posting[] {
  return quantity === 0 ? [] : [{ source: 'held', destination, asset: 'cashback', quantity }];
}
