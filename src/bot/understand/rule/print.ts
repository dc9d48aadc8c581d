import type { Conditions, Language, Rule } from '../../../loyalty';
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

/** Conditions alone, as they stand in the rule's sentence; empty where there are none. */
export const printConditions = ({ benefit }: Rule, some: Conditions, lang: Language): string =>
  conditions
    .map((facet) => facet.print({ benefit, conditions: some }, lang))
    .filter((part) => part !== null)
    .join(', ');
