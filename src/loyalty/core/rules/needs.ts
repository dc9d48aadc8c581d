import type { Conditions, Limits, ProgramVersion, Rule } from './rule';

/** What a program version has to know of a customer and of other sales; whatever it does not need nobody has to load. */
export interface Needs {
  purchases: boolean;
  lastPurchase: boolean;
  tier: boolean;
  birthday: boolean;
  labels: boolean;
  /** Of the sale itself. */
  items: boolean;
  /** Indexes of the rules that count: stamps, their Nth purchases, what they gave in a period, what they gave of a budget. */
  stamps: number[];
  nths: number[];
  periods: { day: number[]; week: number[]; month: number[] };
  budgets: number[];
  /** After how many days from the customer's last purchase what its rules give expires. */
  rollingDays: number[];
}

/** Of versions seen before: each sale asks. */
const known = new WeakMap<ProgramVersion, Needs>();

export function needsOf(version: ProgramVersion): Needs {
  let needs = known.get(version);
  if (needs === undefined) known.set(version, (needs = workOut(version)));
  return needs;
}

function workOut({ rules }: ProgramVersion): Needs {
  const where = (holds: (rule: Rule) => boolean): number[] =>
    rules.flatMap((rule, index) => (holds(rule) ? [index] : []));
  const some = (...names: (keyof Conditions)[]): boolean =>
    rules.some(({ conditions }) => names.some((name) => conditions?.[name] !== undefined));
  const limited = (...names: (keyof Limits)[]): number[] =>
    where(({ limits }) => names.some((name) => limits?.[name] !== undefined));
  return {
    purchases: some('first_purchase', 'nth_purchase'),
    lastPurchase: some('inactive_days'),
    tier: some('tier'),
    birthday: some('birthday'),
    labels: some('labels'),
    items: some('include_skus', 'exclude_skus', 'include_categories', 'exclude_categories'),
    stamps: where(({ benefit }) => benefit.kind === 'stamp-card'),
    nths: where(({ conditions }) => conditions?.nth_purchase !== undefined),
    periods: {
      day: limited('max_cents_per_customer_day', 'max_points_per_customer_day'),
      week: limited('max_cents_per_customer_week', 'max_points_per_customer_week'),
      month: limited('max_cents_per_customer_month', 'max_points_per_customer_month'),
    },
    budgets: limited('budget_cents'),
    rollingDays: rules.flatMap(({ validity }) => validity?.rolling_days ?? []),
  };
}
