import type { Language } from '../../../loyalty';

/** Those that are said in words, without accents. */
const WORDS: Record<Language, readonly (readonly [words: string, number: number])[]> = {
  pt: read(`segund[ao]=2 terceir[ao]=3 quart[ao]=4 quint[ao]=5 sext[ao]=6 setim[ao]=7 oitav[ao]=8 non[ao]=9
    decim[ao]_primeir[ao]=11 decim[ao]_segund[ao]=12 decim[ao]_terceir[ao]=13 decim[ao]_quart[ao]=14 decim[ao]_quint[ao]=15
    decim[ao]_sext[ao]=16 decim[ao]_setim[ao]=17 decim[ao]_oitav[ao]=18 decim[ao]_non[ao]=19 decim[ao]=10 vigesim[ao]=20
    trigesim[ao]=30 quadragesim[ao]=40 quinquagesim[ao]=50 centesim[ao]=100`),
  en: read(`second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12
    thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20
    thirtieth=30 fortieth=40 fiftieth=50 hundredth=100`),
  es: read(`segund[ao]=2 tercer[ao]?=3 cuart[ao]=4 quint[ao]=5 sext[ao]=6 septim[ao]=7 setim[ao]=7 octav[ao]=8 noven[ao]=9
    undecim[ao]=11 duodecim[ao]=12 decim[ao]_primer[ao]?=11 decim[ao]_segund[ao]=12 decim[ao]_tercer[ao]?=13
    decim[ao]_cuart[ao]=14 decim[ao]_quint[ao]=15 decim[ao]=10 vigesim[ao]=20 trigesim[ao]=30 centesim[ao]=100`),
};

const LATIN_ENDING = '(?: (?:a|o|ra|ro|da|do|ta|to|st|nd|rd|th|er|na|va|ma))';

/** After the digits of an ordinal, on their own: `5 a`, `2 nd`, `3 ra`. In English `20 a purchase` is none. */
export const ENDING: Record<Language, string> = {
  pt: LATIN_ENDING,
  en: '(?: (?:st|nd|rd|th))',
  es: LATIN_ENDING,
};

/** In figures or in words; in the ways of `sentence.ts` it captures nothing. */
export const ordinalIn = (lang: Language): string =>
  `(?:(?<!r\\$ )\\d{1,5}${ENDING[lang]}|${WORDS[lang].map(([words]) => words).join('|')})`;

export function placeOf(said: string, lang: Language): number {
  const digits = /^\d+/.exec(said)?.[0];
  if (digits !== undefined) return Number(digits);
  return WORDS[lang].find(([words]) => new RegExp(`^(?:${words})$`).test(said))?.[1] ?? 0;
}

function read(written: string): (readonly [string, number])[] {
  return written
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split('='))
    .map(([words = '', number]) => [words.replaceAll('_', ' '), Number(number)]);
}
