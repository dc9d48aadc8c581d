import { DateTime } from 'luxon';
import type { Instant } from './sale';

/** From the first instant of its first day up to, and without, that of the day after its last. */
export interface Span {
  from: Instant;
  to: Instant;
}

/**
 * A named period (`today`, `yesterday`, `this-week`, `last-week`, `this-month`, `last-month`, `YYYY-MM`) on the shop's
 * calendar, weeks from Monday; null for a name that is none.
 */
export function spanOf(period: string, zone: string, now: Instant): Span | null {
  const today = DateTime.fromMillis(now, { zone });
  const of = (unit: 'day' | 'week' | 'month', ago: number, at = today): Span => {
    const from = at.minus({ [unit]: ago }).startOf(unit);
    return { from: from.toMillis(), to: from.plus({ [unit]: 1 }).toMillis() };
  };
  if (period === 'today') return of('day', 0);
  if (period === 'yesterday') return of('day', 1);
  if (period === 'this-week') return of('week', 0);
  if (period === 'last-week') return of('week', 1);
  if (period === 'this-month') return of('month', 0);
  if (period === 'last-month') return of('month', 1);
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(period)) return null;
  return of('month', 0, DateTime.fromISO(`${period}-01`, { zone }));
}
