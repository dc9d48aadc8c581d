import { weekdayOf } from './calendar';
import { isNationalHoliday } from './holidays';
import type { Instant } from '../sales/sale';
import type { Zone } from './zone';

/** Minutes of the shop's day: the first in, the last out. */
export interface MarketingHours {
  fromMinute: number;
  toMinute: number;
}

const MINUTE_MS = 60_000;
const SUNDAY = 7;
/** No row of Sundays and holidays is longer. */
const DAYS_AHEAD = 10;

/**
 * From when marketing may go: `at` itself within the hours, else their next beginning. Sundays and national holidays have
 * none.
 */
export function marketingOpens(zone: Zone, { fromMinute, toMinute }: MarketingHours, at: Instant): Instant {
  const today = zone.dayOf(at);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = today + ahead;
    if (weekdayOf(day) === SUNDAY || isNationalHoliday(day)) continue;
    const minute = ahead === 0 ? zone.minuteOfDay(at) : -1;
    if (minute >= toMinute) continue;
    return minute >= fromMinute ? at : zone.startOfDay(at, ahead) + fromMinute * MINUTE_MS;
  }
  throw new Error('a week without a working day');
}
