import type { Work } from '../../db';
import type { Sale } from '../core/sale';
import { findOrCreateCustomers, identityKey, identityOf, type Identity } from '../customers/customers';
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
  const wanted = new Map<string, { identity: Identity; name: string | null }>();
  const keys = once.map(({ buyer }) => {
    const identity = identityOf(buyer);
    if (identity === null) return null;
    const key = identityKey(identity);
    wanted.set(key, { identity, name: buyer.name });
    return key;
  });
  const customers = wanted.size === 0 ? new Map<string, string>() : await findOrCreateCustomers(work, wanted);
  const added = await addHistory(
    work,
    once.map((sale, i) => ({ sale, customerId: customers.get(keys[i] ?? '') ?? null })),
  );
  await noteTerminals(work, once);
  return added;
}
