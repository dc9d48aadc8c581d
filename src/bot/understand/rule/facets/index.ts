import type { Facet } from '../facet';
import { cashbackFixed, cashbackPercent } from './benefits/cashback';
import { multiplier } from './benefits/multiplier';
import { pointsFixed, pointsPerAmount } from './benefits/points';
import { prizes } from './benefits/prizes';
import { stamps } from './benefits/stamps';
import { vouchers } from './benefits/vouchers';
import { amount } from './conditions/amount';
import { birthday } from './conditions/birthday';
import { inactivity, labels, tier } from './conditions/customers';
import { dates } from './conditions/dates';
import { hours } from './conditions/hours';
import { items } from './conditions/items';
import { acquirers, brands, stores, terminals } from './conditions/names';
import { payment } from './conditions/payment';
import { purchases } from './conditions/purchases';
import { weekdays } from './conditions/weekdays';
import { budgets } from './terms/budget';
import { limits } from './terms/limits';
import { stacking } from './terms/stacking';
import { usage } from './terms/use';
import { validity } from './terms/validity';

/** What is printed, in its order. */
export const benefits: readonly Facet[] = [
  cashbackPercent,
  cashbackFixed,
  pointsPerAmount,
  pointsFixed,
  multiplier,
  vouchers,
  stamps,
];
export const conditions: readonly Facet[] = [
  amount,
  items,
  purchases,
  birthday,
  inactivity,
  tier,
  labels,
  weekdays,
  hours,
  dates,
  payment,
  brands,
  acquirers,
  terminals,
  stores,
];
export const terms: readonly Facet[] = [limits, budgets, usage, validity, stacking];

/** Of people: before the phrases that mean everybody, which begin alike. */
export const readFirst: readonly Facet[] = [purchases, birthday, inactivity, tier, labels];

/** The more words a facet needs around its number the earlier it reads, so that none takes another's. */
export const inReadingOrder: readonly Facet[] = [
  vouchers,
  stamps,
  stacking,
  budgets,
  usage,
  limits,
  validity,
  multiplier,
  pointsPerAmount,
  cashbackFixed,
  pointsFixed,
  dates,
  hours,
  weekdays,
  brands,
  acquirers,
  terminals,
  payment,
  cashbackPercent,
  amount,
  stores,
  items,
  prizes,
];
