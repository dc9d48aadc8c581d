import type { Work } from '../../db';
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
  const once = [...new Map(sales.map((sale) => [sale.externalId, sale])).values()];
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
