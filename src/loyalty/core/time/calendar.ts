import type { Instant } from '../sales/sale';
import type { Zone } from './zone';

/**
 * Days of the shop's calendar as whole numbers, counted from 1970-01-01: what judging compares, many thousand times a
 * second, without making a date of each.
 */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const CACHED_DATES = 20_000;
const dates = new Map<DayNumber, string>();

/** YYYY-MM-DD. */
export function dateOf(day: DayNumber): string {
  let date = dates.get(day);
  if (date === undefined) {
    if (dates.size >= CACHED_DATES) dates.clear();
    date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    dates.set(day, date);
  }
  return date;
}

/** Of a YYYY-MM-DD. */
export const dayNumberOf = (date: string): DayNumber => Date.parse(date) / DAY_MS;

/** ISO, 1 is Monday: the first of January 1970 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Of a time of day, HH:MM: minutes since midnight. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The Monday of the day's week. */
export const mondayOf = (day: DayNumber): DayNumber => day - weekdayOf(day) + 1;

/** ISO weeks counted on; the same for the seven days from a Monday on. */
export const weekNumberOf = (day: DayNumber): number => Math.floor((day + 3) / 7);

/** The same day a year earlier; the 28th for a 29 February. */
export function yearBefore(day: DayNumber): DayNumber {
  const date = dateOf(day);
  const year = Number(date.slice(0, 4)) - 1;
  return dayNumberOf(`${year}-${date.endsWith('-02-29') ? '02-28' : date.slice(5)}`);
}

/** The twelve months before a sale begin with this instant: the shop's midnight of the same day a year earlier. */
export const twelveMonthsBefore = (zone: Zone, at: Instant): Instant =>
  zone.startOfDay(at, yearBefore(zone.dayOf(at)) - zone.dayOf(at));

/** Which day, ISO week and month of the shop's calendar a moment is in: what limits of a period are counted by. */
export interface PeriodKeys {
  /** YYYY-MM-DD. */
  day: string;
  /** YYYY-Www, by ISO 8601: the year is that of the week's Thursday. */
  week: string;
  /** YYYY-MM. */
  month: string;
}

export function periodKeys(zone: Zone, at: Instant): PeriodKeys {
  const day = zone.dayOf(at);
  const date = dateOf(day);
  return { day: date, week: weekOf(day), month: date.slice(0, 7) };
}

function weekOf(day: DayNumber): string {
  const thursday = mondayOf(day) + 3;
  const year = dateOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumberOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** A birthday (MM-DD) of 29 February is kept on the 28th in common years. */
function isBirthday(day: DayNumber, birthday: string): boolean {
  const date = dateOf(day);
  if (date.endsWith(birthday)) return true;
  return birthday === '02-29' && date.endsWith('02-28') && dateOf(day + 1).endsWith('03-01');
}

/** Whether a day is the birthday, in its week from Monday to Sunday, or in its month. */
export function inBirthday(span: 'day' | 'week' | 'month', day: DayNumber, birthday: string): boolean {
  if (span === 'day') return isBirthday(day, birthday);
  if (span === 'month') return dateOf(day).slice(5, 7) === birthday.slice(0, 2);
  const monday = mondayOf(day);
  for (let next = monday; next < monday + 7; next++) if (isBirthday(next, birthday)) return true;
  return false;
}
