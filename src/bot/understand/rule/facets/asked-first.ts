import type { Language, VoucherBenefit } from '../../../../loyalty';
import type { RuleQuestion } from '../../../command';
import { readWhole } from '../figures';
import { ways, type Said, type Sentence } from '../sentence';

const SHARE =
  '(\\d\\S* %|r\\$ \\d\\S*|\\d\\S* (?:reais|real|reales))(?: (?:de |em |in |of |en )?(?:cashback|volta|back|vuelta))?';
/** Of two, the one that gives more. */
const bestOf = ways({
  pt: `(?:(?:o|a) )?(?:melhor|maior)(?: valor)? (?:entre|de) ${SHARE} (?:e|ou) ${SHARE} / ${SHARE} ou ${SHARE} (?:, )?(?:o que (?:for|der)|vale o que (?:for|der)) (?:maior|melhor|mais)`,
  en: `(?:the )?(?:best|better|greater|higher|larger|bigger) (?:of|between) ${SHARE} (?:and|or) ${SHARE} / ${SHARE} or ${SHARE} (?:, )?whichever (?:is|s) (?:the )?(?:more|greater|higher|better|larger|bigger|best)`,
  es: `(?:(?:el|la|lo) )?(?:mejor|mayor) (?:entre|de) ${SHARE} (?:y|o) ${SHARE} / ${SHARE} o ${SHARE} (?:, )?(?:lo que sea|el que sea) (?:mayor|mejor|mas)`,
});

const FREE = {
  pt: '(?:gratis|gratuit[oa]|de graca|(?:por|de) (?:nossa )?conta(?: da casa)?|brinde|de brinde|cortesia)',
  en: '(?:free|for free|on us|on the house)',
  es: '(?:gratis|gratuit[oa]|de regalo|por nuestra cuenta|por la casa)',
};
const PURCHASES = {
  pt: 'compras?|visitas?|vendas?|pedidos?|vezes|reais|pontos?|selos?|carimbos?|dias?',
  en: 'purchases?|visits?|orders?|sales?|times|reais|points?|stamps?|days?',
  es: 'compras?|visitas?|ventas?|pedidos?|veces|reales|puntos?|sellos?|dias?',
};
const of = (lang: Language): string => `{int} (?!(?:${PURCHASES[lang]}) )([a-z]{3,})`;
/** One more of a thing for so many of it. */
const oneMore = ways({
  pt: `(?:a )?cada ${of('pt')} (?:, )?(?:o|a|um|uma|1) \\S+(?: [oa])? (?:e|sai|fica|vem) ${FREE.pt} / (?:na )?(?:compre|compra|comprou|comprando|leve|leva|levou) ${of('pt')} (?:, )?(?:e )?(?:leve|ganhe|ganha|leva|ganhou) (?:mais )?(?:um|uma|1|outr[oa])(?: ${FREE.pt})?`,
  en: `(?:buy|for every|every|after) ${of('en')} (?:, )?(?:and )?(?:you )?(?:get )?(?:one|1|another|the next|the \\S+)(?: one)?(?: is)? ${FREE.en}`,
  es: `(?:por |a )?cada ${of('es')} (?:, )?(?:el|la|un|una|1) \\S+ (?:es|sale|va) ${FREE.es} / (?:compra|compre|lleva|llevando|comprando) ${of('es')} (?:, )?(?:y )?(?:lleva|llevate|llevas|gana|ganas) (?:un[oa]?|1|otr[oa])(?: ${FREE.es})?`,
});
/** `un café de regalo por cada 10`: ten of it. */
const oneForSoMany = ways({
  pt: `(?:um|uma|1) ([a-z]{3,}) ${FREE.pt} (?:a |por )?cada {int}(?= (?:[·,]|$))`,
  en: `(?:a|an|one|1)(?: free)? ([a-z]{3,})(?: ${FREE.en})? (?:for )?every {int}(?= (?:[·,]|$))`,
  es: `(?:un|una|1) ([a-z]{3,}) ${FREE.es} (?:por )?cada {int}(?= (?:[·,]|$))`,
});
/** `leve 10 pague 9`. */
const takeAndPay = ways({
  pt: '(?:leve|leva|compre) {int} (?:e )?(?:pague|paga) {int}',
  en: '(?:take|get|buy) {int} (?:and )?(?:pay)(?: for)? {int}',
  es: '(?:lleva|lleve|llevate) {int} (?:y )?(?:paga|pague) {int}',
});
const THING = { pt: 'o produto', en: 'the product', es: 'el producto' };

const whoIsVip = ways({
  pt: '(?:quem (?:e|for)|clientes?|os|para|pros) (vips?)(?! (?:[a-z]+ )?(?:nivel|etiqueta) )',
  en: '(?:customers? (?:who are )?|who is |for |the )?(?<! (?:tier|label|labelled|tag|tagged|level) )(vips?)(?= (?:customers?|clients?|members?|gets?|earns?|have|\\d|$))',
  es: '(?:quien(?:es)? (?:es|son|sea)|clientes?|los|para) (vips?)(?! (?:[a-z]+ )?(?:nivel|etiqueta) )',
});

/**
 * What is surely of a rule and that no rule can say as it stands: asked about in the words of what there is; null where it says nothing of the kind.
 */
export function askFirst(sentence: Sentence): RuleQuestion | null {
  let asked: RuleQuestion | null = null;
  const ask = (question: RuleQuestion): void => void (asked ??= question);
  sentence.take(bestOf, ({ groups: [one = '', other = ''] }) =>
    ask({ reason: 'best-of', both: [shown(one), shown(other)] }),
  );
  const things = (count: string | undefined, thing: string | null): void => {
    const then: VoucherBenefit = { kind: 'voucher-item', name: thing ?? THING[sentence.lang] };
    const every = readWhole(count);
    if (every >= 2 && every <= 100)
      ask({ reason: 'counts-things', nearest: { benefit: { kind: 'stamp-card', every, then } } });
  };
  sentence.take(oneMore, (found) => things(found.groups[0], thingOf(sentence, found, found.groups[1])));
  sentence.take(oneForSoMany, (found) => things(found.groups[1], thingOf(sentence, found, found.groups[0])));
  sentence.take(takeAndPay, ({ groups: [, paid] }) => things(paid, null));
  // Of anything else it is asked about first what it is of.
  if (sentence.has(/ % /)) sentence.take(whoIsVip, () => ask({ reason: 'level-or-label', text: 'vip' }));
  return asked;
}

const shown = (share: string): string =>
  share
    .replace(/^r\$/, 'R$')
    .replace(' %', '%')
    .replace(/^(\d\S*) rea.+$/, 'R$ $1');

/** One of them, as it was written. */
function thingOf(sentence: Sentence, { start, end }: Said, word: string | undefined): string | null {
  const token = sentence
    .from(start)
    .slice(0, end - start)
    .find(({ text }) => text === word);
  return token === undefined ? null : token.raw.toLowerCase().replace(/(?<=[^su])s$/u, '');
}
