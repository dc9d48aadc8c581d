import { minuteOf, type DayNumber } from '../../time/calendar';
import type { Conditions } from '../rule';
import type { Situation } from './situation';

/**
 * The day that a rule with these hours takes a sale for. Hours over midnight are one night: what is sold in them after
 * midnight is of the day on which they began, so that a Friday from 22:00 to 02:00 ends on Saturday at two.
 */
export function dayWithin(hours: Conditions['hours']): (situation: Situation) => DayNumber {
  if (hours === undefined || hours[0] < hours[1]) return ({ day }) => day;
  const until = minuteOf(hours[1]);
  return ({ day, minuteOfDay }) => (minuteOfDay < until ? day - 1 : day);
}
