import { inBirthday } from '../../time/calendar';
import { folded } from '../../people/names';
import type { Compilers } from './conditions';
import { dayWithin } from './night';

/** What is asked of the buyer and their past, as it was when the sale arrived (past.ts). */
export const customerConditions: Compilers<
  'first_purchase' | 'nth_purchase' | 'inactive_days' | 'birthday' | 'tier' | 'labels'
> = {
  first_purchase:
    () =>
    ({ past: { purchases } }) =>
      purchases === 0 ? null : { condition: 'first_purchase', wanted: 1, found: purchases + 1 },
  nth_purchase:
    (nth) =>
    ({ past: { purchases } }) =>
      purchases + 1 === nth ? null : { condition: 'nth_purchase', wanted: nth, found: purchases + 1 },
  /** Who never bought was not away. */
  inactive_days: (days) => (situation) => {
    const last = situation.lastPurchaseDay;
    const found = last === null ? null : Math.max(0, situation.day - last);
    return found !== null && found >= days ? null : { condition: 'inactive_days', wanted: days, found };
  },
  birthday: (span, { hours }) => {
    const dayOf = dayWithin(hours);
    return (situation) => {
      const { birthday } = situation.past;
      return birthday !== null && inBirthday(span, dayOf(situation), birthday)
        ? null
        : { condition: 'birthday', wanted: span, found: birthday };
    };
  },
  tier: (name) => {
    const wanted = folded(name);
    return ({ past: { tier } }) =>
      tier !== null && folded(tier) === wanted ? null : { condition: 'tier', wanted: name, found: tier };
  },
  labels: (names) => {
    const wanted = new Set(names.map(folded));
    return ({ past: { labels } }) =>
      labels.some((label) => wanted.has(folded(label)))
        ? null
        : { condition: 'labels', wanted: names, found: labels.length === 0 ? null : labels.join(', ') };
  },
};
