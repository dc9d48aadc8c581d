import type { Work } from '../../db';
import { query, type Binding } from '../../db/rows';
import { lockBalances } from '../ledger/ledger-rows';
import { moveBooks } from '../ledger/moving';
import { lockSalesOfShop } from '../shops/locks';
import { livingCustomer } from './living';
import { endReferrals, referralsBetween, settleReferralsOf } from './referral-pay';

/**
 * Makes one customer of two that proved to be one person: `keep` has all that either had, and `absorb` leads to it from
 * then on. Doing it again, or the other way round, changes nothing. Returns the id of the one that there is now.
 *
 * Waits for the shop's judging, as judging waits for it; then locks both balances in the order of the ids, and after
 * them the vouchers, as all do that move a customer's money. To be called before the transaction locks any of these.
 */
export async function mergeCustomers(
  work: Work,
  { keep, absorb }: { keep: string; absorb: string },
): Promise<string> {
  await lockSalesOfShop(work);
  const to = await livingCustomer(work, keep);
  const from = await livingCustomer(work, absorb);
  if (from === to) return to;
  await ensureBalances(work, [from, to]);
  const referrals = await referralsBetween(work, from, to);
  await lockBalances(work, [from, to, ...referrals.givers]);
  await query(
    work,
    `SELECT id FROM vouchers WHERE merchant_id = current_merchant() AND customer_id = ? AND state = 'open' ORDER BY id FOR UPDATE`,
    [from],
  );
  await endReferrals(work, referrals.ended);
  await moveBooks(work, { from, to });
  for (const [sql, bindings] of belongings(work, from, to)) await query(work, sql, bindings);
  await settleReferralsOf(work, to);
  return to;
}

/** A balance row is also the lock of its customer's money, so both have to be there. */
async function ensureBalances(work: Work, customers: readonly string[]): Promise<void> {
  await query(
    work,
    `INSERT INTO balances (merchant_id, customer_id, asset, quantity)
     SELECT current_merchant(), id, asset, 0 FROM unnest(?::uuid[]) AS id, unnest('{cashback,points}'::text[]) AS asset
     ORDER BY id, asset ON CONFLICT DO NOTHING`,
    [customers],
  );
}

/** All that is a customer's beside the books, each with how it becomes the other's; what is a stop of either is one of both. */
function belongings(work: Work, from: string, to: string): [sql: string, bindings: readonly Binding[]][] {
  const now = new Date(work.now);
  const simply = (table: string): [string, readonly Binding[]] => [
    `UPDATE ${table} SET customer_id = ? WHERE merchant_id = current_merchant() AND customer_id = ?`,
    [to, from],
  ];
  return [
    simply('sales'),
    simply('vouchers'),
    simply('sale_claims'),
    simply('customer_identities'),
    [COUNTERS, [to, from]],
    [
      `UPDATE rule_counters SET quantity = 0 WHERE merchant_id = current_merchant() AND customer_id = ?`,
      [from],
    ],
    [LABELS, [to, now, from]],
    [`DELETE FROM customer_labels WHERE merchant_id = current_merchant() AND customer_id = ?`, [from]],
    [DECLARED, [to, from]],
    [`DELETE FROM declared_identities WHERE merchant_id = current_merchant() AND customer_id = ?`, [from]],
    [CONSENT, [to, now, `merge:${from}`, from, to]],
    [PERSON, [now, from, to]],
    [
      `UPDATE referrals SET friend_id = ? WHERE merchant_id = current_merchant() AND friend_id = ?`,
      [to, from],
    ],
    [`UPDATE referrals SET giver_id = ? WHERE merchant_id = current_merchant() AND giver_id = ?`, [to, from]],
    [MEMBERS, [to, from]],
    [CONTACTS, [to, from]],
    [CHATS, [to, from]],
    [TOLD_TWICE, [now, from, to]],
    [`${simply('outbox')[0]} AND state IN ('queued', 'sending', 'unknown')`, [to, from]],
    [
      `UPDATE customers SET merged_into = ? WHERE merchant_id = current_merchant() AND (id = ? OR merged_into = ?)`,
      [to, from, from],
    ],
  ];
}

