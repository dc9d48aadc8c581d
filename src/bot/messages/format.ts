import { Zone, type Instant, type Language } from '../../loyalty';
import { LOCALES } from '../locales';

/** One and many. Zero is written with the plural, which `Intl.PluralRules` does not give in Portuguese. */
const POINTS: Record<Language, readonly [string, string]> = {
  pt: ['ponto', 'pontos'],
  en: ['point', 'points'],
  es: ['punto', 'puntos'],
};

const DAYS: Record<Language, readonly [string, string]> = {
  pt: ['dia', 'dias'],
  en: ['day', 'days'],
  es: ['día', 'días'],
};

/** Amounts and moments as the reader writes them, the moments on the shop's clock; without no-break spaces. */
export interface Format {
  /** From cents: `R$ 1.234,50`. */
  money: (cents: number) => string;
  /** As `money`, with what is less than a cent where there is some. */
  exactMoney: (cents: number) => string;
  points: (quantity: number) => string;
  /** `1,5`. */
  number: (value: number) => string;
  /** `30 dias`. */
  days: (count: number) => string;
  /** From basis points: `12,5%`. */
  percent: (bps: number) => string;
  /** What there is of each, bold: `*R$ 5,00* e *30 pontos*`; of nothing at all, no cents. */
  amounts: (of: { cashbackCents: number; points: number }) => string;
  /** With its year: `24/11/2026`. */
  day: (at: Instant) => string;
  /** `24/11`. */
  dayAndMonth: (at: Instant) => string;
  /** `14:30`, in every language. */
  time: (at: Instant) => string;
  /** The day on which something can still be used that is expired from `expiresAt` on. */
  lastDay: (expiresAt: Instant) => string;
  /** A day of the calendar, of a YYYY-MM-DD: `24/11/2026`. */
  date: (date: string) => string;
  /** Of an MM-DD: `24/11`. */
  birthday: (date: string) => string;
  /** `terça-feira`, of an ISO weekday. */
  weekday: (iso: number) => string;
  /** Of the moment's month: `outubro de 2026`. */
  month: (at: Instant) => string;
  /** Of a YYYY-MM: `outubro de 2026`. */
  monthName: (month: string) => string;
  /** `Stone, Cielo e Rede`. */
  list: (items: readonly string[]) => string;
  /** `Stone, Cielo ou Rede`. */
  either: (items: readonly string[]) => string;
}

const known = new Map<string, Format>();

/** Throws a RangeError for a zone that does not exist. */
export function formatIn(lang: Language, zone: string): Format {
  const key = `${lang} ${zone}`;
  let format = known.get(key);
  if (format === undefined) known.set(key, (format = makeFormat(lang, Zone.of(zone).name)));
  return format;
}

/** A number as it is written: `10.000`. */
export function numberIn(lang: Language): (value: number) => string {
  const whole = new Intl.NumberFormat(LOCALES[lang]);
  return (value) => plainSpaces(whole.format(value));
}

/** As it is printed on the card and read aloud: `ABCD-1234`. */
export const codeText = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** As it is written in Brazil, without the country: `11 98888-0001`; another country's as it is. */
export function phoneText(phone: string): string {
  const [, area, prefix, line] = /^\+55(\d\d)(\d{4,5})(\d{4})$/.exec(phone) ?? [];
  return area === undefined ? phone : `${area} ${prefix}-${line}`;
}
/** From minutes of the day: `09:00`. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const bold = (text: string): string => `*${text}*`;

function makeFormat(lang: Language, timeZone: string): Format {
  const locale = LOCALES[lang];
  const currency = { style: 'currency', currency: 'BRL', currencyDisplay: 'narrowSymbol' } as const;
  const brl = new Intl.NumberFormat(locale, currency);
  const exactBrl = new Intl.NumberFormat(locale, { ...currency, maximumFractionDigits: 4 });
  const whole = numberIn(lang);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' });
  const { month, day: dayOf } = partsOf(lang);
  const days = new Intl.DateTimeFormat(locale, { timeZone, day: dayOf, month, year: 'numeric' });
  const shortDays = new Intl.DateTimeFormat(locale, { timeZone, day: dayOf, month });
  const months = new Intl.DateTimeFormat(locale, { timeZone, month: 'long', year: 'numeric' });
  // Also in English: so do the rules, the hours of messages and what the machines print.
  const times = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const money = (cents: number): string => spaced(brl.format(cents / 100));
  const counted = (quantity: number, [one, many]: readonly [string, string]): string =>
    `${whole(quantity)} ${Math.abs(quantity) === 1 ? one : many}`;
  const points = (quantity: number): string => counted(quantity, POINTS[lang]);
  return {
    money,
    exactMoney: (cents) => spaced(exactBrl.format(cents / 100)),
    points,
    number: whole,
    days: (count) => counted(count, DAYS[lang]),
    percent: (bps) => plainSpaces(percents.format(bps / 10_000)),
    amounts: ({ cashbackCents, points: quantity }) => {
      const parts: string[] = [];
      if (cashbackCents !== 0 || quantity === 0) parts.push(bold(money(cashbackCents)));
      if (quantity !== 0) parts.push(bold(points(quantity)));
      return lists.format(parts);
    },
    day: (at) => days.format(at),
    dayAndMonth: (at) => shortDays.format(at),
    time: (at) => plainSpaces(times.format(at)),
    lastDay: (expiresAt) => days.format(expiresAt - 1),
    month: (at) => months.format(at),
    ...calendarIn(lang),
    list: (items) => lists.format(items),
    either: (items) => choices.format(items),
  };
}

const partsOf = (lang: Language) =>
  lang === 'en'
    ? ({ month: 'short', day: 'numeric' } as const)
    : ({ month: '2-digit', day: '2-digit' } as const);

/** Days that are no moments: the same in every zone. */
function calendarIn(lang: Language): Pick<Format, 'date' | 'birthday' | 'weekday' | 'monthName'> {
  const [locale, parts] = [LOCALES[lang], { timeZone: 'UTC', ...partsOf(lang) }];
  const dates = new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric' });
  const birthdays = new Intl.DateTimeFormat(locale, parts);
  const weekdays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' });
  const months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return {
    monthName: (month) => months.format(Date.parse(`${month}-01`)),
    date: (date) => dates.format(Date.parse(date)),
    birthday: (date) => birthdays.format(Date.parse(`2024-${date}`)),
    weekday: (iso) => weekdays.format(Date.UTC(2024, 0, iso)),
  };
}

/** `R$ 50.00`, as it is written in Brazil and in the rules' sentences, also where the language has no space there. */
const spaced = (amount: string): string => plainSpaces(amount).replace(/\$(?=\d)/, '$ ');

function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
