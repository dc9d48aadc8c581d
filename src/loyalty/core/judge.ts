import { compileConditions, type Check, type Situation } from './conditions';
import { WHOLE_BPS, type Asset } from './money';
import type { Benefit, ProgramVersion, Rule } from './rule';
import type { Sale } from './sale';
import type { Grant, Miss, RuleTrace, Step, Verdict } from './verdict';
import type { Zone } from './zone';

/** Multipliers are hundredths. */
const TIMES = 100;

/** A rule as the judge runs it. Quantities are numerators over a denominator that is one for the whole sale. */
interface CompiledRule {
  index: number;
  order: number;
  checks: Check[];
  benefit: Benefit;
  asset: Asset;
  limit: number | null;
  best: boolean;
  validDays: number | null;
  afterDays: number | null;
}

/** A benefit that fired: `quantity / denominator` of its asset's minor unit. */
interface Fired {
  rule: CompiledRule;
  quantity: number;
  steps: Step[];
}

/**
 * The judge of one program version: a pure function from a sale to its verdict.
 *
 * The order is fixed: qualifying base (what was paid, less what came back and what a voucher paid) → base benefits
 * (`cashback-percent`, `points-per-amount`, the latter in whole steps) → multipliers (all that fire multiply together;
 * of those marked `best` only the largest counts) → fixed extras → limits → of the benefits marked `best`, in each
 * asset, only the largest → rounding once an asset, half up. What rounding adds or takes goes to the parts with the
 * largest remainders, so that the grants add up exactly to what was rounded. Conditions see what is left of the sale:
 * a refund that brings it below a minimum leaves it without that benefit.
 *
 * Throws a RangeError where a product would leave the safe integers.
 */
export function compileProgram(version: ProgramVersion, zone: Zone): (sale: Sale) => Verdict {
  const rules = version.rules.map(compileRule).sort((a, b) => a.order - b.order || a.index - b.index);
  return (sale) => {
    const baseCents = Math.max(0, sale.totalCents - sale.refundedCents - sale.voucherCents);
    const situation: Situation = { sale, baseCents, local: zone.local(sale.occurredAt) };
    const trace: RuleTrace[] = [];
    const firing: CompiledRule[] = [];
    for (const rule of rules) {
      const miss = firstMiss(rule, situation);
      if (miss === null) firing.push(rule);
      else trace.push({ rule: rule.index, fired: false, miss });
    }
    const grants: Grant[] = [];
    for (const asset of ['cashback', 'points'] as const)
      judgeAsset(asset, firing, sale, baseCents, zone, grants, trace);
    grants.sort((a, b) => a.rule - b.rule);
    trace.sort((a, b) => a.rule - b.rule);
    return { baseCents, grants, trace };
  };
}

function compileRule(rule: Rule, index: number): CompiledRule {
  const asset = assetOf(rule.benefit);
  const limits = rule.limits ?? {};
  return {
    index,
    order: rule.order ?? 0,
    checks: compileConditions(rule.conditions ?? {}),
    benefit: rule.benefit,
    asset,
    limit: (asset === 'cashback' ? limits.max_cents_per_sale : limits.max_points_per_sale) ?? null,
    best: rule.stack === 'best',
    validDays: rule.validity?.valid_days ?? null,
    afterDays: rule.validity?.available_after_days ?? null,
  };
}

function assetOf(benefit: Benefit): Asset {
  if (benefit.kind === 'multiplier') return benefit.asset;
  return benefit.kind === 'cashback-percent' || benefit.kind === 'cashback-fixed' ? 'cashback' : 'points';
}

/** A sale of which nothing is left to reward misses every rule. */
function firstMiss(rule: CompiledRule, situation: Situation): Miss | null {
  if (situation.baseCents === 0) return { condition: 'base', wanted: 1, found: 0 };
  for (const check of rule.checks) {
    const miss = check(situation);
    if (miss !== null) return miss;
  }
  return null;
}

function judgeAsset(
  asset: Asset,
  firing: readonly CompiledRule[],
  sale: Sale,
  baseCents: number,
  zone: Zone,
  grants: Grant[],
  trace: RuleTrace[],
): void {
  const own = firing.filter((rule) => rule.asset === asset);
  const multipliers = countingMultipliers(own, trace);
  const denominator = (asset === 'cashback' ? WHOLE_BPS : 1) * TIMES ** multipliers.length;
  const fired = own.flatMap((rule) => evaluate(rule, baseCents, multipliers, denominator) ?? []);
  keepBest(fired);
  round(fired, denominator);
  for (const { rule, quantity, steps } of fired) {
    trace.push({ rule: rule.index, fired: true, steps });
    if (quantity > 0) grants.push({ rule: rule.index, asset, quantity, ...validityOf(rule, sale, zone) });
  }
}

