import type { Round } from '../../db/rounds';
import { loadShop, reportOf, takeWeeklyReports, type Work } from '../../loyalty';
import { fitting } from '../commands/lines';
import { messagesIn } from '../messages';
import { writeToOwners } from './owner-messages';
import { reportPage } from './report-page';

/** Writes last week's report to the owners of each shop where one is due. */
export function sendWeeklyReports(round: Round, now: number): Promise<void> {
  return takeWeeklyReports(round, now, writeReport);
}

async function writeReport(work: Work): Promise<void> {
  const shop = await loadShop(work);
  const report = await reportOf(work, 'last-week');
  if (report === null || report === 'future') return;
  const about = { cause: `weekly-report:${report.span.from}`, template: 'weekly-report' };
  await writeToOwners(work, shop, about, (lang) => {
    const { report: say } = messagesIn(lang);
    const { lines, card } = reportPage(report, { lang, zone: shop.zone });
    const first = say.weekly(shop.name);
    return { body: [first, ...fitting(lines, [first])].join('\n'), card };
  });
}
