import type { Language } from '../../../loyalty';
import { wordsToDigits } from './amounts';

const NAMED: Record<string, string> = {
  'meio dia': '12:00',
  noon: '12:00',
  midday: '12:00',
  mediodia: '12:00',
  'meia noite': '24:00',
  midnight: '24:00',
  medianoche: '24:00',
};

const CLOCK = /^(\d{1,2})(?:(?::|h ?)(\d{2})| ?(?:h|hs|hora|horas|hour|hours|o clock))? ?(am|pm)?$/;

const PART_OF_DAY =
  /^(.+?)(?: (?:da|de la|de|in the|at))? (?:(manha|madrugada|manana|morning)|tarde|noite|noche|afternoon|evening|night)$/;

/**
 * A time of day, from normalised words: `9h`, `9h30`, `20 horas`, `8 pm`, `nove e meia da noite`, as `HH:MM`; 24:00 is the
 * day's end.
 */
export function clockNamed(words: string, { lang }: { lang: Language }): string | null {
  const [, time = words, morning] = PART_OF_DAY.exec(words) ?? [];
  const clock = clockIn(
    wordsToDigits(time.replace(/ (?:e meia|y media)$/, ' :30'), lang).replace(/ :30$/, ':30'),
  );
  return clock === null || time === words || morning !== undefined || clock >= '12:00'
    ? clock
    : `${Number(clock.slice(0, 2)) + 12}${clock.slice(2)}`;
}

function clockIn(words: string): string | null {
  const named = NAMED[words];
  if (named !== undefined) return named;
  const [, hour, minute = '00', half] = CLOCK.exec(words) ?? [];
  if (hour === undefined) return null;
  const given = Number(hour);
  if (half !== undefined && (given < 1 || given > 12)) return null;
  const hours = half === undefined ? given : (given % 12) + (half === 'pm' ? 12 : 0);
  if (Number(minute) > 59 || hours > 24 || (hours === 24 && minute !== '00')) return null;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
