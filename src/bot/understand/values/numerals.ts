import type { Language } from '../../../loyalty';

/** Number words below a thousand, and `and`, without accents. */
const WRITTEN: Record<Language, { words: string; and: string; thousand: string }> = {
  pt: {
    words: `um=1 uma=1 dois=2 duas=2 tres=3 quatro=4 cinco=5 seis=6 meia=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13
      quatorze=14 catorze=14 quinze=15 dezesseis=16 dezessete=17 dezoito=18 dezenove=19 vinte=20 trinta=30 quarenta=40
      cinquenta=50 cincoenta=50 cinquentinha=50 cinquentao=50 dezinho=10 dezao=10 vintinho=20 vintao=20 trintinha=30 cenzinho=100 cemzinho=100 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200 duzentas=200
      trezentos=300 quatrocentos=400 quinhentos=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900`,
    and: 'e',
    thousand: 'mil',
  },
  en: {
    words: `one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
      fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60
      seventy=70 eighty=80 ninety=90 hundred=100`,
    and: 'and',
    thousand: 'thousand',
  },
  es: {
    words: `un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13
      catorce=14 quince=15 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintidos=22
      veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30
      cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200
      trescientos=300 cuatrocientos=400 quinientos=500 seiscientos=600 setecientos=700 ochocientos=800 novecientos=900`,
    and: 'y',
    thousand: 'mil',
  },
};

const VALUES: Record<Language, ReadonlyMap<string, number>> = {
  pt: read(WRITTEN.pt.words),
  en: read(WRITTEN.en.words),
  es: read(WRITTEN.es.words),
};

function read(words: string): ReadonlyMap<string, number> {
  const entries = words.split(/\s+/).map((entry) => entry.split('='));
  return new Map(entries.map(([word = '', value]) => [word, Number(value)]));
}

/** What a number word may follow: each part must be smaller than the last one's step, so "vinte trinta" is no number. */
interface Part {
  value: number;
  /** The next part must be below it. */
  room: number;
}

/**
 * The whole number that begins at a word, in words, and how many words it takes: `cento e vinte` is 120 in three.
 * Up to 999,999. Null where none begins.
 */
export function numeralAt(
  words: readonly string[],
  start: number,
  lang: Language,
): { value: number; length: number } | null {
  const { and, thousand } = WRITTEN[lang];
  let end = start;
  let total = 0;
  let part: Part = { value: 0, room: Infinity };
  for (let i = start; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === and && i > start) continue;
    const next: Part | null =
      word === thousand
        ? thousandOf(part, total)
        : extend(part, VALUES[lang].get(word), lang === 'en' && word === 'hundred');
    if (next === null) break;
    if (word === thousand) total = next.value;
    part = word === thousand ? { value: 0, room: 1000 } : next;
    end = i + 1;
  }
  return end === start ? null : { value: total + part.value, length: end - start };
}

function thousandOf({ value }: Part, total: number): Part | null {
  return total > 0 ? null : { value: Math.max(1, value) * 1000, room: 1000 };
}

function extend({ value, room }: Part, word: number | undefined, multiplies: boolean): Part | null {
  if (word === undefined) return null;
  if (multiplies) return value > 9 ? null : { value: Math.max(1, value) * 100, room: 100 };
  if (word >= room) return null;
  return { value: value + word, room: word >= 100 ? 100 : word >= 20 && word % 10 === 0 ? 10 : 1 };
}
