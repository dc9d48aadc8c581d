import type { Work } from '../../db';
import { queryFor, THIS_SHOP, updateRows } from '../../db/rows';
import { renewalsBy } from '../core/ledger/renewal';
import type { Instant, Sale } from '../core/sales/sale';
import type { Zone } from '../core/time/zone';

interface Renewal {
  customer_id: string;
  rolling_days: number;
  /** What had expired by then stays expired, noted or not; and by now, of what there was before this transaction. */
  since: Instant;
  expires_at: Instant;
  now: Instant;
}

const RENEWAL = {
  customer_id: 'uuid',
  rolling_days: 'integer',
  since: 'timestamptz',
  expires_at: 'timestamptz',
  now: 'timestamptz',
} as const;

/**
 * Moves the expiry of rolling lots on with their holders' purchases: so many days after each, at the end of the shop's
 * day (core/ledger/renewal.ts). `rollingDays` are all the numbers of days that lots of the shop may have. What a purchase
 * that is told late gave lives on with those since: so `purchases` are followed by all that are known.
 */
export async function renewRollingLots(
  work: Work,
  zone: Zone,
  rollingDays: readonly number[],
  purchases: readonly { sale: Sale; customerId: string }[],
): Promise<void> {
  if (rollingDays.length === 0) return;
  const rounds: Renewal[][] = [];
  for (const [customerId, moments] of await momentsSince(work, purchases))
    for (const days of rollingDays)
      for (const [round, { since, expiresAt }] of renewalsBy(moments, (at) =>
        zone.startOfDay(at, days + 1),
      ).entries())
        (rounds[round] ??= []).push({
          customer_id: customerId,
          rolling_days: days,
          since,
          expires_at: expiresAt,
          now: work.now,
        });
  for (const renewals of rounds)
    await updateRows(
      work,
      'lots',
      { customer_id: 'uuid', id: 'uuid', expires_at: 'timestamptz' },
      ['customer_id', 'id'],
      'expires_at = u.expires_at',
      await renewable(work, renewals),
    );
}

/** What waits whole in an open voucher and has not expired lives on too: it may come back. */
const HELD_WHOLE = `SELECT l.* FROM (SELECT id, state, held FROM vouchers
    WHERE merchant_id = ${THIS_SHOP} AND customer_id = u.customer_id OFFSET 0) AS v
  CROSS JOIN LATERAL (SELECT id FROM transactions
    WHERE merchant_id = ${THIS_SHOP} AND voucher_id = v.id AND kind = 'hold' OFFSET 0) AS t
  CROSS JOIN LATERAL (SELECT lot_id FROM lot_uses WHERE merchant_id = ${THIS_SHOP} AND transaction_id = t.id OFFSET 0) AS o
  CROSS JOIN LATERAL (SELECT id, merchant_id, transaction_id, expires_at FROM lots
    WHERE merchant_id = ${THIS_SHOP} AND customer_id = u.customer_id AND id = o.lot_id AND rolling_days = u.rolling_days
      AND remaining = 0 AND expires_at > greatest(u.now, u.since) AND expires_at < u.expires_at OFFSET 0) AS l
  WHERE v.state = 'open' AND v.held IS NOT NULL`;

/** The lots that these renewals move on. (LATERAL and OFFSET 0 keep it one look-up a customer, whatever the planner knows.) */
function renewable(
  work: Work,
  renewals: readonly Renewal[],
): Promise<{ customer_id: string; id: string; expires_at: Instant }[]> {
  return queryFor(
    work,
    RENEWAL,
    renewals,
    'u.customer_id, l.id, u.expires_at',
    `CROSS JOIN LATERAL (
       (SELECT l.id, l.merchant_id, l.transaction_id, l.expires_at FROM lots l
        WHERE l.merchant_id = ${THIS_SHOP} AND l.customer_id = u.customer_id AND l.rolling_days = u.rolling_days
          AND l.remaining > 0 AND l.expires_at > u.since AND l.expires_at < u.expires_at OFFSET 0)
       UNION ${HELD_WHOLE}) AS l
     WHERE (l.expires_at > u.now OR EXISTS (
       SELECT FROM transactions t
       WHERE t.merchant_id = l.merchant_id AND t.id = l.transaction_id AND t.recorded_at = u.now))`,
  );
}

/** When each customer bought something that was not all refunded, in order, from the first of these purchases on. */
async function momentsSince(
  work: Work,
  purchases: readonly { sale: Sale; customerId: string }[],
): Promise<Map<string, Instant[]>> {
  const first = new Map<string, Instant>();
  for (const { sale, customerId } of purchases)
    if (sale.totalCents > sale.refundedCents)
      first.set(customerId, Math.min(first.get(customerId) ?? Infinity, sale.occurredAt));
  const rows = await queryFor<{ customer_id: string; since: Instant }, { customer_id: string; at: Instant }>(
    work,
    { customer_id: 'uuid', since: 'timestamptz' },
    [...first].map(([customer_id, since]) => ({ customer_id, since })),
    'u.customer_id, s.occurred_at AS at',
    `CROSS JOIN LATERAL (SELECT occurred_at FROM sales
       WHERE merchant_id = ${THIS_SHOP} AND customer_id = u.customer_id AND occurred_at >= u.since
         AND total_cents > refunded_cents OFFSET 0) AS s
     ORDER BY s.occurred_at`,
  );
  const moments = new Map<string, Instant[]>();
  for (const { customer_id, at } of rows) {
    const own = moments.get(customer_id);
    if (own === undefined) moments.set(customer_id, [at]);
    else own.push(at);
  }
  return moments;
}
