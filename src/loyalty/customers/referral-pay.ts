import { newId } from '../../chance';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import { lotOfItsOwn, takeReturned } from '../core/ledger/hold';
import type { Notice } from '../core/messages/notice';
import type { LotState, Movement } from '../core/ledger/settlement';
import { Zone } from '../core/time/zone';
import { hashInput, transactionId, writeEntries, type Entry } from '../ledger/ledger';
import { emptyBalance, lockBalances } from '../ledger/ledger-rows';
import { enqueueNotices, type NoticeToSend } from '../outbox';
import { loadShop, type Shop } from '../shops/shops';
import { withMerged } from './living';
import { broughtBy, REFERRAL_DAYS } from './referrals';

const DAY_MS = 86_400_000;

/** A friend who was brought, with whoever brought them. */
export interface Referral {
  friendId: string;
  giverId: string;
  referredAt: number;
  giverCents: number;
  friendCents: number;
  validDays: number | null;
  state: 'waiting' | 'paid' | 'void';
  saleId: string | null;
  revision: number;
}

/**
 * Before two become one: what ends with it (nobody brings themselves, also not through others, and nobody is brought
 * twice), and whose money the others' being settled again may move.
 */
export async function referralsBetween(
  work: Work,
  from: string,
  to: string,
): Promise<{ ended: Referral[]; givers: string[] }> {
  const all = await query<Referral>(
    work,
    `SELECT ${COLUMNS} FROM referrals WHERE merchant_id = current_merchant()
       AND (friend_id IN (?, ?) OR giver_id IN (?, ?)) ORDER BY friend_id`,
    [from, to, from, to],
  );
  const both = [from, to];
  const asFriends = all.filter(({ friendId }) => both.includes(friendId));
  const ended: Referral[] = [];
  for (const referral of asFriends) {
    const { friendId, giverId } = referral;
    const isSecond = friendId === from && asFriends.length > 1;
    if (isSecond || both.includes(giverId) || (await isRing(work, giverId, both))) ended.push(referral);
  }
  return { ended, givers: asFriends.map(({ giverId }) => giverId) };
}

async function isRing(work: Work, giverId: string, both: readonly string[]): Promise<boolean> {
  for (const one of both) if (await broughtBy(work, giverId, one)) return true;
  return false;
}

/** What was paid for them is taken back; the balances are locked. */
export async function endReferrals(work: Work, referrals: readonly Referral[]): Promise<void> {
  for (const referral of referrals) {
    if (referral.state === 'paid') await takeBack(work, referral);
    await work.trx('referrals').where({ friend_id: referral.friendId }).delete();
  }
}

/** Of one who may have bought before, as it turned out. */
export async function settleReferralsOf(work: Work, friendId: string): Promise<void> {
  const referrals = await referralsOf(work, [friendId]);
  if (referrals.length === 0) return;
  const notices = await settleReferrals(work, await loadShop(work), referrals);
  await enqueueNotices(
    work,
    notices.map((notice) => ({ ...notice, suppressed: null })),
  );
}

const COLUMNS = `friend_id AS "friendId", giver_id AS "giverId", referred_at AS "referredAt", giver_cents AS "giverCents",
  friend_cents AS "friendCents", valid_days AS "validDays", state, sale_id AS "saleId", revision`;

/** The referrals of these customers as friends, that may be paid or taken back. */
export async function referralsOf(work: Work, friends: readonly string[]): Promise<Referral[]> {
  if (friends.length === 0) return [];
  return query<Referral>(
    work,
    `SELECT ${COLUMNS} FROM referrals WHERE merchant_id = current_merchant() AND friend_id = ANY(?::uuid[]) AND state <> 'void' ORDER BY friend_id`,
    [[...new Set(friends)]],
  );
}

/**
 * Brings each referral to what the friend's purchases deserve, all balances being locked: paid to both once the first of
 * them stands, taken back where none does any more. One that turns out to be of before the code was said ends it.
 */
export async function settleReferrals(
  work: Work,
  shop: Shop,
  referrals: readonly Referral[],
): Promise<Omit<NoticeToSend, 'suppressed'>[]> {
  const notices: Omit<NoticeToSend, 'suppressed'>[] = [];
  for (const referral of referrals) {
    const { saleId, tooLate } = await deserving(work, referral);
    if (referral.state === 'paid' && saleId === null) await takeBack(work, referral);
    if (referral.state === 'waiting' && saleId !== null) notices.push(...(await pay(work, shop, referral)));
    const state = saleId !== null ? 'paid' : tooLate ? 'void' : 'waiting';
    const paidOrNot = (referral.state === 'paid') !== (state === 'paid');
    await work
      .trx('referrals')
      .where({ friend_id: referral.friendId })
      .update({
        state,
        sale_id: saleId,
        revision: referral.revision + (paidOrNot && state !== 'paid' ? 1 : 0),
      });
  }
  return notices;
}

