import { add, greatestCommonDivisor, multiply, type Whole } from '../../exact';
import type { RuleTrace } from '../verdict';
import { baseOf, compileRule, firstMiss, type CompiledRule, type PlacedRule } from './compiled';
import type { Situation, SoldItem } from './situation';

/** `times / per`, in lowest terms, so that doubling stays a doubling. */
export interface CompiledMultiplier extends CompiledRule {
  timesX100: number;
  times: number;
  per: number;
}

/** The multipliers that count for a sale, and `times / per`, the product of those that multiply all of it. */
export interface Factor {
  counting: readonly CompiledMultiplier[];
  times: Whole;
  per: Whole;
  /** Those that multiply only what some of the sale's items gave. */
  partial: readonly CompiledMultiplier[];
}

export function compileMultiplier(placed: PlacedRule, timesX100: number): CompiledMultiplier {
  const shared = greatestCommonDivisor(timesX100, 100);
  return { ...compileRule(placed), timesX100, times: timesX100 / shared, per: 100 / shared };
}

const UNMULTIPLIED: Factor = { counting: [], times: 1, per: 1, partial: [] };

/** All that fire count together, but of those marked `best` only the largest. */
export function factorOf(
  multipliers: readonly CompiledMultiplier[],
  situation: Situation,
  trace: RuleTrace[],
): Factor {
  if (multipliers.length === 0) return UNMULTIPLIED;
  const fired = thoseThatFire(multipliers, situation, trace);
  let best: CompiledMultiplier | null = null;
  for (const one of fired) if (one.best && (best === null || one.timesX100 > best.timesX100)) best = one;
  const counting: CompiledMultiplier[] = [];
  const partial: CompiledMultiplier[] = [];
  let [times, per]: [Whole, Whole] = [1, 1];
  for (const one of fired) {
    const counts = !one.best || one === best;
    trace[one.index] = {
      rule: one.index,
      fired: true,
      steps: [counts ? { step: 'multiplier', after: one.timesX100 } : { step: 'best', after: 0 }],
    };
    if (!counts) continue;
    counting.push(one);
    if (isPartial(one, situation)) {
      partial.push(one);
      continue;
    }
    times = multiply(times, one.times);
    per = multiply(per, one.per);
  }
  return { counting, times, per, partial };
}

function thoseThatFire(
  multipliers: readonly CompiledMultiplier[],
  situation: Situation,
  trace: RuleTrace[],
): CompiledMultiplier[] {
  const fired: CompiledMultiplier[] = [];
  for (const one of multipliers) {
    const miss = firstMiss(one, situation, baseOf(one, situation));
    if (miss === null) fired.push(one);
    else trace[one.index] = { rule: one.index, fired: false, miss };
  }
  return fired;
}

const isPartial = ({ items }: CompiledMultiplier, situation: Situation): boolean =>
  items !== null && situation.items !== null;

/**
 * How many times a benefit counts that is spread over its items by their price, when some multipliers take only some of
 * them: `times / per`, exactly.
 */
export function weightOf(
  partial: readonly CompiledMultiplier[],
  benefit: CompiledRule,
  { items }: Situation,
): { times: Whole; per: Whole } {
  let [weighed, all]: [Whole, number] = [0, 0];
  for (const item of items ?? []) {
    if (benefit.items?.takes(item) === false) continue;
    all += item.cents;
    weighed = add(weighed, multiply(item.cents, timesOf(item, partial)));
  }
  return { times: weighed, per: partial.reduce<Whole>((per, one) => multiply(per, one.per), all) };
}

function timesOf(item: SoldItem, partial: readonly CompiledMultiplier[]): Whole {
  let times: Whole = 1;
  for (const one of partial) times = multiply(times, one.items?.takes(item) ? one.times : one.per);
  return times;
}
