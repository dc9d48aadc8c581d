import type { Language, Rule } from '../../../../loyalty';
import type { Facet } from '../facet';
import { printHundredths, printMoney, readHundredths } from '../figures';
import { ways } from '../sentence';

const percent = ways({
  pt: '{decimal} %',
  en: '{decimal} %',
  es: '{decimal} %',
});

/** `cashback 5%`, `5% de volta`: whatever the sentence's only percentage is, if it speaks of cashback. */
export const cashbackPercent: Facet = {
  cue: / % /,
  read(sentence, draft) {
    if (draft.benefit !== null || !speaksOfCashback(sentence)) return;
    sentence.take(percent, ({ groups }) => {
      draft.benefit = { kind: 'cashback-percent', bps: readHundredths(groups[0]) };
    });
  },
  print: ({ benefit }, lang) =>
    benefit.kind === 'cashback-percent'
      ? { pt: 'cashback de ', en: 'cashback of ', es: 'cashback de ' }[lang] +
        `${printHundredths(benefit.bps, lang)}%`
      : null,
};

const fixed = ways({
  pt: `cashback (?:fixo )?(?:de |= )?(?:r\\$ (\\d[\\d.,]*)|(\\d[\\d.,]*) (?:reais|real)) /
    (?:r\\$ (\\d[\\d.,]*)|(\\d[\\d.,]*) (?:reais|real)) (?:fixos? )?(?:de cashback|de volta|de retorno)`,
  en: `cashback (?:of |= )?(?:r\\$ (\\d[\\d.,]*)|(\\d[\\d.,]*) (?:reais|real)) /
    (?:r\\$ (\\d[\\d.,]*)|(\\d[\\d.,]*) (?:reais|real)) (?:in |of |as )?(?:cashback|back)`,
  es: `cashback (?:fijo )?(?:de |= )?(?:r\\$ (\\d[\\d.,]*)|(\\d[\\d.,]*) (?:reales|real|reais)) /
    (?:r\\$ (\\d[\\d.,]*)|(\\d[\\d.,]*) (?:reales|real|reais)) (?:de cashback|de vuelta|de devolucion)`,
});

/** `cashback de R$ 5`: with its currency, since `cashback 5` may be a percentage. */
export const cashbackFixed: Facet = {
  cue: / (?:r\$|real|reais|reales) /,
  read(sentence, draft) {
    if (draft.benefit !== null) return;
    sentence.take(fixed, ({ groups }) => {
      draft.benefit = {
        kind: 'cashback-fixed',
        cents: sentence.money(groups.find((group) => group !== undefined)),
      };
    });
  },
  print: ({ benefit }: Rule, lang: Language) =>
    benefit.kind === 'cashback-fixed'
      ? { pt: 'cashback de ', en: 'cashback of ', es: 'cashback de ' }[lang] + printMoney(benefit.cents, lang)
      : null,
};

const MENTION = {
  pt: / (?:cashback|de volta|de retorno|devolv\w+|retorna\w*) /,
  en: / (?:cashback|back|return\w*|refund\w*) /,
  es: / (?:cashback|de vuelta|de devolucion|devolv\w+|devuelv\w+|reembols\w+|reintegr\w+) /,
};

const speaksOfCashback = (sentence: { lang: Language; has: (pattern: RegExp) => boolean }): boolean =>
  sentence.has(MENTION[sentence.lang]);
