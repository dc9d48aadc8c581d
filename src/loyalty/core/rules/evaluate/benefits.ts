import { ASSETS, WHOLE_BPS, type Asset } from '../../money';
import type { Benefit, Rule } from '../rule';
import type { Instant } from '../../sales/sale';
import type { Zone } from '../../time/zone';
import { compileRule, type CompiledRule, type PlacedRule } from './compiled';
import { compileLimits, type CompiledLimit } from './limits';
import { compileMultiplier, type CompiledMultiplier } from './multipliers';
import { compileValidity, type ValidityOf } from './validity';

/** Cashback or points of its own, which multipliers may multiply. */
export interface CompiledBenefit extends CompiledRule {
  /** What it comes to before multipliers, in parts of the asset's minor unit (`AssetRules.unit` to one). */
  partsOf: (baseCents: number) => number;
  /** A fixed extra is not multiplied. */
  multiplied: boolean;
  /** In the order in which they cut. */
  limits: readonly CompiledLimit[];
  /** Some of its limits are over more than one sale. */
  counted: boolean;
  validityOf: ValidityOf<Instant | null>;
}

/** The rules of one asset, by `order`, then as they stand in the version. */
export interface AssetRules {
  asset: Asset;
  /** Parts to one minor unit: a basis point of a cent, a whole point. */
  unit: number;
  /** Rounded down rather than half up. */
  roundsDown: boolean;
  multipliers: CompiledMultiplier[];
  benefits: CompiledBenefit[];
}

/** The asset that a rule gives or multiplies; null for a voucher. Throws a RangeError for a benefit that is not known. */
export function assetOf({ benefit }: Pick<Rule, 'benefit'>): Asset | null {
  switch (benefit.kind) {
    case 'multiplier':
      return benefit.asset;
    case 'cashback-percent':
    case 'cashback-fixed':
      return 'cashback';
    case 'points-per-amount':
    case 'points-fixed':
      return 'points';
    case 'voucher-fixed':
    case 'voucher-percent':
    case 'voucher-item':
    case 'stamp-card':
      return null;
  }
  throw new RangeError(`${String((benefit as { kind: unknown }).kind)} is no benefit`);
}

export function compileAssets(
  ordered: readonly PlacedRule[],
  pointsRounding: 'half-up' | 'down',
  zone: Zone,
): AssetRules[] {
  return ASSETS.map((asset) => {
    const compiled: AssetRules = {
      asset,
      unit: asset === 'cashback' ? WHOLE_BPS : 1,
      roundsDown: asset === 'points' && pointsRounding === 'down',
      multipliers: [],
      benefits: [],
    };
    for (const placed of ordered) if (assetOf(placed.rule) === asset) compileInto(compiled, placed, zone);
    return compiled;
  }).filter(({ multipliers, benefits }) => multipliers.length + benefits.length > 0);
}

function compileInto(assets: AssetRules, placed: PlacedRule, zone: Zone): void {
  const { benefit, limits, validity } = placed.rule;
  if (benefit.kind === 'multiplier') {
    assets.multipliers.push(compileMultiplier(placed, benefit.times_x100));
    return;
  }
  const compiled = compileLimits(limits, assets.asset);
  assets.benefits.push({
    ...compileRule(placed),
    partsOf: compileParts(benefit),
    multiplied: benefit.kind === 'cashback-percent' || benefit.kind === 'points-per-amount',
    limits: compiled,
    counted: compiled.some(({ step }) => step !== 'limit'),
    validityOf: compileValidity(validity, zone),
  });
}

/** Invariant: with a base of at most MAX_SALE_CENTS every product here is a safe integer. */
function compileParts(benefit: Benefit): (baseCents: number) => number {
  switch (benefit.kind) {
    case 'cashback-percent':
      return (baseCents) => baseCents * benefit.bps;
    case 'cashback-fixed':
      return () => benefit.cents * WHOLE_BPS;
    case 'points-fixed':
      return () => benefit.points;
    case 'points-per-amount':
      return (baseCents) => Math.floor(baseCents / benefit.per_cents) * benefit.points;
  }
  throw new RangeError(`${benefit.kind} is no amount`);
}
