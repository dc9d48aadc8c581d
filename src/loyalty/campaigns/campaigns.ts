import type { Work } from '../../db';
import { query } from '../../db/rows';
import { campaignWishSchema, offerCents, type CampaignWish } from '../core/campaign';
import { ok, refuse, type Result } from '../core/result';
import type { Instant } from '../core/sales/sale';
import { Zone } from '../core/time/zone';
import { countChanges } from '../figures/counting';
import { record } from '../history/record';
import { controlShareBps, type LiftVerdict, type RevenueTest } from '../insight';
import { hashInput } from '../ledger/ledger';
import { canonical } from '../program/program';
import { lockOfShop } from '../shops/locks';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';
import { drawOf, type Draw } from './draw';
import { countAudience, ONE_PERSON, type AudienceCount } from './audience';

export type CampaignState = 'assigning' | 'running' | 'stopped' | 'ended';

export interface Campaign {
  number: number;
  wish: CampaignWish;
  words: string | null;
  state: CampaignState;
  shareBps: number;
  startsAt: Instant;
  /** Set beforehand: the offer ends, and the verdict comes. */
  endsAt: Instant;
  spentCents: number;
  /** How many are to have it, had it, could not, and were left untouched. */
  treated: number;
  given: number;
  skipped: number;
  control: number;
  verdict: LiftVerdict | null;
  revenue: RevenueTest | null;
}

export interface CampaignPreview extends AudienceCount, Pick<Draw, 'treated' | 'control' | 'isExact'> {
  /** Of those who would have it, to so many the budget reaches; null where it reaches all. */
  paidFor: number | null;
  /** What it can cost at most, in cents, the budget considered; null where nothing bounds it. */
  costCents: number | null;
  endsAt: Instant;
}

/** Who and how many it would be sent to, and what it could cost; writes nothing but what was still to be counted. */
export async function previewCampaign(work: Work, wish: CampaignWish): Promise<CampaignPreview> {
  await countChanges(work);
  const count = await countAudience(work, wish.audience);
  const campaign = await nextNumber(work);
  const draw = await drawOf(work, { campaign, audience: wish.audience, eligible: count.eligible });
  const { treated, control, isExact } = draw;
  const each = offerCents(wish.offer);
  const all = each === null ? null : each * draw.treatedAtMost;
  const { budget_cents: budget } = wish;
  const costCents = budget === undefined ? all : Math.min(budget, all ?? budget);
  const reaches = budget === undefined || each === null ? treated : Math.floor(budget / each);
  const paidFor = reaches < treated ? reaches : null;
  return { ...count, treated, control, isExact, paidFor, costCents, endsAt: await endOf(work, wish) };
}

async function nextNumber(work: Work): Promise<number> {
  const [last] = await query<{ number: number }>(
    work,
    'SELECT coalesce(max(number), 0) + 1 AS number FROM campaigns WHERE merchant_id = current_merchant()',
  );
  return last?.number ?? 1;
}

/** The first instant after its last day. */
async function endOf(work: Work, { valid_days: days }: CampaignWish): Promise<Instant> {
  const { zone } = await loadShop(work);
  return Zone.of(zone).startOfDay(work.now, days + 1);
}

/** Starts it; the worker assigns and sends. The same key again gives the first answer, with another wish a conflict. */
export async function createCampaign(
  work: Work,
  { wish, words, by, key }: { wish: CampaignWish; words: string | null; by: StaffMember; key: string },
): Promise<Result<{ number: number }>> {
  await lockOfShop(work, 'campaigns');
  const inputHash = hashInput(canonical({ wish: campaignWishSchema.parse(wish), words }));
  const made = (await work.trx('campaigns').where({ idempotency_key: key }).first('number', 'input_hash')) as
    { number: number; input_hash: Buffer | null } | undefined;
  if (made !== undefined)
    return made.input_hash?.equals(inputHash) === false
      ? refuse({ code: 'idempotency-conflict' })
      : ok({ number: made.number });
  const { eligible } = await countAudience(work, wish.audience);
  if (eligible === 0) return refuse({ code: 'campaign-nobody' });
  if (offerCents(wish.offer) === null && wish.budget_cents !== undefined)
    return refuse({ code: 'campaign-unbounded' });
  const number = await nextNumber(work);
  await work.trx('campaigns').insert({
    merchant_id: work.merchantId,
    number,
    wish: JSON.stringify(campaignWishSchema.parse(wish)),
    words,
    state: 'assigning',
    share_bps: controlShareBps(eligible),
    starts_at: new Date(work.now),
    ends_at: new Date(await endOf(work, wish)),
    budget_cents: wish.budget_cents ?? null,
    created_by: by.id,
    idempotency_key: key,
    input_hash: inputHash,
  });
  await record(work, by, 'campaign', { number });
  return ok({ number });
}

/** Nobody gets it from now on; what was given stays, and what waits to be sent does not go. */
export async function stopCampaign(
  work: Work,
  { number, by }: { number: number; by: StaffMember },
): Promise<Result<Campaign>> {
  await work.trx('campaigns').where({ number }).forUpdate().first('number');
  const campaign = await campaignOf(work, number);
  if (campaign === null) return refuse({ code: 'campaign-not-found' });
  if (campaign.state === 'stopped' || campaign.state === 'ended') return ok(campaign);
  await work.trx('campaigns').where({ number }).update({ state: 'stopped' });
  await query(
    work,
    `UPDATE outbox SET state = 'suppressed', reason = 'campaign-stopped', settled_at = ?
     WHERE merchant_id = current_merchant() AND template = 'campaign' AND state = 'queued' AND starts_with(cause, ?)`,
    [new Date(work.now), `campaign:${number}:`],
  );
  await record(work, by, 'stop-campaign', { number });
  return ok({ ...campaign, state: 'stopped' });
}

const CAMPAIGN = `k.number, k.wish, k.words, k.state, k.share_bps AS "shareBps", k.starts_at AS "startsAt", k.ends_at AS "endsAt",
  k.spent_cents AS "spentCents", k.verdict, k.revenue, m.treated, m.given, m.skipped, m.control`;
const MEMBERS = `CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE arm = 'treated') AS treated, count(given_at) AS given,
    count(skipped) AS skipped, count(*) FILTER (WHERE arm = 'control') AS control
  FROM campaign_members n WHERE n.merchant_id = k.merchant_id AND n.campaign = k.number AND ${ONE_PERSON('n')}) AS m`;

/** The latest first. */
export function campaignsOf(work: Work, limit: number): Promise<Campaign[]> {
  return query(
    work,
    `SELECT ${CAMPAIGN} FROM campaigns k ${MEMBERS} WHERE k.merchant_id = current_merchant() ORDER BY k.number DESC LIMIT ?`,
    [limit],
  );
}

export async function campaignOf(work: Work, number: number): Promise<Campaign | null> {
  const [campaign] = await query<Campaign>(
    work,
    `SELECT ${CAMPAIGN} FROM campaigns k ${MEMBERS} WHERE k.merchant_id = current_merchant() AND k.number = ?`,
    [number],
  );
  return campaign ?? null;
}
