import type { Work } from '../../db';
import { query } from '../../db/rows';
import {
  campaignWishSchema,
  LONGEST_DAYS,
  offerCents,
  type CampaignChange,
  type CampaignPart,
  type CampaignWish,
} from '../core/campaign';
import { ok, refuse, type Result } from '../core/result';
import type { Instant } from '../core/sales/sale';
import { Zone } from '../core/time/zone';
import { record } from '../history/record';
import { dayNumber } from '../insight';
import { drawOf } from './draw';
import { canonical } from '../program/program';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';
import { countAudience } from './audience';
import { campaignOf, type Campaign } from './campaigns';

/** A campaign as it would be: the first instant after its last day, who is to have it, and what it can cost at most. */
export interface ChangedCampaign {
  before: Campaign;
  wish: CampaignWish;
  words: string | null;
  endsAt: Instant;
  shareBps: number;
  /** What becomes another; nothing where all of it is so already. */
  parts: readonly CampaignPart[];
  people: number;
  /** In cents, the budget considered; null where nothing bounds it. */
  costCents: number | null;
}

/**
 * What a campaign becomes, or why it cannot: nothing is written. Once customers were drawn, who is in it and what they get
 * stays: its result would tell of nothing.
 */
export async function changedCampaign(
  work: Work,
  { number, change }: { number: number; change: CampaignChange },
): Promise<Result<ChangedCampaign>> {
  const before = await campaignOf(work, number);
  if (before === null) return refuse({ code: 'campaign-not-found' });
  const { state, endsAt: end } = before;
  if (state === 'stopped' || state === 'ended' || end <= work.now)
    return refuse({ code: 'campaign-over', number });
  const period = await periodOf(work, before, change);
  if (!period.ok) return period;
  const { validDays, endsAt } = period.value;
  const wish = wishAfter(before.wish, change, validDays);
  const words = change.words === undefined ? before.words : change.words;
  const parts = partsChanged(before, { wish, words, endsAt });
  const settled = parts.find((part) => part === 'audience' || part === 'offer');
  if (state !== 'assigning' && settled !== undefined)
    return refuse({ code: 'campaign-begun', what: settled, number });
  const each = offerCents(wish.offer);
  if (each === null && wish.budget_cents !== undefined) return refuse({ code: 'campaign-unbounded' });
  if ((wish.budget_cents ?? Infinity) < before.spentCents)
    return refuse({ code: 'campaign-budget', spentCents: before.spentCents });
  const draw = await drawnOf(work, before, wish);
  if (draw === null) return refuse({ code: 'campaign-nobody' });
  const { treatedAtMost, ...drawn } = draw;
  const all = each === null ? null : each * treatedAtMost;
  const costCents = wish.budget_cents === undefined ? all : Math.min(wish.budget_cents, all ?? Infinity);
  return ok({ before, wish, words, endsAt, parts, costCents, ...drawn });
}

/** What was sent, and what it gave, stays as it was. */
export async function changeCampaign(
  work: Work,
  { number, change, by }: { number: number; change: CampaignChange; by: StaffMember },
): Promise<Result<ChangedCampaign>> {
  // Whoever draws or gives waits, and goes on by the new one.
  await work.trx('campaigns').where({ number }).forUpdate().first('number');
  const changed = await changedCampaign(work, { number, change });
  if (!changed.ok || changed.value.parts.length === 0) return changed;
  const { before, wish, words, endsAt, shareBps, parts } = changed.value;
  await work
    .trx('campaigns')
    .where({ number })
    .update({
      wish: JSON.stringify(wish),
      words,
      ends_at: new Date(endsAt),
      share_bps: shareBps,
      budget_cents: wish.budget_cents ?? null,
    });
  if (parts.includes('words')) await rewordWaiting(work, number, words);
  if ((wish.budget_cents ?? Infinity) > (before.wish.budget_cents ?? Infinity))
    await work
      .trx('campaign_members')
      .where({ campaign: number, skipped: 'budget' })
      .update({ skipped: null });
  await record(work, by, 'edit-campaign', { number, parts });
  return changed;
}

async function periodOf(
  work: Work,
  { startsAt, endsAt, wish }: Campaign,
  { last_day: lastDay, valid_days: days, more_days: more = 0 }: CampaignChange,
): Promise<Result<{ validDays: number; endsAt: Instant }>> {
  const zone = Zone.of((await loadShop(work)).zone);
  const start = zone.dayOf(startsAt);
  const validDays = lastDay === undefined ? (days ?? wish.valid_days) + more : dayNumber(lastDay) - start;
  if (validDays === wish.valid_days) return ok({ validDays, endsAt });
  const first = Math.max(1, zone.dayOf(work.now) - start);
  if (validDays < first || validDays > LONGEST_DAYS)
    return refuse({
      code: 'campaign-period',
      first: zone.startOfDay(startsAt, first),
      last: zone.startOfDay(startsAt, LONGEST_DAYS),
    });
  return ok({ validDays, endsAt: zone.startOfDay(startsAt, validDays + 1) });
}

function wishAfter(before: CampaignWish, change: CampaignChange, validDays: number): CampaignWish {
  const { audience = before.audience, offer = before.offer } = change;
  const useMin = change.use_min_cents === undefined ? before.use_min_cents : change.use_min_cents;
  const budget = change.budget_cents === undefined ? before.budget_cents : change.budget_cents;
  return campaignWishSchema.parse({
    audience,
    offer,
    valid_days: validDays,
    ...(useMin === undefined || useMin === null ? {} : { use_min_cents: useMin }),
    ...(budget === undefined || budget === null ? {} : { budget_cents: budget }),
  });
}

function partsChanged(
  before: Campaign,
  after: { wish: CampaignWish; words: string | null; endsAt: Instant },
): CampaignPart[] {
  const parts = ({ wish, words, endsAt }: typeof after): Record<CampaignPart, unknown> => ({
    audience: wish.audience,
    offer: [wish.offer, wish.use_min_cents ?? null],
    period: endsAt,
    budget: wish.budget_cents ?? null,
    words,
  });
  const [was, is] = [parts(before), parts(after)];
  return (Object.keys(was) as CampaignPart[]).filter((part) => canonical(was[part]) !== canonical(is[part]));
}

/** Who was drawn, or would be by now; null where there would be nobody. */
async function drawnOf(
  work: Work,
  { number, state, shareBps, treated }: Campaign,
  { audience }: CampaignWish,
): Promise<{ people: number; treatedAtMost: number; shareBps: number } | null> {
  if (state !== 'assigning') return { people: treated, treatedAtMost: treated, shareBps };
  const { eligible } = await countAudience(work, audience);
  if (eligible === 0) return null;
  const draw = await drawOf(work, { campaign: number, audience, eligible });
  return { people: draw.treated, treatedAtMost: draw.treatedAtMost, shareBps: draw.shareBps };
}

/** What waits to be sent is sent in the new words. */
async function rewordWaiting(work: Work, number: number, words: string | null): Promise<void> {
  await query(
    work,
    `UPDATE outbox SET params = jsonb_set(params::jsonb, '{words}', to_jsonb(?::text))::json
     WHERE merchant_id = current_merchant() AND template = 'campaign' AND state = 'queued' AND starts_with(cause, ?)`,
    [words ?? '', `campaign:${number}:`],
  );
}
