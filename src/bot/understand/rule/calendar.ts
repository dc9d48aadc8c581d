import { dateOf, dayNumberOf } from '../../../loyalty';

/** A day as it was said: what was left out is null; `last` is the month's last day. */
export interface Day {
  day: number | 'last';
  month: number | null;
  year: number | null;
}

/** Far enough to meet a 29 February. */
const YEARS_AHEAD = 8;
/** A range that runs over the new year and longer than this was rather said the wrong way round. */
const LONGEST_WRAP_DAYS = 184;

export const daysAfter = (day: string, days: number): string => dateOf(dayNumberOf(day) + days);

export const dayAfter = (day: string): string => daysAfter(day, 1);

/** The day as YYYY-MM-DD: without its year the next one to come, today included. Null where there is no such day. */
export function nextDate({ day, month, year }: Day, today: string): string | null {
  if (month === null) return null;
  if (year !== null) return dated(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  for (let next = thisYear; next <= thisYear + YEARS_AHEAD; next++) {
    const date = dated(next, month, day);
    if (date !== null && date >= today) return date;
  }
  return null;
}

/** A day of the month without its month: the next one to come, today included. */
export function nextDay(day: number, today: string): string | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  for (let ahead = 0; ahead < 12; ahead++) {
    const date = dated(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, day);
    if (date !== null && date >= today) return date;
  }
  return null;
}

/**
 * A range of days, both in. Without years the next one that is not over; what the first day leaves out it has from the
 * last, and the other way round. Null where there is no such range.
 */
export function nextRange(first: Day, last: Day, today: string): readonly [string, string] | null {
  const startMonth = first.month ?? last.month;
  const start: Day = { ...first, month: startMonth };
  const end: Day = { ...last, month: last.month ?? startMonth };
  if (start.year !== null && end.year === null) end.year = start.year + (isBefore(end, start) ? 1 : 0);
  const to = nextDate(end, today);
  if (to === null) return null;
  const endYear = Number(to.slice(0, 4));
  const wraps = start.year === null && isBefore(end, start);
  start.year ??= wraps ? endYear - 1 : endYear;
  const from = nextDate(start, today);
  if (from === null || from > to) return null;
  return wraps && daysBetween(from, to) > LONGEST_WRAP_DAYS ? null : [from, to];
}

function isBefore(a: Day, b: Day): boolean {
  const place = ({ day, month }: Day): number => (month ?? 0) * 100 + (day === 'last' ? 31 : day);
  return place(a) < place(b);
}

function dated(year: number, month: number, day: number | 'last'): string | null {
  const lastDay = daysIn(year, month);
  const number = day === 'last' ? lastDay : day;
  if (month < 1 || month > 12 || number < 1 || number > lastDay) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(number)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export const daysBetween = (from: string, to: string): number => dayNumberOf(to) - dayNumberOf(from);
