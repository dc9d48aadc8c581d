import type { Work } from '../../db';
import { ok, refuse, type Result } from '../core/result';
import type { Settings } from '../core/rules/rule';
import { currentSettings } from '../program/program';
import {
  issuedUnder,
  issueHeld,
  lockForSpending,
  planHold,
  shown,
  type HoldPlan,
  type IssuedVoucher,
  type RedeemTerms,
} from '../vouchers/redemption';
import { loadReward, rewardsHad } from './catalogue';
import { shownMinimum } from '../vouchers/views';

/** What a customer exchanges points for. `points`: the price that they were told. */
export interface RewardWish {
  customerId: string;
  rewardId: string;
  points: number;
}

/** Whether points can become this reward's voucher now, and on which terms; writes nothing. */
export async function checkReward(
  work: Work,
  wish: RewardWish,
): Promise<Result<RedeemTerms & { name: string }>> {
  const settings = await currentSettings(work);
  const plan = await planReward(work, settings, { ...wish, key: '' });
  if (!plan.ok) return plan;
  const { voucher, name } = plan.value;
  return ok({ name, expiresAt: voucher.expiresAt, minimumPurchaseCents: shownMinimum(voucher, settings) });
}

/**
 * Holds the points and issues the reward's voucher. The same key with the same wish gives the first voucher again, with
 * another a conflict; a price that has changed meanwhile is a conflict too.
 */
export async function issueReward(
  work: Work,
  wish: RewardWish & { key: string },
): Promise<Result<IssuedVoucher>> {
  const { customerId, rewardId, points, key } = wish;
  // Whoever has points has a balance row: under its lock nobody else exchanges theirs, so that a limit holds.
  await lockForSpending(work, customerId);
  const said = await issuedUnder(work, key);
  if (said !== null) {
    const same = said.rewardId === rewardId && said.held === points && said.customerId === customerId;
    return same ? ok(await shown(work, said)) : refuse({ code: 'idempotency-conflict' });
  }
  const plan = await planReward(work, await currentSettings(work), wish);
  return plan.ok ? ok(await issueHeld(work, plan.value)) : plan;
}

async function planReward(
  work: Work,
  settings: Settings,
  { customerId, rewardId, points, key }: RewardWish & { key: string },
): Promise<Result<HoldPlan & { name: string }>> {
  const reward = await loadReward(work, rewardId);
  if (reward === null || reward.paused) return refuse({ code: 'reward-not-found' });
  if (reward.points !== points) return refuse({ code: 'idempotency-conflict' });
  const { name, benefit, limitPerCustomer: limit, minimumPurchaseCents, stores } = reward;
  if (limit !== null && ((await rewardsHad(work, customerId)).get(rewardId) ?? 0) >= limit)
    return refuse({ code: 'reward-limit', name, limit });
  // Points are spent whole, so an amount must be, too.
  const whole = benefit.kind === 'voucher-fixed' ? benefit.cents : 0;
  const plan = await planHold(work, settings, {
    customerId,
    asset: 'points',
    quantity: points,
    benefit,
    key,
    minimumPurchaseCents: Math.max(minimumPurchaseCents ?? 0, whole),
    ...(stores === null ? {} : { stores }),
    rewardId,
  });
  return plan.ok ? ok({ ...plan.value, name }) : plan;
}
