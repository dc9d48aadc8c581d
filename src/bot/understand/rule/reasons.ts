import type { Language } from '../../../loyalty';
import { plain } from '../normalise';
import { ways } from './sentence';

/** That business is slow, or brisk: why, and never for whom or when. */
const SLOW: Record<Language, RegExp> = {
  pt: / (?:(?:e|esta|estao|ta|tao|fica|ficam|anda|andam) (?:\w+ )*(?:frac[ao]s?|parad[ao]s?|vazi[ao]s?|mort[ao]s?|devagar|calm[ao]s?)|(?:pouco|sem) movimento|ninguem (?:vem|aparece|compra)|nem alma|vend(?:e|emos|o) (?:muito|pouco|bem|mal|quase nada)|margem|encalh\w+|sobra muito) /,
  en: / (?:(?:is|are|s|re|gets?|stays?) (?:\w+ )*(?:slow|dead|quiet|empty|weak)|no ?body (?:comes|shows up|buys)|hardly anyone|sells? (?:a lot|little|well|badly)|margins?) /,
  es: / (?:(?:es|esta|estan|queda|quedan|anda|andan) (?:\w+ )*(?:floj[oa]s?|muert[oa]s?|vaci[oa]s?|tranquil[oa]s?|parad[oa]s?)|poco movimiento|no (?:viene|hay|aparece) (?:nadie|ni)|ni el gato|ni un alma|vend(?:e|emos|o) (?:mucho|poco|bien|mal)|margen|sobra mucho) /,
};
const OF_WHOM: Record<Language, RegExp> = {
  pt: /^ que (?!nao |(?:\w+ ){1,2}(?:a|o) (?:loja|salao|movimento|casa|rua) )| (?:so|somente|apenas|quem|clientes?|exceto|menos|se|quando) /,
  en: /^ (?:that|whose) | (?:only|who|whoever|customers?|except|if|when|unless) /,
  es: /^ que (?!no |(?:\w+ ){1,2}(?:el|la) (?:local|tienda|negocio|salon|calle) )| (?:solo|solamente|quien|quienes|clientes?|excepto|salvo|si|cuando) /,
};

/** Whether words that nobody took are why the rule is wished for: `terça é fraca demais aqui`. */
export const saysWhy = (run: string, lang: Language): boolean => {
  const said = ` ${plain(run)} `;
  return SLOW[lang].test(said) && !OF_WHOM[lang].test(said);
};

/** A condition, or a limit, that is said in the words of a reason. */
const NOT = {
  pt: '(?:so|somente|apenas|exceto|menos|ate|maximo|minimo|vale|valido|valida|ganha|leva)',
  en: '(?:only|except|but|until|at|most|least|valid|gets?|earns?|unless)',
  es: '(?:solo|solamente|excepto|menos|salvo|hasta|maximo|minimo|vale|valido|valida|gana|lleva)',
};
const clause = (lead: string, not: string): string => `(?:, )?${lead}(?: (?!${not} )[a-z]+)+(?= (?:[,·]|$))`;

/**
 * Why a rule is wished for, to the end of the sentence or to its next part: `que é quando a loja tá vazia`. It has no number,
 * says none of the words of a condition, and something stands before it.
 */
export const reasons = ways({
  pt: clause(
    '(?<=[a-z%·,] )(?:por que|ja que|pois|visto que|afinal|(?:que )?e quando|(?:que e a )?hora (?:em )?que)',
    NOT.pt,
  ),
  en: clause(
    '(?<=[a-z%·,] )(?:because|cause|cos|coz|since(?= (?:it|that|thats|business|they|we|the) )|(?:that s|which is|thats|that is) when)',
    NOT.en,
  ),
  es: clause(
    '(?<=[a-z%·,] )(?:por que|ya que|pues|puesto que|(?:que )?es cuando|(?:que es la )?hora en (?:la )?que)',
    NOT.es,
  ),
});
