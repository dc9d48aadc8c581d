import type { Language, Rule, VoucherBenefit } from '../../../../../loyalty';
import { give, type Draft, type Facet } from '../../facet';
import { printHundredths, printMoney, readHundredths } from '../../figures';
import { TAKEN, ways, type Sentence } from '../../sentence';
import { quote, quotedName } from '../../tokens';

/** What people call a voucher. `vale` is a verb too, so that a price has to follow it. */
export const VOUCHER = {
  pt: '(?:vouchers?|vales?(?: - | )?(?:compras?|presente|desconto)?|cupom(?: de desconto)?|cupons|cupao)',
  en: '(?:(?:gift )?vouchers?|coupons?|gift cards?)',
  es: '(?:vales?(?: de (?:compras?|descuento|regalo))?|vouchers?|cupon(?:es)?(?: de descuento)?|bonos?)',
};
/** After its price: `R$ 10 vale` may as well go on as a verb. */
const SURELY = {
  pt: '(?:(?:em|de) (?:um )?(?:vales?|vouchers?|cupom|cupons)|(?:de )?(?:vouchers?|vales?(?: - | )?(?:compras?|presente|desconto)|cupom|cupons))',
  en: '(?:(?:in |as a |as )?(?:gift )?(?:vouchers?|coupons?|gift cards?))',
  es: '(?:(?:en|de) (?:un )?(?:vales?|vouchers?|cupon|cupones|bono)|(?:de )?(?:vouchers?|vales? de (?:compras?|descuento|regalo)|cupon|cupones))',
};
const WORTH = {
  pt: '(?:(?:no valor|valor|de|com|valendo|por|=)(?: de)? )*',
  en: '(?:(?:worth|of|for|valued at|with|=) )*',
  es: '(?:(?:por valor|valor|de|del|con|por|=)(?: de)? )*',
};
const NEXT = {
  pt: '(?:(?:na|para|para a|em|em uma|para usar na) )+(?:proxima|outra) (?:compra|visita|vez)',
  en: '(?:(?:on|for|in|the|their|your|to use) )*next (?:purchase|visit|order|time)',
  es: '(?:(?:en|para|para la|la|para usar en) )+(?:proxima|siguiente) (?:compra|visita|vez)',
};
/** The most that a share of the purchase can be; `por compra` would make it the rule's limit. */
const MOST = {
  pt: '(?: ,)? {money}(?: de desconto)? (?:no maximo|maximo)(?! por )|(?: ,)? (?:(?:com|de) )?(?:o |um )?(?:ate|ate no maximo|no maximo|maximo de|maximo|max|teto de|teto|limitado a|limite de) {money}(?! (?:de compra|(?:por|ao|a cada) (?:compra|venda|dia|semana|mes|cliente|pessoa)) )',
  en: '(?: ,)? {money}(?: off)? (?:at (?:the )?most|max|maximum|tops)(?! per )|(?: ,)? (?:(?:with|of|but) )*(?:a |the )?(?:up to|at most|maximum of|maximum|max of|max|capped at|cap of|limited to|no more than|limit of) {money}(?! (?:per|a|each|every) (?:purchase|sale|day|week|month|customer|person) )',
  es: '(?: ,)? {money}(?: de descuento)? (?:como maximo|como mucho|maximo)(?! por )|(?: ,)? (?:(?:con|de) )?(?:un |el )?(?:hasta|como maximo|maximo de|maximo|max|tope de|tope|limitado a|limite de) {money}(?! (?:por|al|a la|cada) (?:cada )?(?:compra|venta|dia|semana|mes|cliente|persona) )',
};
const NOT_CASHBACK = {
  pt: '(?! (?:de cashback|de volta) )',
  en: '(?! (?:in |of )?(?:cashback|back) )',
  es: '(?! (?:de cashback|de vuelta) )',
};

const each = (say: (lang: Language) => string): Record<Language, string> => ({
  pt: say('pt'),
  en: say('en'),
  es: say('es'),
});
const OFF = { pt: '(?:de desconto|desconto|off)', en: '(?:off|discount)', es: '(?:(?:de )?descuento|off)' };

