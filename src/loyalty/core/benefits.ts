import { compileConditions, type Check } from './conditions';
import { greatestCommonDivisor } from './exact';
import { ASSETS, MAX_SALE_CENTS, WHOLE_BPS, type Asset } from './money';
import type { Rule } from './rule';
import type { Sale } from './sale';
import type { Grant } from './verdict';
import type { Zone } from './zone';

/** The largest grant that is believed, in cents or points: every rule without a lower limit has this one. */
export const MAX_GRANT = MAX_SALE_CENTS;

/** What every rule has once compiled. */
interface CompiledRule {
  /** In the program version. */
  index: number;
  checks: readonly Check[];
  /** Marked `best`. */
  best: boolean;
}

/** `times / per`, in lowest terms, so that doubling stays a doubling. */
export interface CompiledMultiplier extends CompiledRule {
  timesX100: number;
  times: number;
  per: number;
}

export interface CompiledBenefit extends CompiledRule {
  /** What it comes to before multipliers, in parts of the asset's minor unit (`AssetRules.unit` to one). */
  partsOf: (baseCents: number) => number;
  /** A fixed extra is not multiplied. */
  multiplied: boolean;
  /** The most that it grants for one sale, in the asset's minor unit. */
  limit: number;
  validityOf: (sale: Sale) => Pick<Grant, 'availableAt' | 'expiresAt'>;
}

/** The rules of one asset, by `order`, then as they stand in the version. */
export interface AssetRules {
  asset: Asset;
  /** Parts to one minor unit: a basis point of a cent, a whole point. */
  unit: number;
  multipliers: CompiledMultiplier[];
  benefits: CompiledBenefit[];
}

export function compileRules(rules: readonly Rule[], zone: Zone): AssetRules[] {
  const ordered = rules
    .map((rule, index) => ({ rule, index }))
    .sort((a, b) => (a.rule.order ?? 0) - (b.rule.order ?? 0) || a.index - b.index);
  return ASSETS.map((asset) => {
    const compiled: AssetRules = {
      asset,
      unit: asset === 'cashback' ? WHOLE_BPS : 1,
      multipliers: [],
      benefits: [],
    };
    for (const { rule, index } of ordered)
      if (assetOf(rule) === asset) compileRule(compiled, rule, index, zone);
    return compiled;
  }).filter(({ multipliers, benefits }) => multipliers.length + benefits.length > 0);
}

function assetOf({ benefit }: Rule): Asset {
  if (benefit.kind === 'multiplier') return benefit.asset;
  if (benefit.kind === 'cashback-percent' || benefit.kind === 'cashback-fixed') return 'cashback';
  if (benefit.kind === 'points-per-amount' || benefit.kind === 'points-fixed') return 'points';
  throw new RangeError(`${benefit.kind} is not judged`);
}

function compileRule(into: AssetRules, rule: Rule, index: number, zone: Zone): void {
  const { benefit, limits } = rule;
  const common = { index, checks: compileConditions(rule.conditions ?? {}), best: rule.stack === 'best' };
  if (benefit.kind === 'multiplier') {
    const shared = greatestCommonDivisor(benefit.times_x100, 100);
    const [times, per] = [benefit.times_x100 / shared, 100 / shared];
    into.multipliers.push({ ...common, timesX100: benefit.times_x100, times, per });
    return;
  }
  const limit = into.asset === 'cashback' ? limits?.max_cents_per_sale : limits?.max_points_per_sale;
  into.benefits.push({
    ...common,
    partsOf: compileBenefit(benefit),
    multiplied: benefit.kind === 'cashback-percent' || benefit.kind === 'points-per-amount',
    limit: Math.min(limit ?? MAX_GRANT, MAX_GRANT),
    validityOf: compileValidity(rule, zone),
  });
}

/** Invariant: with a base of at most MAX_SALE_CENTS every product here is a safe integer. */
function compileBenefit(benefit: Exclude<Rule['benefit'], { kind: 'multiplier' }>): (base: number) => number {
  if (benefit.kind === 'cashback-percent') return (baseCents) => baseCents * benefit.bps;
  if (benefit.kind === 'cashback-fixed') return () => benefit.cents * WHOLE_BPS;
  if (benefit.kind === 'points-fixed') return () => benefit.points;
  if (benefit.kind === 'points-per-amount')
    return (baseCents) => Math.floor(baseCents / benefit.per_cents) * benefit.points;
  throw new RangeError(`${benefit.kind} is not judged`);
}

/**
 * Available at the sale's moment, or from the start of the shop's day so many days after; expired from the first
 * instant of the day that follows the last valid one ("for 30 days" ends with the thirtieth day after it became
 * available).
 */
function compileValidity({ validity }: Rule, zone: Zone): CompiledBenefit['validityOf'] {
  const { available_after_days: wait, valid_days: valid } = validity ?? {};
  return ({ occurredAt }) => {
    const availableAt = wait === undefined ? occurredAt : zone.startOfDay(occurredAt, wait);
    return { availableAt, expiresAt: valid === undefined ? null : zone.startOfDay(availableAt, valid + 1) };
  };
}
