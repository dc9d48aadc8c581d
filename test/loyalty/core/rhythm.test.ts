import { isOpenAt, learnRhythm, silentFrom } from '../../../src/loyalty/core/time/rhythm';
import { Zone } from '../../../src/loyalty/core/time/zone';

const zone = Zone.of('America/Sao_Paulo');
const at = (text: string): number => Date.parse(`${text}-03:00`);
const MINUTE = 60_000;

/** A sale each so many minutes, from nine to six, Monday to Friday, for two weeks up to Friday the 20th. */
function weekdays(everyMinutes: number): number[] {
  const sales: number[] = [];
  for (let day = 9; day <= 20; day++) {
    if (day === 14 || day === 15) continue;
    const opens = at(`2026-11-${String(day).padStart(2, '0')}T09:00:00`);
    for (let minute = 0; minute <= 540; minute += everyMinutes) sales.push(opens + minute * MINUTE);
  }
  return sales;
}

it('is unknown while the sales are few', () => {
  expect(learnRhythm(weekdays(30).slice(0, 19), zone)).toBeNull();
  expect(learnRhythm(weekdays(10).slice(0, 60), zone)).toBeNull();
});

it('is silent after three times the usual gap, on the same day', () => {
  const rhythm = learnRhythm(weekdays(30), zone);
  expect(rhythm?.gapMs).toBe(30 * MINUTE);
  expect(silentFrom(rhythm!, zone, at('2026-11-20T11:00:00'))).toBe(at('2026-11-20T12:30:00'));
});

it('counts no night and no closed day', () => {
  const rhythm = learnRhythm(weekdays(30), zone)!;
  // Half an hour is left on Friday, and the rest is of Monday morning.
  const silent = silentFrom(rhythm, zone, at('2026-11-20T17:30:00'))!;
  expect(silent).toBeGreaterThan(at('2026-11-23T09:30:00'));
  expect(silent).toBeLessThan(at('2026-11-23T11:00:00'));
  expect(isOpenAt(rhythm, zone, at('2026-11-21T12:00:00'))).toBe(false);
  expect(isOpenAt(rhythm, zone, at('2026-11-23T12:00:00'))).toBe(true);
  expect(isOpenAt(rhythm, zone, at('2026-11-23T03:00:00'))).toBe(false);
});

it('a bar that sells until two in the night is open then', () => {
  const sales = [17, 18, 19, 20].flatMap((day) =>
    Array.from({ length: 17 }, (_, i) => at(`2026-11-${day}T18:00:00`) + i * 30 * MINUTE),
  );
  const rhythm = learnRhythm(sales, zone)!;
  expect(isOpenAt(rhythm, zone, at('2026-11-20T01:00:00'))).toBe(true);
  expect(isOpenAt(rhythm, zone, at('2026-11-20T12:00:00'))).toBe(false);
  expect(silentFrom(rhythm, zone, at('2026-11-19T23:30:00'))).toBe(at('2026-11-20T01:00:00'));
});

it('a rush makes no quiet hour a silence: what counts is what nine in ten gaps stay within', () => {
  const sales = [16, 17, 18, 19, 20].flatMap((day) => {
    const opens = at(`2026-11-${day}T09:00:00`);
    const rush = Array.from({ length: 30 }, (_, i) => opens + (180 + i * 2) * MINUTE);
    const calm = Array.from({ length: 10 }, (_, i) => opens + (240 + i * 60) * MINUTE);
    return [opens, opens + 60 * MINUTE, ...rush, ...calm];
  });
  expect(learnRhythm(sales, zone)?.gapMs).toBe(60 * MINUTE);
});

it('a busy machine has half an hour at least', () => {
  const rhythm = learnRhythm(weekdays(1), zone)!;
  expect(silentFrom(rhythm, zone, at('2026-11-20T11:00:00'))).toBe(at('2026-11-20T11:30:00'));
});
