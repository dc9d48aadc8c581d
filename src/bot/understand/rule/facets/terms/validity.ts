import type { Facet } from '../../facet';
import { daysOf, printDays, SPAN } from '../../spans';
import { ways } from '../../sentence';

const LAST = {
  pt: '(?:apos|depois d[ae]|a partir d[ae]|contando da|contados da|desde a|da) (?:(?:cada|sua|a) )?(?:ultima|nova|cada) compra',
  en: '(?:after|from|since|following|counting from) (?:(?:the|their) )?(?:last|latest|most recent|each|every) purchase',
  es: '(?:despues de|tras|desde|a partir de|contando desde) (?:(?:la|su) )?(?:ultima|cada) compra',
};
const RENEWS = {
  pt: '(?:(?:que|e|o prazo|prazo|a validade|validade|se|ele|sempre) )*(?:renova|renovam|renovando|renovad[oa]s?|renovavel|recomeca|reinicia|zera|reinicia se|renova se)(?: (?:o prazo|a validade|se))?(?: (?:a|com|em|por))?(?: (?:cada|toda|nova))+ compra',
  en: '(?:(?:that|which|and|the|time|validity|period|is|are|it) )*(?:renews?|renewed|renewing|renewable|restarts?|starts? (?:again|over)|resets?|extended)(?: (?:with|on|at|by|after))?(?: (?:each|every|any|new|a))+ purchase',
  es: '(?:(?:que|y|el|plazo|la|validez|se) )*(?:renueva|renuevan|renovable|renovando|reinicia|reinician|recomienza|empiezan? de nuevo|vuelven? a empezar)(?: (?:el plazo|la validez))?(?: (?:con|en|a|por))?(?: (?:cada|toda|nueva))+ compra',
};
const VALID = {
  pt: '(?:(?:que|e|com|tem|o|a|sempre) )*(?:valid[oa]s?|valendo|vale|valem|valha|valham|(?:data|prazo) de validade|validade|prazo|dure|durem|dura|duram|durando|caducam?|(?:some|somem)(?= (?:em|depois|apos))|perde a validade|vencem?|vencendo|vencimento|expiram?|expirando|expiracao|para (?:usar|gastar|uso|resgatar)|usar|usa|usam|gastar|resgatar)(?: (?:para uso|de uso|para usar))?(?: (?:por|de|ate|durante|em|e|para|com|apos|depois|dentro|no prazo))*',
  en: '(?:(?:and|that|which|is|with|it|a) )*(?:valid|good|lasts?|lasting|disappears?|runs out|lapses?|validity|usable|expires?|expiring|expiry|expiration|to (?:use|spend|redeem|be used|be spent|be redeemed)(?: it)?|use|used|(?:must|has to|have to|needs? to|should) be (?:used|spent|redeemed)|must use|uses?)(?: (?:for|of|within|up to|in|after|a))*',
  es: '(?:(?:que|y|con|tiene|el|la|se) )*(?:valid[oa]s?|vale|valen|valga|valgan|vigentes?|(?:plazo|fecha) de (?:validez|vencimiento)|validez|vigencia|plazo|dure|duren|dura|duran|desaparecen?|se pierden?|vencen?|venciendo|vencimiento|expiran?|caducan?|(?:para |se )?(?:usar|usarlo|usa|usan|gastar|gastarlo|canjear|uso))(?: (?:por|de|hasta|durante|en|para|a los|despues|tras|a|dentro))*',
};
const AFTER_NUMBER = {
  pt: '(?:de validade|para (?:usar|gastar|resgatar|uso)(?: (?:o saldo|ele|isso|tudo))?|de prazo)',
  en: '(?:of validity|to (?:use|spend|redeem)(?: (?:it|them))?|validity|expiry|expiration|deadline|window)',
  es: '(?:de validez|de vigencia|de plazo|para (?:usar|usarlo|gastar|gastarlo|canjear))',
};

/** Of what is given, named once more: `1 ponto por real, os pontos vencem em 90 dias`. */
const ITS = {
  pt: '(?:(?:(?<= [,·] )|e )(?:os pontos|o cashback|o saldo|os vouchers|o voucher|os? vales?|esse saldo|esses pontos) )?',
  en: '(?:(?:(?<= [,·] )|and )(?:(?:the|those|these|your|their) )?(?:points|cashback|balance|credit|vouchers?) )?',
  es: '(?:(?:(?<= [,·] )|y )(?:los puntos|el cashback|el saldo|los vales|el vale|ese saldo|esos puntos)(?: se)? )?',
};

/** Says nothing more: it counts from then anyway. */
const SINCE = {
  pt: '(?: (?:apos|depois d|a partir d|contados d|da data d)[ae]? ?(?:a )?compra)?',
  en: '(?: (?:(?:after|from|of) (?:the )?(?:purchase|sale|date of purchase)|later))?',
  es: '(?: (?:despues de|desde|a partir de|de) la compra)?',
};

