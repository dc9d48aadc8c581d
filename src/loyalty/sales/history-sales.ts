import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Sale } from '../core/sales/sale';
import { firstState } from '../core/sales/sale-state';
import { customersOfBuyers } from '../customers/customers';
import { lockSalesOfShop } from '../shops/locks';
import { addHistory } from './sale-rows';
import { noteTerminals } from './terminals';

/**
 * Takes in sales of before the shop was connected: they count as purchases of their customers and machines, and are not
 * judged, now or when they change. A sale that is known already stays as it is. Returns how many are new.
 */
export async function importSales(work: Work, sales: readonly Sale[]): Promise<number> {
  await lockSalesOfShop(work);
  const byId = new Map(sales.map((sale) => [sale.externalId, sale]));
  // Who bought in one that is known may have been erased since, and is nobody who comes by it again.
  for (const id of await knownAmong(work, [...byId.keys()])) byId.delete(id);
  const once = [...byId.values()];
  const customers = await customersOfBuyers(
    work,
    once.map(({ buyer }) => buyer),
  );
  const added = await addHistory(
    work,
    once.map((sale, i) => ({ sale: firstState(sale, work.now), customerId: customers[i] ?? null })),
  );
  await noteTerminals(work, once);
  return added;
}

async function knownAmong(work: Work, ids: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }>(
    work,
    // LATERAL and OFFSET 0 keep it one look-up a sale, whatever the planner knows.
    `SELECT given.id FROM unnest(?::text[]) AS given (id) CROSS JOIN LATERAL (SELECT FROM sales s
       WHERE s.merchant_id = ${THIS_SHOP} AND s.id = given.id OFFSET 0) AS s`,
    [ids],
  );
  return rows.map(({ id }) => id);
}
