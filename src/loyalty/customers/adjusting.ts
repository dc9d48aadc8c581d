import { newId } from '../../chance';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Asset } from '../core/money';
import { ok, refuse, type Refusal, type Result } from '../core/result';
import type { Movement } from '../core/ledger/settlement';
import { spendSoonest } from '../core/ledger/spending';
import type { Instant } from '../core/sales/sale';
import { record } from '../history/record';
import type { Undo } from '../history/undoing';
import { balanceOf, type Balance } from '../ledger/balances';
import { hashInput, transactionId, writeEntries } from '../ledger/ledger';
import { emptyBalance, lockBalances, openLots } from '../ledger/ledger-rows';
import { Zone } from '../core/time/zone';
import { lockSalesOfShop } from '../shops/locks';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';
import { livingCustomer } from './living';

/** What a member of staff puts into a balance, or takes from it: cents of cashback or points, signed. */
export interface Adjustment {
  customerId: string;
  asset: Asset;
  quantity: number;
  reason: string;
  by: StaffMember;
  /** Under which it happens once. */
  key: string;
}

/**
 * Adjusts a balance by a transaction of its own. What is put in pays a debt first, and never expires; what is taken comes
 * from what is usable, soonest expiry first, and is refused where that does not reach. The same key again gives the first
 * outcome, with another adjustment a conflict.
 */
export async function adjustBalance(work: Work, adjustment: Adjustment): Promise<Result<Balance>> {
  const { asset, quantity, reason, by, key } = adjustment;
  // Nobody becomes another between being found and being locked.
  await lockSalesOfShop(work);
  const customerId = await livingCustomer(work, adjustment.customerId);
  const input = `${customerId} ${asset} ${quantity} ${reason}`;
  const posted = await post(work, { customerId, asset, quantity, key: `adjust:${key}`, input }, async () => {
    const limit = await beyondLimit(work, { asset, quantity, by });
    return limit === null ? ok(null) : refuse(limit);
  });
  if (!posted.ok) return posted;
  if (posted.value === 'now')
    await record(work, by, 'adjust', { customer: customerId, asset, quantity, reason });
  return ok(await balanceOf(work, customerId));
}

/** By an adjustment of the other sign: nothing is deleted, and what was spent since cannot be taken back. */
export const undoAdjustment: Undo<'adjust'> = {
  who: 'manager',
  counter: true,
  async undo(work, { id, details: { customer, asset, quantity } }) {
    await lockSalesOfShop(work);
    const customerId = await livingCustomer(work, customer);
    const erased = await query(
      work,
      'SELECT id FROM customers WHERE merchant_id = current_merchant() AND id = ? AND erased_at IS NOT NULL',
      [customerId],
    );
    if (erased.length > 0) return refuse({ code: 'not-undone', why: { because: 'final', what: 'erased' } });
    const counter = { customerId, asset, quantity: -quantity };
    const input = `${customerId} ${asset} ${-quantity} undo ${id}`;
    const posted = await post(work, { ...counter, key: `adjust:undo:${id}`, input }, async () => ok(null));
    if (posted.ok) return ok(null);
    return posted.refusal.code === 'insufficient-balance'
      ? refuse({ code: 'not-undone', why: { because: 'final', what: 'adjustment-spent' } })
      : posted;
  },
};

type Posting = Pick<Adjustment, 'customerId' | 'asset' | 'quantity' | 'key'> & { input: string };

/** Once under its key: `now`, or `before`. `may` is asked where it was not posted before. */
async function post(
  work: Work,
  { customerId, asset, quantity, key, input }: Posting,
  may: () => Promise<Result<null>>,
): Promise<Result<'now' | 'before'>> {
  const locked = await lockBalances(work, [customerId]);
  const [said] = await query<{ input_hash: Buffer }>(
    work,
    'SELECT input_hash FROM transactions WHERE merchant_id = current_merchant() AND id = ?',
    [transactionId(key)],
  );
  if (said !== undefined)
    return said.input_hash.equals(hashInput(input)) ? ok('before') : refuse({ code: 'idempotency-conflict' });
  const allowed = await may();
  if (!allowed.ok) return allowed;
  const { debt } = locked.get(customerId) ?? emptyBalance();
  const movement =
    quantity > 0
      ? ok(putIn(asset, quantity, debt[asset], work.now))
      : await takeOut(work, customerId, asset, -quantity);
  if (!movement.ok) return movement;
  const entry = { kind: 'adjustment' as const, key, input, customerId, saleId: null, voucherId: null };
  await writeEntries(work, [{ ...entry, occurredAt: work.now, movement: movement.value }]);
  return ok('now');
}

