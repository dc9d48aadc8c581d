import { silenceProbability, type RepurchaseModel } from '../repurchase/model';
import { RIGHT_DAYS } from './spells';

/** A message goes when it is this likely that the customer will not buy in the next 90 days by themselves. */
export const LATE_PROBABILITY = 0.6;
/** Nobody is asked to come back sooner, in days. */
export const MIN_SILENCE = 14;
/** Who would not be late by then is not written to, in days. */
export const MAX_SILENCE = 730;

/**
 * After how many days of silence a customer is late for them, counted from a purchase: the first at which
 * P(no purchase in the next 90 days) reaches the threshold. That probability only rises while nothing happens, so it is
 * found by bisection. Null when it stays below for two years.
 */
export function silenceUntilLate(
  model: RepurchaseModel,
  purchase: { readonly repeats: number; readonly recency: number },
  threshold = LATE_PROBABILITY,
): number | null {
  const { repeats, recency } = purchase;
  const isLate = (silence: number) =>
    silenceProbability(model, { repeats, recency, age: recency + silence }, RIGHT_DAYS) >= threshold;
  if (isLate(MIN_SILENCE)) return MIN_SILENCE;
  if (!isLate(MAX_SILENCE)) return null;
  let [early, late] = [MIN_SILENCE, MAX_SILENCE];
  while (late - early > 1) {
    const middle = (early + late) >> 1;
    if (isLate(middle)) late = middle;
    else early = middle;
  }
  return late;
}
