import { DateTime } from 'luxon';
import type { Database, Work } from '../../db';
import { visitShops, type Round } from '../../db/rounds';
import { query } from '../../db/rows';
import type { DayNumber } from '../core/time/calendar';
import type { Instant } from '../core/sales/sale';
import { Zone } from '../core/time/zone';
import { countChanges } from '../figures/counting';
import type { InsightThread, JobOutput } from '../insight';
import { loadShop } from '../shops/shops';
import { writeDueDays } from './due-days';

const NIGHT_HOUR = 3;
const READ_AT_ONCE = 20_000;
const WRITTEN_AT_ONCE = 5_000;

/** A shop's purchase days, flat, as the thread takes them. */
interface Past {
  ids: string[];
  lastDays: DayNumber[];
  customers: Int32Array;
  days: Int32Array;
}

/**
 * Each night fits how a shop times its messages anew and solves all its due days by it, in the thread. One shop after
 * another; a fault of one is logged, and the others go on.
 */
export async function refitTimings(
  round: Round,
  { now, thread }: { now: Instant; thread: InsightThread },
): Promise<void> {
  const { db } = round;
  const due = await db.call<{ id: number }>('SELECT merchants_with_fits(?) AS id', [new Date(now)]);
  await visitShops(round, due, 'the timing was not fitted', async (id) => {
    if (await db.asMerchant(id, takeFit)) await refit(db, id, thread);
  });
}

/** Whoever sets the next night's fit makes this one. */
async function takeFit(work: Work): Promise<boolean> {
  const { zone } = await loadShop(work);
  const next = DateTime.fromMillis(work.now, { zone }).startOf('day').plus({ days: 1, hours: NIGHT_HOUR });
  const taken = await work
    .trx('merchants')
    .where('next_fit_at', '<=', new Date(work.now))
    .update({ next_fit_at: next.toJSDate() });
  if (taken > 0) await countChanges(work);
  return taken > 0;
}

export async function refit(db: Database, merchantId: number, thread: InsightThread): Promise<void> {
  const { past, lastDay } = await db.snapshot(merchantId, async (work) => {
    const { zone } = await loadShop(work);
    return { past: await pastOf(work), lastDay: Zone.of(zone).dayOf(work.now) - 1 };
  });
  const { customers, days } = past;
  const fitted = await thread.run('timing', { customers, days, lastDay });
  if (fitted.ok) await keep(db, merchantId, past, fitted.value);
}

async function keep(
  db: Database,
  merchantId: number,
  { ids, lastDays }: Past,
  { timing, due }: JobOutput<'timing'>,
): Promise<void> {
  await db.asMerchant(merchantId, (work) =>
    work
      .trx('come_back_timings')
      .insert({ merchant_id: merchantId, timing: JSON.stringify(timing), fitted_at: new Date(work.now) })
      .onConflict('merchant_id')
      .merge(['timing', 'fitted_at']),
  );
  const rows = ids.map((customer_id, i) => {
    const day = due[i] ?? -1;
    return { customer_id, last_day: lastDays[i] ?? 0, due_on: day < 0 ? null : day };
  });
  for (let from = 0; from < rows.length; from += WRITTEN_AT_ONCE)
    await db.asMerchant(merchantId, (work) => writeDueDays(work, rows.slice(from, from + WRITTEN_AT_ONCE)));
}

/** By a cursor, into flat arrays: memory is what the thread takes, and little more. */
async function pastOf(work: Work): Promise<Past> {
  const [size] = await query<{ rows: number }>(
    work,
    'SELECT count(*) AS rows FROM purchase_days WHERE merchant_id = current_merchant()',
  );
  const past: Past = {
    ids: [],
    lastDays: [],
    customers: new Int32Array(size?.rows ?? 0),
    days: new Int32Array(size?.rows ?? 0),
  };
  await query(
    work,
    `DECLARE past_days NO SCROLL CURSOR FOR SELECT customer_id, day FROM purchase_days
     WHERE merchant_id = current_merchant() ORDER BY customer_id, day`,
  );
  for (let at = 0; ;) {
    const rows = await query<{ customer_id: string; day: DayNumber }>(
      work,
      `FETCH ${READ_AT_ONCE} FROM past_days`,
    );
    for (const { customer_id: id, day } of rows) {
      if (past.ids.at(-1) !== id) past.ids.push(id);
      past.customers[at] = past.ids.length - 1;
      past.lastDays[past.ids.length - 1] = day;
      past.days[at++] = day;
    }
    if (rows.length < READ_AT_ONCE) break;
  }
  await query(work, 'CLOSE past_days');
  return past;
}
