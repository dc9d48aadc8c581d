import type { Language } from '../../../loyalty';

/** What is put off, or is expressly not wished for, beside the wish: `antes de bloquear, deixa eu ver`. */
const ASIDES: Record<Language, readonly RegExp[]> = {
  pt: [
    /^antes de \w+ .*?(?=\b(?:deixa|me mostra|quero|queria|mostra|posso|quais|qual|cade|como) )/,
    / (?:antes de (?:eu )?\w+|depois (?:eu )?(?:vejo|decido|resolvo|penso)) .*$/,
    / (?:que (?:vou|vamos) \w+|ja que|pois) .*$/,
    /^nao (?:quero|e para|vou|precisa|preciso) \w+ (?:nada|nenhum|nenhuma)(?: nao)? (?=(?:so|apenas|quero) )/,
  ],
  en: [
    /^before i \w+ .*?(?=\b(?:which|what|show|let me|tell|can|how|where) )/,
    / before (?:i|we) (?:decide|block|cancel|delete|do|remove|change|stop)\b.*$/,
    / (?:then|later) i will (?:see|decide|think)\b.*$/,
    / (?:because|since|as|cause) (?:we|i|they|it) .*$/,
    /^i (?:do not want|am not trying) to \w+ (?:anything|any|one|it)(?: (?:i )?(?:just|only) (?:want to )?)/,
  ],
  es: [
    /^antes de \w+ .*?(?=\b(?:dejame|quiero|mostrame|muestrame|dime|quisiera|cuales|cual|como) )/,
    / (?:antes de \w+|despues (?:veo|decido|miro|pienso)) .*$/,
    / (?:que (?:vamos|voy) a|ya que|pues) .*$/,
    /^no (?:quiero|voy a|hace falta) \w+ (?:nada|ninguno|ninguna|ningun) (?=(?:solo|quiero) )/,
  ],
};
/** Less than that is no wish. */
const LEAST_WORDS = 2;

/** A normalised sentence without its asides; the whole where hardly anything else is said. */
export function withoutAsides(said: string, lang: Language): string {
  const left = ASIDES[lang].reduce((rest, aside) => rest.replace(aside, ''), said).trim();
  return left.split(' ').length < LEAST_WORDS ? said : left;
}
