import type { Language } from '../../../../loyalty';
import type { Facet } from '../facet';
import { printMoney, printWhole, readWhole } from '../figures';
import { ways } from '../sentence';

const SPAN = {
  pt: '{int} (dias?|semanas?|quinzenas?|mes|meses|anos?)(?: corridos)?',
  en: '{int} (days?|dias|weeks?|months?|years?)',
  es: '{int} (dias?|semanas?|quincenas?|mes|meses|anos?)(?: corridos)?',
};

const valid = ways({
  pt: `(?:que |e |com )?(?:valid[oa]s?|valendo|vale|valem|com validade|validade|valido para uso|prazo) (?:por |de |ate |durante |em |e de |para |em ate |por ate |para uso em )?${SPAN.pt} /
    (?:que |e )?(?:vencem?|vencendo|vencimento|expiram?|expirando|expiracao) (?:em |apos |depois de |com |de |dentro de )?${SPAN.pt} /
    (?:para |pra )?(?:usar|uso|gastar|resgatar) (?:em |em ate |ate |dentro de |por )${SPAN.pt} /
    (?:com )?${SPAN.pt} (?:de validade|para usar|pra usar|para gastar|de prazo)`,
  en: `(?:and |that is |which is )?(?:valid|good|lasts?|lasting|validity|usable) (?:for |of |within |up to )?${SPAN.en} /
    (?:and |that |which )?(?:expires?|expiring|expiry) (?:in |after |within |of )?${SPAN.en} /
    (?:to |must )?(?:use|used|spend|be used) (?:in |within )${SPAN.en} /
    (?:with )?${SPAN.en} (?:of validity|to use it|to use|to spend|validity)`,
  es: `(?:que |y |con )?(?:valid[oa]s?|vale|valen|vigentes?|con validez|validez|vigencia|con vigencia|dura|duran) (?:por |de |hasta |durante |en |para |hasta por )?${SPAN.es} /
    (?:que |y )?(?:vencen?|se vence|se vencen|venciendo|vencimiento|expiran?|caducan?) (?:en |a los |despues de |tras |a |dentro de )?${SPAN.es} /
    (?:para )?(?:usar|uso|usarlo|gastar|gastarlo|canjear) (?:en |hasta en |dentro de |por )${SPAN.es} /
    (?:con )?${SPAN.es} (?:de validez|de vigencia|para usar|para usarlo|para gastar)`,
});
const nextDay = ways({
  pt: '(?:e |que )?(?:(?:disponivel|liberad[oa]|libera|usavel|para usar|pra usar|valendo|usar|so pode usar|pode usar|cai|entra) )(?:so |apenas )?(?:a partir do |no |so no )(?:dia seguinte|outro dia|proximo dia)',
  en: '(?:and )?(?:available|released|usable|to use|can be used) (?:only )?(?:from |on )?(?:the )?(?:next|following) day',
  es: '(?:y |que )?(?:disponible|liberado|se libera|usable|para usar|se puede usar) (?:solo )?(?:al |a partir del |desde el |el )(?:dia siguiente|otro dia)',
});
const after = ways({
  pt: `(?:e |que )?(?:fica |ficam )?(?:disponive(?:l|is)|liberad[oa]s?|liberam?|liberacao|so pode usar|pode usar|cai|entra|para usar|usar|uso) (?:so )?(?:em |apos |depois de |a partir de |com |daqui a )${SPAN.pt}(?: depois| apos a compra| da compra)? / (?:com )?carencia (?:de )?${SPAN.pt}`,
  en: `(?:and )?(?:available|released|usable|can be used|to use) (?:only )?(?:in |after |from )${SPAN.en}(?: later| after the purchase| after purchase)? / (?:available|released|usable) ${SPAN.en} (?:later|after the purchase|after purchase) / (?:with )?(?:a )?waiting period (?:of )?${SPAN.en}`,
  es: `(?:y |que )?(?:queda )?(?:disponibles?|liberad[oa]s?|se liberan?|se puede usar|para usar|usable) (?:solo )?(?:en |despues de |tras |a partir de |a los )${SPAN.es}(?: despues| de la compra)? / (?:con )?carencia (?:de )?${SPAN.es}`,
});
const use = ways({
  pt: '(?:para |pra )?(?:usar|uso|utilizar|gastar|resgatar|resgate|valido para usar|so pode usar) (?:apenas |so |somente )?(?:em |nas |na |numa )?(?:proximas? |outras? )?(?:compras?) (?:de )?(a partir de|no minimo|pelo menos|acima de|mais de|minima de) {money} / uso (minimo) (?:em compras )?(?:de )?{money}',
  en: '(?:to )?(?:use|used|usable|spend|redeem|redeemable|be used|can be used) (?:only )?(?:it )?(?:on |in )?(?:a |the )?(?:next )?(?:purchases?) (?:of )?(from|at least|above|over|more than) {money}',
  es: '(?:para )?(?:usar|usarlo|uso|gastar|canjear|canje|se puede usar) (?:solo )?(?:en )?(?:las |una )?(?:proximas? )?(?:compras?) (?:de )?(a partir de|desde|al menos|por encima de|mas de|como minimo) {money}',
});
/** Bounds that are themselves left out: one cent more is the least that counts. */
const EXCLUDED = /^(?:acima de|mais de|above|over|more than|por encima de|mas de)$/;
const atOnce = ways({
  pt: '(?:disponivel|liberad[oa]|libera|valendo|usavel|pode usar) (?:na hora|imediatamente|de imediato|no mesmo dia|ja)',
  en: '(?:available|usable|released) (?:at once|immediately|right away|instantly)',
  es: '(?:disponible|liberado|se puede usar) (?:de inmediato|inmediatamente|al instante|en el momento)',
});

