import type { Work } from '../../db';
import { BUSY } from '../campaigns/audience';
import { query } from '../../db/rows';
import { dateOf, type DayNumber } from '../core/time/calendar';
import type { Asset } from '../core/money';
import type { VoucherBenefit } from '../core/rules/rule';
import type { Instant } from '../core/sales/sale';
import type { Zone } from '../core/time/zone';

/** A day of a shop, as the round looks at it. */
export interface RoundDay {
  day: DayNumber;
  zone: Zone;
  /** Some moment of it. */
  at: Instant;
}

/** From the first instant of a day so many days after this one up to that of the next. */
function within({ zone, at }: RoundDay, days: number): [Date, Date] {
  return [new Date(zone.startOfDay(at, days)), new Date(zone.startOfDay(at, days + 1))];
}

/** What of a balance comes to something on that day, an asset each. */
interface Part {
  customerId: string;
  asset: Asset;
  quantity: number;
  expiresAt: Instant | null;
}

/** What of balances becomes usable on this day. */
export function becomesUsable(work: Work, day: RoundDay): Promise<Part[]> {
  return query(
    work,
    `SELECT customer_id AS "customerId", asset, sum(remaining)::bigint AS quantity, min(expires_at) AS "expiresAt"
     FROM lots WHERE merchant_id = current_merchant() AND remaining > 0
       AND date_trunc('hour', available_at AT TIME ZONE 'UTC') = available_at AT TIME ZONE 'UTC'
       AND available_at >= ? AND available_at < ?
       AND EXISTS (SELECT FROM transactions t WHERE t.merchant_id = lots.merchant_id AND t.id = lots.transaction_id
                   AND t.occurred_at < lots.available_at)
     GROUP BY 1, 2`,
    within(day, 0),
  );
}

/** What of balances can be used for the last time so many days after this one. */
export function ends(work: Work, day: RoundDay, daysLeft: number): Promise<Part[]> {
  return query(
    work,
    `SELECT customer_id AS "customerId", asset, sum(remaining)::bigint AS quantity, min(expires_at) AS "expiresAt"
     FROM lots WHERE merchant_id = current_merchant() AND remaining > 0 AND expires_at IS NOT NULL
       AND expires_at >= ? AND expires_at < ?
     GROUP BY 1, 2`,
    within(day, daysLeft + 1),
  );
}

export interface EndingVoucher {
  customerId: string;
  voucherId: string;
  benefit: VoucherBenefit;
  expiresAt: Instant;
  minimumPurchaseCents: number | null;
}

/** Vouchers that live long are told of three days before their last, others on the day before it. */
export function vouchersEnding(work: Work, day: RoundDay): Promise<EndingVoucher[]> {
  return query(
    work,
    `SELECT customer_id AS "customerId", id AS "voucherId", benefit, expires_at AS "expiresAt",
       minimum_purchase_cents AS "minimumPurchaseCents"
     FROM vouchers WHERE merchant_id = current_merchant() AND state = 'open'
       AND (expires_at >= ? AND expires_at < ? AND expires_at - available_at >= interval '7 days'
         OR expires_at >= ? AND expires_at < ? AND expires_at - available_at < interval '7 days')
       AND available_at < ? AND issued_at < ?`,
    [...within(day, 4), ...within(day, 2), ...[0, 0].map(() => within(day, 0)[0])],
  );
}

/** Who has their birthday; on 28 February of a common year also those of the 29th. */
export async function birthdays(work: Work, { day }: RoundDay): Promise<string[]> {
  const date = dateOf(day).slice(5);
  const isLeap = dateOf(day + 1).endsWith('02-29');
  const dates = date === '02-28' && !isLeap ? [date, '02-29'] : [date];
  const rows = await query<{ id: string }>(
    work,
    `SELECT id FROM customers WHERE merchant_id = current_merchant() AND birthday = ANY(?::text[])`,
    [dates],
  );
  return rows.map(({ id }) => id);
}

/** Who bought for the first time on the day before, and who had bought on so many days with it. */
export function milestones(
  work: Work,
  { day }: RoundDay,
  thanksAfter: number,
): Promise<{ customerId: string; days: number }[]> {
  return query(
    work,
    `SELECT p.customer_id AS "customerId", b.days FROM purchase_days p
     JOIN buyers b ON b.merchant_id = p.merchant_id AND b.customer_id = p.customer_id AND b.last_day = p.day
     WHERE p.merchant_id = current_merchant() AND p.day = ? AND b.days IN (1, ?)`,
    [day - 1, thanksAfter],
  );
}

export interface LateBuyer {
  customerId: string;
  firstDay: DayNumber;
  lastDay: DayNumber;
  days: number;
}

/** Due days longer past than this belong to a campaign: a shop that begins must not write to all whom it ever lost. */
const LATELY_DAYS = 14;

/** Who became late for them, and was not asked to come back for this silence yet. */
export function lateBuyers(work: Work, { day, at }: RoundDay): Promise<LateBuyer[]> {
  return query(
    work,
    `SELECT b.customer_id AS "customerId", b.first_day AS "firstDay", b.last_day AS "lastDay", b.days FROM buyers b
     WHERE b.merchant_id = current_merchant() AND b.due_on <= ? AND b.due_on > ? AND b.due_for = b.last_day
       AND NOT EXISTS (SELECT FROM come_back_contacts c WHERE c.merchant_id = b.merchant_id
         AND c.customer_id = b.customer_id AND c.purchase_day = b.last_day)
       -- A campaign is to show what it did: nobody in it is asked back beside it.
       AND NOT ${BUSY}`,
    [day, day - LATELY_DAYS, new Date(at)],
  );
}
