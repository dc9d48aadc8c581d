import { MAX_SALE_CENTS, type Asset } from '../../money';
import type { Counters } from '../past';
import type { Limits } from '../rule';

/** The largest grant that is believed, in cents or points: every rule without a lower limit has this one. */
export const MAX_GRANT = MAX_SALE_CENTS;

const PERIODS = ['day', 'week', 'month'] as const;

/** The most that a rule may give: in one sale, or together with what it gave before. */
export interface CompiledLimit {
  step: 'limit' | 'day' | 'week' | 'month' | 'budget';
  most: number;
}

/** In the order in which they cut. Throws a RangeError for a limit that is not known. */
export function compileLimits(limits: Limits = {}, asset: Asset): CompiledLimit[] {
  for (const name of Object.keys(limits)) if (!KNOWN.has(name)) throw new RangeError(`${name} is no limit`);
  const unit = asset === 'cashback' ? 'cents' : 'points';
  const compiled: CompiledLimit[] = [{ step: 'limit', most: limits[`max_${unit}_per_sale`] ?? MAX_GRANT }];
  for (const period of PERIODS) {
    const most = limits[`max_${unit}_per_customer_${period}`];
    if (most !== undefined) compiled.push({ step: period, most });
  }
  if (limits.budget_cents !== undefined) compiled.push({ step: 'budget', most: limits.budget_cents });
  return compiled;
}

const KNOWN = new Set<string>([
  'max_cents_per_sale',
  'max_points_per_sale',
  ...PERIODS.flatMap((period) => [`max_cents_per_customer_${period}`, `max_points_per_customer_${period}`]),
  'budget_cents',
]);

/** What a limit leaves to a rule that gave so much before, in the asset's minor unit. */
export function leftOf({ step, most }: CompiledLimit, before: Counters): number {
  return step === 'limit' ? most : Math.max(0, most - before[step]);
}
