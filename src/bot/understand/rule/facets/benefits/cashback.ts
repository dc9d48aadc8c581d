import type { Language } from '../../../../../loyalty';
import { give, type Facet } from '../../facet';
import { printHundredths, printMoney, readHundredths } from '../../figures';
import { ways, type Sentence } from '../../sentence';

const percent = ways({ pt: '{decimal} %', en: '{decimal} %', es: '{decimal} %' });

const MENTION = {
  pt: / (?:cashback|de volta|(?<!na )volta|voltam|de retorno|devolucao|devolv\w+|retorna\w*) /,
  en: / (?:cashback|back|return\w*|refund\w*) /,
  es: / (?:cashback|de vuelta|vuelta|vuelven?|(?:de )?devolucion|devolv\w+|devuelv\w+|reembols\w+|reintegr\w+) /,
};

/** A share that is won, or is of everything, is cashback as long as nobody speaks of a discount. */
const WON = {
  pt: / (?:ganh\w+|receb\w+|em tudo|a tudo|na loja toda) /,
  en: / (?:gets?|earns?|receives?|wins?|on everything) /,
  es: / (?:gan\w+|recib\w+|en todo|a todo|en toda la tienda) /,
};
const DISCOUNT =
  / (?:desconto|desc|off|descuento|discount|vouchers?|vales?|cupom|cupons|cupon|cupones|coupons?|bono|pontos?|puntos?|points?) /;

/** A share of which is said when, on what or how long it is good is cashback too, as long as nobody speaks of a discount. */
export const bareShare: Facet = {
  cue: / % /,
  read(sentence, draft) {
    const { benefit, conditions, limits, validity, stack } = draft;
    const says =
      stack !== undefined || [conditions, limits, validity].some((group) => Object.keys(group).length > 0);
    if (benefit !== null || draft.every !== undefined || !says || sentence.said(DISCOUNT)) return;
    // Another one is another benefit: `5% no crédito, 3% no débito`.
    while (
      sentence.take(percent, ({ groups: [bps] }) =>
        give(sentence, draft, { kind: 'cashback-percent', bps: readHundredths(bps) }),
      )
    );
  },
  print: () => null,
};

const PRINTED: Record<Language, string> = { pt: 'cashback de ', en: 'cashback of ', es: 'cashback de ' };

/** `cashback 5%`, `5% de volta`: whatever the sentence's only percentage is, if it speaks of cashback. */
export const cashbackPercent: Facet = {
  cue: / % /,
  read(sentence, draft) {
    if (!speaksOfCashback(sentence)) return;
    sentence.take(percent, ({ groups: [bps] }) =>
      give(sentence, draft, { kind: 'cashback-percent', bps: readHundredths(bps) }),
    );
  },
  print: ({ benefit }, lang) =>
    benefit.kind === 'cashback-percent' ? `${PRINTED[lang]}${printHundredths(benefit.bps, lang)}%` : null,
};

/** `mínimo R$ 70 cashback 5%`: then the amount is no cashback. */
const PERCENT = '(?! (?:of |de )?\\d\\S* % )';
const fixed = ways({
  pt: `(?:cashback|de volta) (?:fixo )?(?:de |= )?{price} / {price} (?:fixos? )?(?:cashback|de cashback|de volta|de retorno)(?: fixo)?${PERCENT} / (?:devolve|devolvemos|devolvo|devolver) {price}${PERCENT}`,
  en: `(?:(?:a )?(?:fixed|flat) )?cashback (?:of |= )?{price} / {price} (?:(?:fixed|flat) )?(?:in |of |as )?(?:cashback|back)${PERCENT}`,
  es: `(?:cashback|de vuelta) (?:fijo )?(?:de |= )?{price} / {price} (?:fijos? )?(?:cashback|de cashback|de vuelta|de devolucion)(?: fijo)?${PERCENT} / (?:devuelve|devolvemos|devuelvo|devolver) {price}${PERCENT}`,
});

/** `gastou 100 ganhou 10 de volta`: what is spent, and what is given for it. */
const exchange = ways({
  pt: '(?:gast(?:ou|e|ar|a|ando)|compr(?:ou|e|ar|a)|·) {money} (?:e |, )?(?:ganh(?:ou|a|e|ar)|receb(?:e|eu|a)|lev(?:a|ou|e)) {money} (?:de volta|de cashback|cashback) / (?:gast(?:ou|e|ar|a|ando)|compr(?:ou|e|ar|a)|·) {money} (?:e |, )?(?:eu |a gente |nos )?devolv(?:o|e|emos) {money}',
  en: '(?:spend|buy|·) {money} (?:and |, )?(?:get|earn|receive) {money} (?:back|cashback|in cashback)',
  es: '(?:gast(?:as|a|e|ar|aste)|compr(?:as|a|e|ar)|·) {money} (?:y |, )?(?:se )?(?:gan(?:as|a|e|aste)|recib(?:es|e|a)|llev(?:as|a)) {money} (?:de vuelta|de cashback|cashback) / (?:gast(?:as|a|e|ar|aste)|compr(?:as|a|e|ar)|·) {money} (?:y |, )?(?:te |le |se )*devuelv(?:o|e|emos) {money}',
});

/** `cashback de R$ 5`: with its currency, since `cashback 5` may be a percentage. */
export const cashbackFixed: Facet = {
  cue: / (?:r\$|real|reais|reales|contos?|pilas?|volta|cashback|back|vuelta|devolv\w+|devuelv\w+) /,
  read(sentence, draft) {
    sentence.take(exchange, ({ groups: [spent, back] }) => {
      draft.conditions.min_cents = sentence.money(spent);
      draft.conditions.min_inclusive = true;
      give(sentence, draft, { kind: 'cashback-fixed', cents: sentence.money(back) });
    });
    sentence.take(fixed, ({ groups: [cents] }) =>
      give(sentence, draft, { kind: 'cashback-fixed', cents: sentence.money(cents) }),
    );
  },
  print: ({ benefit }, lang) =>
    benefit.kind === 'cashback-fixed' ? PRINTED[lang] + printMoney(benefit.cents, lang) : null,
};

const speaksOfCashback = (sentence: Sentence): boolean =>
  sentence.said(MENTION[sentence.lang]) || (sentence.said(WON[sentence.lang]) && !sentence.said(DISCOUNT));
