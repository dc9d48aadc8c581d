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

const benefits: readonly Facet[] = [cashbackPercent, cashbackFixed, pointsPerAmount, pointsFixed, multiplier];

export const inPrintingOrder: readonly Facet[] = [
  ...benefits,
  amount,
  weekdays,
  hours,
  dates,
  payment,
  brands,
  acquirers,
  terminals,
  stores,
  limit,
  validity,
  stacking,
];

/** The more words a facet needs around its number the earlier it reads, so that none takes another's. */
export const inReadingOrder: readonly Facet[] = [
  stacking,
  validity,
  limit,
  multiplier,
  pointsPerAmount,
  cashbackFixed,
  dates,
  hours,
  weekdays,
  brands,
  acquirers,
  terminals,
  payment,
  cashbackPercent,
  amount,
  pointsFixed,
  stores,
];
