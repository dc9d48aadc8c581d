import { MOST_LAST_DAYS, type Language } from '../../../loyalty';

type Named =
  | 'today'
  | 'yesterday'
  | 'this-week'
  | 'last-week'
  | 'this-month'
  | 'last-month'
  | 'tomorrow'
  | 'next-week'
  | 'next-month';

const NAMED: Record<Language, Record<Named, readonly string[]>> = {
  pt: {
    today: ['hoje'],
    yesterday: ['ontem'],
    'this-week': ['semana', 'esta semana', 'essa semana', 'nesta semana', 'semana atual'],
    'last-week': ['semana passada', 'ultima semana', 'semana anterior'],
    'this-month': ['mes', 'este mes', 'esse mes', 'neste mes', 'mes atual'],
    'last-month': ['mes passado', 'ultimo mes', 'mes anterior'],
    tomorrow: ['amanha'],
    'next-week': ['semana que vem', 'proxima semana'],
    'next-month': ['mes que vem', 'proximo mes'],
  },
  en: {
    today: ['today'],
    yesterday: ['yesterday'],
    'this-week': ['week', 'this week', 'current week'],
    'last-week': ['last week', 'previous week'],
    'this-month': ['month', 'this month', 'current month'],
    'last-month': ['last month', 'previous month'],
    tomorrow: ['tomorrow'],
    'next-week': ['next week'],
    'next-month': ['next month'],
  },
  es: {
    today: ['hoy'],
    yesterday: ['ayer'],
    'this-week': ['semana', 'esta semana', 'semana actual'],
    'last-week': ['semana pasada', 'ultima semana', 'semana anterior'],
    'this-month': ['mes', 'este mes', 'mes actual'],
    'last-month': ['mes pasado', 'ultimo mes', 'mes anterior'],
    tomorrow: ['manana'],
    'next-week': ['proxima semana', 'semana que viene'],
    'next-month': ['proximo mes', 'mes que viene'],
  },
};

/** This year, and the one before. */
const YEARS: Record<Language, readonly [readonly string[], readonly string[]]> = {
  pt: [
    ['ano', 'este ano', 'esse ano', 'neste ano', 'ano atual'],
    ['ano passado', 'ultimo ano', 'ano anterior'],
  ],
  en: [
    ['year', 'this year', 'current year'],
    ['last year', 'previous year'],
  ],
  es: [
    ['ano', 'este ano', 'ano actual'],
    ['ano pasado', 'ultimo ano', 'ano anterior'],
  ],
};

const LAST_DAYS: Record<Language, RegExp> = {
  pt: /^ultim[oa]s (\d{1,3}) dias$/,
  en: /^(?:last|past) (\d{1,3}) days$/,
  es: /^ultimos (\d{1,3}) dias$/,
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
 * `2026-10`, `2025`, `ano passado`, `últimos 7 dias`, `05/11`, `01/10 a 15/10`. Of a month or a day without its year the last that has
 * begun. Null where it is none.
 */
export function readPeriod(words: string, lang: Language, today: string): string | null {
  // `yesterday's`, without its apostrophe.
  const owned =
    lang === 'en' && /[a-z]{3}s$/.test(words) ? readPeriod(words.slice(0, -1), lang, today) : null;
  if (owned !== null) return owned;
  for (const [name, says] of Object.entries(NAMED[lang])) if (says.includes(words)) return name;
  const [years, pastYears] = YEARS[lang];
  if (years.includes(words)) return today.slice(0, 4);
  if (pastYears.includes(words)) return String(Number(today.slice(0, 4)) - 1);
  const days = Number(LAST_DAYS[lang].exec(words)?.[1] ?? 0);
  if (days > 0) return days <= MOST_LAST_DAYS ? `last-${days}-days` : null;
  if (/^20\d{2}$/.test(words)) return words;
  const dated = readDates(words, today);
  if (dated !== null) return dated;
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

/** `05/11`, `05/11/2026`, or from one to another. */
function readDates(words: string, today: string): string | null {
  const [, from = '', to] =
    /^(\d{1,2}\/\d{1,2}(?:\/\d{4})?)(?: (?:a|ate|ao|to|until|al|hasta|-) (\d{1,2}\/\d{1,2}(?:\/\d{4})?))?$/.exec(
      words,
    ) ?? [];
  const last = dateOf(to ?? from, today);
  const first = dateOf(from, last ?? today);
  if (first === null || last === null || first > last) return null;
  return to === undefined ? first : `${first}..${last}`;
}

/** Without its year the last that has begun by then. */
function dateOf(words: string, by: string): string | null {
  const [, day = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(words) ?? [];
  const ofYear = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const begun = ofYear <= by.slice(5) ? Number(by.slice(0, 4)) : Number(by.slice(0, 4)) - 1;
  const date = `${year ?? begun}-${ofYear}`;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date;
}
