import {
  dateOf,
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
}

export function reportPage(report: Report, { lang, zone }: Reader): ReportPage {
  const { report: say } = messagesIn(lang);
  const words: Words = { say, format: formatIn(lang, zone) };
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

/** `24/11/2026`, `16/11–22/11`, `outubro de 2026`. */
function periodName({ span: { from, to } }: Report, { format }: Words): string {
  const days = Math.round((to - from) / 86_400_000);
  if (days === 1) return format.day(from);
  return days === 7 ? `${format.dayAndMonth(from)}–${format.dayAndMonth(to - 1)}` : format.month(from);
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

function details(report: Report, { say, format }: Words): string[] {
  const counts = (...keys: FigureKey[]): string[] => keys.map((key) => format.number(countOf(report, key)));
  const [claimed = '', claimable = '', lost = ''] = counts('sales-claimed', 'sales-claimable', 'sales-lost');
  const money = (key: FigureKey): string => format.money(quantityOf(report, key));
  const isUnknown = (['sales-claimed', 'sales-claimable', 'sales-lost'] as const).some(
    (key) => countOf(report, key) > 0,
  );
  const lines = [
    ...(isUnknown ? [say.unknownBuyers(claimed, claimable, lost)] : []),
    ...tickets(report, { say, format }),
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
  const line = ({ name, sales, cents }: Report['acquirers'][number]): string =>
    `• ${say.place(
      name === null ? say.placeUnknown : (cleanName(name) ?? '…'),
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
    groups: report.days.map(({ day, knownCents, otherCents }: DayTotal) => ({
      label: report.days.length > 8 ? dateOf(day).slice(8) : format.birthday(dateOf(day).slice(5)),
      values: [knownCents, otherCents],
    })),
    zone,
    lang,
  };
}
