import type { Work } from '../../db';
import { visitShops, type Round } from '../../db/rounds';
import { query } from '../../db/rows';
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

/** Of every shop where something was noted. */
export async function countAllChanges(round: Round): Promise<void> {
  const { db, stopping } = round;
  const shops = await db.call<{ id: number }>('SELECT merchants_with_changes() AS id');
  await visitShops(round, shops, 'changes were not counted', async (id) => {
    while (!(await db.asMerchant(id, (work) => countChanges(work, AT_ONCE))))
      if (stopping?.aborted === true) return;
    await db.asMerchant(id, solveDueDays);
  });
}
