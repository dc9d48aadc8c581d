import fc from 'fast-check';
import { LedgerStory, type Step } from '../../support/ledger-story';
import { faultOf, shortest } from '../../support/shortest';

const SEEDS = 500;
const STEPS = 200;

const step = fc.record({ what: fc.nat(9999), which: fc.nat(9999), size: fc.nat(9999) });
const story = fc.record({
  policy: fc.constantFrom('debt' as const, 'forgive' as const),
  steps: fc.array(step, { minLength: STEPS, maxLength: STEPS + 40 }),
});

function fault(policy: 'debt' | 'forgive', steps: readonly Step[]): string | null {
  return faultOf(new LedgerStory(policy), steps);
}

it(`the ledger and the simplest model agree after each of ${STEPS} steps, ${SEEDS} times`, () => {
  let runs = 0;
  let steps = 0;
  const kinds = new Map<string, number>();
  const outcome = fc.check(
    fc.property(story, ({ policy, steps: all }) => {
      const told = new LedgerStory(policy);
      for (const one of all) told.tell(one);
      runs += 1;
      steps += told.lines.length;
      for (const line of told.lines) {
        const [verb = ''] = line.split(' ');
        kinds.set(verb, (kinds.get(verb) ?? 0) + 1);
      }
    }),
    // Shrunk by ourselves, to fewer steps than are generated at least.
    { numRuns: SEEDS, endOnFailure: true },
  );
  const [failed] = outcome.counterexample ?? [];
  if (failed !== undefined)
    throw new Error(
      `seed ${outcome.seed}, in as few steps as it takes:\n${fault(
        failed.policy,
        shortest(failed.steps, (some) => fault(failed.policy, some) !== null),
      )}`,
    );
  expect(runs).toBe(SEEDS);
  expect(steps).toBeGreaterThanOrEqual(SEEDS * STEPS);
  for (const verb of ['sells', 'corrects', 'waits', 'notes', 'holds', 'ends', 'of'])
    expect([verb, (kinds.get(verb) ?? 0) > SEEDS * 5]).toEqual([verb, true]);
});
