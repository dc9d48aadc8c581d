import type { Facet } from '../../facet';
import { printMoney } from '../../figures';
import { daysOf, printDays, SPAN } from '../../spans';
import { ways } from '../../sentence';

const LED = {
  pt: '(?:(?:e|que|mas|so|fica|ficam|estara|o|a|saldo|cashback|cliente) )*',
  en: '(?:(?:and|but|only|that|which|is|are|it|becomes?) )*',
  es: '(?:(?:y|que|pero|solo|queda|quedan|el|saldo|cashback) )*',
};
/** `usar em 30 dias` is until when, `liberado em 30 dias` from when: after the words of use, `em` tells nothing. */
const FREED = {
  pt: '(?:disponive(?:l|is)|liberad[oa]s?|liberando|liberam?|liberacao|cai|entra)(?: (?:so|apenas|somente|para uso|para usar))?',
  en: '(?:available|released|ready|credited|unlocks?|unlocked)(?: only)?',
  es: '(?:disponibles?|liberad[oa]s?|se liberan?|libera|se acredita)(?: (?:solo|para usar))?',
};
const USED = {
  pt: '(?:pode(?:m)? (?:ser )?(?:usar|usad[oa]s?|gastar|gast[oa]s?)|para usar|usar|usavel|usa|usam|uso|valendo|passa a valer|comeca a valer|vale)(?: (?:so|apenas|somente))?',
  en: '(?:usable|(?:they |customers? )?can (?:only )?be used|(?:they |customers? )?can (?:only )?use it|to use|use)(?: only)?',
  es: '(?:(?:se |lo )?pueden? usar(?:lo)?|se usa|se usan|puede usarse|para usar|usar|usable)(?: solo)?',
};
const READY = {
  pt: `${LED.pt}(?:${FREED.pt}|${USED.pt})`,
  en: `${LED.en}(?:${FREED.en}|${USED.en})`,
  es: `${LED.es}(?:${FREED.es}|${USED.es})`,
};
const nextDay = ways({
  pt: `${READY.pt} (?:(?:so|a partir do|no|apenas no|so no|somente no) )*(?:dia seguinte|outro dia|proximo dia|amanha)`,
  en: `${READY.en} (?:(?:only|from|on|starting) )*(?:the )?(?:(?:next|following) day|day after|day later|(?<! (?:from|starting) )tomorrow)`,
  es: `${READY.es} (?:(?:solo|al|a partir del|desde el|el) )*(?:dia siguiente|otro dia|proximo dia|manana)`,
});
const after = ways({
  pt: `${READY.pt} (?:apos|depois de|a partir de|daqui a|passados) ${SPAN.pt}(?: depois| apos a compra| da compra)? / ${LED.pt}${FREED.pt} (?:em|com) ${SPAN.pt} / ${READY.pt} ${SPAN.pt} (?:depois(?: da compra)?|apos a compra) / (?:com |tem )?carencia (?:de )?${SPAN.pt} / ${SPAN.pt} de carencia / (?:(?:e|ele|o cashback|so) )*(?:cai|entra|chega|aparece|pinga)(?: na conta)? ${SPAN.pt} depois`,
  en: `${READY.en} (?:after|from) ${SPAN.en}(?: later| after the purchase| after purchase)? / ${LED.en}${FREED.en} in ${SPAN.en} / ${READY.en} ${SPAN.en} (?:later|after the purchase|after purchase|after the sale) / (?:with )?(?:a )?waiting period (?:of )?${SPAN.en} / ${SPAN.en} waiting period / (?:(?:and|it|they|the|cashback) )*(?:drops?|lands?|arrives?|comes?|shows? up|gets? there|kicks? in) ${SPAN.en} (?:later|after)`,
  es: `${READY.es} (?:despues de|tras|a partir de|pasados) ${SPAN.es}(?: despues| de la compra)? / ${LED.es}${FREED.es} (?:en|a los) ${SPAN.es} / ${READY.es} ${SPAN.es} despues(?: de la compra)? / (?:con )?carencia (?:de )?${SPAN.es} / ${SPAN.es} de (?:carencia|espera) / (?:(?:y|el|cashback|recien) )*(?:cae|entra|llega|aparece) ${SPAN.es} despues`,
});
const atOnce = ways({
  pt: `(?:(?:e|que|ja|fica) )*(?:disponivel|liberad[oa]|libera|valendo|usavel|pode usar|pode ser usado|para usar|usa|cai) (?:na hora|imediatamente|de imediato|no mesmo dia|ja|na mesma hora|logo)`,
  en: `(?:(?:and|that|which|it|is) )*(?:available|usable|released|can be used|to use) (?:at once|immediately|right away|instantly|straight away|on the spot|the same day)`,
  es: `(?:(?:y|que|ya) )*(?:disponible|liberado|se libera|se puede usar|usable|para usar) (?:de inmediato|inmediatamente|al instante|en el momento|enseguida|el mismo dia)`,
});

