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
 * What was reached in the worst of the languages. Sets 1 to 4 were learnt from after their first run; from sets 5 and 6 nothing was yet.
 */
const REACHED: Record<string, Partial<Record<Kind, Level>>> = {
  1: { customers: [96, 99, 0], staff: [97, 100, 0], rules: [97, 100, 0] },
  2: { customers: [95, 99, 0], staff: [98, 100, 0] },
  3: { customers: [94, 100, 0], staff: [93, 96, 1] },
  4: { customers: [95, 98, 0], staff: [94, 98, 1], rules: [97, 100, 0] },
  5: { customers: [84, 92, 0], staff: [75, 94, 1], rules: [92, 99, 0] },
  '6a': { customers: [88, 98, 0], staff: [87, 98, 0], rules: [95, 100, 0] },
  '6b': { customers: [90, 98, 0], staff: [90, 97, 1], rules: [84, 98, 0] },
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
