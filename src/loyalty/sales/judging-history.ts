import type { Work } from '../../db';
import { query } from '../../db/rows';
import { loadShop } from '../shops/shops';
import { lockSalesOfShop } from '../shops/locks';
import type { Touched } from './deciding';
import { keepDoubted } from './kept-doubts';
import { KNOWN_SALE, knownFrom, type SaleRow } from './sale-rows';
import { settleSet } from './sales';
import { IS_OF_STAFF, noteToldTwice, recordedAbout, toldTwice } from './told-twice';

/** Sales a transaction. */
const SET = 200;

/** Made by somebody who is known, before the connection, while the program was on, and judged by nobody. */
const TO_JUDGE = `FROM sales s WHERE s.merchant_id = current_merchant() AND s.history AND s.dry IS NULL AND s.customer_id IS NOT NULL
  AND NOT ${IS_OF_STAFF}
  AND (SELECT p.state FROM program_states p WHERE p.merchant_id = s.merchant_id AND p.at <= s.occurred_at
       ORDER BY p.at DESC, p.id DESC LIMIT 1) = 'active'`;

/** How many sales of before the connection would be judged, should the owner ask for it. */
export async function historyToJudge(work: Work): Promise<number> {
  const [row] = await query<{ count: number }>(work, `SELECT count(*)::integer AS count ${TO_JUDGE}`);
  return row?.count ?? 0;
}

/**
 * Judges some sales of before the connection, the oldest first, as the owner asked for later: each under the version in force
 * when it was made, on all that has arrived by now. What staff recorded by hand as well waits for a person. Nobody is told sale
 * by sale of what is long past: it stands in their balance. Returns how many; none where there are no more. `only`: that one.
 */
export async function judgeHistory(work: Work, only: string | null = null): Promise<number> {
  await lockSalesOfShop(work);
  const rows = await query<SaleRow>(
    work,
    `SELECT ${KNOWN_SALE} ${TO_JUDGE} ${only === null ? '' : 'AND s.id = ?'} ORDER BY s.occurred_at, s.id LIMIT ${SET}`,
    only === null ? [] : [only],
  );
  if (rows.length === 0) return 0;
  const touched = rows.map((row) => {
    const known = { ...knownFrom(row), isHistory: false };
    return { ...known, revision: known.revision + 1, before: known.sale };
  });
  const doubted = await doubtedOf(work, touched);
  await settleSet(
    work,
    await loadShop(work),
    touched.filter(({ sale }) => !doubted.has(sale.externalId)),
    { untold: () => 'history' },
  );
  return rows.length;
}

async function doubtedOf(work: Work, touched: readonly Touched[]): Promise<ReadonlySet<string>> {
  const sales = touched.map(({ sale }) => sale);
  const said = await toldTwice(work, sales);
  const doubted = await noteToldTwice(
    work,
    touched.filter(({ sale }) => !said.has(sale.externalId)),
    await recordedAbout(work, sales),
  );
  await keepDoubted(
    work,
    sales.filter(({ externalId }) => doubted.has(externalId)),
  );
  return doubted;
}
