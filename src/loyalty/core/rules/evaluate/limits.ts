import { MAX_SALE_CENTS, type Asset } from '../../money';
import { PERIODS, type Counters, type Period } from '../past';
import type { Limits } from '../rule';

/** The largest grant that is believed, in cents or points: every rule without a lower limit has this one. */
export const MAX_GRANT = MAX_SALE_CENTS;

/** The most that a rule may give: in one sale, or together with what it gave before. */
export interface CompiledLimit {
  step: 'limit' | Period | 'budget';
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

/** What a rule's limits let it give of its budget, or to a customer in a period; null where they do not say. */
export function mostOf(limits: Limits = {}, of: Period | 'budget'): number | null {
  if (of === 'budget') return limits.budget_cents ?? null;
  return limits[`max_cents_per_customer_${of}`] ?? limits[`max_points_per_customer_${of}`] ?? null;
}

/** What a limit leaves to a rule that gave so much before, in the asset's minor unit. */
export function leftOf({ step, most }: CompiledLimit, before: Counters): number {
  return step === 'limit' ? most : Math.max(0, most - before[step]);
}
