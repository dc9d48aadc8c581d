import { Zone, type Instant, type Language } from '../../loyalty';

const LOCALES: Record<Language, string> = { pt: 'pt-BR', en: 'en-US', es: 'es-419' };

/** One and many. Zero is written with the plural, which `Intl.PluralRules` does not give in Portuguese. */
const POINTS: Record<Language, readonly [string, string]> = {
  pt: ['ponto', 'pontos'],
  en: ['point', 'points'],
  es: ['punto', 'puntos'],
};

/** Amounts and moments as the reader writes them, the moments on the shop's clock; without no-break spaces. */
export interface Format {
  /** From cents: `R$ 1.234,50`. */
  money: (cents: number) => string;
  points: (quantity: number) => string;
  /** From basis points: `12,5%`. */
  percent: (bps: number) => string;
  /** What there is of each, bold: `*R$ 5,00* e *30 pontos*`; of nothing at all, no cents. */
  amounts: (of: { cashbackCents: number; points: number }) => string;
  /** With its year: `24/11/2026`. */
  day: (at: Instant) => string;
  /** `24/11`. */
  dayAndMonth: (at: Instant) => string;
  /** `14:30`. */
  time: (at: Instant) => string;
  /** The day on which something can still be used that is expired from `expiresAt` on. */
  lastDay: (expiresAt: Instant) => string;
  /** `Stone, Cielo e Rede`. */
  list: (items: readonly string[]) => string;
}

const known = new Map<string, Format>();

/** Throws a RangeError for a zone that does not exist. */
export function formatIn(lang: Language, zone: string): Format {
  const key = `${lang} ${zone}`;
  let format = known.get(key);
  if (format === undefined) known.set(key, (format = makeFormat(lang, Zone.of(zone).name)));
  return format;
}

/** As it is printed on the card and read aloud: `ABCD-1234`. */
export const codeText = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

export const bold = (text: string): string => `*${text}*`;

function makeFormat(lang: Language, timeZone: string): Format {
  const locale = LOCALES[lang];
  const currency = { style: 'currency', currency: 'BRL', currencyDisplay: 'narrowSymbol' } as const;
  const brl = new Intl.NumberFormat(locale, currency);
  const whole = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const month = lang === 'en' ? 'short' : '2-digit';
  const dayOf = lang === 'en' ? 'numeric' : '2-digit';
  const days = new Intl.DateTimeFormat(locale, { timeZone, day: dayOf, month, year: 'numeric' });
  const shortDays = new Intl.DateTimeFormat(locale, { timeZone, day: dayOf, month });
  const hour12 = lang === 'en';
  const times = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: hour12 ? 'numeric' : '2-digit',
    minute: '2-digit',
    hourCycle: hour12 ? 'h12' : 'h23',
  });
  const money = (cents: number): string => plainSpaces(brl.format(cents / 100));
  const points = (quantity: number): string =>
    `${plainSpaces(whole.format(quantity))} ${POINTS[lang][Math.abs(quantity) === 1 ? 0 : 1]}`;
  return {
    money,
    points,
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
    list: (items) => lists.format(items),
  };
}

function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
