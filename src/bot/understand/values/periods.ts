import type { Language } from '../../../loyalty';

type Named = 'today' | 'yesterday' | 'this-week' | 'last-week' | 'this-month' | 'last-month';

const NAMED: Record<Language, Record<Named, readonly string[]>> = {
  pt: {
    today: ['hoje'],
    yesterday: ['ontem'],
    'this-week': ['semana', 'esta semana', 'essa semana', 'nesta semana', 'semana atual'],
    'last-week': ['semana passada', 'ultima semana', 'semana anterior'],
    'this-month': ['mes', 'este mes', 'esse mes', 'neste mes', 'mes atual'],
    'last-month': ['mes passado', 'ultimo mes', 'mes anterior'],
  },
  en: {
    today: ['today'],
    yesterday: ['yesterday'],
    'this-week': ['week', 'this week', 'current week'],
    'last-week': ['last week', 'previous week'],
    'this-month': ['month', 'this month', 'current month'],
    'last-month': ['last month', 'previous month'],
  },
  es: {
    today: ['hoy'],
    yesterday: ['ayer'],
    'this-week': ['semana', 'esta semana', 'semana actual'],
    'last-week': ['semana pasada', 'ultima semana', 'semana anterior'],
    'this-month': ['mes', 'este mes', 'mes actual'],
    'last-month': ['mes pasado', 'ultimo mes', 'mes anterior'],
  },
};

export const MONTH_NAMES: Record<Language, readonly string[]> = {
  pt: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
  en: 'january february march april may june july august september october november december'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

export const periodSamples = (lang: Language): string[] => [
  ...Object.values(NAMED[lang]).flat(),
  ...MONTH_NAMES[lang],
];

/**
 * A period as people say it, by its name in the product: `ontem`, `semana passada`, `outubro`, `outubro de 2025`, `10/2026`,
 * `2026-10`. Of a month without its year the last that has begun. Null where it is none.
 */
export function readPeriod(words: string, lang: Language, today: string): string | null {
  // `yesterday's`, without its apostrophe.
  if (lang === 'en' && /[a-z]{3}s$/.test(words)) return readPeriod(words.slice(0, -1), lang, today);
  for (const [name, says] of Object.entries(NAMED[lang])) if (says.includes(words)) return name;
  const numeric = /^(?:(\d{4})[-/](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])\/(\d{4}))$/.exec(words);
  if (numeric !== null)
    return `${numeric[1] ?? numeric[4]}-${(numeric[2] ?? numeric[3] ?? '').padStart(2, '0')}`;
  const said = /^([a-z]+)(?: (?:de|of|del)?\s?(\d{4}))?$/.exec(words);
  const index = MONTH_NAMES[lang].indexOf(said?.[1] ?? '');
  if (said === null || index < 0) return null;
  const month = String(index + 1).padStart(2, '0');
  const thisYear = today.slice(0, 4);
  const begun = `${thisYear}-${month}` <= today.slice(0, 7) ? thisYear : String(Number(thisYear) - 1);
  return `${said[2] ?? begun}-${month}`;
}
