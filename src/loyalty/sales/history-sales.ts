import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Sale } from '../core/sales/sale';
import { firstState } from '../core/sales/sale-state';
import { customersOfBuyers } from '../customers/customers';
import { erasedSince } from '../customers/erased-identities';
import { lockSalesOfShop } from '../shops/locks';
import { NO_BUYER } from './sale-details';
import { addHistory } from './sale-rows';
import { noteTerminals } from './terminals';

export interface Imported {
  /** How many are new. */
  added: number;
  /** Buyers of some of them may have been erased, whom whoever keeps the reports has to forget. */
  someErased: boolean;
}

/**
 * Takes in sales of before the shop was connected: they count as purchases of their customers and machines, and are not
 * judged, now or when they change. A sale that is known already stays as it is; what was bought before an erasure brings nobody back.
 */
export async function importSales(work: Work, sales: readonly Sale[]): Promise<Imported> {
  await lockSalesOfShop(work);
  const byId = new Map(sales.map((sale) => [sale.externalId, sale]));
  // Who bought in one that is known may have been erased since, and is nobody who comes by it again.
  for (const id of await knownAmong(work, [...byId.keys()])) byId.delete(id);
  const once = [...byId.values()];
  const erased = await erasedSince(work, once);
  const customers = await customersOfBuyers(
    work,
    once.map((sale) => (erased.has(sale) ? NO_BUYER : sale.buyer)),
  );
  const added = await addHistory(
    work,
    once.map((told, i) => {
      const sale = firstState(told, work.now);
      return erased.has(told)
        ? { sale: { ...sale, buyer: NO_BUYER }, customerId: null, erased: true }
        : { sale, customerId: customers[i] ?? null };
    }),
  );
  await noteTerminals(work, once);
  return { added, someErased: added < sales.length || erased.size > 0 };
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
