import fc from 'fast-check';
import { ruleOfCents, zone } from '../support/arbitrary-programs';
import { RULE_PARTS } from '../support/rule-parts';
import { faultOf, shortest } from '../support/shortest';
import { ShopStory, type Beginning } from '../support/shop-story';
import type { Step } from '../support/ledger-story';

const SEEDS = 500;
const STEPS = 200;

const step = fc.record({ what: fc.nat(9999), which: fc.nat(9999), size: fc.nat(9999) });
/** Most programs have a plain rule, so that there is something to spend. */
const plain = fc.array(
  ruleOfCents.filter(
    ({ benefit, conditions, stack }) =>
      benefit.kind === 'cashback-percent' && conditions === undefined && stack !== 'best',
  ),
  { maxLength: 2 },
);
const story = fc.record({
  beginning: fc.record({
    zone,
    rules: fc
      .tuple(plain, fc.array(ruleOfCents, { minLength: 6, maxLength: 12 }))
      .map(([first, others]) => [...first, ...others]),
    initial: fc.integer({ min: 1, max: 4 }),
  }),
  steps: fc.array(step, { minLength: STEPS, maxLength: STEPS }),
});

/** What must come about often. */
const EVENTS = [
  ...['first', 'again'].flatMap((time) => [
    `${time} judged, cashback given`,
    `${time} judged, points given`,
    `${time} judged under an earlier version`,
  ]),
  'again judged, cashback taken back',
  'again judged, points taken back',
  'gives a voucher',
  'takes a voucher back',
  'fills a card',
  'reaches a limit',
  'gives nothing while the program is paused',
  'is a new version',
  'is refunded before its sale',
  'is told again',
  'holds cashback',
  'holds points',
  'is spent in part',
  'is spent whole',
  'is freed whole',
  'pays a purchase',
  'comes back to a voucher',
  'is taken again from a voucher',
  'is owed',
  'pays a debt',
  'expires',
  'is not usable yet or any more',
  ...['budget', 'day', 'week', 'month'].map((limit) => `finds its ${limit} gone`),
  'lives on with a purchase',
  'is less than its voucher asks for',
  'gives nothing to whom the shop blocked',
  'is charged back',
  'is charged back no longer',
  'is merged',
  'is merged while a voucher is open',
  'is merged and owes',
];

const fault = (beginning: Beginning, steps: readonly Step[]): string | null =>
  faultOf(new ShopStory(beginning), steps);

/** The story of a fault, in as few steps and of as few rules as it takes. */
function shortestStory(beginning: Beginning, all: readonly Step[]): string | null {
  const steps = shortest(all, (some) => fault(beginning, some) !== null);
  const rules = shortest(beginning.rules, (some) => fault({ ...beginning, rules: some }, steps) !== null);
  const fewer = { ...beginning, rules };
  return fault(
    fewer,
    shortest(steps, (some) => fault(fewer, some) !== null),
  );
}

it(`a shop and the simplest description of it agree after each of ${STEPS} steps, ${SEEDS} times`, () => {
  const effects = new Map<string, number>();
  let steps = 0;
  const outcome = fc.check(
    fc.property(story, ({ beginning, steps: all }) => {
      const told = new ShopStory(beginning);
      for (const one of all) told.tell(one);
      steps += all.length;
      for (const [effect, times] of told.effects) effects.set(effect, (effects.get(effect) ?? 0) + times);
    }),
    // Shrunk by ourselves, to fewer steps than are generated at least.
    { numRuns: SEEDS, endOnFailure: true },
  );
  const [failed] = outcome.counterexample ?? [];
  if (failed !== undefined)
    throw new Error(
      `seed ${outcome.seed}, in as few steps as it takes:\n${shortestStory(failed.beginning, failed.steps)}`,
    );
  expect(steps).toBe(SEEDS * STEPS);
  const seldom = (some: readonly string[], least: number): string[] =>
    some.filter((effect) => (effects.get(effect) ?? 0) < least);
  expect(seldom(EVENTS, SEEDS / 5)).toEqual([]);
  expect(seldom(RULE_PARTS, 5)).toEqual([]);
});
