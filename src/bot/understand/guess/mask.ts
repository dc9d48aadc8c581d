import type { Language } from '../../../loyalty';
import { normalise } from '../normalise';
import { numeralAt } from '../values/numerals';
import { slots, type SlotContext } from '../values/slots';

/** Signs that stand for what is different in every sentence, so that the words around them decide. */
export const SIGNS = { code: '@', phone: '~', email: '&', figure: '#' } as const;
export type Sign = (typeof SIGNS)[keyof typeof SIGNS];

/** What a phrase's slots are in the book; free words are left out. */
export const SIGN_OF: Readonly<Record<string, string>> = {
  code: '@',
  phone: '~',
  email: '&',
  name: '',
  reason: '',
  link: '',
};

/** A part of a sentence that has a sign: its words and where they begin. */
export interface Figure {
  sign: Sign;
  said: string;
  at: number;
  length: number;
}

export interface Masked {
  text: string;
  figures: readonly Figure[];
}

/** Words with codes, phones and numbers replaced by their signs. */
export function mask(words: readonly string[], context: SlotContext): Masked {
  const out: string[] = [];
  const figures: Figure[] = [];
  for (let at = 0; at < words.length;) {
    const figure = figureAt(words, at, context);
    out.push(figure?.sign ?? words[at] ?? '');
    if (figure !== null) figures.push(figure);
    at += figure?.length ?? 1;
  }
  return { text: out.join(' '), figures };
}

/** A phrase of the book, which has its slots in braces. */
export function maskedPhrase(phrase: string, lang: Language): string {
  if (!phrase.includes('{')) return normalise(phrase, lang);
  return phrase
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 0 ? normalise(part, lang) : (SIGN_OF[part] ?? SIGNS.figure)))
    .filter((part) => part !== '')
    .join(' ');
}

function figureAt(words: readonly string[], at: number, context: SlotContext): Figure | null {
  if (words[at]?.includes('@') === true) return { sign: SIGNS.email, said: words[at], at, length: 1 };
  for (const [name, sign] of NAMED) {
    const { longest, read } = slots[name];
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const said = words.slice(at, at + length).join(' ');
      const value = MAY_BE.test(said) ? read(said, context) : null;
      if (value !== null && value !== 'unclear') return { sign, said, at, length };
    }
  }
  if (/\d/.test(words[at] ?? '')) return { sign: SIGNS.figure, said: words[at] ?? '', at, length: 1 };
  const numeral = numeralAt(words, at, context.lang);
  if (numeral === null || numeral.value < LEAST_NUMERAL || words[at] === 'meia') return null;
  const said = words.slice(at, at + numeral.length).join(' ');
  return { sign: SIGNS.figure, said, at, length: numeral.length };
}

const NAMED = [
  ['code', SIGNS.code],
  ['phone', SIGNS.phone],
  ['amount_cents', SIGNS.figure],
] as const;

/** Number words alone are too often something else (`um`, `dos`). */
const MAY_BE = /\d|\b(?:reais|reales|contos?|pilas?|paus|pratas?|bucks|quid)\b/;
const LEAST_NUMERAL = 5;