async function deserving(
  work: Work,
  { friendId, referredAt }: Referral,
): Promise<{ saleId: string | null; tooLate: boolean }> {
  const [first] = await query<{ id: string; at: number }>(
    work,
    `SELECT id, occurred_at AS at FROM sales
     WHERE merchant_id = current_merchant() AND customer_id = ? AND total_cents > refunded_cents AND dry IS FALSE
     ORDER BY occurred_at LIMIT 1`,
    [friendId],
  );
  if (first === undefined) return { saleId: null, tooLate: false };
  const isIn = first.at >= referredAt && first.at < referredAt + REFERRAL_DAYS * DAY_MS;
  return { saleId: isIn ? first.id : null, tooLate: !isIn };
}

const inputOf = ({ friendId, revision }: Referral, who: string): string =>
  `referral ${friendId} ${revision} ${who}`;

function entryOf(work: Work, customerId: string, key: string, input: string, movement: Movement): Entry {
  const about = { customerId, saleId: null, voucherId: null, occurredAt: work.now };
  return { kind: 'adjustment', key, input, ...about, movement };
}

async function pay(work: Work, shop: Shop, referral: Referral): Promise<Omit<NoticeToSend, 'suppressed'>[]> {
  const notices: Omit<NoticeToSend, 'suppressed'>[] = [];
  const { validDays } = referral;
  const expiresAt = validDays === null ? null : Zone.of(shop.zone).startOfDay(work.now, validDays + 1);
  const barred = await barredOf(work, [referral.giverId, referral.friendId]);
  for (const { who, customerId, cents } of sides(referral)) {
    if (cents === 0 || barred.has(customerId)) continue;
    const balance = (await lockBalances(work, [customerId])).get(customerId) ?? emptyBalance();
    const movement = lotOfItsOwn({
      source: 'program',
      quantity: cents,
      debt: balance.debt.cashback,
      id: newId(),
      availableAt: work.now,
      expiresAt,
      useMinCents: null,
    });
    const input = inputOf(referral, who);
    await writeEntries(work, [entryOf(work, customerId, input, input, movement)]);
    const has = balance.quantity.cashback + movement.deltas.reduce((sum, { quantity }) => sum + quantity, 0);
    const notice: Notice = {
      kind: 'referral-paid',
      shop: shop.name,
      cashbackCents: cents,
      points: 0,
      expiresAt,
      balance: { cashbackCents: has, points: balance.quantity.points },
    };
    notices.push({ cause: input, customerId, notice });
  }
  return notices;
}

/** Those of them who are paid nothing: who is blocked, and who was erased. */
async function barredOf(work: Work, customers: readonly string[]): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    work,
    `SELECT id FROM customers WHERE merchant_id = current_merchant() AND id = ANY(?::uuid[])
       AND (blocked_at IS NOT NULL OR erased_at IS NOT NULL)`,
    [customers],
  );
  return new Set(rows.map(({ id }) => id));
}

const sides = ({ giverId, friendId, giverCents, friendCents }: Referral) => [
  { who: 'giver', customerId: giverId, cents: giverCents },
  { who: 'friend', customerId: friendId, cents: friendCents },
];

/** From what is left of it, then from what lapsed of it; the rest is owed. Who was paid nothing gives nothing back. */
async function takeBack(work: Work, referral: Referral): Promise<void> {
  // It may have been paid when the friend was still known as another.
  const names = await withMerged(work, [referral.friendId]);
  for (const { who, customerId, cents } of sides(referral)) {
    const inputs = names.map((friendId) => inputOf({ ...referral, friendId }, who));
    if (cents === 0 || !(await wasPaid(work, inputs))) continue;
    const input = inputOf(referral, who);
    const lots = await query<LotState & { lapsed: number }>(
      work,
      `SELECT l.id, l.asset, l.remaining, l.available_at AS "availableAt", l.expires_at AS "expiresAt",
         (SELECT coalesce(sum(u.quantity), 0)::bigint FROM lot_uses u
          JOIN transactions e ON e.merchant_id = u.merchant_id AND e.id = u.transaction_id AND e.kind = 'expiry'
          WHERE u.merchant_id = l.merchant_id AND u.customer_id = l.customer_id AND u.lot_id = l.id) AS lapsed
       FROM lots l JOIN transactions t ON t.merchant_id = l.merchant_id AND t.id = l.transaction_id
       WHERE l.merchant_id = current_merchant() AND l.customer_id = ? AND t.kind = 'adjustment'
         AND encode(t.input_hash, 'hex') = ANY(?::text[])`,
      [customerId, inputs.map((paid) => hashInput(paid).toString('hex'))],
    );
    const lapsed = lots.reduce((sum, lot) => sum + lot.lapsed, 0);
    const { movement, lapses } = takeReturned({
      asset: 'cashback',
      lots,
      lapsed: [{ saleId: null, quantity: lapsed }],
      quantity: cents,
      policy: 'debt',
      into: 'program',
    });
    await writeEntries(work, [
      entryOf(work, customerId, `${input} back`, input, movement),
      ...lapses.map((lapse) => entryOf(work, customerId, `${input} back lapsed`, input, lapse.movement)),
    ]);
  }
}

async function wasPaid(work: Work, inputs: readonly string[]): Promise<boolean> {
  const paid = await query(
    work,
    'SELECT FROM transactions WHERE merchant_id = current_merchant() AND id = ANY(?::uuid[])',
    [inputs.map(transactionId)],
  );
  return paid.length > 0;
}
