import type { Work } from '../db';
import { query } from '../db/rows';

export interface Totals {
  sales: number;
  salesCents: number;
  customers: number;
  awards: number;
  awardedCents: number;
  reversals: number;
  reversedCents: number;
  lapsedCents: number;
  messages: number;
  messagesSent: number;
  kept: number;
  /** By account: what came in less what went out; they sum to zero. */
  accounts: Record<string, number>;
  /** Balance rows, lots and postings tell the same of what customers hold, in cents. */
  held: { balances: number; lots: number; postings: number };
}

/** What stands in one shop's books. */
export async function totalsOf(work: Work): Promise<Totals> {
  const one = async (sql: string): Promise<Record<string, number>> =>
    (await query<Record<string, number>>(work, sql))[0] ?? {};
  const sales = await one('SELECT count(*) AS n, coalesce(sum(total_cents), 0)::bigint AS cents FROM sales');
  const kinds = await query<{ kind: string; n: number; cents: number }>(
    work,
    `SELECT t.kind, count(DISTINCT t.id) AS n, sum(p.quantity)::bigint AS cents
     FROM transactions t JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id
     WHERE p.source = 'program' OR p.destination = 'program' OR p.destination = 'expired' GROUP BY 1`,
  );
  const kind = (name: string): { n: number; cents: number } =>
    kinds.find((row) => row.kind === name) ?? { n: 0, cents: 0 };
  const outbox = await one(
    `SELECT count(*) AS n, count(*) FILTER (WHERE state IN ('sent', 'delivered', 'read')) AS sent FROM outbox`,
  );
  const accounts = await query<{ account: string; cents: number }>(
    work,
    `SELECT account, sum(quantity)::bigint AS cents
     FROM (SELECT destination AS account, quantity FROM postings UNION ALL SELECT source, -quantity FROM postings) AS legs
     GROUP BY 1 ORDER BY 1`,
  );
  const byAccount = Object.fromEntries(accounts.map(({ account, cents }) => [account, cents]));
  return {
    sales: sales['n'] ?? 0,
    salesCents: sales['cents'] ?? 0,
    customers: (await one('SELECT count(*) AS n FROM customers'))['n'] ?? 0,
    awards: kind('award').n,
    awardedCents: kind('award').cents,
    reversals: kind('refund').n,
    reversedCents: kind('refund').cents,
    lapsedCents: kind('expiry').cents,
    messages: outbox['n'] ?? 0,
    messagesSent: outbox['sent'] ?? 0,
    kept: (await one('SELECT count(*) AS n FROM kept_events'))['n'] ?? 0,
    accounts: byAccount,
    held: {
      balances: (await one('SELECT coalesce(sum(quantity), 0)::bigint AS n FROM balances'))['n'] ?? 0,
      lots: (await one('SELECT coalesce(sum(remaining), 0)::bigint AS n FROM lots'))['n'] ?? 0,
      postings: byAccount['customer'] ?? 0,
    },
  };
}

/** Whether the books balance. */
export function isBalanced(totals: Totals): boolean {
  const { balances, lots, postings } = totals.held;
  return (
    Object.values(totals.accounts).reduce((sum, cents) => sum + cents, 0) === 0 &&
    balances === lots &&
    lots === postings
  );
}
