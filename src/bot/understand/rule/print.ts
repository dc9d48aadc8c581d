import type { Language, Rule } from '../../../loyalty';
import type { Facet } from './facet';
import { benefits, conditions, terms } from './facets';

/** The rule's sentence, in one line and without markup. `parseRule` reads it back as the same data. */
export function printRule(rule: Rule, lang: Language): string {
  const say = (facets: readonly Facet[]): string[] =>
    facets.map((facet) => facet.print(rule, lang)).filter((part) => part !== null);
  const [first, ...others] = say(conditions);
  const award = [...say(benefits), ...(first === undefined ? [] : [first])].join(' ');
  return [award, ...others, ...say(terms)].join(', ');
}
