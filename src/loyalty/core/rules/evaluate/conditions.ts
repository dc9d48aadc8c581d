import { dateOf, dayNumberOf, minuteOf, weekdayOf } from '../../time/calendar';
import { folded, storeKey } from '../../people/names';
import type { Conditions } from '../rule';
import { storeNames, type Sale } from '../../sales/sale';
import type { Miss } from '../verdict';
import { customerConditions } from './customer-conditions';
import { dayWithin } from './night';
import type { Situation } from './situation';

/** Null where it holds. `baseCents` is the qualifying base of the rule whose condition it is. */
export type Check = (situation: Situation, baseCents: number) => Miss | null;

/** One condition's name and the value the rule gives it, as a check; a name that is missing here does not compile. */
export type Compilers<Name extends keyof Conditions = keyof Conditions> = {
  [Key in Name]-?: (value: Required<Conditions>[Key], all: Conditions) => Check | null;
};

/** It is a part of another condition, or of the rule's qualifying base (items.ts). */
const elsewhere = (): null => null;

/** In the order in which they are judged: a miss names the first that fails. */
const compilers: Compilers = {
  min_cents:
    (minimum, { min_inclusive: inclusive }) =>
    (_, baseCents) =>
      baseCents > minimum || (inclusive === true && baseCents === minimum)
        ? null
        : { condition: 'min_cents', wanted: minimum, found: baseCents },
  min_inclusive: elsewhere,
  max_cents: (maximum) => (_, baseCents) =>
    baseCents <= maximum ? null : { condition: 'max_cents', wanted: maximum, found: baseCents },
  dates: ([first, last], { hours }) => {
    const [from, until] = [dayNumberOf(first), dayNumberOf(last)];
    const dayOf = dayWithin(hours);
    return (situation) => {
      const day = dayOf(situation);
      return day >= from && day <= until
        ? null
        : { condition: 'dates', wanted: [first, last], found: dateOf(day) };
    };
  },
  weekdays: (days, { hours }) => {
    const dayOf = dayWithin(hours);
    return (situation) => {
      const weekday = weekdayOf(dayOf(situation));
      return days.includes(weekday) ? null : { condition: 'weekdays', wanted: days, found: weekday };
    };
  },
  hours: ([start, end]) => {
    const [from, until] = [minuteOf(start), minuteOf(end)];
    const isNight = from > until;
    return ({ minuteOfDay: minute }) =>
      (isNight ? minute >= from || minute < until : minute >= from && minute < until)
        ? null
        : { condition: 'hours', wanted: [start, end], found: clockOf(minute) };
  },
  payment_methods: (methods) => oneOf('payment_methods', methods, (sale) => sale.method),
  brands: (brands) => oneOf('brands', brands, (sale) => sale.brand),
  terminals: (terminals) => oneOf('terminals', terminals, (sale) => sale.terminal),
  acquirers: (acquirers) => oneOf('acquirers', acquirers, (sale) => sale.acquirer),
  stores: (stores) => {
    const accepted = new Set(stores.map(storeKey));
    return ({ sale }) =>
      storeNames(sale).some((name) => accepted.has(storeKey(name)))
        ? null
        : { condition: 'stores', wanted: stores, found: sale.storeName ?? sale.store };
  },
  ...customerConditions,
  include_skus: elsewhere,
  exclude_skus: elsewhere,
  include_categories: elsewhere,
  exclude_categories: elsewhere,
};

const NAMES = Object.keys(compilers) as (keyof Conditions)[];

/**
 * The checks of a rule's conditions, in one order however the rule was written or stored. Throws a RangeError for a
 * condition that is not known, so that none is silently left out.
 */
export function compileConditions(conditions: Conditions): Check[] {
  for (const name of Object.keys(conditions))
    if (!Object.hasOwn(compilers, name)) throw new RangeError(`${name} is no condition`);
  return NAMES.flatMap((name) => compileOne(name, conditions) ?? []);
}

function compileOne(name: keyof Conditions, all: Conditions): Check | null {
  const compile = compilers[name] as (value: unknown, all: Conditions) => Check | null;
  return all[name] === undefined ? null : compile(all[name], all);
}

/** What the sale does not say is none of them. */
function oneOf(condition: string, wanted: readonly string[], read: (sale: Sale) => string | null): Check {
  const accepted = new Set(wanted.map(folded));
  return ({ sale }) => {
    const found = read(sale);
    return found !== null && accepted.has(folded(found)) ? null : { condition, wanted, found };
  };
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
