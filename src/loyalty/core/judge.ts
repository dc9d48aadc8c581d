import { compileRules, type AssetRules, type CompiledBenefit, type CompiledMultiplier } from './benefits';
import { Situation, type Check } from './conditions';
import { add, divideHalfUp, multiply, quotient, remainder, type Whole } from './exact';
import type { Past } from './past';
import type { ProgramVersion } from './rule';
import type { Sale } from './sale';
import type { Grant, Miss, RuleTrace, Step, Verdict } from './verdict';
import type { Zone } from './zone';

/** A benefit that fired: `whole + rest / denominator` of its asset's minor unit, the denominator one for the asset. */
interface Fired {
  benefit: CompiledBenefit;
  whole: number;
  rest: Whole;
  steps: Step[];
}

/** The multipliers that count for a sale, and `times / per`, the product of all of them. */
interface Factor {
  counting: CompiledMultiplier[];
  times: Whole;
  per: Whole;
}

/**
 * The judge of one program version: a pure function from a sale, with all its refunds so far, to its verdict.
 *
 * The order is fixed:
 * 1. Qualifying base: what was paid, less what came back, less what a voucher paid. Where nothing is left no rule
 *    fires. Conditions are judged on this base too, so the award is what the rest of the sale deserves: a refund
 *    that brings it below a minimum leaves it without that benefit.
 * 2. Base benefits: cashback by percent, points for each whole step of an amount.
 * 3. Multipliers of the asset, on the base benefits: all that fire multiply together, but of those marked `best` only
 *    the largest counts.
 * 4. Fixed extras: never multiplied.
 * 5. Limits, each on its own rule; then of the benefits marked `best`, in each asset, only the largest stays. Among
 *    equals the first by `order` stays.
 * 6. Rounding, once an asset: the exact sum, half up. The units that the parts lack of it go to the largest fractions,
 *    one each, so that the grants (and the `round` steps of the trace) add up exactly to it and none passes its limit.
 *
 * Exact at any size. Throws a RangeError, while compiling, for a condition that is not known.
 */
export function compileProgram(version: ProgramVersion, zone: Zone): (sale: Sale, past: Past) => Verdict {
  const assets = compileRules(version.rules, zone);
  const count = version.rules.length;
  return (sale) => {
    const baseCents = Math.max(0, sale.totalCents - sale.refundedCents - sale.voucherCents);
    const verdict: Verdict = {
      baseCents,
      grants: [],
      vouchers: [],
      counts: [],
      trace: Array<RuleTrace>(count),
    };
    const situation = new Situation(sale, baseCents, zone);
    for (const rules of assets) judgeAsset(rules, situation, verdict);
    verdict.grants.sort((a, b) => a.rule - b.rule);
    return verdict;
  };
}

function judgeAsset(rules: AssetRules, situation: Situation, verdict: Verdict): void {
  const factor = factorOf(rules.multipliers, situation, verdict.trace);
  const denominator = multiply(rules.unit, factor.per);
  const fired: Fired[] = [];
  for (const benefit of rules.benefits) {
    const miss = firstMiss(benefit.checks, situation);
    if (miss === null) fired.push(evaluate(benefit, situation.baseCents, factor, rules.unit, denominator));
    else verdict.trace[benefit.index] = { rule: benefit.index, fired: false, miss };
  }
  keepBest(fired);
  round(fired, denominator);
  for (const { benefit, whole: quantity, steps } of fired) {
    steps.push({ step: 'round', after: quantity });
    verdict.trace[benefit.index] = { rule: benefit.index, fired: true, steps };
    if (quantity > 0) verdict.grants.push(grantOf(benefit, rules, quantity, situation.sale));
  }
}

function firstMiss(checks: readonly Check[], situation: Situation): Miss | null {
  if (situation.baseCents === 0) return { condition: 'base', wanted: 1, found: 0 };
  for (const check of checks) {
    const miss = check(situation);
    if (miss !== null) return miss;
  }
  return null;
}

const UNMULTIPLIED: Factor = { counting: [], times: 1, per: 1 };

function factorOf(
  multipliers: readonly CompiledMultiplier[],
  situation: Situation,
  trace: RuleTrace[],
): Factor {
  if (multipliers.length === 0) return UNMULTIPLIED;
  const fired = multipliers.filter(({ index, checks }) => {
    const miss = firstMiss(checks, situation);
    if (miss !== null) trace[index] = { rule: index, fired: false, miss };
    return miss === null;
  });
  const best = fired
    .filter((multiplier) => multiplier.best)
    .reduce<CompiledMultiplier | null>((a, b) => (a === null || b.timesX100 > a.timesX100 ? b : a), null);
  const factor: Factor = { counting: [], times: 1, per: 1 };
  for (const multiplier of fired) {
    const counts = !multiplier.best || multiplier === best;
    const step: Step = counts
      ? { step: 'multiplier', after: multiplier.timesX100 }
      : { step: 'best', after: 0 };
    trace[multiplier.index] = { rule: multiplier.index, fired: true, steps: [step] };
    if (!counts) continue;
    factor.counting.push(multiplier);
    factor.times = multiply(factor.times, multiplier.times);
    factor.per = multiply(factor.per, multiplier.per);
  }
  return factor;
}

function evaluate(
  benefit: CompiledBenefit,
  baseCents: number,
  factor: Factor,
  unit: number,
  denominator: Whole,
): Fired {
  const parts = benefit.partsOf(baseCents);
  const steps: Step[] = [
    { step: 'base', after: baseCents },
    { step: 'benefit', after: parts / unit },
  ];
  const product = multiply(parts, benefit.multiplied ? factor.times : factor.per);
  if (benefit.multiplied) noteMultipliers(steps, parts / unit, factor);
  if (product > multiply(benefit.limit, denominator)) {
    steps.push({ step: 'limit', after: benefit.limit });
    return { benefit, whole: benefit.limit, rest: 0, steps };
  }
  return {
    benefit,
    whole: Number(quotient(product, denominator)),
    rest: remainder(product, denominator),
    steps,
  };
}

/** For reading only: what is granted is worked out exactly, apart from this. */
function noteMultipliers(steps: Step[], before: number, factor: Factor): void {
  let after = before;
  for (const { times, per } of factor.counting) {
    after = (after * times) / per;
    steps.push({ step: 'multiplier', after });
  }
}

function keepBest(fired: readonly Fired[]): void {
  let best: Fired | null = null;
  for (const one of fired) if (one.benefit.best && (best === null || isMore(one, best))) best = one;
  for (const one of fired) {
    if (!one.benefit.best || one === best) continue;
    one.whole = 0;
    one.rest = 0;
    one.steps.push({ step: 'best', after: 0 });
  }
}

const isMore = (a: Fired, b: Fired): boolean => a.whole > b.whole || (a.whole === b.whole && a.rest > b.rest);

/** Invariant: there are at least as many parts with a rest as units to hand out. */
function round(fired: readonly Fired[], denominator: Whole): void {
  let rests: Whole = 0;
  for (const { rest } of fired) rests = add(rests, rest);
  for (let units = Number(divideHalfUp(rests, denominator)); units > 0; units--) {
    let next: Fired | null = null;
    for (const one of fired) if (next === null || one.rest > next.rest) next = one;
    if (next === null) return;
    next.whole += 1;
    next.rest = 0;
  }
}

function grantOf(benefit: CompiledBenefit, rules: AssetRules, quantity: number, sale: Sale): Grant {
  return { rule: benefit.index, asset: rules.asset, quantity, ...benefit.validityOf(sale) };
}
