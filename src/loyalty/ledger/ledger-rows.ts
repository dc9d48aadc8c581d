import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Asset } from '../core/money';
import type { LotState, Quantities } from '../core/ledger/settlement';
import { withMerged } from '../customers/living';

export interface CustomerBalance {
  quantity: Quantities;
  held: Quantities;
  debt: Quantities;
}

const noQuantities = (): Quantities => ({ cashback: 0, points: 0 });
export const emptyBalance = (): CustomerBalance => ({
  quantity: noQuantities(),
  held: noQuantities(),
  debt: noQuantities(),
});

/**
 * The balances of these customers, locked until the transaction ends: whoever moves a customer's money holds its
 * balance row first. Always in the order of the ids, so that two transactions cannot wait for each other.
 */
export async function lockBalances(
  work: Work,
  customers: readonly string[],
): Promise<Map<string, CustomerBalance>> {
  const balances = new Map(customers.map((id) => [id, emptyBalance()]));
  const rows = await query<{
    customer_id: string;
    asset: Asset;
    quantity: number;
    held: number;
    debt: number;
  }>(
    work,
    `SELECT customer_id, asset, quantity, held, debt FROM balances
     WHERE merchant_id = ${THIS_SHOP} AND customer_id = ANY(?::uuid[]) ORDER BY customer_id, asset FOR UPDATE`,
    [[...balances.keys()]],
  );
  for (const row of rows) {
    const balance = balances.get(row.customer_id);
    if (balance === undefined) continue;
    balance.quantity[row.asset] = row.quantity;
    balance.held[row.asset] = row.held;
    balance.debt[row.asset] = row.debt;
  }
  return balances;
}

export type StoredLot = LotState & {
  customerId: string;
  saleId: string | null;
  granted: number;
  useMinCents: number | null;
};

const LOT_COLUMNS = `id, customer_id AS "customerId", sale_id AS "saleId", asset, granted, remaining,
  available_at AS "availableAt", expires_at AS "expiresAt", use_min_cents AS "useMinCents"`;

/** The lots of one customer with something left in them; soonest expiry first. */
export async function openLots(work: Work, customerId: string): Promise<StoredLot[]> {
  const rows = await query<StoredLot>(
    work,
    `SELECT ${LOT_COLUMNS} FROM lots
     WHERE merchant_id = ${THIS_SHOP} AND customer_id = ? AND remaining > 0
     ORDER BY expires_at NULLS LAST, available_at, id`,
    [customerId],
  );
  return rows;
}

/** The lots that these sales opened, soonest expiry first. */
export async function lotsOfSales(
  work: Work,
  customers: readonly string[],
  sales: readonly string[],
): Promise<StoredLot[]> {
  const rows = await query<StoredLot>(
    work,
    `SELECT ${LOT_COLUMNS} FROM lots
     WHERE merchant_id = ${THIS_SHOP} AND customer_id = ANY(?::uuid[]) AND sale_id = ANY(?::text[])
     ORDER BY expires_at NULLS LAST, available_at, id`,
    [[...new Set(customers)], sales],
  );
  return rows;
}

/** What lapsed of each sale's lots and was not taken back yet, also before their holder was merged into another. */
export async function lapsedOfSales(
  work: Work,
  customers: readonly string[],
  sales: readonly string[],
): Promise<Map<string, Quantities>> {
  const rows = await query<{ sale_id: string; asset: Asset; quantity: number }>(
    work,
    `SELECT t.sale_id, p.asset, sum(CASE WHEN p.destination = 'expired' THEN p.quantity ELSE -p.quantity END)::bigint AS quantity
     FROM postings p JOIN transactions t ON t.merchant_id = p.merchant_id AND t.id = p.transaction_id
     WHERE p.merchant_id = ${THIS_SHOP} AND p.customer_id = ANY(?::uuid[]) AND t.sale_id = ANY(?::text[])
       AND (p.source = 'expired' OR p.destination = 'expired')
     GROUP BY 1, 2`,
    [await withMerged(work, [...new Set(customers)]), sales],
  );
  const lapsed = new Map<string, Quantities>();
  for (const row of rows) {
    const quantities = lapsed.get(row.sale_id) ?? noQuantities();
    quantities[row.asset] = row.quantity;
    lapsed.set(row.sale_id, quantities);
  }
  return lapsed;
}
