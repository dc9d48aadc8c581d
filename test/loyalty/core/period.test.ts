import { spanOf } from '../../../src/loyalty';
import { readPeriod } from '../../../src/bot/understand/values/periods';
import type { Language } from '../../../src/loyalty';

const ZONE = 'America/Sao_Paulo';
const TODAY = '2026-11-23';
const NOW = Date.parse('2026-11-23T14:00:00-03:00');

/** Its first and its last day. */
function daysOf(period: string): string | null {
  const span = spanOf(period, ZONE, NOW);
  if (span === null) return null;
  const day = (at: number): string => new Date(at - 3 * 3_600_000).toISOString().slice(0, 10);
  return `${day(span.from)} ${day(span.to - 1)}`;
}

it.each<[Language, string, string | null]>([
  ['pt', 'ano', '2026-01-01 2026-12-31'],
  ['pt', 'ano passado', '2025-01-01 2025-12-31'],
  ['pt', '2024', '2024-01-01 2024-12-31'],
  ['pt', 'ultimos 7 dias', '2026-11-17 2026-11-23'],
  ['pt', 'ultimos 367 dias', null],
  ['pt', '05/11', '2026-11-05 2026-11-05'],
  ['pt', '25/12', '2025-12-25 2025-12-25'],
  ['pt', '25/12/2026', '2026-12-25 2026-12-25'],
  ['pt', '01/10 a 15/10', '2026-10-01 2026-10-15'],
  ['pt', '20/12 a 10/01', '2025-12-20 2026-01-10'],
  ['pt', '15/10/2026 ate 01/10/2026', null],
  ['pt', '30/02', null],
  ['pt', '31/11 a 02/12', null],
  ['pt', 'amanha', '2026-11-24 2026-11-24'],
  ['pt', 'semana que vem', '2026-11-30 2026-12-06'],
  ['pt', 'outubro', '2026-10-01 2026-10-31'],
  ['en', 'last 30 days', '2026-10-25 2026-11-23'],
  ['en', '01/10 to 15/10', '2026-10-01 2026-10-15'],
  ['en', 'last year', '2025-01-01 2025-12-31'],
  ['es', 'ultimos 10 dias', '2026-11-14 2026-11-23'],
  ['es', '01/10 al 15/10', '2026-10-01 2026-10-15'],
  ['es', 'ano pasado', '2025-01-01 2025-12-31'],
])('%s: “%s” is %s', (lang, words, days) => {
  const period = readPeriod(words, lang, TODAY);
  expect(period === null ? null : daysOf(period)).toBe(days);
});

it.each([
  '2026-13',
  '2026-11-31',
  '2026-10-15..2026-10-01',
  '2026..2026-10',
  'a..b',
  'last-0-days',
  'last-999-days',
  '1..2..3',
  '',
])('“%s” is no period', (period) => {
  expect(spanOf(period, ZONE, NOW)).toBeNull();
});
