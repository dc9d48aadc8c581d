import type { Work } from '../../db';
import { query } from '../../db/rows';
import { dateOf } from '../core/time/calendar';
import { Zone } from '../core/time/zone';
import { cohortTable, monthNumber, monthOf, type Cohort, type CohortCount } from '../insight';
import { loadShop } from '../shops/shops';
import { countChanges } from './counting';

const MONTHS = 12;

export interface Cohorts {
  /** Of the last twelve months, from the first in which somebody came on; the last is still running. */
  table: Cohort[];
  isCounting: boolean;
}

/** Of customers by the month of their first purchase of which something is left, how many bought in each month after. */
export async function cohortsOf(work: Work): Promise<Cohorts> {
  const isCounted = await countChanges(work);
  const { zone } = await loadShop(work);
  const last = monthNumber(dateOf(Zone.of(zone).dayOf(work.now)).slice(0, 7));
  const first = last - MONTHS + 1;
  const counts = await query<{ cohort: number; month: number; customers: number }>(
    work,
    `SELECT cohort, month, customers FROM cohort_months
     WHERE merchant_id = current_merchant() AND cohort BETWEEN ? AND ? AND month <= ? AND customers > 0`,
    [first, last, last],
  );
  const named = counts.map(({ cohort, month, customers }): CohortCount => ({
    cohort: monthOf(cohort),
    month: monthOf(month),
    customers,
  }));
  const table = cohortTable(named, monthOf(first), monthOf(last));
  const begins = table.findIndex(({ size }) => size > 0);
  return { table: begins < 0 ? [] : table.slice(begins), isCounting: !isCounted };
}
