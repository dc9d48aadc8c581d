import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Instant } from '../core/sales/sale';

/** A customer's purchases of which something is left, as a sale meets them. */
export interface Purchases {
  count: number;
  lastAt: Instant | null;
  /** Within the twelve months before the sale. */
  boughtCents: number;
}

/** More than any rule counts to. */
const COUNTED = 10_001;

/**
 * What each of these customers bought before, by the sale that asks; `except` are sales that the caller knows better.
 * One look-up a sale into its customer's purchases, however many sales the shop has.
 */
export async function purchasesBefore(
  work: Work,
  asking: readonly { saleId: string; customerId: string; from: Instant; to: Instant }[],
  except: readonly string[],
): Promise<Map<string, Purchases>> {
  if (asking.length === 0) return new Map();
  const rows = await query<{ sale_id: string; count: number; last_at: number | null; bought: number }>(
    work,
    `SELECT asking.sale_id, before.* FROM unnest(?::text[], ?::uuid[], ?::bigint[], ?::bigint[])
       AS asking (sale_id, customer_id, from_ms, to_ms)
     CROSS JOIN LATERAL (
       SELECT count(*) AS count, max(p.occurred_at) AS last_at,
         coalesce(sum(p.cents) FILTER (WHERE p.occurred_at >= to_timestamp(asking.from_ms::float8 / 1000)
           AND p.occurred_at < to_timestamp(asking.to_ms::float8 / 1000)), 0)::bigint AS bought
       FROM (SELECT s.occurred_at, s.total_cents - s.refunded_cents AS cents FROM sales s
             WHERE s.merchant_id = ${THIS_SHOP} AND s.customer_id = asking.customer_id AND s.id <> asking.sale_id
               AND s.total_cents > s.refunded_cents AND s.id <> ALL(?::text[])
             ORDER BY s.occurred_at DESC LIMIT ${COUNTED}) AS p) AS before`,
    [
      asking.map(({ saleId }) => saleId),
      asking.map(({ customerId }) => customerId),
      asking.map(({ from }) => from),
      asking.map(({ to }) => to),
      except,
    ],
  );
  return new Map(
    rows.map((row) => [row.sale_id, { count: row.count, lastAt: row.last_at, boughtCents: row.bought }]),
  );
}
