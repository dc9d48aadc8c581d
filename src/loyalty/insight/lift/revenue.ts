import { chooseToFront, seededRandom } from '../numeric/random';

/** What the arms spent, in cents a customer of the arm; shown beside the return rates, never as the proof. */
export interface RevenueTest {
  readonly treatedMean: number;
  readonly controlMean: number;
  /** How often a random split of the same customers differs at least as much, either way. */
  readonly chance: number;
  readonly permutations: number;
}

export const PERMUTATIONS = 2_000;

/**
 * Permutation test of the difference of means: skewed spending makes every interval that supposes a normal mean announce
 * false lifts. The chance counts the real split among the random ones, (k + 1) / (n + 1), so it is never zero (Phipson &
 * Smyth 2010, "Permutation P-values Should Never Be Zero"). Null when an arm is empty.
 *
 * @param treated cents spent in the window by each customer of the arm, zeros included
 */
export function testRevenue(
  treated: ArrayLike<number>,
  control: ArrayLike<number>,
  { seed, permutations = PERMUTATIONS }: { readonly seed: number; readonly permutations?: number },
): RevenueTest | null {
  if (treated.length === 0 || control.length === 0) return null;
  const all = new Float64Array(treated.length + control.length);
  all.set(treated);
  all.set(control, treated.length);
  const total = sumOf(all, all.length);
  const treatedSum = sumOf(treated, treated.length);
  const smaller = Math.min(treated.length, control.length);
  const observed = distance(
    smaller === treated.length ? treatedSum : total - treatedSum,
    smaller,
    total,
    all.length,
  );
  const random = seededRandom(seed);
  let asFar = 0;
  for (let i = 0; i < permutations; i++) {
    chooseToFront(all, smaller, random);
    if (distance(sumOf(all, smaller), smaller, total, all.length) >= observed) asFar++;
  }
  return {
    treatedMean: treatedSum / treated.length,
    controlMean: (total - treatedSum) / control.length,
    chance: (asFar + 1) / (permutations + 1),
    permutations,
  };
}

/** |part/size − total/all| · size · all: grows with the difference of means, in whole cents, hence without rounding. */
function distance(part: number, size: number, total: number, all: number): number {
  return Math.abs(part * all - total * size);
}

function sumOf(values: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i] ?? 0;
  return sum;
}
