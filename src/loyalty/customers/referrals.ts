import { randomBytes } from '../../chance';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import { ok, refuse, type Refusal, type Result } from '../core/result';
import { newCode } from '../core/voucher';
import { record } from '../history/record';
import type { StaffMember } from '../shops/team';
import { lockOfShop, lockSalesOfShop } from '../shops/locks';
import { livingCustomer } from './living';

/** What the shop pays once a friend has bought for the first time. */
export interface ReferralTerms {
  giverCents: number;
  friendCents: number;
  /** Null: never expires. */
  validDays: number | null;
}

/** The friend's first purchase counts for so long after they said the code. */
export const REFERRAL_DAYS = 90;

const TERMS = `giver_cents AS "giverCents", friend_cents AS "friendCents", valid_days AS "validDays"`;

/** Null where friends are not paid for. */
export async function referralTerms(work: Work): Promise<ReferralTerms | null> {
  const [terms] = await query<ReferralTerms>(
    work,
    `SELECT ${TERMS} FROM referral_terms WHERE merchant_id = current_merchant() ORDER BY id DESC LIMIT 1`,
  );
  return terms === undefined || terms.giverCents + terms.friendCents === 0 ? null : terms;
}

/** To each side. */
const MOST_CENTS = 100_000;
const LONGEST_DAYS = 3_650;

/** Null where a shop may promise that much. */
export function checkReferralTerms({ giverCents, friendCents, validDays }: ReferralTerms): Refusal | null {
  const isWithin = (value: number, least: number, most: number): boolean =>
    Number.isSafeInteger(value) && value >= least && value <= most;
  const isGood =
    isWithin(giverCents, 0, MOST_CENTS) &&
    isWithin(friendCents, 0, MOST_CENTS) &&
    (validDays === null || isWithin(validDays, 1, LONGEST_DAYS));
  return isGood ? null : { code: 'referral-terms', maximumCents: MOST_CENTS, maximumDays: LONGEST_DAYS };
}

/**
 * In force for whoever says a code from now on; who said one before keeps what was promised. The same key again changes
 * nothing, with other terms it is a conflict.
 */
export async function setReferralTerms(
  work: Work,
  { terms, by, key }: { terms: ReferralTerms; by: StaffMember; key: string },
): Promise<Result<null>> {
  const { giverCents, friendCents, validDays } = terms;
  await lockOfShop(work, 'referrals');
  const [said] = await query<ReferralTerms>(
    work,
    `SELECT ${TERMS} FROM referral_terms WHERE merchant_id = current_merchant() AND idempotency_key = ?`,
    [key],
  );
  if (said !== undefined)
    return said.giverCents === giverCents && said.friendCents === friendCents && said.validDays === validDays
      ? ok(null)
      : refuse({ code: 'idempotency-conflict' });
  const refusal = checkReferralTerms(terms);
  if (refusal !== null) return refuse(refusal);
  await work.trx('referral_terms').insert({
    merchant_id: work.merchantId,
    at: new Date(work.now),
    giver_cents: giverCents,
    friend_cents: friendCents,
    valid_days: validDays,
    idempotency_key: key,
  });
  await record(work, by, 'referral-terms', { giverCents, friendCents });
  return ok(null);
}

/** What a customer tells their friends; made the first time. */
export async function referralCode(work: Work, customerId: string): Promise<string> {
  for (;;) {
    const code = newCode(randomBytes);
    const [row] = await query<{ code: string }>(
      work,
      `UPDATE customers c SET referral_code = coalesce(referral_code, ?)
       WHERE merchant_id = current_merchant() AND id = ?
         AND (referral_code IS NOT NULL OR NOT EXISTS (
           SELECT FROM customers o WHERE o.merchant_id = c.merchant_id AND o.referral_code = ?))
       RETURNING referral_code AS code`,
      [code, customerId, code],
    );
    if (row !== undefined) return row.code;
  }
}

/**
 * A friend says whose code brought them, once and before they have bought. Refused for one's own code, for rings (who was
 * brought by somebody cannot bring them or whoever brought them), and for those who are customers already.
 */
export async function acceptReferral(
  work: Work,
  { friendId: speakerId, code }: { friendId: string; code: string },
): Promise<Result<{ terms: ReferralTerms }>> {
  const terms = await referralTerms(work);
  if (terms === null) return refuse({ code: 'referral', why: 'off' });
  // Two who bring each other at once come one after the other, so that the second sees the ring; and nobody becomes
  // another meanwhile, or buys.
  await lockSalesOfShop(work);
  const friendId = await livingCustomer(work, speakerId);
  const [giver] = await query<{ id: string }>(
    work,
    `SELECT coalesce(merged_into, id) AS id FROM customers WHERE merchant_id = current_merchant() AND referral_code = ?`,
    [code],
  );
  if (giver === undefined) return refuse({ code: 'referral', why: 'unknown' });
  if (giver.id === friendId) return refuse({ code: 'referral', why: 'self' });
  const [bought] = await query(
    work,
    `SELECT FROM sales WHERE merchant_id = current_merchant() AND customer_id = ? AND total_cents > refunded_cents LIMIT 1`,
    [friendId],
  );
  if (bought !== undefined) return refuse({ code: 'referral', why: 'not-new' });
  if (await broughtBy(work, giver.id, friendId)) return refuse({ code: 'referral', why: 'ring' });
  const [accepted] = await query(
    work,
    `INSERT INTO referrals (merchant_id, friend_id, giver_id, referred_at, giver_cents, friend_cents, valid_days, state)
     VALUES (current_merchant(), ?, ?, ?, ?, ?, ?, 'waiting') ON CONFLICT DO NOTHING RETURNING friend_id`,
    [friendId, giver.id, new Date(work.now), terms.giverCents, terms.friendCents, terms.validDays],
  );
  return accepted === undefined ? refuse({ code: 'referral', why: 'already' }) : ok({ terms });
}

/** Whether somebody was brought by this one, directly or through others. */
export async function broughtBy(work: Work, customerId: string, byWhom: string): Promise<boolean> {
  const [found] = await query(
    work,
    `WITH RECURSIVE chain AS (
       SELECT giver_id FROM referrals WHERE merchant_id = current_merchant() AND friend_id = ?
       UNION SELECT r.giver_id FROM referrals r JOIN chain c ON r.friend_id = c.giver_id
       WHERE r.merchant_id = current_merchant())
     SELECT FROM chain WHERE giver_id = ?`,
    [customerId, byWhom],
  );
  return found !== undefined;
}
