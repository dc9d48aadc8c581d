import type { Work } from '../../db';
import { query, updateRows } from '../../db/rows';
import type { DayNumber } from '../core/time/calendar';
import { dueDay, type Timing } from '../insight';
import { lockOfShop } from '../shops/locks';

const AT_ONCE = 10_000;

/** Before anything is known of a shop's rhythm; `chooseTiming` says the same of an empty past. */
const UNKNOWN: Timing = {
  tier: 'fixed',
  days: 30,
  past: { customers: 0, repeaters: 0, gaps: 0, medianGap: null, gapPercentile: null },
};

export async function timingOf(work: Work): Promise<Timing> {
  const row = (await work.trx('come_back_timings').first('timing')) as { timing: Timing } | undefined;
  return row?.timing ?? UNKNOWN;
}

/** Solves the due day of all who bought since it was last solved. */
export async function solveDueDays(work: Work): Promise<void> {
  for (;;) {
    const buyers = await query<{
      customer_id: string;
      first_day: DayNumber;
      last_day: DayNumber;
      days: number;
    }>(
      work,
      `SELECT customer_id, first_day, last_day, days FROM buyers
       WHERE merchant_id = current_merchant() AND due_for IS DISTINCT FROM last_day LIMIT ${AT_ONCE}`,
    );
    if (buyers.length === 0) return;
    const timing = await timingOf(work);
    await writeDueDays(
      work,
      buyers.map(({ customer_id, first_day, last_day, days }) => ({
        customer_id,
        last_day,
        due_on: dueDay(timing, { repeats: days - 1, recency: last_day - first_day, day: last_day }),
      })),
    );
    if (buyers.length < AT_ONCE) return;
  }
}

/** Of those who have not bought since. Whoever counts writes the same rows, in another order. */
export async function writeDueDays(
  work: Work,
  rows: readonly { customer_id: string; last_day: DayNumber; due_on: DayNumber | null }[],
): Promise<void> {
  await lockOfShop(work, 'figures');
  await updateRows(
    work,
    'buyers',
    { customer_id: 'uuid', last_day: 'integer', due_on: 'integer' },
    ['customer_id', 'last_day'],
    'due_on = u.due_on, due_for = u.last_day',
    rows,
  );
}
