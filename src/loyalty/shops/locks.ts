import type { Work } from '../../db';
import { query } from '../../db/rows';

/** What only one transaction of a shop does at a time, with the number that stands beside the shop's in the lock's key. */
const LOCKS = {
  sales: 0,
  program: 1,
  rewards: 2,
  undo: 19,
  team: 20,
  /** The counting itself takes it, too (migrations/0027_figures.sql). */
  figures: 27,
  campaigns: 29,
  referrals: 31,
  messaging: 32,
} as const;

/** From here to the transaction's end nobody else does it. */
export async function lockOfShop(work: Work, what: keyof typeof LOCKS): Promise<void> {
  await query(work, 'SELECT pg_advisory_xact_lock(?, ?)', [work.merchantId, LOCKS[what]]);
}

/**
 * Only one transaction of a shop at a time judges sales, or changes whose they are. To be taken before the locks of
 * balances and vouchers.
 */
export const lockSalesOfShop = (work: Work): Promise<void> => lockOfShop(work, 'sales');

/**
 * The same where nobody has it; does not wait. What travels in one piece with it hangs on `HAS_SALES_LOCK`, since its answer
 * comes too late for that.
 */
export async function tryLockSalesOfShop(work: Work): Promise<boolean> {
  const [row] = await query<{ has: boolean }>(
    work,
    "SELECT set_config('smartbis.has_sales_lock', pg_try_advisory_xact_lock(?, ?)::text, true) = 'true' AS has",
    [work.merchantId, LOCKS.sales],
  );
  return row?.has === true;
}

/** In SQL: whether this transaction was given the lock that it tried for. */
export const HAS_SALES_LOCK = "current_setting('smartbis.has_sales_lock', true) = 'true'";
