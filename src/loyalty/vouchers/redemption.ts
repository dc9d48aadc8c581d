import type { Work } from '../../db';
import { balanceOf, type Balance } from '../ledger/balances';
import { holdMovement } from '../core/ledger/hold';
import type { Asset } from '../core/money';
import { ok, refuse, type Result } from '../core/result';
import type { Settings, VoucherBenefit } from '../core/rules/rule';
import type { Instant } from '../core/sales/sale';
import { minimumOf, spendSoonest } from '../core/ledger/spending';
import { Zone } from '../core/time/zone';
import { blockedSince } from '../customers/blocked';
import { writeEntries } from '../ledger/ledger';
import { lockBalances, openLots, type StoredLot } from '../ledger/ledger-rows';
import { currentSettings } from '../program/program';
import { loadShop } from '../shops/shops';
import { insertVouchers, readVouchers, type NewVoucher, type StoredVoucher } from './rows';
import { holdKey } from './settlement';
import { shownMinimum, viewOf, type VoucherView } from './views';

export interface IssuedVoucher extends VoucherView {
  balance: Balance;
}

/** On which terms something would become a voucher. */
export interface RedeemTerms {
  expiresAt: Instant;
  minimumPurchaseCents: number | null;
}

/** Whether cashback can become a voucher of that value now, and on which terms; writes nothing. */
export async function checkRedeem(
  work: Work,
  { customerId, cents }: { customerId: string; cents: number },
): Promise<Result<RedeemTerms>> {
  const settings = await currentSettings(work);
  const plan = await planRedeem(work, settings, { customerId, cents, key: '' });
  if (!plan.ok) return plan;
  const { voucher } = plan.value;
  return ok({ expiresAt: voucher.expiresAt, minimumPurchaseCents: shownMinimum(voucher, settings) });
}

/**
 * Holds cashback and issues its voucher. The same key with the same value gives the first voucher again, with another
 * value a conflict.
 */
export async function issueVoucher(
  work: Work,
  wish: { customerId: string; cents: number; key: string },
): Promise<Result<IssuedVoucher>> {
  const { customerId, cents, key } = wish;
  await lockForSpending(work, customerId);
  const said = await issuedUnder(work, key);
  if (said !== null) {
    const same = said.source === 'cashback' && said.held === cents && said.customerId === customerId;
    return same ? ok(await shown(work, said)) : refuse({ code: 'idempotency-conflict' });
  }
  const plan = await planRedeem(work, await currentSettings(work), wish);
  if (!plan.ok) return plan;
  return ok(await issueHeld(work, plan.value));
}

/** Two spends of one customer wait for each other here, before either reads what there is. */
export async function lockForSpending(work: Work, customerId: string): Promise<void> {
  await lockBalances(work, [customerId]);
}

export async function issuedUnder(work: Work, key: string): Promise<StoredVoucher | null> {
  const [voucher] = await readVouchers(work, 'v.idempotency_key = ?', [key]);
  return voucher ?? null;
}

export async function shown(work: Work, voucher: StoredVoucher): Promise<IssuedVoucher> {
  const view = viewOf(voucher, await currentSettings(work), work.now);
  return { ...view, balance: await balanceOf(work, voucher.customerId) };
}

/** A voucher to be issued, with the lots that pay for it. */
export interface HoldPlan {
  asset: Asset;
  voucher: NewVoucher;
  uses: { lotId: string; quantity: number; lot: StoredLot }[];
}

/** Issues a voucher and sets aside what it holds; the holder's balances are locked. */
export async function issueHeld(work: Work, { asset, voucher, uses }: HoldPlan): Promise<IssuedVoucher> {
  const [issued] = await insertVouchers(work, [voucher]);
  if (issued === undefined) throw new Error('a voucher was not issued');
  await writeEntries(work, [
    {
      kind: 'hold',
      key: holdKey(issued.id),
      input: `${asset} ${voucher.held ?? 0}`,
      customerId: voucher.customerId,
      saleId: null,
      voucherId: issued.id,
      occurredAt: work.now,
      movement: holdMovement(asset, uses),
    },
  ]);
  const stored = await issuedUnder(work, voucher.key);
  if (stored === null) throw new Error('an issued voucher is not to be found');
  return shown(work, stored);
}

async function planRedeem(
  work: Work,
  settings: Settings,
  { customerId, cents, key }: { customerId: string; cents: number; key: string },
): Promise<Result<HoldPlan>> {
  if (cents < settings.redeem_min_cents)
    return refuse({ code: 'below-minimum-redeem', minimum: settings.redeem_min_cents });
  const benefit: VoucherBenefit = { kind: 'voucher-fixed', cents };
  return planHold(work, settings, { customerId, asset: 'cashback', quantity: cents, benefit, key });
}

/** What a voucher of this benefit would hold, and on which terms; refused where there is not enough. */
export async function planHold(
  work: Work,
  settings: Settings,
  wish: {
    customerId: string;
    asset: Asset;
    quantity: number;
    benefit: VoucherBenefit;
    key: string;
    minimumPurchaseCents?: number;
    stores?: readonly string[];
    rewardId?: string;
  },
): Promise<Result<HoldPlan>> {
  const shop = await loadShop(work);
  if (shop.state === 'setup') return refuse({ code: 'program-not-active', missing: 'activation' });
  const { customerId, asset, quantity, benefit, key } = wish;
  if ((await blockedSince(work, [customerId])).size > 0) return refuse({ code: 'customer-blocked' });
  const uses = spendSoonest(await openLots(work, customerId), asset, quantity, work.now);
  if (!uses.ok) return uses;
  const taken = uses.value as HoldPlan['uses'];
  const minimum = minimumOf(
    taken.map(({ lot }) => lot),
    wish.minimumPurchaseCents,
  );
  const voucher: NewVoucher = {
    customerId,
    source: asset,
    benefit,
    held: quantity,
    minimumPurchaseCents: minimum,
    stores: wish.stores ?? null,
    availableAt: work.now,
    expiresAt: Zone.of(shop.zone).startOfDay(work.now, settings.voucher_valid_days + 1),
    key,
    ...(wish.rewardId === undefined ? {} : { rewardId: wish.rewardId }),
  };
  return ok({ asset, voucher, uses: taken });
}
