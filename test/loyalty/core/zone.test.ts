import { DateTime } from 'luxon';
import fc from 'fast-check';
import { Zone } from '../../../src/loyalty/core/time/zone';

/** Every zone of Brazil, with what separates it from UTC since summer time ended in 2019. */
const BRAZIL: [zone: string, hours: number][] = [
  ['America/Noronha', -2],
  ['America/Araguaina', -3],
  ['America/Bahia', -3],
  ['America/Belem', -3],
  ['America/Fortaleza', -3],
  ['America/Maceio', -3],
  ['America/Recife', -3],
  ['America/Santarem', -3],
  ['America/Sao_Paulo', -3],
  ['America/Boa_Vista', -4],
  ['America/Campo_Grande', -4],
  ['America/Cuiaba', -4],
  ['America/Manaus', -4],
  ['America/Porto_Velho', -4],
  ['America/Eirunepe', -5],
  ['America/Rio_Branco', -5],
];

const at = (text: string): number => Date.parse(text);

describe.each(BRAZIL)('%s', (name, hours) => {
  const zone = Zone.of(name);
  const midnight = Date.UTC(2026, 10, 24, -hours);

  it('the day turns at the shop’s midnight', () => {
    expect(zone.local(midnight)).toEqual({ date: '2026-11-24', weekday: 2, minuteOfDay: 0 });
    expect(zone.local(midnight - 1)).toEqual({ date: '2026-11-23', weekday: 1, minuteOfDay: 1439 });
    expect(zone.startOfDay(midnight)).toBe(midnight);
    expect(zone.startOfDay(midnight - 1)).toBe(midnight - 86_400_000);
    expect(zone.startOfDay(midnight + 86_399_999, 1)).toBe(midnight + 86_400_000);
  });

  it('agrees with luxon at any moment since 1985, summer time or not', () => {
    const moment = fc.integer({ min: Date.UTC(1985, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 400 }), (instant, days) => {
        const wall = DateTime.fromMillis(instant, { zone: name });
        expect(zone.local(instant)).toEqual({
          date: wall.toISODate(),
          weekday: wall.weekday,
          minuteOfDay: wall.hour * 60 + wall.minute,
        });
        expect(zone.startOfDay(instant, days)).toBe(
          wall.startOf('day').plus({ days }).startOf('day').toMillis(),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('São Paulo in the summer time of 2018', () => {
  const zone = Zone.of('America/Sao_Paulo');

  it('the day on which it began has no midnight: it starts at one', () => {
    const start = at('2018-11-04T01:00:00-02:00');
    expect(zone.local(start - 1)).toEqual({ date: '2018-11-03', weekday: 6, minuteOfDay: 1439 });
    expect(zone.local(start)).toEqual({ date: '2018-11-04', weekday: 7, minuteOfDay: 60 });
    expect(zone.startOfDay(at('2018-11-04T15:00:00-02:00'))).toBe(start);
    expect(zone.startOfDay(start - 1, 1)).toBe(start);
    expect(zone.startOfDay(start, 1)).toBe(at('2018-11-05T00:00:00-02:00'));
  });

  it('the day on which it ended has its last hour twice, and the next starts once', () => {
    const next = at('2018-02-18T00:00:00-03:00');
    expect(zone.local(next - 3_600_000)).toEqual({ date: '2018-02-17', weekday: 6, minuteOfDay: 23 * 60 });
    expect(zone.local(next - 7_200_000)).toEqual({ date: '2018-02-17', weekday: 6, minuteOfDay: 23 * 60 });
    expect(zone.startOfDay(next - 1)).toBe(at('2018-02-17T00:00:00-02:00'));
    expect(zone.startOfDay(next - 1, 1)).toBe(next);
    expect(zone.startOfDay(next)).toBe(next);
  });
});

it('one object a name; a name that is no zone is refused', () => {
  expect(Zone.of('America/Bahia')).toBe(Zone.of('America/Bahia'));
  expect(() => Zone.of('America/Brasilia')).toThrow(RangeError);
});
