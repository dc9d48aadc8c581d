import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Before } from '../core/rules/history';
import { needsOf } from '../core/rules/needs';
import type { ProgramVersion } from '../core/rules/rule';
import { twelveMonthsBefore } from '../core/time/calendar';
import type { Span } from '../core/time/period';
import type { Zone } from '../core/time/zone';

/** What those who bought within a span had bought before it, as far as the programs look at it. */
export async function boughtBefore(
  work: Work,
  zone: Zone,
  { from, to }: Span,
  programs: readonly ProgramVersion[],
): Promise<[customerId: string, before: Before][]> {
  const needs = programs.map(needsOf);
  if (!needs.some(({ purchases, lastPurchase, tier }) => purchases || lastPurchase || tier)) return [];
  const rows = await query<Before & { id: string }>(
    work,
    `SELECT s.customer_id AS id, count(*)::integer AS purchases, max(s.occurred_at) AS "lastPurchaseAt",
       coalesce(json_agg(json_build_object('at', (extract(epoch FROM s.occurred_at) * 1000)::bigint,
         'cents', s.total_cents - s.refunded_cents) ORDER BY s.occurred_at) FILTER (WHERE s.occurred_at >= ?), '[]') AS bought
     FROM sales s
     WHERE s.merchant_id = ${THIS_SHOP} AND s.occurred_at < ? AND s.total_cents > s.refunded_cents
       AND s.customer_id IN (SELECT customer_id FROM sales
                             WHERE merchant_id = ${THIS_SHOP} AND occurred_at >= ? AND occurred_at < ?)
     GROUP BY s.customer_id`,
    [
      new Date(needs.some(({ tier }) => tier) ? twelveMonthsBefore(zone, from) : from),
      new Date(from),
      new Date(from),
      new Date(to),
    ],
  );
  return rows.map(({ id, ...before }) => [id, before]);
}
