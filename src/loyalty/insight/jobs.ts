import { testRevenue, type RevenueTest } from './lift/revenue';
import { historiesOf, summarize } from './repurchase/histories';
import type { Fit } from './repurchase/fit';
import { aliveProbability, silenceProbability, type RepurchaseModel } from './repurchase/model';
import { fitSpend, type SpendModel } from './repurchase/spend';
import { RIGHT_DAYS } from './timing/spells';
import { chooseTiming, dueDays, type Timing } from './timing/timing';

/** Purchases in any order: customers numbered from 0 without gaps, days since 1970-01-01 on the shop's calendar. */
export interface Purchases {
  readonly customers: Int32Array;
  readonly days: Int32Array;
}

/** What is worth a thread of its own: inputs and outputs are flat, so that they travel cheaply. */
export interface JobTypes {
  /** How the shop times its messages, and each customer's due day under that (−1 for none). */
  timing: { input: Purchases & { readonly lastDay: number }; output: { timing: Timing; due: Int32Array } };
  /** P(alive) and P(no purchase in 90 days) of each customer on that day; NaN before their first purchase. */
  scores: {
    input: Purchases & { readonly model: RepurchaseModel; readonly day: number };
    output: { alive: Float64Array; noPurchase: Float64Array };
  };
  /** Mean cents of a customer's purchases, and how many there were. */
  spend: {
    input: { readonly purchases: Int32Array; readonly mean: Float64Array };
    output: Fit<SpendModel> | null;
  };
  /** Cents of each customer of either arm. */
  revenue: {
    input: { readonly treated: Float64Array; readonly control: Float64Array; readonly seed: number };
    output: RevenueTest | null;
  };
}

export type JobKind = keyof JobTypes;
export type JobInput<Kind extends JobKind> = JobTypes[Kind]['input'];
export type JobOutput<Kind extends JobKind> = JobTypes[Kind]['output'];

export const JOBS: { readonly [Kind in JobKind]: (input: JobInput<Kind>) => JobOutput<Kind> } = {
  timing: ({ customers, days, lastDay }) => {
    const histories = historiesOf(customers, days);
    const timing = chooseTiming(histories, lastDay);
    return { timing, due: dueDays(timing, histories) };
  },
  scores: ({ customers, days, model, day }) => {
    const histories = historiesOf(customers, days);
    const known = summarize(histories, day);
    const alive = new Float64Array(histories.starts.length - 1).fill(NaN);
    const noPurchase = alive.slice();
    for (let i = 0; i < known.customers.length; i++) {
      const customer = known.customers[i]!;
      const past = { repeats: known.repeats[i]!, recency: known.recency[i]!, age: known.age[i]! };
      alive[customer] = aliveProbability(model, past);
      noPurchase[customer] = silenceProbability(model, past, RIGHT_DAYS);
    }
    return { alive, noPurchase };
  },
  spend: (spending) => fitSpend(spending),
  revenue: ({ treated, control, seed }) => testRevenue(treated, control, { seed }),
};
