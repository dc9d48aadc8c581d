/** A month written `YYYY-MM`. */
export type Month = string;

/** How many customers who first bought in one month bought in another (the same one included). */
export interface CohortCount {
  readonly cohort: Month;
  readonly month: Month;
  readonly customers: number;
}

export interface Cohort {
  readonly cohort: Month;
  /** Customers whose first purchase was in that month. */
  readonly size: number;
  /** Of them, who bought in the month after, the one after that, and so on up to the last. */
  readonly returned: readonly number[];
}

/** From purchases, in any order: each customer, and the month on the shop's calendar. */
export function cohortCounts(
  purchases: Iterable<{ readonly customer: string; readonly month: Month }>,
): CohortCount[] {
  const monthsOf = new Map<string, Set<Month>>();
  for (const { customer, month } of purchases) {
    const months = monthsOf.get(customer);
    if (months === undefined) monthsOf.set(customer, new Set([month]));
    else months.add(month);
  }
  const counts = new Map<string, { cohort: Month; month: Month; customers: number }>();
  for (const months of monthsOf.values()) {
    const cohort = [...months].reduce((first, month) => (month < first ? month : first));
    for (const month of months) {
      const key = `${cohort} ${month}`;
      const count = counts.get(key) ?? { cohort, month, customers: 0 };
      count.customers++;
      counts.set(key, count);
    }
  }
  return [...counts.values()];
}

/**
 * One line a month from `first` to `last`, also for months without new customers. The last month may still be running:
 * whoever shows it says so.
 */
export function cohortTable(counts: readonly CohortCount[], first: Month, last: Month): Cohort[] {
  const customers = new Map(counts.map((count) => [`${count.cohort} ${count.month}`, count.customers]));
  const of = (cohort: Month, month: Month) => customers.get(`${cohort} ${month}`) ?? 0;
  const months = monthsFrom(first, last);
  return months.map((cohort, index) => ({
    cohort,
    size: of(cohort, cohort),
    returned: months.slice(index + 1).map((month) => of(cohort, month)),
  }));
}

/** All months from one to another, both included; none when the first is later. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const [from, to] = [monthNumber(first), monthNumber(last)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_month, offset) => monthOf(from + offset));
}

/** Twelve a year, from January of the year 0, as `month_of` of the database counts (migrations/0049). */
export function monthNumber(month: Month): number {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (parts === null) throw new RangeError(`${month} is no month`);
  return Number(parts[1]) * 12 + Number(parts[2]) - 1;
}

export function monthOf(number: number): Month {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
