import { WHOLE_BPS } from '../../core/money';

/** A control group's share of the audience: half while it is small, since a small control proves nothing. */
export function controlShareBps(eligible: number): number {
  if (eligible < 1_000) return 5_000;
  return eligible <= 5_000 ? 2_500 : 1_000;
}

/**
 * Whether a customer is kept untouched: the digest, taken as a fraction of its range, is below the share. The digest is
 * HMAC-SHA256(key, merchant|campaign|customer), so that the same customer always falls into the same arm and nobody who
 * lacks the key can tell which.
 */
export function inControl(digest: Uint8Array, shareBps: number): boolean {
  if (digest.length === 0) throw new RangeError('an empty digest assigns nobody');
  let bps = 0;
  // Long multiplication from the last byte: what is carried out at the front is the whole part of fraction · 10,000.
  for (let i = digest.length - 1; i >= 0; i--) bps = Math.floor((digest[i]! * WHOLE_BPS + bps) / 256);
  return bps < shareBps;
}
