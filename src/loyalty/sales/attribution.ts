import type { Work } from '../../db';
import { loadShop } from '../shops/shops';
import { loadSales } from './sale-rows';
import { settleSet } from './sales';
import { toldTwice } from './told-twice';

/**
 * Gives a sale that nobody has to a customer: it is judged under the version in force when it was made, like any other,
 * with its notice. False where it is somebody's already (one that staff recorded, or may be), or came back whole. The caller holds the shop's lock (`lockSalesOfShop`).
 */
export async function giveSale(work: Work, saleId: string, customerId: string): Promise<boolean> {
  const known = (await loadSales(work, [saleId])).get(saleId);
  if (known === undefined || known.customerId !== null) return false;
  if (known.sale.refundedCents === known.sale.totalCents) return false;
  const twice = (await toldTwice(work, [known.sale])).get(saleId);
  if (twice !== undefined && twice.same !== false) return false;
  const revision = known.revision + 1;
  await settleSet(work, await loadShop(work), [{ ...known, customerId, revision, before: known.sale }]);
  return true;
}