const BOUND = {
  pt: '(a partir de|no minimo de|no minimo|pelo menos|acima de|mais de|minima de|minimas de|minimo de|com minimo de|de valor minimo de|superiores a|maiores que|desde|minimo)',
  en: '(from|at least|above|over|more than|starting at|with a minimum of|of at least|minimum of|greater than)',
  es: '(a partir de|desde|al menos|por lo menos|por encima de|arriba de|mas de|como minimo|minima de|minimas de|minimo de|superiores a|mayores a|minimo)',
};
const USE = {
  pt: '(?:(?:e|que|para|so|o cliente|mas|ele|ser|apenas|somente|pode|deve|valido|vale) )*(?:usar|uso|usa|usad[oa]s?|utilizar|utilizad[oa]|(?<! rea(?:l|is) que )gastar|resgatar|resgate|valer)(?: (?:ele|isso|o voucher|o cashback|o saldo))?',
  en: '(?:(?:and|that|which|they|customers?|to|only|must|can|be|but|it|redeemable|valid|may) )*(?:use|used|usable|spend|spent|redeem|redeemed|redeemable)(?: (?:it|them|the voucher|the cashback))?',
  es: '(?:(?:y|que|para|solo|se|puede|pueden|pero|ser|vale) )*(?:usar|usarlo|usa|usad[oa]|uso|utilizar|gastar|gastarlo|canjear|canje)(?: (?:lo|el vale|el cashback))?',
};
const PURCHASE = {
  pt: '(?: (?:apenas|so|somente|em|nas|na|numa|uma|proximas?|outras?|novas?|de|com))* (?:compras?|comprando|comprar)(?: (?:de|com|com valor|valor|algo))*',
  en: '(?: (?:only|on|in|for|a|the|their|your|next|another|new|later))* (?:purchases?|orders?)(?: (?:of|with))*',
  es: '(?: (?:solo|en|las|la|una|proximas?|otras?|nuevas?|siguientes?))* (?:compras?)(?: (?:de|con))*',
};
const use = ways({
  pt: `${USE.pt}${PURCHASE.pt} ${BOUND.pt} {money} / (?:com )?(?:uso|resgate|utilizacao) (minimo|minima)(?: (?:em compras|na compra|de))* {money} / (?:com )?(?:compra )?(minima?) (?:para|de) (?:usar|uso|resgatar)(?: (?:de|e|=|o voucher|o cashback))* {money} / ${USE.pt} (?:em )?(?:compras? )(minima?)(?: de)? {money} / ${USE.pt}${PURCHASE.pt} {money} (ou mais|para cima|pra cima|em diante|no minimo) / (minim[oa])(?: de)? {money} para (?:usar|uso|gastar)`,
  en: `${USE.en}${PURCHASE.en} ${BOUND.en} {money} / (?:with )?(?:a )?(minimum) (?:use|redemption|purchase to use(?: it)?)(?: of)? {money} / ${USE.en} (?:on )?(?:a )?(minimum) (?:purchase )(?:of )?{money} / ${USE.en}${PURCHASE.en} {money} (or more|and up|or above|\\+) / (minimum|min)(?: of)? {money} to (?:use|redeem)(?: it)?`,
  es: `${USE.es}${PURCHASE.es} ${BOUND.es} {money} / (?:con )?(?:uso|canje) (minim[oa])(?: (?:en compras|de))* {money} / (?:con )?(?:compra )?(minim[oa]) (?:para|de) (?:usar|usarlo|uso|canjear)(?: (?:de|es|=|el vale))* {money} / ${USE.es} (?:en )?(?:compras? )(minima?)(?: de)? {money} / ${USE.es}${PURCHASE.es} {money} (o mas|en adelante|para arriba|como minimo) / (minim[oa])(?: de)? {money} para (?:usarlo|usar|gastar)`,
});
/** Bounds that are themselves left out: one cent more is the least that counts. */
const EXCLUDED =
  /^(?:acima de|mais de|superiores a|maiores que|above|over|more than|greater than|arriba de|por encima de|mas de|mayores a)$/;

/** When what was earned can first be used, and on what purchases. */
export const usage: Facet = {
  cue: / (?:us[aeo]|util|gast|resg|canj|spen|rede|disp|libe|avai|rele|next|following|care|wait|cai |entra|unlo|ready|credited|acred|espera|drop|land|arriv|show|come|kick|gets|cai|cae|llega|chega|pinga|aparec)| (?:amanha|tomorrow|manana|seguinte|siguiente|outro dia|otro dia|proximo dia) | uso /,
  read(sentence, { validity: of }) {
    sentence.take(use, ({ groups }) => {
      const isFirst = /^\d/.test(groups[0] ?? '');
      const [bound = '', cents] = isFirst ? [groups[1], groups[0]] : groups;
      of.use_min_cents = sentence.money(cents) + (EXCLUDED.test(bound) ? 1 : 0);
    });
    if (sentence.take(atOnce)) return;
    const isNextDay = sentence.take(nextDay, () => {
      of.available_after_days = 1;
    });
    if (!isNextDay)
      sentence.take(after, ({ groups }) => {
        of.available_after_days = daysOf(groups);
      });
  },
  print({ validity: { available_after_days: wait, use_min_cents: cents } = {} }, lang) {
    const words = PRINTED[lang];
    const parts: string[] = [];
    if (wait !== undefined)
      parts.push(wait === 1 ? words.nextDay : `${words.after} ${printDays(wait, lang)}`);
    if (cents !== undefined) parts.push(`${words.use} ${printMoney(cents, lang)}`);
    return parts.length === 0 ? null : parts.join(', ');
  },
};

const PRINTED = {
  pt: {
    nextDay: 'disponível no dia seguinte',
    after: 'disponível após',
    use: 'para usar em compras a partir de',
  },
  en: { nextDay: 'available the next day', after: 'available after', use: 'to use on purchases from' },
  es: {
    nextDay: 'disponible al día siguiente',
    after: 'disponible después de',
    use: 'para usar en compras a partir de',
  },
};
