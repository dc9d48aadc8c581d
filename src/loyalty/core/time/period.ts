import { DateTime } from 'luxon';
import type { Instant } from '../sales/sale';

/** From the first instant of its first day up to, and without, that of the day after its last. */
export interface Span {
  from: Instant;
  to: Instant;
}

/** So many days at most, up to today. */
export const MOST_LAST_DAYS = 366;

/**
 * A named period on the shop's calendar, weeks from Monday: `today`, `yesterday`, `this-week`, `last-week`, `this-month`,
 * `last-month`, `YYYY-MM`, `YYYY`, `YYYY-MM-DD`, `YYYY-MM-DD..YYYY-MM-DD` (both in), `last-N-days` (today in), and what is to come:
 * `tomorrow`, `next-week`, `next-month`. Null for a name that is none.
 */
export function spanOf(period: string, zone: string, now: Instant): Span | null {
  const today = DateTime.fromMillis(now, { zone });
  const of = (unit: 'day' | 'week' | 'month' | 'year', ago: number, at = today): Span => {
    const from = at.minus({ [unit]: ago }).startOf(unit);
    return { from: from.toMillis(), to: from.plus({ [unit]: 1 }).toMillis() };
  };
  if (period === 'today') return of('day', 0);
  if (period === 'yesterday') return of('day', 1);
  if (period === 'this-week') return of('week', 0);
  if (period === 'last-week') return of('week', 1);
  if (period === 'this-month') return of('month', 0);
  if (period === 'last-month') return of('month', 1);
  if (period === 'tomorrow') return of('day', -1);
  if (period === 'next-week') return of('week', -1);
  if (period === 'next-month') return of('month', -1);
  const days = Number(/^last-(\d{1,3})-days$/.exec(period)?.[1] ?? 0);
  if (days > 0) return days > MOST_LAST_DAYS ? null : { from: of('day', days - 1).from, to: of('day', 0).to };
  const [first = '', last = first, ...more] = period.split('..');
  const from = DateTime.fromISO(first, { zone });
  const to = DateTime.fromISO(last, { zone });
  const unit = UNITS.get(first.length);
  if (unit === undefined || more.length > 0 || !NAME.test(first) || !NAME.test(last)) return null;
  if (!from.isValid || !to.isValid || to < from || last.length !== first.length) return null;
  return { from: of(unit, 0, from).from, to: of(unit, 0, to).to };
}

/** How long the name of a year, a month, a day is. */
const UNITS: ReadonlyMap<number, 'year' | 'month' | 'day'> = new Map([
  [4, 'year'],
  [7, 'month'],
  [10, 'day'],
]);
const NAME = /^\d{4}(?:-\d{2}){0,2}$/;
