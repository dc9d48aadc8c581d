import type { Language } from '../../loyalty';
import { spelledOut } from './abbreviations';

/** Units that people write against their number: `50reais`, `30dias`. What else follows digits may be a code. */
const UNITS =
  'reais|real|reales|brl|contos?|pila|pilas|paus?|pratas?|bucks?|quid|dias?|days?|pontos?|puntos?|points?|pts?|meses|mes|months?|cents?|centavos';

const PIECES = new RegExp(
  [
    '[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+(?:\\.[a-z0-9-]+)*',
    '[0-9a-z]{4}-[0-9a-z]{4}(?![0-9a-z-])',
    // Not where a code begins so: `rs4x2b7k`.
    `r\\$|\\$|%|rs(?= \\d|\\d+(?:[.,]\\d+)*(?:${UNITS})?(?![0-9a-z]))`,
    // Below nothing: not a dash between two things, nor before a phone.
    '(?<=^|\\s)-(?:r\\$ ?)?\\d+(?:[.,]\\d+)*(?![0-9a-z-])',
    '(?<=[a-z$]\\s)- +(?:r\\$ ?)?\\d{1,4}(?:[.,]\\d+)*(?![0-9a-z:/-]| +9? ?\\d{4})',
    `\\d+(?:[.,]\\d+)*(?=(?:${UNITS})(?![0-9a-z]))`,
    '\\+?\\d+(?:[.,:/-]\\d+)*(?![0-9a-z]|[.,:/-]\\d)',
    '[0-9a-z]+',
  ].join('|'),
  'g',
);

/** What is in its pieces already, as most patterns and phrases are. */
const PLAIN_WORDS = /^ *[a-z][a-z ]*$/;

/** Laughter, and what is hardly a word: `aaaa`, `hmm`. */
const LAUGHTER =
  /^(?:k{2,}|(?:rs)+|(?:h[aeiu]){2,}h?|(?:j[aei]){2,}j?|(?:lo)+l|([a-z])\1{2,}h?|h?[ua]?h?m{2,}|hm)$/;

/** Has no accents, nothing invisible and only one dash. */
const ASCII = /^[\x20-\x7e]*$/;

/** Lower case, without accents and invisible characters, every dash a hyphen; nothing else is changed. */
export function plain(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-');
}

/**
 * What was written, in a form to compare: words, numbers, `r$` and `%` with one space between them. Case, accents,
 * punctuation, emoji and laughter are gone, stretched letters single, chat abbreviations of the language spelled out.
 * Numbers keep their separators (`1.234,56`, `14:30`, `98888-0001`), and codes their dash (`abcd-1234`).
 */
export function normalise(text: string, lang: Language): string {
  if (PLAIN_WORDS.test(text)) return asOne(text.split(' ').map((word) => known(word, lang)));
  const joined = plain(text).replaceAll(/(?<=[a-z0-9]) ?@ ?(?=[a-z0-9-]+\.[a-z])/g, '@');
  const pieces = expandContractions(joined, lang).match(PIECES) ?? [];
  return asOne(
    pieces
      .filter((piece, i) => !LAUGHTER.test(piece) || (piece === 'rs' && /^\d/.test(pieces[i + 1] ?? '')))
      .map((piece) => (piece === '$' || piece === 'rs' ? 'r$' : piece.replace(/^- +/, '-')))
      .map((piece) => (/[\d@-]/.test(piece) ? piece : spelledOut(unstretched(piece, lang), lang))),
  );
}

const asOne = (words: readonly string[]): string =>
  words
    .filter((word) => word !== '')
    .join(' ')
    .replaceAll(/\bcash(?:back)?[ -]back\b/g, 'cashback');

/** What words become, once seen: the phrase book has few words and says them often. */
const seen: Record<Language, Map<string, string>> = { pt: new Map(), en: new Map(), es: new Map() };
const MOST_SEEN = 20_000;

function known(word: string, lang: Language): string {
  const before = seen[lang].get(word);
  if (before !== undefined) return before;
  const now = LAUGHTER.test(word) ? '' : spelledOut(unstretched(word, lang), lang);
  if (seen[lang].size < MOST_SEEN) seen[lang].set(word, now);
  return now;
}

const STRETCHED = /([a-z])\1/;

/** English alone ends words in a doubled vowel. */
function unstretched(word: string, lang: Language): string {
  if (!STRETCHED.test(word)) return word;
  const single = word.replaceAll(/([a-z])\1{2,}/g, '$1');
  return lang === 'en' ? single : single.replace(/([aeiou])\1$/, '$1');
}

/** English alone joins words by an apostrophe that matters; elsewhere it is dropped. */
function expandContractions(text: string, lang: Language): string {
  const straight = text.replaceAll(/[\u2018\u2019\u00b4`]/g, "'");
  if (lang !== 'en') return straight.replaceAll("'", '');
  return straight
    .replaceAll(/(?<=\d)'s\b/g, '')
    .replaceAll(/n't\b/g, ' not')
    .replaceAll(/\bca not\b/g, 'can not')
    .replaceAll(/\b(what|how|it|that|where|who|birthday|name|number|phone|email|cpf)'s\b/g, '$1 is')
    .replaceAll(/\b(\w+)'d\b/g, '$1 would')
    .replaceAll(/\b(\w+)'ll\b/g, '$1 will')
    .replaceAll(/\b(\w+)'ve\b/g, '$1 have')
    .replaceAll(/\bi'm\b/g, 'i am')
    .replaceAll("'", '');
}

/** Phrases written with `/` between them, normalised. */
export function phrasesIn(written: string, lang: Language): string[] {
  return written.split('/').map((phrase) => normalise(phrase, lang));
}

/** The words of something that has a name, as they are compared. */
export const nameWords = (text: string, lang: Language): string[] =>
  normalise(text, lang)
    .split(' ')
    .filter((word) => word !== '');
