import { newId } from '../../chance';
import type { Work } from '../../db';
import { insertRows, query, updateRows } from '../../db/rows';
import { offerCents, type CampaignWish, type Offer } from '../core/campaign';
import { lotOfItsOwn } from '../core/ledger/hold';
import type { Notice } from '../core/messages/notice';
import type { Instant } from '../core/sales/sale';
import type { Movement } from '../core/ledger/settlement';
import { usableBalances, whoListens } from '../journeys/recipients';
import { writeEntries } from '../ledger/ledger';
import { emptyBalance, lockBalances, type CustomerBalance } from '../ledger/ledger-rows';
import { enqueueNotices } from '../outbox';
import { lockSalesOfShop } from '../shops/locks';
import { loadShop } from '../shops/shops';
import { insertVouchers } from '../vouchers/rows';
import { armOf } from './arms';
import { eligibleCustomers } from './audience';

const AT_ONCE = 100;
/** No more is given while so many of its messages wait: a campaign that is stopped has given little unheard. */
const MOST_WAITING = 200;

interface Running {
  number: number;
  wish: CampaignWish;
  words: string | null;
  state: 'assigning' | 'running';
  share_bps: number;
  spent_cents: number;
  budget_cents: number | null;
  ends_at: Instant;
}

/** Takes the next step of the shop's first open campaign that has one; false where none has. */
export async function stepCampaigns(work: Work): Promise<boolean> {
  const open = (await work
    .trx('campaigns')
    .whereIn('state', ['assigning', 'running'])
    .where('ends_at', '>', new Date(work.now))
    .orderBy('number')
    .forUpdate()
    .select()) as Running[];
  for (const campaign of open) {
    if (campaign.state === 'assigning') {
      await assign(work, campaign);
      return true;
    }
    if (await giveSome(work, campaign)) return true;
  }
  return false;
}

/** Everybody who is eligible now, each in their arm, before anything is sent. */
async function assign(work: Work, { number, wish, share_bps: shareBps }: Running): Promise<void> {
  for await (const customers of eligibleCustomers(work, wish.audience))
    await insertRows(
      work,
      'campaign_members',
      { campaign: 'integer', customer_id: 'uuid', arm: 'text', assigned_at: 'timestamptz' },
      customers.map((customerId) => ({
        campaign: number,
        customer_id: customerId,
        arm: armOf(work, { campaign: number, customerId, shareBps }),
        assigned_at: work.now,
      })),
      'ON CONFLICT DO NOTHING',
    );
  await work.trx('campaigns').where({ number }).update({ state: 'running' });
}

async function giveSome(work: Work, campaign: Running): Promise<boolean> {
  const { number, budget_cents: budget, spent_cents: spent } = campaign;
  if (await isBusy(work, number)) return false;
  // Nobody becomes another, or is erased, between being read and being given.
  await lockSalesOfShop(work);
  const waiting = await query<{ id: string; merged: boolean }>(
    work,
    `SELECT m.customer_id AS id, c.merged_into IS NOT NULL AS merged FROM campaign_members m
     JOIN customers c ON c.merchant_id = m.merchant_id AND c.id = m.customer_id
     WHERE m.merchant_id = current_merchant() AND m.campaign = ? AND m.arm = 'treated' AND m.given_at IS NULL
       AND m.skipped IS NULL ORDER BY m.customer_id LIMIT ${AT_ONCE}`,
    [number],
  );
  if (waiting.length === 0) return false;
  const ids = waiting.filter(({ merged }) => !merged).map(({ id }) => id);
  const listening = await whoListens(work, ids, 'marketing');
  const willing = ids.filter((id) => listening.has(id));
  const each = offerCents(campaign.wish.offer) ?? 0;
  const most = budget === null || each === 0 ? willing.length : Math.floor((budget - spent) / each);
  const chosen = willing.slice(0, most);
  await give(work, campaign, chosen);
  await mark(work, number, [
    ...waiting.filter(({ merged }) => merged).map(({ id }) => ({ id, skipped: 'merged' })),
    ...ids.filter((id) => !listening.has(id)).map((id) => ({ id, skipped: 'opted-out' })),
    ...willing.slice(most).map((id) => ({ id, skipped: 'budget' })),
    ...chosen.map((id) => ({ id, skipped: null })),
  ]);
  await work
    .trx('campaigns')
    .where({ number })
    .update({ spent_cents: spent + each * chosen.length });
  return true;
}

async function isBusy(work: Work, number: number): Promise<boolean> {
  const [row] = await query<{ waiting: number }>(
    work,
    `SELECT count(*) AS waiting FROM outbox WHERE merchant_id = current_merchant() AND template = 'campaign'
       AND state IN ('queued', 'sending') AND settled_at IS NULL AND starts_with(cause, ?)`,
    [`campaign:${number}:`],
  );
  return (row?.waiting ?? 0) >= MOST_WAITING;
}

