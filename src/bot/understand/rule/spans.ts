import type { Language } from '../../../loyalty';
import { printWhole, readWhole } from './figures';

/** A length of time, in the ways of `sentence.ts`: captures the number and the unit. */
export const SPAN: Record<Language, string> = {
  pt: '{int} (dias?|semanas?|quinzenas?|mes|meses|anos?)(?: corridos)?',
  en: '{int} (days?|dias|weeks?|months?|years?)',
  es: '{int} (dias?|semanas?|quincenas?|mes|meses|anos?)(?: corridos)?',
};

const UNITS: readonly [unit: RegExp, days: number][] = [
  [/^(?:semana|week)/, 7],
  [/^(?:quinz|quinc)/, 15],
  [/^(?:mes|month)/, 30],
  [/^(?:ano|year)/, 365],
];

/** A month said as a length is 30 days, a year 365. */
export const daysOf = ([number, unit = '']: readonly string[]): number =>
  readWhole(number) * (UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1);

const DAY = { pt: 'dia', en: 'day', es: 'día' };

export const printDays = (days: number, lang: Language): string =>
  `${printWhole(days)} ${DAY[lang]}${days === 1 ? '' : 's'}`;