const rolling = ways({
  pt: `${ITS.pt}${VALID.pt} ${SPAN.pt} ${LAST.pt}(?: ,? ?${RENEWS.pt})? / (?:com )?${SPAN.pt} (?:${AFTER_NUMBER.pt} )?${LAST.pt} /
    (?:${VALID.pt} )?(?:os )?${SPAN.pt}(?: ${AFTER_NUMBER.pt})?(?: ,)?(?: (?:mas|e))? ${RENEWS.pt} / ${RENEWS.pt}(?: (?:,|por|os|mais|com|de|valid[oa]|por mais|prazo))* ${SPAN.pt}(?: de (?:validade|prazo))? / (?:cada|toda) compra (?:renova|reinicia|zera) (?:(?:a validade|o prazo|os|por|mais|de|,) )*${SPAN.pt}`,
  en: `${ITS.en}${VALID.en} ${SPAN.en} ${LAST.en}(?: ,? ?${RENEWS.en})? / (?:with )?${SPAN.en} (?:${AFTER_NUMBER.en} )?${LAST.en} /
    (?:${VALID.en} )?(?:the )?${SPAN.en}(?: ${AFTER_NUMBER.en})?(?: ,)?(?: (?:but|and))? ${RENEWS.en} / ${RENEWS.en}(?: (?:,|for|the|another|more))* ${SPAN.en} / (?:each|every) purchase (?:renews|restarts|resets) (?:(?:it|the|validity|for|another) )*${SPAN.en}`,
  es: `${ITS.es}${VALID.es} ${SPAN.es} ${LAST.es}(?: ,? ?${RENEWS.es})? / (?:con )?${SPAN.es} (?:${AFTER_NUMBER.es} )?${LAST.es} /
    (?:${VALID.es} )?(?:los )?${SPAN.es}(?: ${AFTER_NUMBER.es})?(?: ,)?(?: (?:pero|y))? ${RENEWS.es} / ${RENEWS.es}(?: (?:,|por|los|otros|mas|con))* ${SPAN.es} / cada compra (?:renueva|reinicia) (?:(?:la validez|el plazo|los|por|otros) )*${SPAN.es}`,
});
const valid = ways({
  pt: `${ITS.pt}${VALID.pt} ${SPAN.pt}(?: ${AFTER_NUMBER.pt})?${SINCE.pt} / (?:com |tem )?${SPAN.pt} ${AFTER_NUMBER.pt} / (valid[oa]s?|valendo|vale|valem|vence em|expira em|validade de) um (ano|mes|semana) / (?<= · )(?:por|durante) ${SPAN.pt}(?= (?:[·,]|$)) / ${VALID.pt} {int}(?= (?:[·,]|$))`,
  en: `${ITS.en}${VALID.en} ${SPAN.en}${SINCE.en} / (?:(?:with|has|have|a) )*${SPAN.en} ${AFTER_NUMBER.en} / (valid|good|lasts|expires) (?:for|in) a (year|month|week) / (?<= · )for ${SPAN.en}(?= (?:[·,]|$)) / ${VALID.en} {int}(?= (?:[·,]|$))`,
  es: `${ITS.es}${VALID.es} ${SPAN.es}(?: ${AFTER_NUMBER.es})?${SINCE.es} / (?:con |tiene )?${SPAN.es} ${AFTER_NUMBER.es} / (valid[oa]s?|vale|vence en|dura) (?:por )?un (ano|mes) / (?<= · )(?:por|durante) ${SPAN.es}(?= (?:[·,]|$)) / ${VALID.es} {int}(?= (?:[·,]|$))`,
});
const never = ways({
  pt: `${ITS.pt}(?:(?:e|que|com) )*(?:sem (?:validade|prazo(?: de validade)?|vencimento|data de validade|expirar|vencer)|nao (?:vencem?|expiram?|tem (?:validade|prazo|vencimento))(?: nunca)?|nunca (?:vencem?|expiram?)|vale para sempre|valido para sempre|para sempre|validade (?:infinita|ilimitada|indeterminada))`,
  en: `${ITS.en}(?:(?:and|that|with|it|which|they) )*(?:never expires?|does not expire|do not expire|not expiring|(?:no|without) (?:expiry|expiration|expiry date|validity|deadline|time limit)|valid forever|forever|unlimited validity)`,
  es: `${ITS.es}(?:(?:y|que|con) )*(?:sin (?:vencimiento|validez|fecha de vencimiento|plazo|caducidad|vencer)|no (?:vencen?|caducan?|expiran?|tienen? vencimiento)(?: nunca)?|nunca (?:vencen?|caducan?|expiran?)|(?:vale|valido) para siempre|para siempre)`,
});

/** `30 dias após a última compra`, `renova a cada compra`: before the phrases that take `cada compra` away. */
export const rollingValidity: Facet = {
  cue: / (?:ultima|last|latest|purchase|compra) /,
  read(sentence, { validity: of }) {
    sentence.take(rolling, ({ groups }) => {
      of.rolling_days = daysOf(groups);
    });
  },
  print({ validity: { rolling_days: days } = {} }, lang) {
    const { valid: word, last } = PRINTED[lang];
    return days === undefined ? null : `${word} ${printDays(days, lang)} ${last}`;
  },
};

const DAYS = / (?:dias?|days?) /;

/** `válido por 30 dias`: from when it became available. */
export const validity: Facet = {
  cue: / (?:dia|sema|quin|mes|ano|day|week|mont|year|sem |sin |nao |no |nunc|neve|not |do |for|with|para |val)/,
  read(sentence, { validity: of }) {
    sentence.take(valid, ({ groups }) => {
      // `liberado depois de 7 dias e válido por 30`: days, as before.
      if (groups.length === 1 && !sentence.said(DAYS)) return false;
      of.valid_days = daysOf(/^\d/.test(groups[0] ?? '') ? groups : ['1', groups[1] ?? '']);
      return true;
    });
    if (sentence.take(never) && (of.valid_days ?? of.rolling_days) !== undefined)
      sentence.ask({ reason: 'said-twice', text: sentence.lastTaken });
  },
  print: ({ validity: { valid_days: days } = {} }, lang) =>
    days === undefined ? null : `${PRINTED[lang].valid} ${printDays(days, lang)}`,
};

const PRINTED = {
  pt: { valid: 'válido por', last: 'após a última compra' },
  en: { valid: 'valid for', last: 'after the last purchase' },
  es: { valid: 'válido por', last: 'después de la última compra' },
};
