import type { Language } from '../../../loyalty';
import { parseAmount } from './amounts';

type Context = { lang: Language };
type Words = Record<Language, readonly string[]>;

const EXACTLY: Words = {
  pt: ['para', 'com', 'em'],
  en: ['to', 'at'],
  es: ['en', 'con', 'a'],
};
const EMPTIED: Words = {
  pt: ['zera', 'zerar', 'zere'],
  en: ['zero', 'zero out', 'clear'],
  es: ['pon en cero', 'vacia'],
};
const POINTS: Words = { pt: ['pontos'], en: ['points'], es: ['puntos'] };
const CASHBACK: Words = {
  pt: ['saldo', 'cashback'],
  en: ['balance', 'cashback'],
  es: ['saldo', 'cashback'],
};

const fixed = <Value extends true | 0, Fills extends 'exact' | 'points' | 'amount_cents'>(
  longest: number,
  fills: Fills,
  samples: Words,
  value: Value,
) => ({
  longest,
  fills,
  samples,
  read: (words: string, { lang }: Context): Value | null => (samples[lang].includes(words) ? value : null),
});

/** What leads to what a balance is to be, and what is taken from one: `tira 5` is five less. */
export const ADJUSTING = {
  exactly: fixed(1, 'exact', EXACTLY, true),
  emptied: fixed(3, 'exact', EMPTIED, true),
  no_points: fixed(1, 'points', POINTS, 0),
  no_cents: fixed(1, 'amount_cents', CASHBACK, 0),
  taken_cents: {
    longest: 8,
    fills: 'amount_cents' as const,
    samples: { pt: ['5', 'dez reais'], en: ['5', 'ten reais'], es: ['5', 'diez reales'] },
    read: (words: string, { lang }: Context): number | 'unclear' | null => {
      const amount = parseAmount(words, lang);
      if (amount === 'ambiguous') return 'unclear';
      return amount === null || amount < 0 ? null : -amount;
    },
  },
  taken_points: {
    longest: 1,
    fills: 'points' as const,
    samples: { pt: ['50'], en: ['50'], es: ['50'] },
    read: (words: string): number | null => {
      const digits = words.replaceAll('.', '');
      return /^[1-9]\d{0,6}$/.test(digits) ? -Number(digits) : null;
    },
  },
};
