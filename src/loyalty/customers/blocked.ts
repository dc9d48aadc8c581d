import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Instant } from '../core/sales/sale';

/** Since when each of these customers is blocked, of those who are; without customers, of all. */
export async function blockedSince(work: Work, customers?: readonly string[]): Promise<Map<string, Instant>> {
  const rows = await query<{ id: string; since: Instant }>(
    work,
    `SELECT id, blocked_at AS since FROM customers
     WHERE merchant_id = ${THIS_SHOP} AND blocked_at IS NOT NULL ${customers === undefined ? '' : 'AND id = ANY(?::uuid[])'}`,
    customers === undefined ? [] : [customers],
  );
  return new Map(rows.map(({ id, since }) => [id, since]));
}
