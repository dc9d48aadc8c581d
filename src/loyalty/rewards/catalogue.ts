import { newId } from '../../chance';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import { balanceOf } from '../ledger/balances';
import { ok, refuse, type Result } from '../core/result';
import type { VoucherBenefit } from '../core/rules/rule';
import { record } from '../history/record';
import { canonical } from '../program/program';
import type { StaffMember } from '../shops/team';
import { lockOfShop } from '../shops/locks';

/** What points can be exchanged for. */
export interface Reward {
  id: string;
  name: string;
  points: number;
  benefit: VoucherBenefit;
  /** What a purchase must reach to use its voucher, in cents. */
  minimumPurchaseCents: number | null;
  stores: readonly string[] | null;
  /** How many one customer may have; null is as many as they like. */
  limitPerCustomer: number | null;
  paused: boolean;
}

export type NewReward = Omit<Reward, 'id' | 'paused' | 'stores'> & { stores?: readonly string[] | null };

export const MAX_REWARDS = 50;

const COLUMNS = `id, name, points, benefit, minimum_purchase_cents AS "minimumPurchaseCents", stores,
  limit_per_customer AS "limitPerCustomer", paused`;

/** The catalogue, the cheapest first. */
export async function rewardsOf(work: Work): Promise<Reward[]> {
  return query<Reward>(
    work,
    `SELECT ${COLUMNS} FROM rewards WHERE merchant_id = current_merchant() AND removed_at IS NULL
     ORDER BY points, lower(name)`,
  );
}

export async function loadReward(work: Work, id: string): Promise<Reward | null> {
  const [reward] = await query<Reward>(
    work,
    `SELECT ${COLUMNS} FROM rewards WHERE merchant_id = current_merchant() AND id = ? AND removed_at IS NULL`,
    [id],
  );
  return reward ?? null;
}

/** The reward of that name, whatever its case. */
export async function rewardNamed(work: Work, name: string): Promise<Reward | null> {
  const [reward] = await query<Reward>(
    work,
    `SELECT ${COLUMNS} FROM rewards
     WHERE merchant_id = current_merchant() AND lower(name) = lower(?) AND removed_at IS NULL`,
    [name],
  );
  return reward ?? null;
}

/**
 * Puts a reward into the catalogue, or changes the one of that name: vouchers that were issued for it stay as they are.
 * Saying it twice is saying it once. Refused where the one of that name is no longer as whoever asked had `seen` it.
 */
export async function putReward(
  work: Work,
  { reward, by, seen }: { reward: NewReward; by: StaffMember; seen?: Reward | null },
): Promise<Result<{ changed: boolean }>> {
  // The catalogue is one thing: two changes of it come one after the other.
  await lockOfShop(work, 'rewards');
  const before = await rewardNamed(work, reward.name);
  if (seen !== undefined && canonical(before) !== canonical(seen))
    return refuse({ code: 'changed-meanwhile' });
  if (before === null && (await rewardsOf(work)).length >= MAX_REWARDS)
    return refuse({ code: 'catalogue-full', maximum: MAX_REWARDS });
  const terms = { ...termsRow(reward), paused: false };
  const rewards = work.trx('rewards');
  const id = before?.id ?? newId();
  if (before === null) {
    const { merchantId: merchant_id, now } = work;
    await rewards.insert({ merchant_id, id, name: reward.name, ...terms, created_at: new Date(now) });
    await record(work, by, 'add-reward', { id, reward });
  } else {
    await rewards.where({ id }).update(terms);
    await record(work, by, 'change-reward', { id, before, reward });
  }
  return ok({ changed: before !== null });
}

/** A reward's terms as its row keeps them. */
export function termsRow({ points, benefit, stores = null, ...terms }: Omit<NewReward, 'name'>) {
  return {
    points,
    benefit: JSON.stringify(benefit),
    minimum_purchase_cents: terms.minimumPurchaseCents,
    stores: stores === null ? null : JSON.stringify(stores),
    limit_per_customer: terms.limitPerCustomer,
  };
}

/** Takes a reward off the catalogue, for a while or for good; vouchers that were issued for it stay good. */
export async function changeReward(
  work: Work,
  { id, what, by }: { id: string; what: 'pause' | 'resume' | 'remove'; by: StaffMember },
): Promise<Result<Reward>> {
  const reward = await loadReward(work, id);
  if (reward === null) return refuse({ code: 'reward-not-found' });
  const change = what === 'remove' ? { removed_at: new Date(work.now) } : { paused: what === 'pause' };
  await work.trx('rewards').where({ id }).update(change);
  const { name, paused: wasPaused } = reward;
  await record(work, by, `${what}-reward`, { reward: id, name, wasPaused });
  return ok({ ...reward, paused: what === 'pause' });
}

/** A reward as a customer sees it. */
export interface RewardOffer extends Reward {
  /** Points that are still missing; zero where it can be had now. */
  missing: number;
  /** The customer has had as many as they may. */
  used: boolean;
}

/** What the shop offers a customer for their points, the cheapest first. */
export async function offersFor(
  work: Work,
  customerId: string,
): Promise<{ available: number; offers: RewardOffer[] }> {
  const { available } = (await balanceOf(work, customerId)).points;
  const had = await rewardsHad(work, customerId);
  const offers = (await rewardsOf(work))
    .filter((reward) => !reward.paused)
    .map((reward) => ({
      ...reward,
      missing: Math.max(0, reward.points - available),
      used: reward.limitPerCustomer !== null && (had.get(reward.id) ?? 0) >= reward.limitPerCustomer,
    }));
  return { available, offers };
}

/** By reward, how many vouchers of it a customer holds or used: what was cancelled or expired does not count. */
export async function rewardsHad(work: Work, customerId: string): Promise<Map<string, number>> {
  const rows = await query<{ reward: string; count: number }>(
    work,
    `SELECT reward_id AS reward, count(*)::integer AS count FROM vouchers
     WHERE merchant_id = current_merchant() AND customer_id = ? AND reward_id IS NOT NULL
       AND (state = 'redeemed' OR (state = 'open' AND expires_at > ?))
     GROUP BY 1`,
    [customerId, new Date(work.now)],
  );
  return new Map(rows.map(({ reward, count }) => [reward, count]));
}
