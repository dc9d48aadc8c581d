/**
 * The days on which customers bought, flat, so that a million customers travel between threads as two buffers. A day is
 * its number since 1970-01-01 on the shop's calendar; purchases of one day count once.
 */
export interface Histories {
  /** Where each customer's days begin in `days`; one more at the end. */
  readonly starts: Int32Array;
  /** Ascending and different within a customer. */
  readonly days: Int32Array;
}

/** What the models need of customers: everything in whole days, one entry each. */
export interface Summaries {
  /** The customer's index in the histories. */
  readonly customers: Int32Array;
  /** x: purchase days after the first. */
  readonly repeats: Int32Array;
  /** t_x: from the first purchase to the last. */
  readonly recency: Int32Array;
  /** T: from the first purchase to the day of observation. */
  readonly age: Int32Array;
}

/** Customers who are equal to the models, counted; ordered by x, then t_x, then T. */
export interface Groups {
  readonly repeats: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly count: Float64Array;
}

const MS_A_DAY = 86_400_000;
/** Days from 1970 that are believed; three of them beside each other stay exact in a double. */
const DAY_LIMIT = 2 ** 16;

/** The number of a day written `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  const number = Date.parse(`${date}T00:00:00Z`) / MS_A_DAY;
  if (!Number.isInteger(number)) throw new RangeError(`${date} is no day`);
  return number;
}

/**
 * Purchases in any order, the customers numbered from 0 without gaps. Throws a RangeError for a day before 1970 or
 * after 2149.
 */
export function historiesOf(customers: ArrayLike<number>, days: ArrayLike<number>): Histories {
  const keys = new Float64Array(days.length);
  for (let i = 0; i < keys.length; i++) {
    const day = days[i]!;
    if (!(day >= 0 && day < DAY_LIMIT)) throw new RangeError(`${day} is no day of a sale`);
    keys[i] = customers[i]! * DAY_LIMIT + day;
  }
  keys.sort();
  const count = keys.length === 0 ? 0 : Math.floor(keys[keys.length - 1]! / DAY_LIMIT) + 1;
  const starts = new Int32Array(count + 1);
  const different = new Int32Array(keys.length);
  let kept = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (key === keys[i - 1]) continue;
    const customer = Math.floor(key / DAY_LIMIT);
    different[kept++] = key - customer * DAY_LIMIT;
    starts[customer + 1] = kept;
  }
  for (let i = 1; i <= count; i++) starts[i] = Math.max(starts[i]!, starts[i - 1]!);
  return { starts, days: different.slice(0, kept) };
}

/** What was known at the end of that day: later purchases, and customers who came later, are left out. */
export function summarize({ starts, days }: Histories, observed: number): Summaries {
  const count = starts.length - 1;
  const [customers, repeats, recency, age] = [0, 0, 0, 0].map(() => new Int32Array(count)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let known = 0;
  for (let customer = 0; customer < count; customer++) {
    const start = starts[customer]!;
    let end = starts[customer + 1]!;
    while (end > start && days[end - 1]! > observed) end--;
    if (end === start) continue;
    const first = days[start]!;
    customers[known] = customer;
    repeats[known] = end - start - 1;
    recency[known] = days[end - 1]! - first;
    age[known++] = observed - first;
  }
  const cut = (values: Int32Array) => values.subarray(0, known);
  return { customers: cut(customers), repeats: cut(repeats), recency: cut(recency), age: cut(age) };
}

/** Equal (x, t_x, T) are one term of the likelihood, which so depends on the shop's days and not on its customers. */
export function groupEqual({ repeats, recency, age }: Summaries): Groups {
  const span = age.reduce((longest, each) => Math.max(longest, each), 0) + 1;
  const keys = new Float64Array(repeats.length);
  for (let i = 0; i < keys.length; i++) keys[i] = (repeats[i]! * span + recency[i]!) * span + age[i]!;
  keys.sort();
  const ends: number[] = [];
  for (let i = 0; i < keys.length; i++) if (keys[i] !== keys[i + 1]) ends.push(i + 1);
  const of = (read: (key: number) => number) => Int32Array.from(ends, (end) => read(keys[end - 1]!));
  return {
    repeats: of((key) => Math.floor(key / (span * span))),
    recency: of((key) => Math.floor(key / span) % span),
    age: of((key) => key % span),
    count: Float64Array.from(ends, (end, i) => end - (ends[i - 1] ?? 0)),
  };
}
