import { join } from 'node:path';
import { commands } from '../../../src/bot/commands';
import { createUnderstanding } from '../../../src/bot/understand';
import {
  outcomeOf,
  readHoldout,
  roleOf,
  TODAY,
  type HoldoutFile,
  type Kind,
  type Outcome,
} from './holdout-score';

/** Right at once, and among the three or asked about, in hundredths; and how many may do harm. */
type Level = readonly [right: number, among: number, harm: number];

/**
 * What was reached in the worst of the languages. All but 6b and 7b were learnt from after their first run. A point below what was reached.
 */
const REACHED: Record<string, Partial<Record<Kind, Level>>> = {
  1: { customers: [96, 99, 0], rules: [96, 99, 0], staff: [97, 99, 0] },
  2: { customers: [94, 99, 0], staff: [99, 99, 0] },
  3: { customers: [95, 99, 0], staff: [92, 99, 0] },
  4: { customers: [94, 99, 0], rules: [99, 99, 0], staff: [93, 99, 0] },
  5: { customers: [97, 99, 0], rules: [91, 99, 0], staff: [94, 97, 0] },
  '6a': { customers: [95, 97, 0], rules: [95, 99, 0], staff: [96, 99, 0] },
  '6b': { customers: [93, 99, 0], rules: [86, 95, 1], staff: [93, 99, 1] },
  '7a': { customers: [93, 99, 0], rules: [99, 99, 0], staff: [95, 99, 0] },
  '7b': { customers: [88, 99, 0], rules: [60, 95, 1], staff: [77, 90, 0] },
  8: { customers: [81, 96, 0], rules: [90, 97, 1], staff: [87, 98, 1] },
  9: { customers: [88, 98, 0], rules: [90, 96, 2], staff: [91, 98, 0] },
  10: { customers: [99, 98, 0], rules: [97, 97, 2], staff: [96, 99, 0] },
  11: { customers: [95, 98, 0], rules: [94, 97, 2], staff: [93, 98, 0] },
  12: { customers: [93, 99, 0], rules: [96, 97, 1], staff: [93, 99, 0] },
  13: { customers: [92, 98, 0], rules: [90, 97, 1], staff: [95, 98, 0] },
  14: { customers: [93, 98, 0], rules: [90, 97, 1], staff: [90, 96, 1] },
  15: { customers: [94, 99, 0], rules: [92, 99, 0], staff: [90, 99, 0] },
};

const { understand } = createUnderstanding(commands);
const risky = new Set<string>(commands.filter((command) => command.risky).map(({ name }) => name));
const names = new Set<string>(['none', ...commands.map(({ name }) => name)]);

function measured({ kind, lang, lines }: HoldoutFile): Record<keyof Outcome, number> {
  const known = lines.filter(({ intent }) => intent === undefined || names.has(intent));
  const counts = { right: 0, among: 0, harm: 0 };
  for (const line of known) {
    const heard = understand(line.says, { lang, role: roleOf(line, kind), today: TODAY });
    const outcome = outcomeOf(line, heard, (intent) => risky.has(intent));
    for (const name of ['right', 'among', 'harm'] as const) if (outcome[name]) counts[name] += 1;
  }
  const share = (count: number): number => (100 * count) / known.length;
  return { right: share(counts.right), among: share(counts.among), harm: counts.harm };
}

const files = readHoldout(join(__dirname, 'holdout')).map((file) => ({
  ...file,
  name: `${file.kind} of set ${file.set} in ${file.lang}`,
}));

describe('texts that were written before what hears them', () => {
  it.each(files)('are understood as well as ever: $name', (file) => {
    const [right, among, harm] = REACHED[file.set]?.[file.kind] ?? [100, 100, 0];
    const now = measured(file);
    expect(now.right).toBeGreaterThanOrEqual(right);
    expect(now.among).toBeGreaterThanOrEqual(among);
    expect(now.harm).toBeLessThanOrEqual(harm);
  });
});
