import type { Conditions, Miss } from '../../loyalty';
import type { Messages } from './catalogue';
import type { Words } from './explain';

type Texts = Messages['reasons']['miss'];
type MissText = (say: Texts, wanted: readonly string[], found: string | null, words: Words) => string;

/** Of a condition that takes one of several, and may not be known of a sale. */
const oneOf =
  (
    name: keyof Pick<
      Texts,
      'payment' | 'brand' | 'terminal' | 'acquirer' | 'store' | 'labels' | 'included' | 'excluded'
    >,
  ): MissText =>
  (say, wanted, found, { format }) =>
    say[name](format.either(wanted), found);

/** Hours over midnight are of the day on which they began, which may not be that of the sale. */
const ofNight = ({ rule, say }: Words): string => {
  const [start = '', end = ''] = rule.conditions?.hours ?? [];
  return start > end ? ` ${say.miss.night(end)}` : '';
};

/** By the condition that failed; `base` is what every rule asks for. One that is missing here does not compile. */
const texts: Record<Exclude<keyof Conditions, 'min_inclusive'> | 'base', MissText> = {
  base: (say) => say.base,
  min_cents: (say, [wanted = ''], found, { rule }) =>
    say[rule.conditions?.min_inclusive === true ? 'atLeast' : 'above'](wanted, found ?? ''),
  max_cents: (say, [wanted = ''], found) => say.atMost(wanted, found ?? ''),
  dates: (say, [first = '', last = ''], found, words) => say.dates(first, last, found ?? '') + ofNight(words),
  weekdays: (say, wanted, found, words) =>
    say.weekdays(words.format.either(wanted), found ?? '') + ofNight(words),
  hours: (say, [start = '', end = ''], found) => say.hours(start, end, found ?? ''),
  payment_methods: oneOf('payment'),
  brands: oneOf('brand'),
  terminals: oneOf('terminal'),
  acquirers: oneOf('acquirer'),
  stores: oneOf('store'),
  include_skus: oneOf('included'),
  include_categories: oneOf('included'),
  exclude_skus: oneOf('excluded'),
  exclude_categories: oneOf('excluded'),
  first_purchase: (say, _, found) => say.first(found ?? ''),
  nth_purchase: (say, [wanted = ''], found) => say.nth(wanted, found ?? ''),
  birthday: (say, [span], found, words) =>
    say.birthday[span === 'week' || span === 'month' ? span : 'day'](found) + ofNight(words),
  tier: (say, [wanted = ''], found) => say.tier(wanted, found),
  inactive_days: (say, [wanted = ''], found) => say.away(wanted, found),
  labels: oneOf('labels'),
};

/** Throws a RangeError for a condition that is not known. */
export function missText({ condition, wanted, found }: Miss, words: Words): string {
  if (!Object.hasOwn(texts, condition)) throw new RangeError(`${condition} is no condition`);
  const text = texts[condition as keyof typeof texts];
  const values = typeof wanted === 'object' ? wanted : [wanted];
  return text(
    words.say.miss,
    values.map((value) => valueText(condition, value, words)),
    found === null ? null : valueText(condition, found, words),
    words,
  );
}

/** A value as its condition's readers write it. */
function valueText(condition: string, value: string | number, { say, format }: Words): string {
  const text = String(value);
  switch (condition) {
    case 'min_cents':
    case 'max_cents':
      return format.money(Number(value));
    case 'dates':
      return format.date(text);
    case 'weekdays':
      return format.weekday(Number(value));
    case 'inactive_days':
      return format.days(Number(value));
    case 'birthday':
      return /^\d\d-\d\d$/.test(text) ? format.birthday(text) : text;
    case 'payment_methods':
      return Object.hasOwn(say.method, text) ? say.method[text as keyof typeof say.method] : text;
    default:
      return text;
  }
}
