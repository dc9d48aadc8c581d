import type { Database, Work } from '../../db';
import { visitShops, type Round } from '../../db/rounds';
import { query } from '../../db/rows';
import type { Instant } from '../core/sales/sale';
import { judgeLift, type Arms, type InsightThread, type RevenueTest } from '../insight';
import type { ArmName } from './arms';
import { ONE_PERSON } from './audience';
import { stepCampaigns } from './giving';

/** Steps of one shop before the next has its turn. */
const MOST_STEPS = 50;

/** Assigns, gives and judges whatever of campaigns is due. `told` is in the transaction that writes a verdict. */
export async function runCampaigns(
  round: Round,
  options: { now: Instant; thread: InsightThread; told: (work: Work, number: number) => Promise<void> },
): Promise<void> {
  const { db, stopping } = round;
  const shops = await db.call<{ id: number }>('SELECT merchants_with_campaigns() AS id');
  await visitShops(round, shops, 'a campaign could not go on', async (id) => {
    for (let step = 0; step < MOST_STEPS && (await db.asMerchant(id, stepCampaigns)); step++)
      if (stopping?.aborted === true) return;
    await judgeEnded(db, id, options);
  });
}

async function judgeEnded(
  db: Database,
  merchantId: number,
  {
    now,
    thread,
    told,
  }: { now: Instant; thread: InsightThread; told: (work: Work, number: number) => Promise<void> },
): Promise<void> {
  const ended = await db.asMerchant(merchantId, (work) =>
    query<Ended>(
      work,
      `SELECT number, share_bps AS "shareBps", starts_at AS "startsAt", ends_at AS "endsAt" FROM campaigns
       WHERE merchant_id = current_merchant() AND verdict IS NULL AND ends_at <= ? ORDER BY number`,
      [new Date(now)],
    ),
  );
  for (const campaign of ended) {
    const bought = await db.snapshot(merchantId, (work) => boughtOf(work, campaign));
    const revenue = await thread.run('revenue', { ...bought.cents, seed: campaign.number });
    await db.asMerchant(merchantId, async (work) => {
      const written = await work
        .trx('campaigns')
        .where({ number: campaign.number })
        .whereNull('verdict')
        .update({
          state: 'ended',
          verdict: JSON.stringify(judgeLift({ ...campaign, arms: bought.arms, now: work.now })),
          revenue: JSON.stringify((revenue.ok ? revenue.value : null) satisfies RevenueTest | null),
        });
      if (written > 0) await told(work, campaign.number);
    });
  }
}

interface Ended {
  number: number;
  shareBps: number;
  startsAt: Instant;
  endsAt: Instant;
}

/** By intention to treat: whoever was to have it counts in that arm, and any purchase of the window is a return. */
async function boughtOf(
  work: Work,
  { number, startsAt, endsAt }: Ended,
): Promise<{ arms: Arms; cents: { treated: Float64Array; control: Float64Array } }> {
  const rows = await query<{ arm: ArmName; cents: number | null }>(
    work,
    `SELECT m.arm, (SELECT sum(s.total_cents - s.refunded_cents)::bigint FROM sales s
       WHERE s.merchant_id = m.merchant_id AND s.customer_id = m.customer_id
         AND s.occurred_at >= ? AND s.occurred_at < ? AND s.total_cents > s.refunded_cents) AS cents
     FROM campaign_members m WHERE m.merchant_id = current_merchant() AND m.campaign = ? AND ${ONE_PERSON('m')}`,
    [new Date(startsAt), new Date(endsAt), number],
  );
  const of = (arm: ArmName): (number | null)[] =>
    rows.filter((row) => row.arm === arm).map(({ cents }) => cents);
  const arm = (cents: readonly (number | null)[]) => ({
    customers: cents.length,
    returned: cents.filter((each) => each !== null).length,
  });
  const [treated, control] = [of('treated'), of('control')];
  const flat = (cents: readonly (number | null)[]): Float64Array =>
    Float64Array.from(cents, (each) => each ?? 0);
  return {
    arms: { treated: arm(treated), control: arm(control) },
    cents: { treated: flat(treated), control: flat(control) },
  };
}
