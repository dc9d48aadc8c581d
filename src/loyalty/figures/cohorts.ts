import type { Work } from '../../db';
import { query } from '../../rows';
import { dateOf } from '../core/calendar';
import { Zone } from '../core/zone';
import { cohortTable, monthsFrom, type Cohort, type CohortCount, type Month } from '../insight';
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
  const last = dateOf(Zone.of(zone).dayOf(work.now)).slice(0, 7);
  const first = monthsBefore(last, MONTHS - 1);
  const counts = await query<CohortCount>(
    work,
    `SELECT to_char(c.cohort, 'YYYY-MM') AS cohort, to_char(c.month, 'YYYY-MM') AS month, c.customers
     FROM (
       SELECT date_trunc('month', DATE '1970-01-01' + b.first_day)::date AS cohort,
         date_trunc('month', DATE '1970-01-01' + p.day)::date AS month, count(*) AS customers
       FROM buyers b JOIN purchase_days p ON p.merchant_id = b.merchant_id AND p.customer_id = b.customer_id
       WHERE b.merchant_id = current_merchant() AND b.first_day >= ?::date - DATE '1970-01-01'
         -- A customer's first purchase of each month.
         AND (p.previous_day IS NULL OR date_trunc('month', DATE '1970-01-01' + p.previous_day)
           < date_trunc('month', DATE '1970-01-01' + p.day))
       GROUP BY 1, 2) AS c`,
    [`${first}-01`],
  );
  const table = cohortTable(counts, first, last);
  const begins = table.findIndex(({ size }) => size > 0);
  return { table: begins < 0 ? [] : table.slice(begins), isCounting: !isCounted };
}

function monthsBefore(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 - count;
  const first = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  return monthsFrom(first, month)[0] ?? month;
}
