import type { Language } from '../../../loyalty';
import { plain } from '../normalise';
import { placeOf } from '../rule/ordinals';
import { wordsToDigits } from './amounts';

const MONTHS: Record<Language, readonly string[]> = {
  pt: [
    'janeiro',
    'fevereiro',
    'marco',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A birthday as people write it (`3/5`, `03/05/1990`, `3 de maio`, `May 3rd`), as MM-DD; the year is nobody's business.
 * `unclear` where day and month may be either in English, `impossible` where there is no such day (`31/2`). Null where it is none.
 */
export function parseBirthday(text: string, lang: Language): string | null {
  const said = plain(text)
    .replace(/^(?:dia|on|el|el dia|no dia|un|num|em|the)\s+(?=\d|[a-z]+ d[ei]|prim)/, '')
    .replace(/[.,]/g, ' ')
    .trim();
  const numbers = /^(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?$/.exec(said);
  if (numbers !== null) return ofNumbers(Number(numbers[1]), Number(numbers[2]), lang);
  const words = inDigits(said, lang);
  const day = /\b(\d{1,2}|primeiro|first|primero)(?:o|st|nd|rd|th)?\b/.exec(words)?.[1];
  const month = MONTHS[lang].findIndex((name) =>
    new RegExp(`\\b${name.slice(0, 3)}(?:${name.slice(3)})?\\b`).test(words),
  );
  const rest = words
    .replace(/\b(?:de|of|del|the|\d{4}|\d{1,2}(?:o|st|nd|rd|th)?|primeiro|first|primero)\b/g, '')
    .trim();
  if (day === undefined || month < 0 || !/^[a-z]+$/.test(rest)) return null;
  return monthAndDay(month + 1, /^\d/.test(day) ? Number(day) : 1);
}

/** `december twenty fifth`, `veinticinco de diciembre`. */
const inDigits = (said: string, lang: Language): string =>
  wordsToDigits(
    said
      .replaceAll('-', ' ')
      .split(' ')
      .map((word) => String((word !== 'second' && placeOf(word, lang)) || word))
      .join(' '),
    lang,
  ).replace(/\b([2-3]0) ([1-9])\b/, (_, tens: string, ones: string) => String(Number(tens) + Number(ones)));

function ofNumbers(first: number, second: number, lang: Language): string {
  if (lang !== 'en' || first > 12) return monthAndDay(second, first);
  if (second > 12 || first === second) return monthAndDay(first, second);
  return 'unclear';
}

function monthAndDay(month: number, day: number): string {
  if (day < 1 || day > (LONGEST[month - 1] ?? 0)) return 'impossible';
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