const DAYS: readonly [unit: RegExp, days: number][] = [
  [/^(?:semana|week)/, 7],
  [/^(?:quinz|quinc)/, 15],
  [/^(?:mes|month)/, 30],
  [/^(?:ano|year)/, 365],
];

/** A month said as a length is 30 days, a year 365. */
function daysOf(groups: readonly (string | undefined)[]): number {
  const at = groups.findIndex((group) => group !== undefined);
  const unit = groups[at + 1] ?? '';
  return readWhole(groups[at]) * (DAYS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1);
}

/** When what was earned can be used, until when, and on what. */
export const validity: Facet = {
  cue: / (?:dia|sema|qui|mes|ano|day|week|mont|year|us|util|gast|resg|canj|spen|rede|disp|libe|avai|rele|next|carencia|wait)/,
  read(sentence, draft) {
    const { validity: of } = draft;
    sentence.take(use, ({ groups }) => {
      const [bound, cents] = groups.filter((group) => group !== undefined);
      of.use_min_cents = sentence.money(cents) + (EXCLUDED.test(bound ?? '') ? 1 : 0);
    });
    if (!sentence.take(atOnce)) {
      const isNextDay = sentence.take(nextDay, () => {
        of.available_after_days = 1;
      });
      if (!isNextDay)
        sentence.take(after, ({ groups }) => {
          of.available_after_days = daysOf(groups);
        });
    }
    sentence.take(valid, ({ groups }) => {
      of.valid_days = daysOf(groups);
    });
  },
  print({ validity: { valid_days: days, available_after_days: wait, use_min_cents: cents } = {} }, lang) {
    const words = PRINTED[lang];
    const parts: string[] = [];
    if (wait !== undefined)
      parts.push(wait === 1 ? words.nextDay : `${words.after} ${printDays(wait, lang)}`);
    if (days !== undefined) parts.push(`${words.valid} ${printDays(days, lang)}`);
    if (cents !== undefined) parts.push(`${words.use} ${printMoney(cents, lang)}`);
    return parts.length === 0 ? null : parts.join(', ');
  },
};

const printDays = (days: number, lang: Language): string =>
  `${printWhole(days)} ${PRINTED[lang].day}${days === 1 ? '' : 's'}`;

const PRINTED = {
  pt: {
    day: 'dia',
    valid: 'válido por',
    nextDay: 'disponível no dia seguinte',
    after: 'disponível após',
    use: 'para usar em compras a partir de',
  },
  en: {
    day: 'day',
    valid: 'valid for',
    nextDay: 'available the next day',
    after: 'available after',
    use: 'to use on purchases from',
  },
  es: {
    day: 'día',
    valid: 'válido por',
    nextDay: 'disponible al día siguiente',
    after: 'disponible después de',
    use: 'para usar en compras a partir de',
  },
};
