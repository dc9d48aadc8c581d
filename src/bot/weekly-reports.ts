import type { Database } from '../db';
import { loadShop, ownersOf, outboxId, PRIORITY, reportOf, takeWeeklyReports } from '../loyalty';
import type { Work } from '../db';
import { fitting } from './commands/lines';
import { messagesIn } from './messages';
import { reportPage } from './report-page';

/** Writes last week's report to the owners of each shop where one is due. */
export function sendWeeklyReports(db: Database, now: number): Promise<void> {
  return takeWeeklyReports(db, now, writeReport);
}

async function writeReport(work: Work): Promise<void> {
  const shop = await loadShop(work);
  const report = await reportOf(work, 'last-week');
  if (report === null || report === 'future') return;
  const cause = `weekly-report:${report.span.from}`;
  for (const owner of await ownersOf(work)) {
    const lang = owner.language ?? shop.language;
    const { report: say } = messagesIn(lang);
    const { lines, card } = reportPage(report, { lang, zone: shop.zone });
    const first = say.weekly(shop.name);
    await work
      .trx('outbox')
      .insert({
        merchant_id: work.merchantId,
        id: outboxId(cause, 'weekly-report', owner.id),
        cause,
        template: 'weekly-report',
        staff_id: owner.id,
        body: [first, ...fitting(lines, [first])].join('\n'),
        card: JSON.stringify(card),
        state: 'queued',
        priority: PRIORITY.transactional,
        due_at: new Date(work.now),
        created_at: new Date(work.now),
      })
      .onConflict(['merchant_id', 'id'])
      .ignore();
  }
  work.ring('outbound', String(work.merchantId));
}
