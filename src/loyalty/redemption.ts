import { randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Work } from '../db';
import { balanceOf, type Balance } from './balances';
import { ok, refuse, type Result } from './core/result';
import type { Settings } from './core/rule';
import type { Instant } from './core/sale';
import { isUsable, takeSoonest } from './core/spending';
import { CODE_LENGTH, codeFrom } from './core/voucher';
import { Zone } from './core/zone';
import { writeEntries, type Entry } from './ledger';
import { lockBalances, openLots, type StoredLot } from './ledger-rows';
import { currentSettings } from './program';
import { loadShop } from './shops';
import { encryptCode, hashCode, readVouchers, type VoucherState } from './voucher-rows';

export interface IssuedVoucher {
  /** Without the dash. */
  code: string;
  valueCents: number;
  minimumPurchaseCents: number | null;
  expiresAt: Instant;
  balance: Balance;
}

interface Plan {
  uses: { lotId: string; quantity: number; lot: StoredLot }[];
  expiresAt: Instant;
  minimumPurchaseCents: number | null;
}

/** Whether cashback can become a voucher of that value now, and on which terms; writes nothing. */
export async function checkRedeem(
  work: Work,
  { customerId, cents }: { customerId: string; cents: number },
): Promise<Result<{ expiresAt: Instant; minimumPurchaseCents: number | null }>> {
  const plan = await planRedeem(work, customerId, cents);
  if (!plan.ok) return plan;
  return ok({ expiresAt: plan.value.expiresAt, minimumPurchaseCents: plan.value.minimumPurchaseCents });
}

/**
 * Holds cashback and issues its voucher. The same key with the same value gives the first voucher again, with another
 * value a conflict.
 */
export async function issueVoucher(
  work: Work,
  { customerId, cents, key }: { customerId: string; cents: number; key: string },
): Promise<Result<IssuedVoucher>> {
  await lockForSpending(work, customerId);
  const [issued] = await readVouchers(work, 'v.idempotency_key = ?', [key]);
  if (issued !== undefined) {
    if (issued.valueCents !== cents || issued.customerId !== customerId)
      return refuse({ code: 'idempotency-conflict' });
    return ok({ ...issued, balance: await balanceOf(work, customerId) });
  }
  const plan = await planRedeem(work, customerId, cents);
  if (!plan.ok) return plan;
  const { uses, expiresAt, minimumPurchaseCents } = plan.value;
  const id = newId();
  const code = codeFrom(randomBytes(CODE_LENGTH));
  await work.trx('vouchers').insert({
    merchant_id: work.merchantId,
    id,
    customer_id: customerId,
    code_hash: hashCode(work, code),
    code_encrypted: encryptCode(work, id, code),
    value_cents: cents,
    minimum_purchase_cents: minimumPurchaseCents,
    expires_at: new Date(expiresAt),
    state: 'open',
    issued_at: new Date(work.now),
    idempotency_key: key,
  });
  await writeEntries(work, [holdOf(work, id, customerId, cents, uses)]);
  return ok({
    code,
    valueCents: cents,
    minimumPurchaseCents,
    expiresAt,
    balance: await balanceOf(work, customerId),
  });
}

function holdOf(work: Work, voucherId: string, customerId: string, cents: number, uses: Plan['uses']): Entry {
  return {
    kind: 'hold',
    key: `voucher:${voucherId}:hold`,
    input: `${cents}`,
    customerId,
    saleId: null,
    voucherId,
    occurredAt: work.now,
    movement: {
      postings: [{ source: 'customer', destination: 'held', asset: 'cashback', quantity: cents }],
      lots: [],
      uses: uses.map(({ lotId, quantity }) => ({ lotId, quantity })),
      deltas: [{ asset: 'cashback', quantity: -cents, held: cents, debt: 0 }],
    },
  };
}

/** Two spends of one customer wait for each other here, before either reads what there is. */
async function lockForSpending(work: Work, customerId: string): Promise<void> {
  await lockBalances(work, [customerId]);
}

async function planRedeem(work: Work, customerId: string, cents: number): Promise<Result<Plan>> {
  const shop = await loadShop(work);
  if (shop.state === 'setup') return refuse({ code: 'program-not-active', missing: 'activation' });
  const settings = await currentSettings(work);
  if (cents < settings.redeem_min_cents)
    return refuse({ code: 'below-minimum-redeem', minimum: settings.redeem_min_cents });
  const lots = await openLots(work, customerId);
  const uses = takeSoonest(lots, 'cashback', cents, work.now);
  if (uses === null) {
    const available = lots
      .filter((lot) => lot.asset === 'cashback' && isUsable(lot, work.now))
      .reduce((sum, lot) => sum + lot.remaining, 0);
    return refuse({ code: 'insufficient-balance', asset: 'cashback', available, requested: cents });
  }
  const taken = uses as Plan['uses'];
  return ok({
    uses: taken,
    expiresAt: Zone.of(shop.zone).startOfDay(work.now, settings.voucher_valid_days + 1),
    minimumPurchaseCents: minimumPurchase(taken, cents, settings),
  });
}

/** The greatest minimum of the lots that pay, and what the purchase must be for the whole voucher to be usable. */
function minimumPurchase(uses: Plan['uses'], cents: number, settings: Settings): number | null {
  const forWhole =
    settings.redeem_max_bps === 10_000 ? 0 : Math.ceil((cents * 10_000) / settings.redeem_max_bps);
  const minimum = Math.max(forWhole, ...uses.map(({ lot }) => lot.useMinCents ?? 0));
  return minimum === 0 ? null : minimum;
}

export interface VoucherView {
  code: string;
  valueCents: number;
  minimumPurchaseCents: number | null;
  expiresAt: Instant;
  state: VoucherState;
}

/** The latest vouchers of a customer, the newest first. */
export async function vouchersOf(work: Work, customerId: string): Promise<VoucherView[]> {
  const vouchers = await readVouchers(
    work,
    'v.customer_id = ?',
    [customerId],
    'ORDER BY v.issued_at DESC LIMIT 10',
  );
  return vouchers.map(({ code, valueCents, minimumPurchaseCents, expiresAt, state }) => ({
    code,
    valueCents,
    minimumPurchaseCents,
    expiresAt,
    state,
  }));
}
