import type { Rule } from '../rule';
import type { Miss } from '../verdict';
import { compileConditions, type Check } from './conditions';
import { ItemFilter, NOTHING_LEFT } from './items';
import type { Situation } from './situation';

/** What every rule has once compiled. */
export interface CompiledRule {
  /** In the program version. */
  index: number;
  /** Null: it takes a sale as it is. */
  items: ItemFilter | null;
  checks: readonly Check[];
  /** Marked `best`. */
  best: boolean;
  /** Of a customer's Nth purchase: once. */
  nth: number | null;
}

/** A rule with its place in the version. */
export interface PlacedRule {
  rule: Rule;
  index: number;
}

const GROUPS = ['benefit', 'conditions', 'limits', 'validity', 'stack', 'order'];

/** By `order`, then as they stand in the version. Throws a RangeError for a part of a rule that is not known. */
export function inOrder(rules: readonly Rule[]): PlacedRule[] {
  for (const rule of rules)
    for (const group of Object.keys(rule))
      if (!GROUPS.includes(group)) throw new RangeError(`${group} is no part of a rule`);
  return rules
    .map((rule, index) => ({ rule, index }))
    .sort((a, b) => (a.rule.order ?? 0) - (b.rule.order ?? 0) || a.index - b.index);
}

export function compileRule({ rule, index }: PlacedRule): CompiledRule {
  const { conditions = {}, stack = 'add' } = rule;
  if (stack !== 'add' && stack !== 'best') throw new RangeError(`${String(stack)} is no way to stack`);
  return {
    index,
    items: ItemFilter.of(conditions),
    checks: compileConditions(conditions),
    best: stack === 'best',
    nth: conditions.nth_purchase ?? null,
  };
}

/** The rule's own qualifying base, in cents. */
export function baseOf(rule: CompiledRule, situation: Situation): number {
  return rule.items === null ? situation.baseCents : rule.items.baseOf(situation);
}

/** The first condition that fails on the rule's qualifying base; null where the rule fires. */
export function firstMiss(rule: CompiledRule, situation: Situation, baseCents: number): Miss | null {
  if (situation.baseCents === 0) return NOTHING_LEFT;
  if (baseCents === 0 && rule.items !== null) return rule.items.missOf(situation);
  for (const check of rule.checks) {
    const miss = check(situation, baseCents);
    if (miss !== null) return miss;
  }
  const { nth } = rule;
  const wasIt = nth !== null && (situation.past.counters[rule.index]?.fired ?? 0) > 0;
  return wasIt ? { condition: 'nth_purchase', wanted: nth, found: nth + 1 } : null;
}
