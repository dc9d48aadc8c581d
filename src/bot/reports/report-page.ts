import {
  dateOf,
  Zone,
  type DayTotal,
  type Figure,
  type FigureKey,
  type Language,
  type Report,
} from '../../loyalty';
import type { ReportCard } from '../command';
import { acquirerName, cleanName, formatIn, messagesIn, type Format, type Messages } from '../messages';

/** A report in words, the most telling line first, and as a picture. */
export interface ReportPage {
  title: string;
  lines: string[];
  card: ReportCard;
}

/** Whose reading it is. */
export interface Reader {
  lang: Language;
  zone: string;
}

interface Words {
  say: Messages['report'];
  format: Format;
  zone: string;
}

export function reportPage(report: Report, { lang, zone }: Reader): ReportPage {
  const { report: say } = messagesIn(lang);
  const words: Words = { say, format: formatIn(lang, zone), zone };
  const name = periodName(report, words);
  const lines = isEmpty(report)
    ? [say.empty(name), ...(hasPast(report) ? afterwards(report, words) : [say.emptyShop])]
    : [
        ...headlines(report, words),
        ...details(report, words),
        ...afterwards(report, words),
        ...places(report, words),
      ];
  if (report.isCounting) lines.unshift(say.counting);
  return {
    title: say.title(report.isRunning ? `${name} (${say.soFar})` : name),
    lines,
    card: chart(report, name, words, { lang, zone }),
  };
}

/** `24/11/2026`, `16/11–22/11`, `01/10/2026–15/10/2026`, `outubro de 2026`, `2026`. */
function periodName({ span: { from, to } }: Report, { format, zone }: Words): string {
  const [first, end] = [from, to].map((at) => Zone.of(zone).local(at).date) as [string, string];
  if (format.day(from) === format.day(to - 1)) return format.day(from);
  if (first.endsWith('-01-01') && end === `${Number(first.slice(0, 4)) + 1}-01-01`) return first.slice(0, 4);
  if (Math.round((to - from) / 86_400_000) === 7)
    return `${format.dayAndMonth(from)}–${format.dayAndMonth(to - 1)}`;
  const isMonth = first.endsWith('-01') && end.endsWith('-01') && format.month(from) === format.month(to - 1);
  return isMonth ? format.month(from) : `${format.day(from)}–${format.day(to - 1)}`;
}

const countOf = (report: Report, key: FigureKey): number => {
  const figure = report.figures[key];
  return figure.kind === 'count' ? figure.value : 0;
};
const quantityOf = (report: Report, key: FigureKey): number => {
  const figure = report.figures[key];
  return figure.kind === 'amount' ? figure.quantity : 0;
};
const isEmpty = (report: Report): boolean => countOf(report, 'sales-seen') === 0;
const hasPast = ({ figures, liability }: Report): boolean =>
  liability.cashback.outstanding + liability.cashback.held + liability.points.outstanding > 0 ||
  Object.values(figures).some((figure) => figure.kind === 'amount' && figure.quantity !== 0);
const usesPoints = (report: Report): boolean =>
  quantityOf(report, 'points-outstanding') !== 0 || quantityOf(report, 'points-granted') !== 0;

function headlines(report: Report, words: Words): string[] {
  const { say, format } = words;
  const { revenue, 'repurchase-rate': rate, 'days-to-return': days } = report.figures;
  const seen = countOf(report, 'sales-seen');
  const known = countOf(report, 'sales-identified') + countOf(report, 'sales-claimed');
  const lines = [
    say.sales(format.number(seen), format.money(revenue.kind === 'money' ? revenue.cents : 0)),
    say.identified(format.number(known), format.number(seen)),
    say.customers(
      format.number(countOf(report, 'customers-new')),
      format.number(countOf(report, 'customers-returning')),
    ),
  ];
  if (rate.kind === 'share' && rate.whole > 0)
    lines.push(say.repurchase(format.number(rate.part), format.number(rate.whole)));
  if (days.kind === 'days' && days.median !== null)
    lines.push(say.days(format.days(days.median), format.days(days.late ?? days.median)));
  return bulleted([...lines, ...moved(report, words)]);
}

function moved(report: Report, { say, format }: Words): string[] {
  const of = (asset: 'cashback' | 'points', write: (quantity: number) => string) =>
    (['granted', 'redeemed', 'outstanding'] as const).map((what) =>
      write(quantityOf(report, `${asset}-${what}`)),
    ) as [string, string, string];
  const lines = [say.moved(...of('cashback', format.money))];
  if (usesPoints(report)) lines.push(say.movedPoints(...of('points', format.number)));
  return lines;
}

