import { LANGUAGES, type Language } from '../../../loyalty';
import { plain } from '../normalise';
import { numeralAt } from './numerals';

const SIGN = '(?:r\\$|rs|brl|\\$)';
const UNIT =
  '(?:reais|real|reales|contos?|pilas?|paus?|mangos?|lucas?|pratas?|dinheiros?|brl|r\\$|bucks?|quid)';
const CENTS = '(?:centavos?|cents?)';
const JOIN = '(?:e|y|and|com|con|with)';
const WHOLE_AMOUNT = new RegExp(
  `^${SIGN}?\\s*(\\d[\\d.,]*)(?:\\s*${UNIT}(?:\\s+${JOIN}\\s+(\\d{1,2})(?:\\s+${CENTS})?)?)?$`,
);
/** As it is spoken: `52 e 90`. */
const SPOKEN = new RegExp(`^${SIGN}?\\s*(\\d{1,6}) (?:e|y|and) (\\d{2})$`);
const EITHER = /^(.+?) (?:ou|or|o|u) (.+)$/;
const CENTS_ALONE = new RegExp(`^(\\d{1,2})\\s*${CENTS}$`);
/**
 * An amount of money as people write it, in cents: `50`, `50,00`, `1.234,56`, `1,234.56`, `R$ 50`, `50 reais`, `50.5`,
 * `cinquenta reais`. `ambiguous` where it can be read in two ways (`1.234`, `1,234`); null where it is no amount.
 * Number words are those of `lang`, or of any language where none is given.
 */
export function parseAmount(text: string, lang?: Language): number | 'ambiguous' | null {
  const written = plain(text)
    .trim()
    .replace(/[.!?;,\s]+$/, '');
  const amount = inDigits(written);
  if (amount !== null) return amount;
  for (const one of lang === undefined ? LANGUAGES : [lang]) {
    const digits = wordsToDigits(written, one);
    if (digits === written) continue;
    const inWords = inDigits(digits);
    if (inWords !== null) return inWords;
  }
  return null;
}

function inDigits(written: string): number | 'ambiguous' | null {
  const cents = CENTS_ALONE.exec(written)?.[1];
  if (cents !== undefined) return Number(cents);
  const [, whole, part] = SPOKEN.exec(written) ?? [];
  if (whole !== undefined && part !== undefined) return hundredths(whole, part);
  const [, number, more] = WHOLE_AMOUNT.exec(written) ?? [];
  if (number === undefined) return null;
  const amount = parseDecimal(number);
  if (more === undefined || amount === null || amount === 'ambiguous') return amount;
  return amount % 100 === 0 ? amount + Number(more) : null;
}

/** The two amounts of `20 ou 30`, in cents; null where they are not two. */
export function parseEither(text: string, lang?: Language): readonly [number, number] | null {
  const [, first, second] = EITHER.exec(plain(text).trim()) ?? [];
  if (first === undefined || second === undefined) return null;
  const [one, other] = [parseAmount(first, lang), parseAmount(second, lang)];
  return typeof one === 'number' && typeof other === 'number' ? [one, other] : null;
}

/**
 * A number with at most two decimals, in hundredths, whichever of point and comma separates them. A single separator
 * before exactly three digits is `ambiguous`; null where it is no number.
 */
export function parseDecimal(written: string): number | 'ambiguous' | null {
  if (!/^\d{1,12}$|^\d[\d.,]{0,15}\d$/.test(written)) return null;
  if (/^\d+$/.test(written)) return written.length > 12 ? null : Number(written) * 100;
  const [, whole, fraction] = /^(\d+)[.,](\d{1,2})$/.exec(written) ?? [];
  if (whole !== undefined && fraction !== undefined) return hundredths(whole, fraction);
  if (/^\d{1,3}[.,]\d{3}$/.test(written)) return written.startsWith('0') ? null : 'ambiguous';
  const [, grouped, , decimals = ''] =
    /^([1-9]\d{0,2}(?:\.\d{3})+)(,(\d{1,2}))?$/.exec(written) ??
    /^([1-9]\d{0,2}(?:,\d{3})+)(\.(\d{1,2}))?$/.exec(written) ??
    [];
  return grouped === undefined ? null : hundredths(grouped.replaceAll(/[.,]/g, ''), decimals);
}

function hundredths(whole: string, fraction: string): number | null {
  return whole.length > 12 ? null : Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** Number words become digits; `2 mil` becomes 2000. */
export function wordsToDigits(text: string, lang: Language): string {
  const words = text.split(/\s+/);
  const out: string[] = [];
  for (let i = 0; i < words.length;) {
    const numeral = numeralAt(words, i, lang);
    const before = out.at(-1) ?? '';
    const thousands = numeral !== null && numeral.value >= 1000 && /^(?:mil|thousand)$/.test(words[i] ?? '');
    if (numeral === null) out.push(words[i] ?? '');
    else if (thousands && /^\d{1,3}$/.test(before))
      out[out.length - 1] = String(Number(before) * 1000 + (numeral.value - 1000));
    else out.push(String(numeral.value));
    i += numeral?.length ?? 1;
  }
  return out.join(' ');
}
