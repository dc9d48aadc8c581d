import type { Language, Rule } from '../../../loyalty';
import { inPrintingOrder } from './facets';

/** The rule's sentence, in one line and without markup. `parseRule` reads it back as the same data. */
export function printRule(rule: Rule, lang: Language): string {
  return inPrintingOrder
    .map((facet) => facet.print(rule, lang))
    .filter((part) => part !== null)
    .join(', ');
}
