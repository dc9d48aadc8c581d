import type { Database, Work } from '../../db';
import { query } from '../../db/rows';
import type { Logger } from '../../telemetry';
import { solveDueDays } from '../journeys/due-days';

/** Of sales, in one transaction. */
const AT_ONCE = 1_000;
/** A report waits for no more than these: a shop whose whole past has just come is counted beside it. */
const BEFORE_READING = 20_000;

/** Counts what was noted of a shop's sales and balances (migration 0027); false where some of it is left. */
export async function countChanges(work: Work, most = BEFORE_READING): Promise<boolean> {
  const [row] = await query<{ counted: number }>(work, 'SELECT count_changes(?) AS counted', [most]);
  return (row?.counted ?? 0) < most;
}

/** Of every shop where something was noted. A fault of one shop is logged, and the others go on. */
export async function countAllChanges(db: Database, logger: Logger): Promise<void> {
  const shops = await db.call<{ id: number }>('SELECT merchants_with_changes() AS id');
  for (const { id } of shops)
    try {
      while (!(await db.asMerchant(id, (work) => countChanges(work, AT_ONCE))));
      await db.asMerchant(id, solveDueDays);
    } catch (error) {
      logger.error({ merchantId: id, err: error }, 'changes were not counted');
    }
}
