import { DateTime } from 'luxon';
import type { Work } from '../../db';
import { visitShops, type Round } from '../../db/rounds';
import { ok } from '../core/result';
import type { Instant } from '../core/sales/sale';
import { record } from '../history/record';
import type { Undo } from '../history/undoing';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';

const MONDAY_HOUR = 9;

/** The next Monday at nine, on the shop's clock. */
function nextMonday(now: Instant, zone: string): Instant {
  const monday = DateTime.fromMillis(now, { zone }).startOf('week').plus({ hours: MONDAY_HOUR });
  return (monday.toMillis() > now ? monday : monday.plus({ weeks: 1 })).toMillis();
}

/** From when on the owners have a report of the week before, or that they have none any more. */
export async function setWeeklyReport(
  work: Work,
  { wanted, by }: { wanted: boolean; by: StaffMember },
): Promise<Instant | null> {
  const at = await change(work, wanted);
  await record(work, by, 'weekly-report', { wanted });
  return at;
}

async function change(work: Work, wanted: boolean): Promise<Instant | null> {
  const { zone } = await loadShop(work);
  const at = wanted ? nextMonday(work.now, zone) : null;
  await work.trx('merchants').update({ next_report_at: at === null ? null : new Date(at) });
  return at;
}

export const undoWeeklyReport: Undo<'weekly-report'> = {
  who: 'manager',
  async undo(work, { details: { wanted } }) {
    await change(work, !wanted);
    return ok(null);
  },
};

/**
 * Gives each shop whose weekly report is due to `write`, in the transaction that sets the next one: each is written once,
 * however many processes look.
 */
export async function takeWeeklyReports(
  round: Round,
  now: Instant,
  write: (work: Work) => Promise<void>,
): Promise<void> {
  const { db } = round;
  const due = await db.call<{ id: number }>('SELECT merchants_with_reports(?) AS id', [new Date(now)]);
  await visitShops(round, due, 'a weekly report was not written', (merchantId) =>
    db.asMerchant(merchantId, async (work) => {
      const { zone } = await loadShop(work);
      const taken = await work
        .trx('merchants')
        .where('next_report_at', '<=', new Date(work.now))
        .update({ next_report_at: new Date(nextMonday(work.now, zone)) });
      if (taken > 0) await write(work);
    }),
  );
}
