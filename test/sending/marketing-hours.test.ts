import { dateOf, dayNumberOf } from '../../src/loyalty/core/time/calendar';
import { easterOf, isNationalHoliday } from '../../src/loyalty/core/time/holidays';
import { marketingOpens, Zone } from '../../src/loyalty';

test.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %i is %s', (year, date) => {
  expect(dateOf(easterOf(year))).toBe(date);
});

test('the national holidays of 2026', () => {
  const first = dayNumberOf('2026-01-01');
  const days = Array.from({ length: 365 }, (_, i) => first + i).filter(isNationalHoliday);
  expect(days.map((day) => dateOf(day).slice(5))).toEqual([
    '01-01',
    '04-03',
    '04-21',
    '05-01',
    '09-07',
    '10-12',
    '11-02',
    '11-15',
    '11-20',
    '12-25',
  ]);
});

const hours = { fromMinute: 540, toMinute: 1_200 };
const opens = (zone: string, at: string): string =>
  new Date(marketingOpens(Zone.of(zone), hours, Date.parse(at))).toISOString();

test.each([
  ['within the hours', '2026-11-24T12:00:00-03:00', '2026-11-24T15:00:00.000Z'],
  ['before them', '2026-11-24T08:59:59-03:00', '2026-11-24T12:00:00.000Z'],
  ['at their first minute', '2026-11-24T09:00:00-03:00', '2026-11-24T12:00:00.000Z'],
  ['at their end', '2026-11-24T20:00:00-03:00', '2026-11-25T12:00:00.000Z'],
  ['on a Saturday evening', '2026-11-28T21:00:00-03:00', '2026-11-30T12:00:00.000Z'],
  ['on a Sunday', '2026-11-29T12:00:00-03:00', '2026-11-30T12:00:00.000Z'],
  ['on Christmas Eve in the evening, a Thursday', '2026-12-24T20:30:00-03:00', '2026-12-26T12:00:00.000Z'],
  ['before Good Friday', '2026-04-02T22:00:00-03:00', '2026-04-04T12:00:00.000Z'],
])('%s', (_, at, opening) => {
  expect(opens('America/Sao_Paulo', at)).toBe(opening);
});

test('hours are those of the shop’s wall', () => {
  expect(opens('America/Rio_Branco', '2026-11-24T09:30:00-03:00')).toBe('2026-11-24T14:00:00.000Z');
  expect(opens('America/Noronha', '2026-11-24T19:30:00-03:00')).toBe('2026-11-25T11:00:00.000Z');
});