function mark(
  work: Work,
  campaign: number,
  members: readonly { id: string; skipped: string | null }[],
): Promise<void> {
  return updateRows(
    work,
    'campaign_members',
    { campaign: 'integer', customer_id: 'uuid', given_at: 'timestamptz', skipped: 'text' },
    ['campaign', 'customer_id'],
    'given_at = u.given_at, skipped = u.skipped',
    members.map(({ id, skipped }) => ({
      campaign,
      customer_id: id,
      given_at: skipped === null ? work.now : null,
      skipped,
    })),
  );
}

/** The offer through the books, and the message about it, each once by its key. */
async function give(work: Work, campaign: Running, customers: readonly string[]): Promise<void> {
  if (customers.length === 0) return;
  const { number, wish, words, ends_at: endsAt } = campaign;
  const shop = await loadShop(work);
  const balances = await lockBalances(work, customers);
  const vouchers =
    wish.offer.kind === 'voucher'
      ? await giveVouchers(work, campaign, wish.offer.benefit, customers)
      : new Map<string, string>();
  if (wish.offer.kind !== 'voucher') await giveAmounts(work, campaign, balances, customers);
  const usable = await usableBalances(work, customers);
  await enqueueNotices(
    work,
    customers.map((customerId) => ({
      cause: `campaign:${number}:${customerId}`,
      customerId,
      notice: noticeOf(wish, vouchers.get(customerId) ?? null, {
        shop: shop.name,
        words: words ?? '',
        expiresAt: endsAt,
        balance: usable(customerId),
      }),
      suppressed: null,
      notAfter: endsAt,
    })),
  );
}

async function giveVouchers(
  work: Work,
  { number, wish, ends_at: expiresAt }: Running,
  benefit: Extract<Offer, { kind: 'voucher' }>['benefit'],
  customers: readonly string[],
): Promise<Map<string, string>> {
  const issued = await insertVouchers(
    work,
    customers.map((customerId) => ({
      customerId,
      source: 'campaign',
      benefit,
      held: null,
      minimumPurchaseCents: wish.use_min_cents ?? null,
      stores: null,
      availableAt: work.now,
      expiresAt,
      key: `campaign:${number}:${customerId}`,
    })),
  );
  return new Map(customers.map((id, i) => [id, issued[i]?.id ?? '']));
}

function giveAmounts(
  work: Work,
  { number, wish, ends_at: expiresAt }: Running,
  balances: Map<string, CustomerBalance>,
  customers: readonly string[],
): Promise<void> {
  const { offer } = wish;
  const asset = offer.kind === 'points' ? 'points' : 'cashback';
  const quantity = offer.kind === 'points' ? offer.points : (offerCents(offer) ?? 0);
  return writeEntries(
    work,
    customers.map((customerId) => ({
      kind: 'adjustment',
      key: `campaign:${number}:${customerId}`,
      input: `${asset}:${quantity}`,
      customerId,
      saleId: null,
      voucherId: null,
      occurredAt: work.now,
      movement: inAsset(
        asset,
        lotOfItsOwn({
          source: 'program',
          quantity,
          debt: (balances.get(customerId) ?? emptyBalance()).debt[asset],
          id: newId(),
          availableAt: work.now,
          expiresAt,
          useMinCents: wish.use_min_cents ?? null,
        }),
      ),
    })),
  );
}

function inAsset(asset: 'cashback' | 'points', { postings, lots, uses, deltas }: Movement): Movement {
  return {
    uses,
    postings: postings.map((posting) => ({ ...posting, asset })),
    lots: lots.map((lot) => ({ ...lot, asset })),
    deltas: deltas.map((delta) => ({ ...delta, asset })),
  };
}

function noticeOf(
  { offer, use_min_cents: useMin }: CampaignWish,
  voucherId: string | null,
  of: { shop: string; words: string; expiresAt: Instant; balance: { cashbackCents: number; points: number } },
): Notice {
  const { shop, words, expiresAt, balance } = of;
  const gift =
    offer.kind === 'voucher'
      ? null
      : {
          cashbackCents: offer.kind === 'cashback' ? offer.cents : 0,
          points: offer.kind === 'points' ? offer.points : 0,
          expiresAt,
        };
  const voucher =
    offer.kind === 'voucher' && voucherId !== null
      ? { voucherId, benefit: offer.benefit, expiresAt, minimumPurchaseCents: useMin ?? null }
      : null;
  return { kind: 'campaign', words, shop, gift, voucher, balance };
}