const fixed = ways({
  ...each(
    (lang) =>
      `${VOUCHER[lang]} ${WORTH[lang]}{price}${NOT_CASHBACK[lang]}(?: ${NEXT[lang]})? / {price} (?:${OFF[lang]} )?${SURELY[lang]}(?: ${NEXT[lang]})? / {price} ${OFF[lang]} ${NEXT[lang]} / ${OFF[lang]} (?:de |of )?{price} ${NEXT[lang]}`,
  ),
});
const percent = ways(
  each(
    (lang) =>
      `${VOUCHER[lang]} ${WORTH[lang]}{decimal} %(?: ${OFF[lang]})?(?: ${NEXT[lang]})?(?:${MOST[lang]})? / {decimal} % (?:${OFF[lang]} )?${SURELY[lang]}(?: ${NEXT[lang]})?(?:${MOST[lang]})? / {decimal} % ${OFF[lang]} ${NEXT[lang]}(?:${MOST[lang]})? / ${OFF[lang]} (?:de |of )?{decimal} % ${NEXT[lang]}(?:${MOST[lang]})?`,
  ),
);
const named = ways(
  each(
    (lang) =>
      `${VOUCHER[lang]} ${WORTH[lang]}" / (?:ganha|ganham|ganhe|leva|leve|recebe|receba|gets?|wins?|win|gana|gane|lleva|recibe)(?: (?:um|uma|a|an|un|una|1))? "`,
  ),
);

/** `voucher de R$ 15`, `voucher de 10% até R$ 20`: before anything that an amount could be a limit of. */
export const vouchers: Facet = {
  cue: / (?:vouchers?|vales?|cupom|cupons|cupao|coupons?|gift|cupon(?:es)?|bonos?|off|discount|desconto|descuento|gan\w+|lev\w+|llev\w+|rec\w+|gets?|wins?) /,
  read(sentence, draft) {
    const before = sentence.taken;
    void (
      sentence.take(percent, ({ groups: [bps, most] }) =>
        give(sentence, draft, {
          kind: 'voucher-percent',
          bps: readHundredths(bps),
          ...(most === undefined ? {} : { max_cents: sentence.money(most) }),
        }),
      ) ||
      sentence.take(fixed, ({ groups: [cents] }) =>
        give(sentence, draft, { kind: 'voucher-fixed', cents: sentence.money(cents) }),
      ) ||
      sentence.take(named, ({ end }) => {
        const name = quotedName(sentence.from(end - 1)[0]?.raw ?? '');
        if (name === null) return false;
        give(sentence, draft, { kind: 'voucher-item', name });
        return true;
      })
    );
    if (sentence.taken > before) readLeast(sentence, draft);
  },
  print({ benefit }: Rule, lang) {
    const voucher = benefit.kind === 'stamp-card' ? benefit.then : benefit;
    return isVoucher(voucher) ? printVoucher(voucher, lang) : null;
  },
};

/** After the voucher, and apart from it, `compra mínima de R$ 90` is of the purchase that it is used on. */
const least = ways({
  pt: '(?<= [,·] |de validade )(?:(?:com|e|so|serve|vale|valendo|usar|em|para|numa|uma) )*(?:compra|valor|pedido|consumo|gasto) minim[oa](?: (?:de|e|=))* {money}',
  en: '(?<= [,·] )(?:(?:with|and|a|only|good|works|on|for|it) )*(?:min|minimum) (?:purchase|spend|order|amount)(?: (?:of|is|=))* {money}(?: (?:to use|to redeem)(?: it)?)?',
  es: '(?<= [,·] |de validez )(?:(?:con|y|solo|sirve|vale|usar|en|para|una) )*(?:compra|valor|pedido|consumo|gasto) minim[oa](?: (?:de|es|=))* {money}',
});

function readLeast(sentence: Sentence, { validity }: Draft): void {
  const voucher = sentence.from(0).findLastIndex(({ text }) => text === TAKEN);
  sentence.take(least, ({ groups: [cents], start }) => {
    if (start < voucher) return false;
    validity.use_min_cents = sentence.money(cents);
    return true;
  });
}

export const isVoucher = (benefit: { kind: string }): benefit is VoucherBenefit =>
  benefit.kind.startsWith('voucher-');

function printVoucher(voucher: VoucherBenefit, lang: Language): string {
  const { of, item, upTo } = PRINTED[lang];
  if (voucher.kind === 'voucher-fixed') return `${of} ${printMoney(voucher.cents, lang)}`;
  if (voucher.kind === 'voucher-item') return `${item} ${quote(voucher.name)}`;
  const share = `${of} ${printHundredths(voucher.bps, lang)}%`;
  return voucher.max_cents === undefined ? share : `${share} ${upTo} ${printMoney(voucher.max_cents, lang)}`;
}

const PRINTED = {
  pt: { of: 'voucher de', item: 'voucher de', upTo: 'até' },
  en: { of: 'voucher of', item: 'voucher for', upTo: 'up to' },
  es: { of: 'vale de', item: 'vale de', upTo: 'hasta' },
};
