import { newId } from '../../chance';
import type { Work } from '../../db';
import { query, updateRows } from '../../db/rows';
import { captureOfNothingHeld, endHold, type Ending, type HeldLot } from '../core/ledger/hold';
import { writeEntries, type Entry } from '../ledger/ledger';
import { emptyBalance, type CustomerBalance } from '../ledger/ledger-rows';
import { lockVouchers, type StoredVoucher } from './rows';

const EXPIRED_AT_ONCE = 200;

/** How an open voucher ends. */
export type VoucherEnd =
  | { state: 'expired' | 'cancelled' }
  | {
      state: 'redeemed';
      key: string;
      input: Buffer;
      purchaseCents: number | null;
      paidCents: number;
      via: 'chat' | 'till' | 'sale';
      by: string | null;
      saleId: string | null;
    };

/** Ends vouchers whose time is over: what they held goes back where it came from. */
export async function expireVouchers(work: Work): Promise<number> {
  const due = `v.state = 'open' AND v.expires_at <= ?`;
  const { vouchers, balances } = await lockVouchers(work, due, [new Date(work.now)], {
    tail: `ORDER BY v.expires_at, v.id LIMIT ${EXPIRED_AT_ONCE}`,
    wait: false,
  });
  const open = vouchers.filter((voucher) => voucher.state === 'open');
  await endVouchers(work, open, balances, { state: 'expired' });
  return open.length;
}

/**
 * Writes the final state of open vouchers, locked with their holders' balances, and what it moves. A voucher that held
 * something pays with that, and frees the rest; what a rule's voucher pays becomes the shop's cost.
 */
export async function endVouchers(
  work: Work,
  vouchers: readonly StoredVoucher[],
  balances: ReadonlyMap<string, CustomerBalance>,
  end: VoucherEnd,
): Promise<void> {
  if (vouchers.length === 0) return;
  const redeemed = end.state === 'redeemed' ? end : null;
  await writeEnd(work, vouchers, end);
  const lots = await heldLots(work, vouchers);
  const entries: Entry[] = [];
  for (const voucher of vouchers) {
    const balance = balances.get(voucher.customerId) ?? emptyBalance();
    const ending = endingOf(voucher, lots.get(voucher.id) ?? [], balance, end);
    // The next voucher of the same customer finds what this one left of a debt.
    for (const { asset, debt } of ending.movement.deltas) balance.debt[asset] += debt;
    const kind = redeemed === null ? 'release' : 'capture';
    entries.push(
      ...entriesOf(work, voucher, ending, {
        kind,
        key: `voucher:${voucher.id}:settle`,
        input: end.state,
      }),
    );
  }
  await writeEntries(work, entries);
}

async function writeEnd(work: Work, vouchers: readonly StoredVoucher[], end: VoucherEnd): Promise<void> {
  const redeemed = end.state === 'redeemed' ? end : null;
  await updateRows(
    work,
    'vouchers',
    {
      id: 'uuid',
      state: 'text',
      settled_at: 'timestamptz',
      settled_key: 'text',
      settled_input: 'bytea',
      purchase_cents: 'bigint',
      paid_cents: 'bigint',
      redeemed_via: 'text',
      redeemed_by: 'uuid',
      redeemed_sale_id: 'text',
    },
    ['id'],
    `state = u.state, settled_at = u.settled_at, settled_key = u.settled_key, settled_input = u.settled_input,
     purchase_cents = u.purchase_cents, paid_cents = u.paid_cents, redeemed_via = u.redeemed_via,
     redeemed_by = u.redeemed_by, redeemed_sale_id = u.redeemed_sale_id`,
    vouchers.map(({ id }) => ({
      id,
      state: end.state,
      settled_at: work.now,
      settled_key: redeemed?.key ?? null,
      settled_input: redeemed?.input ?? null,
      purchase_cents: redeemed?.purchaseCents ?? null,
      paid_cents: redeemed?.paidCents ?? null,
      redeemed_via: redeemed?.via ?? null,
      redeemed_by: redeemed?.by ?? null,
      redeemed_sale_id: redeemed?.saleId ?? null,
    })),
  );
}

