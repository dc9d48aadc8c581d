import type { Settings } from './rule';
import type { Sale } from '../sales/sale';

/** The highest tier that what was bought in twelve months reaches; null in none. */
export function tierOf({ tiers }: Settings, boughtCents: number): string | null {
  return tiers.findLast(({ min_cents }) => boughtCents >= min_cents)?.name ?? null;
}

/** What a sale counts for its buyer's tier, in cents: what was paid, however it was paid, and did not come back. */
export const boughtCents = ({ totalCents, refundedCents }: Sale): number =>
  Math.max(0, totalCents - refundedCents);
