import { ways } from './sentence';

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
    '(?<=[a-z%·,] )(?:por que|ja que|pois|visto que|afinal|(?:que )?e quando|que e a hora que)',
    NOT.pt,
  ),
  en: clause(
    '(?<=[a-z%·,] )(?:because|cause|cos|coz|since(?= (?:it|that|thats|business|they|we|the) )|(?:that s|which is|thats|that is) when)',
    NOT.en,
  ),
  es: clause(
    '(?<=[a-z%·,] )(?:por que|ya que|pues|puesto que|(?:que )?es cuando|que es la hora en que)',
    NOT.es,
  ),
});
