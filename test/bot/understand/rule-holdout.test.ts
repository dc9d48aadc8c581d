import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../src/bot/commands';
import { createUnderstanding } from '../../../src/bot/understand';
import type { Language, Rule } from '../../../src/loyalty';

const TODAY = '2026-11-23';
const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];
/** In hundredths. */
const LEAST_RIGHT = 95;
const MOST_WRONG = 1;
const APART = 5;

interface Line {
  says: string;
  rule?: Rule;
  ask?: true;
}

/** `right` is the rule that is meant, or a question where there is no one rule; `wrong` is another rule. */
interface Shares {
  right: number;
  asked: number;
  wrong: number;
}

const { understand } = createUnderstanding(commands);

function linesOf(lang: Language): Line[] {
  const text = readFileSync(join(__dirname, `rule-holdout.${lang}.jsonl`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function outcomeOf({ says, rule }: Line, lang: Language): keyof Shares {
  const { intent, args, confirm } = understand(says, { lang, role: 'owner', today: TODAY });
  const isRule = intent === 'add-rule' && args.rule !== undefined;
  if (rule === undefined) return isRule ? 'wrong' : 'right';
  if (isRule) return isSame(args.rule, rule) ? 'right' : 'wrong';
  return intent === 'none' || intent === 'add-rule' || confirm ? 'asked' : 'wrong';
}

function isSame(found: unknown, meant: unknown): boolean {
  try {
    expect(found).toEqual(meant);
    return true;
  } catch {
    return false;
  }
}

function sharesIn(lang: Language): Shares {
  const lines = linesOf(lang);
  const shares: Shares = { right: 0, asked: 0, wrong: 0 };
  for (const line of lines) shares[outcomeOf(line, lang)] += 100 / lines.length;
  return shares;
}

const shares = new Map(LANGUAGES.map((lang) => [lang, sharesIn(lang)]));

describe('rule sentences that were written before their reader', () => {
  it.each(LANGUAGES)(
    'are understood at once or asked about, hardly ever taken for another, in %s',
    (lang) => {
      expect(linesOf(lang).length).toBeGreaterThanOrEqual(340);
      const { right, wrong } = shares.get(lang) ?? { right: 0, wrong: 100 };
      expect(right).toBeGreaterThanOrEqual(LEAST_RIGHT);
      expect(wrong).toBeLessThanOrEqual(MOST_WRONG);
    },
  );

  it('are understood alike in the three languages', () => {
    const rights = [...shares.values()].map(({ right }) => right);
    expect(Math.max(...rights) - Math.min(...rights)).toBeLessThanOrEqual(APART);
  });
});
