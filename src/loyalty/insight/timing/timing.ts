import { fitRepurchase, SHOP_PRIOR } from '../repurchase/fit';
import { groupEqual, summarize, type Histories } from '../repurchase/histories';
import { aliveProbability, silenceProbability, type RepurchaseModel } from '../repurchase/model';
import { backtestTiming, type TimingBacktest } from './backtest';
import { LATE_PROBABILITY, silenceUntilLate } from './due';
import { shopPast, type ShopPast } from './gaps';
import { RIGHT_DAYS } from './spells';

/** With fewer gaps a shop's own rhythm is not known yet. */
export const MIN_GAPS = 50;
export const UNKNOWN_RHYTHM_DAYS = 30;
/** The shop's rhythm is believed within these days. */
export const RHYTHM_DAYS: readonly [number, number] = [14, 120];
export const MIN_CUSTOMERS = 200;
export const MIN_REPEATERS = 80;
/** Contacts that the backtest must have seen to say which way is better. */
export const MIN_BACKTEST_CONTACTS = 50;

/** Why a shop's timing is not each customer's own. */
export type ModelRefusal = 'few-customers' | 'no-fit' | 'few-contacts' | 'not-better';

/** How a shop decides when a customer is late, with the numbers that led to it. */
export type Timing = { readonly past: ShopPast } & (
  | { readonly tier: 'fixed'; readonly days: number }
  | {
      readonly tier: 'rhythm';
      readonly days: number;
      readonly because: ModelRefusal;
      readonly backtest: TimingBacktest | null;
    }
  | {
      readonly tier: 'customer';
      readonly model: RepurchaseModel;
      readonly threshold: number;
      readonly backtest: TimingBacktest;
    }
);

/** Chooses by how much past there is, and by what that past says of each way. `lastDay` is the last whole day seen. */
export function chooseTiming(histories: Histories, lastDay: number): Timing {
  const past = shopPast(histories);
  if (past.gapPercentile === null || past.gaps < MIN_GAPS)
    return { tier: 'fixed', days: UNKNOWN_RHYTHM_DAYS, past };
  const [shortest, longest] = RHYTHM_DAYS;
  const days = Math.min(longest, Math.max(shortest, past.gapPercentile));
  const byRhythm = (because: ModelRefusal, tested: TimingBacktest | null = null): Timing => ({
    tier: 'rhythm',
    days,
    because,
    backtest: tested,
    past,
  });
  if (past.customers < MIN_CUSTOMERS || past.repeaters < MIN_REPEATERS) return byRhythm('few-customers');
  const { model, converged } = fitRepurchase(
    'mbg-nbd',
    groupEqual(summarize(histories, lastDay)),
    SHOP_PRIOR,
  );
  if (!converged) return byRhythm('no-fit');
  const tested = backtestTiming(histories, lastDay);
  if (tested.contacts < MIN_BACKTEST_CONTACTS) return byRhythm('few-contacts', tested);
  if (tested.modelRight <= tested.fixedRight) return byRhythm('not-better', tested);
  return { tier: 'customer', model, threshold: LATE_PROBABILITY, backtest: tested, past };
}

/** A customer at their last purchase. */
export interface LastPurchase {
  /** Purchase days before it. */
  readonly repeats: number;
  /** Days from the first purchase to it. */
  readonly recency: number;
  readonly day: number;
}

/** The day on which a customer is late for them, unless they buy before; null when there is none. */
export function dueDay(timing: Timing, purchase: LastPurchase): number | null {
  const silence =
    timing.tier === 'customer' ? silenceUntilLate(timing.model, purchase, timing.threshold) : timing.days;
  return silence === null ? null : purchase.day + silence;
}

/** Of all customers who bought, in the histories' order; −1 where there is no due day. */
export function dueDays(timing: Timing, { starts, days }: Histories): Int32Array {
  const due = new Int32Array(starts.length - 1).fill(-1);
  for (let customer = 0; customer < due.length; customer++) {
    const [from, to] = [starts[customer]!, starts[customer + 1]!];
    if (to === from) continue;
    const day = days[to - 1]!;
    due[customer] = dueDay(timing, { repeats: to - from - 1, recency: day - days[from]!, day }) ?? -1;
  }
  return due;
}

/** Why a customer is late, or when they would be: what the chat tells of it is made from this. */
export type DueReason = LastPurchase & {
  readonly dueDay: number | null;
  readonly silenceDays: number;
} & (
    | { readonly tier: 'fixed' | 'rhythm'; readonly days: number }
    | {
        readonly tier: 'customer';
        /** Their usual gap, from first to last purchase; null after one purchase. */
        readonly usualGap: number | null;
        readonly alive: number;
        /** P(no purchase in the next 90 days) on that day, and from where on it counts as late. */
        readonly noPurchase: number;
        readonly threshold: number;
      }
  );

export function explainDue(timing: Timing, purchase: LastPurchase, today: number): DueReason {
  const silenceDays = Math.max(0, today - purchase.day);
  const common = { ...purchase, dueDay: dueDay(timing, purchase), silenceDays };
  if (timing.tier !== 'customer') return { ...common, tier: timing.tier, days: timing.days };
  const past = { ...purchase, age: purchase.recency + silenceDays };
  return {
    ...common,
    tier: 'customer',
    usualGap: purchase.repeats === 0 ? null : purchase.recency / purchase.repeats,
    alive: aliveProbability(timing.model, past),
    noPurchase: silenceProbability(timing.model, past, RIGHT_DAYS),
    threshold: timing.threshold,
  };
}
