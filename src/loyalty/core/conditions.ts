import type { Conditions } from './rule';
import type { Sale } from './sale';
import type { Miss } from './verdict';
import type { LocalTime, Zone } from './zone';

/** What conditions are judged on: the sale, its qualifying base, and its time on the shop's wall clock. */
export class Situation {
  private wallClock: LocalTime | null = null;

  constructor(
    readonly sale: Sale,
    readonly baseCents: number,
    private readonly zone: Zone,
  ) {}

  /** Worked out where the first condition asks for it: most rules do not. */
  get local(): LocalTime {
    return (this.wallClock ??= this.zone.local(this.sale.occurredAt));
  }
}

/** Null where it holds. */
export type Check = (situation: Situation) => Miss | null;

/** One condition's name and the value the rule gives it, as a check; a rule with a name that is missing here is refused. */
type Compilers = {
  [Name in keyof Conditions]?: (value: Required<Conditions>[Name], all: Conditions) => Check | null;
};

/** In the order in which they are judged: a miss names the first that fails. */
const compilers: Compilers = {
  min_cents:
    (minimum, { min_inclusive: inclusive }) =>
    ({ baseCents }) =>
      baseCents > minimum || (inclusive === true && baseCents === minimum)
        ? null
        : { condition: 'min_cents', wanted: minimum, found: baseCents },
  // A part of min_cents.
  min_inclusive: () => null,
  max_cents:
    (maximum) =>
    ({ baseCents }) =>
      baseCents <= maximum ? null : { condition: 'max_cents', wanted: maximum, found: baseCents },
  dates:
    ([first, last]) =>
    ({ local: { date } }) =>
      date >= first && date <= last ? null : { condition: 'dates', wanted: [first, last], found: date },
  weekdays:
    (days) =>
    ({ local: { weekday } }) =>
      days.includes(weekday) ? null : { condition: 'weekdays', wanted: days, found: weekday },
  hours: ([start, end]) => {
    const [from, until] = [minuteOf(start), minuteOf(end)];
    return ({ local: { minuteOfDay: minute } }) =>
      minute >= from && minute < until
        ? null
        : { condition: 'hours', wanted: [start, end], found: clockOf(minute) };
  },
  payment_methods: (methods) => oneOf('payment_methods', methods, (sale) => sale.method),
  brands: (brands) => oneOf('brands', brands, (sale) => sale.brand),
  terminals: (terminals) => oneOf('terminals', terminals, (sale) => sale.terminal),
  acquirers: (acquirers) => oneOf('acquirers', acquirers, (sale) => sale.acquirer),
  stores: (stores) => oneOf('stores', stores, (sale) => sale.store),
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

/** Without regard to case; what the sale does not say is none of them. */
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
