import type { Limits } from './rule';

export type LimitOf = 'sale' | 'day' | 'week' | 'month';

/** A limit that another of the same rule always reaches first, and that other. */
export interface IdleLimit {
  of: LimitOf;
  under: LimitOf;
}

const NAMES = { sale: 'sale', day: 'customer_day', week: 'customer_week', month: 'customer_month' } as const;
/** A week may lie in two months, so none of those two makes the other idle. */
const WITHIN: readonly [LimitOf, LimitOf][] = [
  ['sale', 'day'],
  ['sale', 'week'],
  ['sale', 'month'],
  ['day', 'week'],
  ['day', 'month'],
];

/** Most likely two figures were mistaken for each other; the rule can be judged all the same. */
export function idleLimitOf(limits: Limits = {}): IdleLimit | null {
  const most = (of: LimitOf): number | undefined =>
    limits[`max_cents_per_${NAMES[of]}`] ?? limits[`max_points_per_${NAMES[of]}`];
  const idle = WITHIN.find(([of, under]) => (most(of) ?? 0) >= (most(under) ?? Infinity));
  return idle === undefined ? null : { of: idle[0], under: idle[1] };
}
