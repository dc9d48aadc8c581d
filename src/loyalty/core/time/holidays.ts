import { dateOf, dayNumberOf, type DayNumber } from './calendar';

/**
 * Brazil's national holidays (laws 662/1949, 6.802/1980, 10.607/2002 and 14.759/2023), month and day. Carnival and Corpus
 * Christi are no national holidays.
 */
const FIXED: ReadonlySet<string> = new Set([
  '01-01',
  '04-21',
  '05-01',
  '09-07',
  '10-12',
  '11-02',
  '11-15',
  '11-20',
  '12-25',
]);

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876). */
export function easterOf(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const inMarch = h + l - 7 * m + 114;
  const month = String(Math.floor(inMarch / 31)).padStart(2, '0');
  const day = String((inMarch % 31) + 1).padStart(2, '0');
  return dayNumberOf(`${year}-${month}-${day}`);
}

/** Whether a day is a national holiday; Good Friday is two days before Easter. */
export function isNationalHoliday(day: DayNumber): boolean {
  const date = dateOf(day);
  return FIXED.has(date.slice(5)) || easterOf(Number(date.slice(0, 4))) - 2 === day;
}
