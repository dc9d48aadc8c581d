import { add, divideHalfUp, multiply, quotient, remainder, subtract, type Whole } from '../../exact';
import type { Counters } from '../past';
import type { Step } from '../verdict';
import type { AssetRules, CompiledBenefit } from './benefits';
import { leftOf } from './limits';
import { weightOf, type Factor } from './multipliers';
import type { Situation } from './situation';

/** A benefit that fired: `whole + rest / denominator` of its asset's minor unit. */
export interface Share {
  benefit: CompiledBenefit;
  whole: number;
  rest: Whole;
  denominator: Whole;
  steps: Step[];
}

/** What a benefit comes to on its base after multipliers, before its limits. */
export function shareOf(
  benefit: CompiledBenefit,
  baseCents: number,
  factor: Factor,
  { unit }: AssetRules,
  situation: Situation,
): Share {
  const parts = benefit.partsOf(baseCents);
  const steps: Step[] = [{ step: 'base', after: situation.baseCents }];
  if (benefit.items !== null) steps.push({ step: 'items', after: baseCents });
  steps.push({ step: 'benefit', after: parts / unit });
  let product = multiply(parts, benefit.multiplied ? factor.times : factor.per);
  let denominator = multiply(unit, factor.per);
  if (benefit.multiplied && factor.partial.length > 0) {
    const weight = weightOf(factor.partial, benefit, situation);
    product = multiply(product, weight.times);
    denominator = multiply(denominator, weight.per);
  }
  if (benefit.multiplied) noteMultipliers(steps, parts / unit, factor, benefit, situation);
  const whole = Number(quotient(product, denominator));
  return { benefit, whole, rest: remainder(product, denominator), denominator, steps };
}

/** For reading only: what is granted is worked out exactly, apart from this. */
function noteMultipliers(
  steps: Step[],
  parts: number,
  { counting, partial }: Factor,
  benefit: CompiledBenefit,
  situation: Situation,
): void {
  let all = 1;
  for (const [i, one] of counting.entries()) {
    if (!partial.includes(one)) all *= one.times / one.per;
    const before = partial.filter((other) => counting.indexOf(other) <= i);
    const { times, per } = before.length === 0 ? ONCE : weightOf(before, benefit, situation);
    steps.push({ step: 'multiplier', after: (parts * all * Number(times)) / Number(per) });
  }
}

const ONCE = { times: 1, per: 1 } as const;

/** Each limit cuts what those before it left. */
export function limit(share: Share, before: Counters): void {
  for (const one of share.benefit.limits) {
    const left = leftOf(one, before);
    if (share.whole < left || (share.whole === left && share.rest === 0)) continue;
    share.whole = left;
    share.rest = 0;
    share.steps.push({ step: one.step, after: left });
  }
}

/** Puts all shares over one denominator, and gives it. */
export function overOneDenominator(shares: readonly Share[]): Whole {
  let common: Whole = 1;
  for (const { denominator } of shares)
    if (remainder(common, denominator) !== 0 && remainder(common, denominator) !== 0n)
      common = common === 1 ? denominator : multiply(common, denominator);
  for (const share of shares) {
    share.rest = multiply(share.rest, quotient(common, share.denominator));
    share.denominator = common;
  }
  return common;
}

/** Of those marked `best` only the largest stays, the first among equals. */
export function keepBest(shares: readonly Share[]): void {
  let best: Share | null = null;
  for (const one of shares) if (one.benefit.best && (best === null || isMore(one, best))) best = one;
  for (const one of shares) {
    if (!one.benefit.best || one === best) continue;
    one.whole = 0;
    one.rest = 0;
    one.steps.push({ step: 'best', after: 0 });
  }
}

const isMore = (a: Share, b: Share): boolean => a.whole > b.whole || (a.whole === b.whole && a.rest > b.rest);

/** All together give no more than `most`: in their order, each has what those before it left. */
export function cutTo(most: number, shares: readonly Share[], denominator: Whole): void {
  let atMost = 0;
  for (const { whole } of shares) atMost += whole + 1;
  if (atMost <= most) return;
  let [left, rest]: [number, Whole] = [most, 0];
  for (const one of shares) {
    if (one.whole > left || (one.whole === left && one.rest > rest)) {
      one.whole = left;
      one.rest = rest;
      one.steps.push({ step: 'sale', after: left + Number(rest) / Number(denominator) });
    }
    left -= one.whole;
    rest = subtract(rest, one.rest);
    if (rest >= 0) continue;
    left -= 1;
    rest = add(rest, denominator);
  }
}

/**
 * The exact sum is rounded once. The units that the wholes lack of it go to the largest fractions, one each, so that the
 * wholes add up exactly to it and none passes its limit. Invariant: there are at least as many shares with a rest as
 * units to hand out.
 */
export function round(shares: readonly Share[], denominator: Whole, roundsDown: boolean): void {
  let rests: Whole = 0;
  for (const { rest } of shares) rests = add(rests, rest);
  const lacking = roundsDown ? quotient(rests, denominator) : divideHalfUp(rests, denominator);
  for (let units = Number(lacking); units > 0; units--) {
    let next: Share | null = null;
    for (const one of shares) if (next === null || one.rest > next.rest) next = one;
    if (next === null) return;
    next.whole += 1;
    next.rest = 0;
  }
}
