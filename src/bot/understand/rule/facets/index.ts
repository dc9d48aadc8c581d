import type { Facet } from '../facet';
import { bareBenefit } from './benefits/bare';
import { bareShare, cashbackFixed, cashbackPercent } from './benefits/cashback';
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
import { exceptItems, items } from './conditions/items';
import { acquirers, brands } from './conditions/names';
import { payment } from './conditions/payment';
import { stores, terminals } from './conditions/places';
import { purchases } from './conditions/purchases';
import { exceptWeekdays, weekdays } from './conditions/weekdays';
import { budgets } from './terms/budget';
import { limits } from './terms/limits';
import { stacking } from './terms/stacking';
import { usage } from './terms/use';
import { ceiling, length } from './unsaid';
import { rollingValidity, validity } from './terms/validity';

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
export const terms: readonly Facet[] = [limits, budgets, usage, validity, rollingValidity, stacking];

/** Before the phrases that mean everybody and every purchase, since they begin like these. */
export const readFirst: readonly Facet[] = [
  stamps,
  purchases,
  birthday,
  inactivity,
  tier,
  labels,
  rollingValidity,
  vouchers,
  budgets,
  usage,
  limits,
  exceptWeekdays,
];

/** The more words a facet needs around its number the earlier it reads, so that none takes another's. */
export const inReadingOrder: readonly Facet[] = [
  stacking,
  validity,
  length,
  multiplier,
  pointsPerAmount,
  cashbackFixed,
  pointsFixed,
  dates,
  hours,
  weekdays,
  exceptItems,
  brands,
  acquirers,
  terminals,
  payment,
  cashbackPercent,
  amount,
  ceiling,
  stores,
  items,
  bareShare,
  bareBenefit,
  prizes,
];
