import { WHOLE_BPS } from '../../core/money';
import type { Instant } from '../../core/sales/sale';
import { chiSquareTail } from '../numeric/special';
import { detectableDifference, returnDifference, type Arms, type Difference } from './return-rate';

export const MIN_ARM = 30;
export const MIN_RETURNS = 10;
/** A campaign that could only have shown more than this shows nothing. */
export const MAX_DETECTABLE = 0.15;
/** A split that chance would make less often than this was not made by chance. */
export const BROKEN_SPLIT = 0.001;

/** What is missing for a verdict. */
export type Missing = 'window-open' | 'small-arm' | 'few-returns' | 'too-coarse';

/** What a campaign did to the return rate. Without a verdict there is no interval either: nothing to peek at. */
export type LiftVerdict = { readonly arms: Arms } & (
  | { readonly kind: 'broken-split'; readonly chance: number; readonly shareBps: number }
  | { readonly kind: 'not-enough-data'; readonly missing: readonly Missing[] }
  | { readonly kind: 'lift' | 'loss' | 'no-difference-shown'; readonly difference: Difference }
);

/** One verdict, at the end that was set beforehand. */
export function judgeLift(input: {
  readonly arms: Arms;
  readonly shareBps: number;
  readonly endsAt: Instant;
  readonly now: Instant;
}): LiftVerdict {
  const { arms, shareBps } = input;
  const chance = splitChance(arms, shareBps);
  if (chance < BROKEN_SPLIT) return { kind: 'broken-split', chance, shareBps, arms };
  const missing = missingFor(arms, input.now < input.endsAt);
  if (missing.length > 0) return { kind: 'not-enough-data', missing, arms };
  const difference = returnDifference(arms);
  if (difference.low > 0) return { kind: 'lift', difference, arms };
  return { kind: difference.high < 0 ? 'loss' : 'no-difference-shown', difference, arms };
}

function missingFor(arms: Arms, isOpen: boolean): Missing[] {
  const { treated, control } = arms;
  const missing: Missing[] = [];
  if (isOpen) missing.push('window-open');
  if (Math.min(treated.customers, control.customers) < MIN_ARM) missing.push('small-arm');
  if (treated.returned + control.returned < MIN_RETURNS) missing.push('few-returns');
  if (detectableDifference(arms) > MAX_DETECTABLE) missing.push('too-coarse');
  return missing;
}

/**
 * How often chance alone departs from the intended share as far as these arms do: Pearson's χ² with one degree of
 * freedom. 1 when there is nothing to judge.
 */
export function splitChance({ treated, control }: Arms, shareBps: number): number {
  const customers = treated.customers + control.customers;
  const expected = (customers * shareBps) / WHOLE_BPS;
  if (customers === 0) return 1;
  if (expected === 0 || expected === customers) return control.customers === expected ? 1 : 0;
  const departure = (control.customers - expected) ** 2;
  return chiSquareTail(departure / expected + departure / (customers - expected));
}
