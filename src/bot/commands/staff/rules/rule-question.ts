import type { RuleQuestion, Turn } from '../../../command';
import { cleanName } from '../../../messages';
import { printRule } from '../../../understand';

const DISCOUNT = /(\d{1,2}(?:[.,]\d+)?) ?% (?:de )?(?:desconto|descuento|discount|off)/i;

/** What keeps a sentence of rules or settings from being understood, and how it could be said. */
export function questionText({ say: { ruleQuestion: say }, lang }: Turn, ask: RuleQuestion): string {
  switch (ask.reason) {
    case 'best-of':
      return say.bestOf(...ask.both);
    case 'counts-things':
      return say.countsThings(printRule(ask.nearest, lang));
    case 'level-or-label':
      return say.levelOrLabel(ask.text);
    case 'which-of':
      return say.whichWay(ask.text, ask.either.map((way, i) => `${i + 1}. ${way}`).join('\n'));
    case 'until-when':
      return say.untilWhen(ask.text);
    case 'no-benefit':
      return say.noBenefit;
    case 'no-change':
      return say.noChange;
    case 'two-benefits':
      return say.twoBenefits;
    case 'impossible':
      return `${say.impossible[ask.detail]} ${say.again}`;
  }
  const text = cleanName(ask.text) ?? '…';
  const asked = { 'which-half': say.whichHalf, 'which-hours': say.whichHours, 'of-what': say.ofWhat };
  if (ask.reason in asked) return asked[ask.reason as keyof typeof asked](text);
  const discount = DISCOUNT.exec(text)?.[1];
  if (discount !== undefined) return say.discount(discount);
  if (ask.reason === 'ambiguous-amount') return say.ambiguousAmount(text);
  if (ask.reason === 'said-twice') return say.saidTwice(text);
  return ask.reason === 'unknown-words' ? say.unknownWords(text) : say.numberLeftOver(text);
}
