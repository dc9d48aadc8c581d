import type { Conditions } from './rule';
import type { Sale } from './sale';
import type { Miss } from './verdict';
import type { LocalTime } from './zone';

/** What conditions are judged on: the sale, its qualifying base, and its time on the shop's wall clock. */
export interface Situation {
  sale: Sale;
  baseCents: number;
  local: LocalTime;
}

/** Null where it holds. */
export type Check = (situation: Situation) => Miss | null;

/** One condition's name and the value the rule gives it, as a check; a name that is missing here does not compile. */
type Compilers = {
  [Name in keyof Required<Conditions>]: (value: Required<Conditions>[Name], all: Conditions) => Check | null;
};

const compilers: Compilers = {
  min_cents:
    (minimum, { min_inclusive: inclusive }) =>
    (situation) =>
      situation.baseCents > minimum || (inclusive === true && situation.baseCents === minimum)
        ? null
        : { condition: 'min_cents', wanted: minimum, found: situation.baseCents },
  // A part of min_cents.
  min_inclusive: () => null,
  max_cents: (maximum) => (situation) =>
    situation.baseCents <= maximum
      ? null
      : { condition: 'max_cents', wanted: maximum, found: situation.baseCents },
  weekdays: (days) => (situation) =>
    days.includes(situation.local.weekday)
      ? null
      : { condition: 'weekdays', wanted: days, found: situation.local.weekday },
  hours: ([start, end]) => {
    const [from, until] = [minuteOf(start), minuteOf(end)];
    return ({ local: { minuteOfDay: minute } }) =>
      minute >= from && minute < until
        ? null
        : { condition: 'hours', wanted: [start, end], found: clockOf(minute) };
  },
  dates:
    ([first, last]) =>
    (situation) =>
      situation.local.date >= first && situation.local.date <= last
        ? null
        : { condition: 'dates', wanted: [first, last], found: situation.local.date },
  payment_methods: (methods) => oneOf('payment_methods', methods, (sale) => sale.method),
  brands: (brands) => oneOf('brands', brands, (sale) => sale.brand),
  terminals: (terminals) => oneOf('terminals', terminals, (sale) => sale.terminal),
  acquirers: (acquirers) => oneOf('acquirers', acquirers, (sale) => sale.acquirer),
  stores: (stores) => oneOf('stores', stores, (sale) => sale.store),
};

/** The checks of a rule's conditions, in the order in which they are written. */
export function compileConditions(conditions: Conditions): Check[] {
  return Object.keys(conditions).flatMap((name) => compileOne(name as keyof Conditions, conditions) ?? []);
}

function compileOne<Name extends keyof Conditions>(name: Name, all: Conditions): Check | null {
  const value = all[name];
  return value === undefined ? null : compilers[name](value as Required<Conditions>[Name], all);
}

function oneOf(condition: string, wanted: readonly string[], read: (sale: Sale) => string | null): Check {
  const accepted = new Set(wanted.map((name) => name.toLowerCase()));
  return ({ sale }) => {
    const found = read(sale);
    return found !== null && accepted.has(found.toLowerCase()) ? null : { condition, wanted, found };
  };
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
