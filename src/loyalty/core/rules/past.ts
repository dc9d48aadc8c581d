import type { Instant } from '../sales/sale';

/** What one rule has given so far: stamps and period sums to the sale's customer, the budget's sum to everybody. */
export interface Counters {
  /** Qualifying purchases before this one. */
  stamps: number;
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
 * What a later state of a sale finds gone of its rules' budgets, by the rule's index: where others took more meanwhile than
 * the past says, of what the sale itself had given back.
 */
export type BudgetsGone = Readonly<Record<number, number>>;

/** What a sale as it now stands is judged on. */
export function pastSeenAgain(past: Past | null, gone: BudgetsGone = {}): Past | null {
  const rules = Object.entries(gone);
  if (past === null || rules.length === 0) return past;
  const counters: Record<number, Counters> = { ...past.counters };
  for (const [rule, budget] of rules)
    counters[Number(rule)] = { ...(past.counters[Number(rule)] ?? NO_COUNTERS), budget };
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