const timesOf = (rule: CompiledRule): number =>
  rule.benefit.kind === 'multiplier' ? rule.benefit.times_x100 : TIMES;

/** All that are not marked `best`, and the largest of those that are. */
function countingMultipliers(own: readonly CompiledRule[], trace: RuleTrace[]): CompiledRule[] {
  const multipliers = own.filter((rule) => rule.benefit.kind === 'multiplier');
  const best = multipliers.filter((rule) => rule.best).sort((a, b) => timesOf(b) - timesOf(a))[0];
  const counting = multipliers.filter((rule) => !rule.best || rule === best);
  for (const rule of multipliers) {
    const step: Step = {
      step: counting.includes(rule) ? 'multiplier' : 'best',
      after: counting.includes(rule) ? timesOf(rule) : 0,
    };
    trace.push({ rule: rule.index, fired: true, steps: [step] });
  }
  return counting;
}

/** Null for a multiplier, which grants nothing of its own. */
function evaluate(
  rule: CompiledRule,
  baseCents: number,
  multipliers: readonly CompiledRule[],
  denominator: number,
): Fired | null {
  const { benefit } = rule;
  if (benefit.kind === 'multiplier') return null;
  const steps: Step[] = [{ step: 'base', after: baseCents }];
  const note = (step: Step['step'], quantity: number): number => {
    if (!Number.isSafeInteger(quantity)) throw new RangeError('an award leaves the safe integers');
    steps.push({ step, after: quantity / denominator });
    return quantity;
  };
  let quantity: number;
  if (benefit.kind === 'cashback-fixed') quantity = note('benefit', benefit.cents * denominator);
  else if (benefit.kind === 'points-fixed') quantity = note('benefit', benefit.points * denominator);
  else {
    const unit = TIMES ** multipliers.length;
    quantity = note(
      'benefit',
      benefit.kind === 'cashback-percent'
        ? baseCents * benefit.bps * unit
        : Math.floor(baseCents / benefit.per_cents) * benefit.points * unit,
    );
    for (const multiplier of multipliers)
      quantity = note('multiplier', (quantity / TIMES) * timesOf(multiplier));
  }
  if (rule.limit !== null && quantity > rule.limit * denominator)
    quantity = note('limit', rule.limit * denominator);
  return { rule, quantity, steps };
}

/** Of the benefits marked `best` only the largest stays; of equals the first in order. */
function keepBest(fired: Fired[]): void {
  const marked = fired.filter(({ rule }) => rule.best);
  const largest = marked.reduce<Fired | null>(
    (best, one) => (best === null || one.quantity > best.quantity ? one : best),
    null,
  );
  for (const one of marked) {
    if (one === largest) continue;
    one.quantity = 0;
    one.steps.push({ step: 'best', after: 0 });
  }
}

/** Rounds the sum half up, once; the parts take the whole of it, the largest remainders first. */
function round(fired: Fired[], denominator: number): void {
  let sum = 0;
  let floors = 0;
  for (const { quantity } of fired) {
    sum += quantity;
    floors += Math.floor(quantity / denominator);
  }
  if (!Number.isSafeInteger(sum)) throw new RangeError('an award leaves the safe integers');
  const whole = Math.floor(sum / denominator);
  const rounded = whole + ((sum % denominator) * 2 >= denominator && sum > 0 ? 1 : 0);
  let left = rounded - floors;
  const byRemainder = [...fired].sort((a, b) => (b.quantity % denominator) - (a.quantity % denominator));
  for (const one of byRemainder) {
    const extra = left > 0 && one.quantity > 0 ? 1 : 0;
    left -= extra;
    one.quantity = Math.floor(one.quantity / denominator) + extra;
    one.steps.push({ step: 'round', after: one.quantity });
  }
}

function validityOf(rule: CompiledRule, sale: Sale, zone: Zone): Pick<Grant, 'availableAt' | 'expiresAt'> {
  const availableAt =
    rule.afterDays === null ? sale.occurredAt : zone.startOfDay(sale.occurredAt, rule.afterDays);
  // "For 30 days" ends with the thirtieth day: the first instant that is expired is the start of the day after.
  const expiresAt = rule.validDays === null ? null : zone.startOfDay(availableAt, rule.validDays + 1);
  return { availableAt, expiresAt };
}
