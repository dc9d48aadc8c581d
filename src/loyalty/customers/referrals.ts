import { randomBytes } from 'node:crypto';
import type { Work } from '../../db';
import { query } from '../../rows';
import { ok, refuse, type Result } from '../core/result';
import { CODE_LENGTH, codeFrom } from '../core/voucher';
import { record } from '../history/record';
import type { StaffMember } from '../shops/team';
import { lockOfShop } from '../shops/locks';

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

/** In force for whoever says a code from now on; who said one before keeps what was promised. */
export async function setReferralTerms(
  work: Work,
  { terms, by, key }: { terms: ReferralTerms; by: StaffMember; key: string },
): Promise<void> {
  const { giverCents, friendCents, validDays } = terms;
  const [added] = await query(
    work,
    `INSERT INTO referral_terms (merchant_id, at, giver_cents, friend_cents, valid_days, idempotency_key)
     VALUES (current_merchant(), ?, ?, ?, ?, ?) ON CONFLICT (merchant_id, idempotency_key) DO NOTHING RETURNING id`,
    [new Date(work.now), giverCents, friendCents, validDays, key],
  );
  if (added !== undefined) await record(work, by, 'referral-terms', { giverCents, friendCents });
}

/** What a customer tells their friends; made the first time. */
export async function referralCode(work: Work, customerId: string): Promise<string> {
  for (;;) {
    const code = codeFrom(randomBytes(CODE_LENGTH));
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
  { friendId, code }: { friendId: string; code: string },
): Promise<Result<{ terms: ReferralTerms }>> {
  const terms = await referralTerms(work);
  if (terms === null) return refuse({ code: 'referral', why: 'off' });
  // Two who bring each other at once come one after the other, so that the second sees the ring.
  await lockOfShop(work, 'referrals');
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
async function broughtBy(work: Work, customerId: string, byWhom: string): Promise<boolean> {
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
