import type { ConnectionNotice, StaffNotice } from '../../loyalty';
import { messagesIn } from './catalogue';
import { cleanName } from './clean';
import { formatIn } from './format';

const KINDS: readonly StaffNotice['kind'][] = [
  'smartpos-connected',
  'smartpos-keys-refused',
  'smartpos-unanswered',
  'events-kept',
  'history-progress',
  'history-judged',
];

export const isAboutConnection = (notice: StaffNotice): notice is ConnectionNotice =>
  KINDS.includes(notice.kind);

/** What became of the connection to SmartPOS, and what to do about it. */
export function renderConnectionNotice(
  notice: ConnectionNotice,
  { lang, zone }: { lang: 'pt' | 'en' | 'es'; zone: string },
): string {
  const { smartpos, pending } = messagesIn(lang);
  if (notice.kind === 'events-kept') return pending.kept;
  if (notice.kind === 'history-judged')
    return smartpos.historyJudged(formatIn(lang, zone).number(notice.sales));
  if (notice.kind === 'history-progress') {
    const sales = formatIn(lang, zone).number(notice.sales);
    return notice.percent === 100
      ? smartpos.imported(sales)
      : smartpos.importing(String(notice.percent), sales);
  }
  const company = notice.company === null ? null : cleanName(notice.company);
  if (notice.kind === 'smartpos-connected') return smartpos.connected(company);
  if (notice.kind === 'smartpos-unanswered') {
    const { day, time } = formatIn(lang, zone);
    return smartpos.unanswered(company, day(notice.since), time(notice.since));
  }
  return notice.what === 'keys' ? smartpos.keysRefused(company) : smartpos.salesRefused(company);
}