/** What a manager may put in and take a day. */
const MANAGER_A_DAY: Record<Asset, number> = { cashback: 50_000, points: 5_000 };

/** What somebody put in and took on this day of the shop, whatever the sign. */
export async function adjustedToday(work: Work, by: StaffMember, asset: Asset): Promise<number> {
  const { zone } = await loadShop(work);
  const [row] = await query<{ used: number }>(
    work,
    `SELECT coalesce(sum(abs((details->>'quantity')::bigint)), 0)::bigint AS used FROM audit_log
     WHERE merchant_id = current_merchant() AND action = 'adjust' AND staff_id = ? AND at >= ?
       AND details->>'asset' = ?`,
    [by.id, new Date(Zone.of(zone).startOfDay(work.now)), asset],
  );
  return row?.used ?? 0;
}

/** Two of the team who see to one complaint. */
const JUST_NOW_MS = 30 * 60_000;

/** The same adjustment, as somebody made it just now: likely it is meant once. */
export async function adjustedJustNow(
  work: Work,
  { customerId, asset, quantity }: Pick<Adjustment, 'customerId' | 'asset' | 'quantity'>,
): Promise<{ id: number; at: Instant } | null> {
  const [same] = await query<{ id: number; at: Instant }>(
    work,
    `SELECT id, at FROM audit_log WHERE merchant_id = current_merchant() AND action = 'adjust' AND at > ?
       AND details->>'customer' = ? AND details->>'asset' = ? AND details->>'quantity' = ? ORDER BY id DESC LIMIT 1`,
    [new Date(work.now - JUST_NOW_MS), customerId, asset, String(quantity)],
  );
  return same ?? null;
}

/** Why somebody cannot adjust by so much today; null where they can. */
export async function beyondLimit(
  work: Work,
  { asset, quantity, by }: Pick<Adjustment, 'asset' | 'quantity' | 'by'>,
): Promise<Refusal | null> {
  if (by.role === 'owner') return null;
  const [used, maximum] = [await adjustedToday(work, by, asset), MANAGER_A_DAY[asset]];
  return used + Math.abs(quantity) <= maximum ? null : { code: 'adjust-limit', asset, maximum, used };
}

function putIn(asset: Asset, quantity: number, debt: number, now: number): Movement {
  const id = newId();
  const paid = Math.min(debt, quantity);
  return {
    postings: [
      { source: 'program', destination: 'customer', asset, quantity },
      ...(paid > 0
        ? [{ source: 'customer' as const, destination: 'debt' as const, asset, quantity: paid }]
        : []),
    ],
    lots: [
      {
        id,
        asset,
        granted: quantity,
        availableAt: now,
        expiresAt: null,
        useMinCents: null,
        rollingDays: null,
      },
    ],
    uses: paid > 0 ? [{ lotId: id, quantity: paid }] : [],
    deltas: [{ asset, quantity: quantity - paid, held: 0, debt: -paid }],
  };
}

async function takeOut(
  work: Work,
  customerId: string,
  asset: Asset,
  quantity: number,
): Promise<Result<Movement>> {
  const uses = spendSoonest(await openLots(work, customerId), asset, quantity, work.now);
  if (!uses.ok) return uses;
  return ok({
    postings: [{ source: 'customer', destination: 'program', asset, quantity }],
    lots: [],
    uses: uses.value.map((use) => ({ lotId: use.lotId, quantity: use.quantity })),
    deltas: [{ asset, quantity: -quantity, held: 0, debt: 0 }],
  });
}
