import type { Language } from '../../../loyalty';
import { asWritten } from '../as-written';
import { normalise } from '../normalise';

const LONGEST = 9;

/** What leads to the stores in which alone something is good, where it says so: `só na loja Centro`. */
const ONLY: Record<Language, RegExp> = {
  pt: /^(?:(?:so|somente|apenas|valid[ao]|vale|valendo|exclusiv[ao]) )+(?:n[ao]s?|em|para|pra)(?: [ao]s?)?(?: (?:lojas?|unidades?|filia(?:l|is)))?(?: d[aeo]s?)? (?<names>.+)$/,
  en: /^(?:(?:only|just|valid|good) )+(?:at|in|for)(?: (?:the|our))?(?: (?:stores?|shops?|branch(?:es)?))? (?<names>.+?)(?: (?:stores?|shops?|branch(?:es)?))?$/,
  es: /^(?:(?:solo|solamente|unicamente|valid[ao]|vale|valiendo) )+(?:en|para)(?: (?:las?|el|los))?(?: (?:tiendas?|locales|local|sucursal(?:es)?))?(?: del?)? (?<names>.+)$/,
};
/** Where the noun alone tells that what follows is a store. */
const AT: Record<Language, RegExp> = {
  pt: /^n[ao]s? (?:lojas?|unidades?|filia(?:l|is))(?: d[aeo]s?)? (?<names>.+)$/,
  en: /^(?:at|in)(?: (?:the|our))? (?:(?:stores?|shops?|branch(?:es)?) (?<names>.+)|(?<before>.+) (?:stores?|shops?|branch(?:es)?))$/,
  es: /^en (?:las?|el|los) (?:tiendas?|locales|local|sucursal(?:es)?)(?: del?)? (?<names>.+)$/,
};
/** What is said of a reward beside its stores, and what is all of them or one that is not named. */
const NO_NAME =
  /\b(?:por|limites?|maximo|compras?|pontos?|clientes?|for|limited|limit|per|customers?|purchases?|points?|puntos?|partir|desde|tod[ao]s?|all|any|every|whole|qualquer|cualquier|inteir[ao]|noss[ao]s?|nuestr[ao]s?)\b|^(?:lojas?|unidades?|filia(?:l|is)|tiendas?|local|locales|sucursal(?:es)?|stores?|shops?|branch(?:es)?)$/;

function namesAfter(lead: RegExp, words: string): string | null {
  const found = lead.exec(words)?.groups;
  const names = found?.['names'] ?? found?.['before'];
  return names === undefined || NO_NAME.test(names) ? null : names;
}

const samples = (lead: Record<Language, string>): Record<Language, readonly string[]> => ({
  pt: [`${lead.pt} centro`],
  en: [`${lead.en} centro`],
  es: [`${lead.es} centro`],
});

/** The stores of a reward. */
export const STORES = {
  stores: {
    longest: LONGEST,
    samples: samples({ pt: 'so na loja', en: 'only at', es: 'solo en la tienda' }),
    read: (words: string, { lang }: { lang: Language }): string | null => namesAfter(ONLY[lang], words),
  },
  at_stores: {
    longest: LONGEST,
    fills: 'stores' as const,
    samples: samples({ pt: 'na loja', en: 'at store', es: 'en la tienda' }),
    read: (words: string, { lang }: { lang: Language }): string | null => namesAfter(AT[lang], words),
  },
};

/** `café só na loja Centro`: a thing and the stores that are named after it, as written; null where none are. */
export function partedByStores(text: string, lang: Language): { thing: string; stores: string } | null {
  const words = normalise(text, lang).split(' ');
  for (let at = 1; at < words.length; at++) {
    const rest = words.slice(at).join(' ');
    const stores = namesAfter(ONLY[lang], rest) ?? namesAfter(AT[lang], rest);
    if (stores !== null)
      return {
        thing: asWritten(text, words.slice(0, at).join(' '), lang),
        stores: asWritten(text, stores, lang),
      };
  }
  return null;
}
