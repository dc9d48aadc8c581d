import type { Language } from '../../../loyalty';
import { asWritten } from '../as-written';
import { normalise } from '../normalise';

const LONGEST = 12;

const NOUNS: Record<Language, string> = {
  pt: 'lojas?|unidades?|filia(?:l|is)',
  en: 'stores?|shops?|branch(?:es)?',
  es: 'tiendas?|locales|sucursal(?:es)?',
};
const ANY_NOUN = `(?:${Object.values(NOUNS).join('|')})`;
/** What says that something is good in certain stores alone; their noun has to follow. */
const ONLY_WORDS: Record<Language, string> = {
  pt: '(?:(?:so|somente|apenas)(?: (?:vale|valid[ao]|para usar))?|exclusiv[ao])',
  en: '(?:(?:only|just)(?: (?:good|valid))?|(?:good|valid) only)',
  es: '(?:(?:solo|solamente|unicamente)(?: (?:vale|valid[ao]|sirve))?|exclusiv[ao])',
};
const AT_WORDS: Record<Language, string> = {
  pt: `(?:n[ao]s?|em) (?:${NOUNS.pt})(?: d[aeo]s?)? (?<names>.+)`,
  en: `(?:at|in)(?: (?:the|our))? (?:(?:${NOUNS.en})(?: (?:of|in))? (?<names>.+)|(?<before>.+) (?:${NOUNS.en}))`,
  es: `en (?:las?|el|los) (?:${NOUNS.es}|local)(?: del?)? (?<names>.+)`,
};
/** What else is said of a reward, and stores that are not named. */
const NO_NAMES =
  /\b(?:(?:limite|maximo|limit|limited|most)(?: (?:de|to|of))? \d|(?:por|per) (?:cliente|customer)|(?:em|para|en|on) (?:compras|purchases)|\d+ (?:pontos?|points?|puntos?)|por \d)|^(?:tod[ao]s?|all|any|every|the|our|this|that|inteir[ao]|noss[ao]s?|nuestr[ao]s?|minhas?|fisicas?|online|qualquer|cualquier)$/;

const whole = (lang: Language, lead: string): RegExp => new RegExp(`^${lead}${AT_WORDS[lang]}$`);
const byLanguage = (lead: (lang: Language) => string): Record<Language, RegExp> => ({
  pt: whole('pt', lead('pt')),
  en: whole('en', lead('en')),
  es: whole('es', lead('es')),
});
const ONLY = byLanguage((lang) => `${ONLY_WORDS[lang]} `);
const AT = byLanguage(() => '');

function namesAfter(form: RegExp, words: string): string | null {
  const found = form.exec(words)?.groups;
  const names = found?.['names'] ?? found?.['before'];
  return names === undefined || NO_NAMES.test(names) ? null : names;
}

/** The stores of a reward. */
export const STORES = {
  stores: {
    longest: LONGEST,
    samples: {
      pt: ['so na loja centro'],
      en: ['only at the centro store'],
      es: ['solo en la tienda centro'],
    },
    read: (words: string, { lang }: { lang: Language }): string | null => namesAfter(ONLY[lang], words),
  },
  at_stores: {
    longest: LONGEST,
    fills: 'stores' as const,
    samples: { pt: ['na loja centro'], en: ['at the centro store'], es: ['en la tienda centro'] },
    read: (words: string, { lang }: { lang: Language }): string | null => namesAfter(AT[lang], words),
  },
};

/** `café só na loja Centro`: a thing and the stores that are named after it, as written; null where none are. */
export function partedByStores(text: string, lang: Language): { thing: string; stores: string } | null {
  const words = normalise(text, lang).split(' ');
  for (let at = 1; at < words.length; at++) {
    const stores = namesAfter(ONLY[lang], words.slice(at).join(' '));
    if (stores !== null)
      return {
        thing: asWritten(text, words.slice(0, at).join(' '), lang),
        stores: asWritten(text, stores, lang),
      };
  }
  return null;
}

const ONLY_THERE = new RegExp(`\\b(?:so|somente|apenas|only|just|solo|solamente)\\b.*\\b${ANY_NOUN}\\b`);
const NOT_THERE = new RegExp(
  `\\b(?:nao|menos|exceto|fora|not|except|but|salvo|excepto|no (?:vale|sirve|es))\\b.*\\b${ANY_NOUN}\\b`,
);

/** Whether a sentence sets stores apart: those alone where something is good, or where it is not. */
export function setsStoresApart(text: string, lang: Language): 'only' | 'except' | null {
  const said = normalise(text, lang);
  if (NOT_THERE.test(said)) return 'except';
  return ONLY_THERE.test(said) ? 'only' : null;
}

const LEAD = new RegExp(
  String.raw`^(?:(?:n[ao]s?|em|at|in|en)\s+)?(?:(?:las?|el|los|the|our)\s+)?${ANY_NOUN}\s+(?:d[aeo]s?\s+|del\s+)?|^(?:n[ao]|d[aeo]|del)\s+`,
  'iu',
);

/** A store of a list without what leads to it: `na loja Lapa`, `da Lapa`. */
export const withoutLead = (store: string): string => store.replace(LEAD, '');
