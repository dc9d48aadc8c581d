import type { Facet } from '../facet';
import { amount } from './amount';
import { cashbackFixed, cashbackPercent } from './cashback';
import { dates } from './dates';
import { hours } from './hours';
import { limit } from './limit';
import { acquirers, brands, stores, terminals } from './names';
import { payment } from './payment';
import { multiplier, pointsFixed, pointsPerAmount } from './points';
import { stacking } from './stacking';
import { validity } from './validity';
import { weekdays } from './weekdays';

/** What is printed, in its order. */
export const benefits: readonly Facet[] = [
  cashbackPercent,
  cashbackFixed,
  pointsPerAmount,
  pointsFixed,
  multiplier,
];
export const conditions: readonly Facet[] = [
  amount,
  weekdays,
  hours,
  dates,
  payment,
  brands,
  acquirers,
  terminals,
  stores,
];
export const terms: readonly Facet[] = [limit, validity, stacking];

/** The more words a facet needs around its number the earlier it reads, so that none takes another's. */
export const inReadingOrder: readonly Facet[] = [
  stacking,
  validity,
  limit,
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
];
