import type { Language } from '../../../loyalty';
import { LOCALES } from '../../locales';

const inEach = (options: Intl.NumberFormatOptions): Record<Language, Intl.NumberFormat> => ({
  pt: new Intl.NumberFormat(LOCALES.pt, options),
  en: new Intl.NumberFormat(LOCALES.en, options),
  es: new Intl.NumberFormat(LOCALES.es, options),
});
const MONEY = inEach({ minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'always' });
const HUNDREDTHS = inEach({ maximumFractionDigits: 2, useGrouping: false });

/** `R$ 1.234,50`: always with its cents, so that it can be read in one way only. */
export const printMoney = (cents: number, lang: Language): string => `R$ ${MONEY[lang].format(cents / 100)}`;

/** A number of hundredths without needless zeros: `7,5`. */
export const printHundredths = (hundredths: number, lang: Language): string =>
  HUNDREDTHS[lang].format(hundredths / 100);

/** Points and days: without grouping. */
export const printWhole = (whole: number): string => String(whole);

/** A whole number, its thousands grouped or not. */
export const readWhole = (written: string | undefined): number =>
  Number((written ?? '').replaceAll(/[.,]/g, ''));

/** A decimal, in hundredths; not whole where it has more than two decimals. */
export function readHundredths(written: string | undefined): number {
  const [whole = '0', fraction = ''] = (written ?? '').split(/[.,]/);
  return Number(`${whole}${fraction.padEnd(2, '0')}`) / 10 ** Math.max(0, fraction.length - 2);
}

/** `a, b or c`. */
export function printList(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}