function endingOf(
  voucher: StoredVoucher,
  lots: readonly HeldLot[],
  balance: CustomerBalance,
  end: VoucherEnd,
): Ending {
  const { source, held } = voucher;
  const paidCents = end.state === 'redeemed' ? end.paidCents : 0;
  if (held === null) return { movement: captureOfNothingHeld(paidCents), lapses: [] };
  const whole = end.state === 'redeemed' ? held : 0;
  const asset = source === 'points' ? 'points' : 'cashback';
  const captured = asset === 'points' ? whole : paidCents;
  return endHold({ asset, lots, held, captured, debt: balance.debt[asset], newId: () => newId() });
}

/**
 * The transactions of a voucher's movement: what lapses is, for each lot, one about that lot's sale. Its own is about no
 * sale: a lot that it opens is nothing that a sale granted.
 */
export function entriesOf(
  work: Work,
  voucher: Pick<StoredVoucher, 'id' | 'customerId'>,
  { movement, lapses }: Ending,
  { kind, key, input }: Pick<Entry, 'kind' | 'key' | 'input'>,
): Entry[] {
  const common = { customerId: voucher.customerId, voucherId: voucher.id, occurredAt: work.now, input };
  return [
    { ...common, kind, key, saleId: null, movement },
    ...lapses.map((lapse): Entry => ({
      ...common,
      kind: 'expiry',
      key: `${key}:${lapse.lotId ?? lapse.saleId ?? ''}`,
      saleId: lapse.saleId,
      movement: lapse.movement,
    })),
  ];
}

/** By voucher, the lots that its hold took from, the last taken first: those of who holds it now. */
export async function heldLots(
  work: Work,
  vouchers: readonly StoredVoucher[],
): Promise<Map<string, HeldLot[]>> {
  const holding = vouchers.filter((voucher) => voucher.held !== null);
  const lots = new Map<string, HeldLot[]>(holding.map(({ id }) => [id, []]));
  if (holding.length === 0) return lots;
  // A lot is over too where a process whose clock was ahead has noted it as expired already.
  const rows = await query<HeldLot & { voucherId: string }>(
    work,
    `SELECT t.voucher_id AS "voucherId", u.lot_id AS "lotId", u.quantity, l.sale_id AS "saleId",
       l.granted - l.remaining AS room, l.available_at AS "availableAt", l.expires_at AS "expiresAt",
       l.use_min_cents AS "useMinCents", l.rolling_days AS "rollingDays",
       coalesce(l.expires_at <= ?, false) OR EXISTS (
         SELECT FROM lot_uses o JOIN transactions e ON e.merchant_id = o.merchant_id AND e.id = o.transaction_id
         WHERE o.merchant_id = u.merchant_id AND o.customer_id = u.customer_id AND o.lot_id = u.lot_id
           AND e.kind = 'expiry') AS "isOver"
     FROM transactions t
     JOIN vouchers v ON v.merchant_id = t.merchant_id AND v.id = t.voucher_id
     JOIN lot_uses u ON u.merchant_id = t.merchant_id AND u.transaction_id = t.id AND u.customer_id = v.customer_id
     JOIN lots l ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id
     WHERE t.merchant_id = current_merchant() AND t.voucher_id = ANY(?::uuid[]) AND t.kind = 'hold'
     ORDER BY u.ordinal DESC NULLS LAST, l.expires_at DESC NULLS FIRST, l.available_at DESC, l.id DESC`,
    [new Date(work.now), holding.map(({ id }) => id)],
  );
  for (const { voucherId, ...lot } of rows) lots.get(voucherId)?.push(lot);
  return lots;
}

export const holdKey = (voucherId: string): string => `voucher:${voucherId}:hold`;
