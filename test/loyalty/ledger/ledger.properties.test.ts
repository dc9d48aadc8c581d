import fc from 'fast-check';
import { LedgerStory, type Step } from '../../support/ledger-story';

const SEEDS = 500;
const STEPS = 200;

const step = fc.record({ what: fc.nat(9999), which: fc.nat(9999), size: fc.nat(9999) });
const story = fc.record({
  policy: fc.constantFrom('debt' as const, 'forgive' as const),
  steps: fc.array(step, { minLength: STEPS, maxLength: STEPS + 40 }),
});

/** What goes wrong when it is told, with the story up to there; null where nothing does. */
function fault(policy: 'debt' | 'forgive', steps: readonly Step[]): string | null {
  const told = new LedgerStory(policy);
  for (const one of steps)
    try {
      told.tell(one);
    } catch (error) {
      return [...told.lines, String(error)].join('\n');
    }
  return null;
}

/** A fault of the same story in as few steps as leaving out more and more of them comes to. */
function shortest(policy: 'debt' | 'forgive', steps: readonly Step[]): string {
  let kept = [...steps];
  for (const size of [64, 16, 4, 2, 1])
    for (let from = 0; from < kept.length;) {
      const without = kept.toSpliced(from, size);
      if (fault(policy, without) === null) from += size;
      else kept = without;
    }
  return fault(policy, kept) ?? '';
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
      `seed ${outcome.seed}, in as few steps as it takes:\n${shortest(failed.policy, failed.steps)}`,
    );
  expect(runs).toBe(SEEDS);
  expect(steps).toBeGreaterThanOrEqual(SEEDS * STEPS);
  for (const verb of ['sells', 'corrects', 'waits', 'notes', 'holds', 'ends', 'of'])
    expect([verb, (kinds.get(verb) ?? 0) > SEEDS * 5]).toEqual([verb, true]);
});