const COUNTERS = `INSERT INTO rule_counters (merchant_id, customer_id, rule_id, period, quantity)
  SELECT merchant_id, ?, rule_id, period, quantity FROM rule_counters
  WHERE merchant_id = current_merchant() AND customer_id = ? AND quantity > 0
  ON CONFLICT (merchant_id, customer_id, rule_id, period) DO UPDATE SET quantity = rule_counters.quantity + excluded.quantity`;

const LABELS = `INSERT INTO customer_labels (merchant_id, customer_id, label, created_at)
  SELECT merchant_id, ?, label, ? FROM customer_labels WHERE merchant_id = current_merchant() AND customer_id = ?
  ON CONFLICT DO NOTHING`;

const DECLARED = `INSERT INTO declared_identities (merchant_id, customer_id, kind, value, declared_at, bouncing_since)
  SELECT merchant_id, ?, kind, value, declared_at, bouncing_since FROM declared_identities
  WHERE merchant_id = current_merchant() AND customer_id = ? ON CONFLICT DO NOTHING`;

/** The proof of what is in force now, where merging changes it; the wishes themselves stay where they were noted. */
const CONSENT = `INSERT INTO consents (merchant_id, customer_id, purpose, granted, at, message_id, text_version)
  SELECT b.merchant_id, ?, 'marketing', a.marketing_consent AND b.marketing_consent IS NOT FALSE, ?, ?, 'merge'
  FROM customers a JOIN customers b ON b.merchant_id = a.merchant_id
  WHERE a.merchant_id = current_merchant() AND a.id = ? AND b.id = ? AND a.marketing_consent IS NOT NULL
    AND b.marketing_consent IS DISTINCT FROM (a.marketing_consent AND b.marketing_consent IS NOT FALSE)`;

const PERSON = `UPDATE customers b SET name = coalesce(b.name, a.name), language = coalesce(b.language, a.language),
    birthday = coalesce(b.birthday, a.birthday), messages_stopped = b.messages_stopped OR a.messages_stopped,
    marketing_consent = CASE WHEN false IN (a.marketing_consent, b.marketing_consent) THEN false
      ELSE coalesce(b.marketing_consent, a.marketing_consent) END,
    blocked_at = CASE WHEN num_nulls(a.blocked_at, b.blocked_at) < 2 THEN coalesce(b.blocked_at, ?) END
  FROM customers a WHERE a.merchant_id = current_merchant() AND a.id = ? AND b.merchant_id = a.merchant_id AND b.id = ?`;

/** Campaigns know the one as they knew the other; what was given under either is not given again. */
const MEMBERS = `INSERT INTO campaign_members AS m (merchant_id, campaign, customer_id, arm, assigned_at, given_at, skipped)
  SELECT merchant_id, campaign, ?, arm, assigned_at, given_at, skipped FROM campaign_members
  WHERE merchant_id = current_merchant() AND customer_id = ?
  ON CONFLICT (merchant_id, campaign, customer_id) DO UPDATE SET given_at = coalesce(m.given_at, excluded.given_at),
    skipped = CASE WHEN num_nonnulls(m.given_at, excluded.given_at) = 0 THEN m.skipped END`;

/** Who was asked to come back under the one is not asked under the other for the same silence. */
const CONTACTS = `INSERT INTO come_back_contacts (merchant_id, customer_id, purchase_day, told_on, reason)
  SELECT merchant_id, ?, purchase_day, told_on, reason FROM come_back_contacts
  WHERE merchant_id = current_merchant() AND customer_id = ? ON CONFLICT DO NOTHING`;

/** A chat in which a turn is going on is found again by its speaker (bot/speaker.ts): nobody waits for it here. */
const CHATS = `UPDATE chats SET customer_id = ? WHERE merchant_id = current_merchant() AND id IN (
  SELECT id FROM chats WHERE merchant_id = current_merchant() AND customer_id = ? FOR UPDATE SKIP LOCKED)`;

/** What one event would tell both, it tells the one once. */
const TOLD_TWICE = `UPDATE outbox o SET state = 'suppressed', reason = 'told-already', settled_at = ?
  WHERE o.merchant_id = current_merchant() AND o.customer_id = ? AND o.state = 'queued' AND EXISTS (
    SELECT FROM outbox p WHERE p.merchant_id = o.merchant_id AND p.customer_id = ? AND p.cause = o.cause AND p.template = o.template)`;
