import fc from 'fast-check';
import type { DateTime } from 'luxon';
import { ASSETS } from '../../../src/loyalty/core/money';
import type { Past } from '../../../src/loyalty/core/rules/past';
import type { Conditions, Rule } from '../../../src/loyalty/core/rules/rule';
import type { Sale } from '../../../src/loyalty/core/sales/sale';
import { pastAt, rules, rulesOfItems, sale, zone } from '../../support/arbitrary-programs';
import { judgeOf, totals } from '../../support/judging';
import { momentIn, ownBase } from '../../support/reference-judge';

const situation = fc
  .tuple(sale, zone)
  .chain(([made, where]) =>
    fc.record({ sale: fc.constant(made), zone: fc.constant(where), past: pastAt(made.occurredAt) }),
  );
const programs = fc.oneof(rules, rulesOfItems);

interface Met {
  sale: Sale;
  past: Past;
  at: DateTime;
  /** Of the rule's own qualifying base, in cents. */
  base: number;
}

/** Of hours beyond midnight what is sold after it is of the evening before. */
function eveningOf({ hours }: Conditions, at: DateTime): DateTime {
  const [opens, closes] = hours ?? ['00:00', '24:00'];
  return opens > closes && at.toFormat('HH:mm') < closes ? at.minus({ days: 1 }) : at;
}

function daysSince(last: number | null, at: DateTime): number | null {
  if (last === null) return null;
  const before = momentIn(at.zoneName!, last).startOf('day');
  return Math.max(0, Math.round(at.startOf('day').diff(before, 'days').days));
}

/** What each condition looks at, by its description. */
const LOOKS_AT: Record<string, (met: Met, conditions: Conditions) => string | number | null> = {
  min_cents: ({ base }) => base,
  max_cents: ({ base }) => base,
  dates: ({ at }, conditions) => eveningOf(conditions, at).toISODate(),
  weekdays: ({ at }, conditions) => eveningOf(conditions, at).weekday,
  hours: ({ at }) => at.toFormat('HH:mm'),
  payment_methods: ({ sale: { method } }) => method,
  brands: ({ sale: { brand } }) => brand,
  terminals: ({ sale: { terminal } }) => terminal,
  acquirers: ({ sale: { acquirer } }) => acquirer,
  stores: ({ sale: { store, storeName } }) => storeName ?? store,
  first_purchase: ({ past }) => past.purchases + 1,
  // Where it would be the Nth, one that stands was it before.
  nth_purchase: ({ past }, { nth_purchase: nth }) => past.purchases + (past.purchases + 1 === nth ? 2 : 1),
  tier: ({ past }) => past.tier,
  birthday: ({ past }) => past.birthday,
  labels: ({ past: { labels } }) => (labels.length === 0 ? null : labels.join(', ')),
  inactive_days: ({ past, at }) => daysSince(past.lastPurchaseAt, at),
};

const without = (rule: Rule, name: string): Rule => ({
  ...rule,
  conditions: Object.fromEntries(
    Object.entries(rule.conditions ?? {}).filter(
      ([one]) => one !== name && !(name === 'min_cents' && one === 'min_inclusive'),
    ),
  ),
});

it('what did not fire says which condition failed, what it asked for and the value that it met', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(programs, situation, (all, { sale: made, past, zone: where }) => {
      const { trace, baseCents } = judgeOf(all, where)(made, past);
      for (const { rule: index, fired, miss } of trace) {
        expect(fired).toBe(miss === undefined);
        if (miss === undefined) continue;
        const rule = all.at(index)!;
        const conditions = rule.conditions ?? {};
        const base = ownBase(conditions, baseCents, made.items);
        seen.set(miss.condition, (seen.get(miss.condition) ?? 0) + 1);
        const isBase = miss.condition === 'base';
        const asked = conditions[miss.condition as keyof Conditions];
        const found = LOOKS_AT[miss.condition];
        const met = { sale: made, past, at: momentIn(where, made.occurredAt), base };
        // Of items it is enough that nothing of them counts.
        const isNothing = found === undefined && Math.min(base, baseCents) === 0;
        expect([isNothing || found !== undefined, miss.condition, miss.wanted, miss.found]).toEqual([
          true,
          miss.condition,
          isBase ? miss.wanted : asked === true ? 1 : asked,
          isBase ? 0 : found === undefined ? miss.found : found(met, conditions),
        ]);
        if (isBase) continue;
        const [other] = judgeOf([without(rule, miss.condition)], where)(made, past).trace;
        expect(other?.miss?.condition).not.toBe(miss.condition);
      }
    }),
    { numRuns: 3000 },
  );
  const names =
    'base min_cents max_cents dates weekdays hours payment_methods brands terminals acquirers stores first_purchase nth_purchase tier birthday labels inactive_days include_categories exclude_categories';
  expect(names.split(' ').filter((name) => (seen.get(name) ?? 0) < 5)).toEqual([]);
});

/** After these nothing is more than it was before them. */
const CUTS = ['limit', 'day', 'week', 'month', 'budget', 'best', 'sale'];

it('the steps of what fired go down from what the rule gives to what is granted, and add up to the award', () => {
  let cuts = 0;
  fc.assert(
    fc.property(programs, situation, (all, { sale: made, past, zone: where }) => {
      const verdict = judgeOf(all, where)(made, past);
      const sums = { cashback: 0, points: 0 };
      for (const { rule, steps = [] } of verdict.trace) {
        const { kind } = all.at(rule)!.benefit;
        const asset = ASSETS.find((one) => kind.startsWith(one));
        for (const [i, { step, after }] of steps.entries()) {
          expect(after).toBeGreaterThanOrEqual(0);
          if (!CUTS.includes(step)) continue;
          cuts += 1;
          expect(after).toBeLessThanOrEqual(steps.at(i - 1)!.after);
        }
        const last = steps.at(-1);
        if (asset === undefined || last === undefined) continue;
        expect(last.step).toBe('round');
        expect(Math.abs(last.after - steps.at(-2)!.after)).toBeLessThan(1);
        sums[asset] += last.after;
      }
      expect(sums).toEqual(totals(verdict));
    }),
    { numRuns: 2000 },
  );
  expect(cuts).toBeGreaterThan(500);
});
