import type { Language } from '../../../loyalty';

const LOCALES: Record<Language, string> = { pt: 'pt-BR', en: 'en-US', es: 'es-419' };

/** `R$ 1.234,50`: always with its cents, so that it can be read in one way only. */
export function printMoney(cents: number, lang: Language): string {
  const options = { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'always' } as const;
  return `R$ ${(cents / 100).toLocaleString(LOCALES[lang], options)}`;
}

/** A number of hundredths without needless zeros: `7,5`. */
export function printHundredths(hundredths: number, lang: Language): string {
  return (hundredths / 100).toLocaleString(LOCALES[lang], { maximumFractionDigits: 2, useGrouping: false });
}

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
