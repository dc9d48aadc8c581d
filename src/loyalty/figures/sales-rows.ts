import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Span } from '../core/time/period';
import type { DayNumber } from '../core/time/calendar';
import type { Instant } from '../core/sales/sale';
import type { BuyerKnown, SalesRow } from '../insight';

const DAY_MS = 86_400_000;

/** As the columns of `sales_days` say it: an empty name is none. */
interface Counted {
  terminal: string;
  acquirer: string;
  buyer: 'identified' | 'claimed' | 'unknown';
  sales: number;
  cents: number;
}

/** Sales alike, of which some can be moved from one kind to another. */
class Rows {
  private readonly rows = new Map<string, SalesRow>();

  add(
    { terminal, acquirer, sales, cents }: Counted,
    buyer: BuyerKnown,
    withBenefit: boolean,
    sign = 1,
  ): void {
    const key = [terminal, acquirer, buyer, withBenefit].join('\0');
    const before = this.rows.get(key);
    this.rows.set(key, {
      terminal: terminal === '' ? null : terminal,
      acquirer: acquirer === '' ? null : acquirer,
      buyer,
      withBenefit,
      sales: (before?.sales ?? 0) + sign * sales,
      cents: (before?.cents ?? 0) + sign * cents,
    });
  }

  all(): SalesRow[] {
    return [...this.rows.values()].filter(({ sales }) => sales !== 0);
  }
}

/**
 * The sales of a period, from the days on which they were counted. What is nobody's is claimable while the time to claim it
 * is open at `now`, and lost after it. A voucher that was validated without its sale pays for the one that its holder
 * made within two hours of it for that amount.
 */
export async function salesRows(
  work: Work,
  { span, days, claimDays }: { span: Span; days: { from: DayNumber; to: DayNumber }; claimDays: number },
): Promise<SalesRow[]> {
  const rows = new Rows();
  for (const { with_benefit: withBenefit, ...counted } of await countedSales(work, days))
    rows.add(counted, counted.buyer === 'unknown' ? 'lost' : counted.buyer, withBenefit);
  const claimableFrom = Math.max(span.from, work.now - claimDays * DAY_MS);
  for (const counted of claimableFrom < span.to ? await claimable(work, claimableFrom, span.to) : []) {
    rows.add(counted, 'lost', false, -1);
    rows.add(counted, 'claimable', false);
  }
  for (const counted of await paidInPerson(work, span)) {
    if (counted.buyer === 'unknown') continue;
    rows.add(counted, counted.buyer, false, -1);
    rows.add(counted, counted.buyer, true);
  }
  return rows.all();
}

function countedSales(
  work: Work,
  { from, to }: { from: DayNumber; to: DayNumber },
): Promise<(Counted & { with_benefit: boolean })[]> {
  return query(
    work,
    `SELECT terminal, acquirer, buyer, with_benefit, sum(sales)::bigint AS sales, sum(cents)::bigint AS cents
     FROM sales_days WHERE merchant_id = current_merchant() AND day >= ? AND day < ?
     GROUP BY 1, 2, 3, 4`,
    [from, to],
  );
}

function claimable(work: Work, from: Instant, to: Instant): Promise<Counted[]> {
  return query(
    work,
    `SELECT coalesce(terminal, '') AS terminal, coalesce(acquirer, '') AS acquirer, 'unknown' AS buyer,
       count(*) AS sales, sum(total_cents - refunded_cents)::bigint AS cents
     FROM sales WHERE merchant_id = current_merchant() AND customer_id IS NULL AND total_cents > refunded_cents
       AND voucher_cents = 0 AND occurred_at >= ? AND occurred_at < ?
     GROUP BY 1, 2`,
    [new Date(from), new Date(to)],
  );
}

function paidInPerson(work: Work, { from, to }: Span): Promise<Counted[]> {
  return query(
    work,
    `SELECT coalesce(s.terminal, '') AS terminal, coalesce(s.acquirer, '') AS acquirer,
       buyer_known(s.customer_id, s.details) AS buyer, count(*) AS sales,
       sum(s.total_cents - s.refunded_cents)::bigint AS cents
     FROM (
       SELECT DISTINCT paid.id FROM vouchers v
       CROSS JOIN LATERAL (
         SELECT o.id FROM sales o
         WHERE o.merchant_id = v.merchant_id AND o.customer_id = v.customer_id AND o.voucher_cents = 0
           AND o.occurred_at BETWEEN v.settled_at - interval '2 hours' AND v.settled_at + interval '2 hours'
           AND o.total_cents IN (v.purchase_cents, v.purchase_cents - v.paid_cents)
         ORDER BY o.occurred_at LIMIT 1) AS paid
       WHERE v.merchant_id = ${THIS_SHOP} AND v.state = 'redeemed' AND v.redeemed_sale_id IS NULL
         AND v.settled_at >= ? AND v.settled_at < ? AND v.purchase_cents IS NOT NULL) AS found
     JOIN sales s ON s.merchant_id = ${THIS_SHOP} AND s.id = found.id
     WHERE s.total_cents > s.refunded_cents AND s.occurred_at >= ? AND s.occurred_at < ?
     GROUP BY 1, 2, 3`,
    [new Date(from), new Date(to), new Date(from), new Date(to)],
  );
}
