import type { Instant } from '../sales/sale';

/** What one rule has given so far: stamps and period sums to the sale's customer, the budget's sum to everybody. */
export interface Counters {
  /** Qualifying purchases before this one. */
  stamps: number;
  /** Stamps that vouchers took which stand: what is refunded of them has to be made up before a card fills again. */
  spent?: number;
  /** Of a rule for an Nth purchase: how many that stand were it. A purchase before it that is refunded makes no second one. */
  fired?: number;
  /** Given in the day, ISO week and month of the sale, on the shop's calendar, in the asset's minor unit. */
  day: number;
  week: number;
  month: number;
  /** Given to all customers, in cents. */
  budget: number;
}

/**
 * What a verdict depends on beside the sale: the customer, and sales that arrived before. It is recorded with the
 * verdict, so that a later state of the sale (a refund) is judged on the same past, whatever came since.
 */
export interface Past {
  /** Earlier purchases of this customer of which something is left. */
  purchases: number;
  lastPurchaseAt: Instant | null;
  /** By what was bought in the twelve months before the sale; null in none. */
  tier: string | null;
  /** MM-DD. */
  birthday: string | null;
  labels: readonly string[];
  /** By the rule's index in the version; a missing one is all zeros. */
  counters: Readonly<Record<number, Counters>>;
}

/**
 * What a later state of a sale finds gone of its rules' limits, by the rule's index: where other sales took more meanwhile than
 * the past says, of what the sale itself had given back.
 */
export interface Gone {
  budgetsGone?: Readonly<Record<number, number>> | undefined;
  /** Of its customer's day, week and month. */
  periodsGone?: Readonly<Record<number, Partial<Pick<Counters, Period>>>> | undefined;
}

export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** What a sale as it now stands is judged on. */
export function pastSeenAgain(past: Past | null, { budgetsGone, periodsGone }: Gone): Past | null {
  if (past === null || (budgetsGone === undefined && periodsGone === undefined)) return past;
  const counters: Record<number, Counters> = { ...past.counters };
  const find = (rule: number, gone: Partial<Counters>): void => {
    counters[rule] = { ...(counters[rule] ?? NO_COUNTERS), ...gone };
  };
  for (const [rule, budget] of Object.entries(budgetsGone ?? {})) find(Number(rule), { budget });
  for (const [rule, gone] of Object.entries(periodsGone ?? {})) find(Number(rule), gone);
  return { ...past, counters };
}

export const NO_COUNTERS: Counters = { stamps: 0, day: 0, week: 0, month: 0, budget: 0 };

/** Of a customer who is not known yet. */
export const NO_PAST: Past = {
  purchases: 0,
  lastPurchaseAt: null,
  tier: null,
  birthday: null,
  labels: [],
  counters: {},
};
