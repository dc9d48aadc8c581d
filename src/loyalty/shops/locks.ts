import type { Work } from '../../db';

/**
 * Only one transaction of a shop at a time judges sales, or changes whose they are: from here to its end. To be taken
 * before the locks of balances and vouchers.
 */
export async function lockSalesOfShop(work: Work): Promise<void> {
  await work.trx.raw('SELECT pg_advisory_xact_lock(?, 0)', [work.merchantId]);
}
