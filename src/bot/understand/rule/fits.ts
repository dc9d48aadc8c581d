import type { Language, Rule } from '../../../loyalty';
import type { RuleNamed } from '../../command';
import { plain } from '../normalise';
import { printRule } from './print';

/** Which of the rules may be meant: those that say it, whatever else they say, or else in whose sentence the words stand. */
export function rulesNamed<One extends { rule: Rule }>(
  named: RuleNamed,
  listed: readonly One[],
  lang: Language,
): One[] {
  const found = listed.filter(({ rule }) => says(named, rule));
  return found.length > 0 ? found : listed.filter(({ rule }) => hasWords(named, rule, lang));
}

const key = (value: unknown): string => plain(JSON.stringify(value ?? null));
const isAmong = (wanted: unknown, found: unknown): boolean =>
  Array.isArray(wanted) && Array.isArray(found)
    ? wanted.every((one) => found.some((other) => key(one) === key(other)))
    : key(wanted) === key(found);

function says({ conditions, benefit, every }: RuleNamed, rule: Rule): boolean {
  if (conditions === undefined && benefit === undefined && every === undefined) return false;
  const { benefit: given, conditions: has = {} } = rule;
  const then = given.kind === 'stamp-card' ? given.then : given;
  return (
    Object.entries(conditions ?? {}).every(([name, wanted]) =>
      isAmong(wanted, has[name as keyof typeof has]),
    ) &&
    (every === undefined || (given.kind === 'stamp-card' && given.every === every)) &&
    (benefit === undefined || [given, then].some((one) => key(one) === key(benefit)))
  );
}

/** Words, since a figure of them may be of anything. */
function hasWords({ words }: RuleNamed, rule: Rule, lang: Language): boolean {
  const wordsIn = (text: string): string[] => plain(text).split(/[^a-z\d]+/);
  const said = wordsIn(printRule(rule, lang));
  return !/\d/.test(words) && wordsIn(words).every((word) => word.length < 3 || said.includes(word));
}
