import type { Language } from '../../../loyalty';
import { nameWords } from '../../understand';

export type Share = 'all' | 'half';

const MONEY = '(?:saldo|cashback|credito|balance|credit)';
const OF = `(?: (?:d?o|de|del|of|el|the))*(?: (?:meu|mi|my))? ${MONEY}`;
const ALL = new RegExp(
  `^(?:(?:(?:o|el|the) )?(?:tudo|tudinho|todos?|all of it|it all|all|everything|maximo|max|maximum|most)` +
    `(?:${OF})?(?: (?:(?:lo )?que )?(?:(?:eu|yo|i|me|se) )?(?:der|posso|puder|tenho|tiver|pueda|puedo|tengo|possivel|posible|possible|can|have))?` +
    `|(?:(?:o|el) )?(?:meu|mi) ${MONEY} (?:todo|inteiro|entero|completo)|my (?:whole|entire|full) ${MONEY})$`,
);
const HALF = new RegExp(
  `^(?:so |solo |only |just )?(?:(?:a|la|the) )?(?:metade|mitad|half)(?: (?:disso|dele|de eso|of it)|${OF})?$`,
);

/** What a wish says before its share, and after it. */
const WISH = /^.*\b(?:resgat|us|gast|troc|canje|cambi)(?:ar|a|o|e)\b |^.*\b(?:redeem|use|spend)\b /;
const COURTESY = / (?:por favor|please|para mim|agora|now|ahora|ja|ya|ai|obrigad[oa]|thanks|gracias)$/;

/** What share of what there is these words are, as a whole; null where they are none. */
export const readShare = (text: string, lang: Language): Share | null => shareIn(wordsOf(text, lang));

/** What share a wish to spend names. */
export function shareWished(text: string, lang: Language): Share | null {
  const words = wordsOf(text, lang);
  const rest = words.replace(WISH, '');
  return rest === words ? null : shareIn(rest.replace(COURTESY, ''));
}

const wordsOf = (text: string, lang: Language): string => nameWords(text, lang).join(' ');

function shareIn(words: string): Share | null {
  if (ALL.test(words)) return 'all';
  return HALF.test(words) ? 'half' : null;
}
