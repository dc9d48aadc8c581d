import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Asset } from '../core/money';
import { wantsOffers } from '../customers/offers';

export interface UsableBalance {
  cashbackCents: number;
  points: number;
}

/** What each of these customers can use by now. */
export async function usableBalances(
  work: Work,
  customers: readonly string[],
): Promise<(customerId: string) => UsableBalance> {
  const rows = await query<{ customer_id: string; asset: Asset; quantity: number }>(
    work,
    `SELECT l.customer_id, l.asset, sum(l.remaining)::bigint AS quantity FROM lots l
     WHERE l.merchant_id = current_merchant() AND l.customer_id = ANY(?::uuid[]) AND l.remaining > 0
       AND l.available_at <= ? AND (l.expires_at IS NULL OR l.expires_at > ?)
     GROUP BY 1, 2`,
    [[...new Set(customers)], new Date(work.now), new Date(work.now)],
  );
  const balances = new Map<string, UsableBalance>();
  for (const { customer_id: id, asset, quantity } of rows) {
    const balance = balances.get(id) ?? { cashbackCents: 0, points: 0 };
    balance[asset === 'cashback' ? 'cashbackCents' : 'points'] = quantity;
    balances.set(id, balance);
  }
  return (id) => balances.get(id) ?? { cashbackCents: 0, points: 0 };
}

/** Those of them who let themselves be written to: all messages, or at least what the program itself causes. */
export async function whoListens(
  work: Work,
  customers: readonly string[],
  to: 'marketing' | 'transactional',
): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    work,
    `SELECT id FROM customers c WHERE merchant_id = current_merchant() AND id = ANY(?::uuid[])
       AND ${to === 'marketing' ? wantsOffers('c') : 'NOT messages_stopped'}`,
    [[...new Set(customers)]],
  );
  return new Set(rows.map(({ id }) => id));
}