function details(report: Report, words: Words): string[] {
  const { say, format } = words;
  const counts = (...keys: FigureKey[]): string[] => keys.map((key) => format.number(countOf(report, key)));
  const [claimed = '', claimable = '', lost = ''] = counts('sales-claimed', 'sales-claimable', 'sales-lost');
  const money = (key: FigureKey): string => format.money(quantityOf(report, key));
  const isUnknown = (['sales-claimed', 'sales-claimable', 'sales-lost'] as const).some(
    (key) => countOf(report, key) > 0,
  );
  const lines = [
    ...(isUnknown ? [say.unknownBuyers(claimed, claimable, lost)] : []),
    ...tickets(report, words),
    say.rest(money('cashback-available'), money('cashback-expired')),
  ];
  if (usesPoints(report))
    lines.push(
      say.restPoints(
        format.number(quantityOf(report, 'points-available')),
        format.number(quantityOf(report, 'points-expired')),
      ),
    );
  return bulleted(lines);
}

/** Nothing where no sale's customer is known; that two groups differ is said where there are two. */
function tickets({ figures }: Report, { say, format }: Words): string[] {
  const of = (figure: Figure, write: (amount: string, sales: string) => string): string[] =>
    figure.kind !== 'mean' || figure.cents === null
      ? []
      : [write(format.money(figure.cents), say.salesCounted(figure.sales, format.number(figure.sales)))];
  const { title, used, unused, different } = say.ticket;
  const parts = [
    ...of(figures['ticket-with-benefit'], used),
    ...of(figures['ticket-without-benefit'], unused),
  ];
  if (parts.length === 0) return [];
  return [`${title}: ${parts.join(', ')}${parts.length === 2 ? `. ${different}` : ''}`];
}

/** What is open today, and what is expected of it. */
function afterwards({ liability: { cashback } }: Report, { say, format }: Words): string[] {
  const lines: string[] = [];
  if (cashback.outstanding > 0) {
    const [week = 0, month = 0, quarter = 0] = cashback.expiring;
    const { expiringLater: later, neverExpiring: never } = cashback;
    const parts = Object.entries({ week, month, quarter, later, never }).filter(([, cents]) => cents > 0);
    const written = parts.map(([when, cents]) =>
      say.expires[when as keyof typeof say.expires](format.money(cents)),
    );
    if (written.length > 0) lines.push(say.expiring(written.join(', ')));
    if (cashback.expectedRedeemed !== null)
      lines.push(say.expected(format.money(cashback.expectedRedeemed), format.money(cashback.breakage ?? 0)));
  }
  if (cashback.held > 0) lines.push(say.held(format.money(cashback.held)));
  return bulleted(lines);
}

function places({ acquirers, terminals }: Report, { say, format }: Words): string[] {
  const line = ({ name, acquirer = null, sales, cents }: Report['acquirers'][number]): string =>
    `• ${say.place(
      (name === null ? say.placeUnknown : (cleanName(name) ?? '…')) +
        (acquirer === null ? '' : ` (${cleanName(acquirerName(acquirer)) ?? '…'})`),
      say.salesCounted(sales, format.number(sales)),
      format.money(cents),
    )}`;
  const named = acquirers.map((one) => ({ ...one, name: one.name === null ? null : acquirerName(one.name) }));
  return [say.acquirers, ...named.map(line), say.terminals, ...terminals.map(line)];
}

const bulleted = (lines: readonly string[]): string[] => lines.map((line) => `• ${line}`);

function chart(report: Report, name: string, { say, format }: Words, { lang, zone }: Reader): ReportCard {
  const { revenue } = report.figures;
  return {
    kind: 'report',
    title: say.title(name),
    tiles: [
      { label: say.chart.revenue, value: format.money(revenue.kind === 'money' ? revenue.cents : 0) },
      { label: say.chart.sales, value: format.number(countOf(report, 'sales-seen')) },
      { label: say.chart.back, value: format.number(countOf(report, 'customers-returning')) },
      { label: say.chart.redeemed, value: format.money(quantityOf(report, 'cashback-redeemed')) },
    ],
    legend: say.chart.legend,
    groups: report.days.length > MOST_DAYS ? byMonth(report.days) : byDay(report.days, format),
    zone,
    lang,
  };
}

/** More than these are drawn by the month. */
const MOST_DAYS = 62;

const byDay = (days: readonly DayTotal[], format: Format): ReportCard['groups'] =>
  days.map(({ day, knownCents, otherCents }) => ({
    label: days.length > 8 ? dateOf(day).slice(8) : format.birthday(dateOf(day).slice(5)),
    values: [knownCents, otherCents],
  }));

function byMonth(days: readonly DayTotal[]): ReportCard['groups'] {
  const months = new Map<string, [number, number]>();
  for (const { day, knownCents, otherCents } of days) {
    const month = dateOf(day).slice(0, 7);
    const [known, other] = months.get(month) ?? [0, 0];
    months.set(month, [known + knownCents, other + otherCents]);
  }
  return [...months].map(([month, values]) => ({ label: `${month.slice(5)}/${month.slice(2, 4)}`, values }));
}
