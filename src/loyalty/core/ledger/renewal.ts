import type { Instant } from '../sales/sale';

/** What is alive just after `since` expires no sooner than that. */
export interface Renewal {
  since: Instant;
  expiresAt: Instant;
}

/**
 * How purchases at these moments, in order, move on what expires so many days after the last of them. Purchases that follow
 * each other before the first of them would have expired are one renewal, up to the last: whatever was alive at the first is
 * alive at all of them. A later one comes after that, in its order.
 */
export function renewalsBy(
  moments: readonly Instant[],
  expiryAfter: (moment: Instant) => Instant,
): Renewal[] {
  const found: Renewal[] = [];
  for (const moment of moments) {
    const last = found.at(-1);
    if (last !== undefined && moment < last.expiresAt) last.expiresAt = expiryAfter(moment);
    else found.push({ since: moment, expiresAt: expiryAfter(moment) });
  }
  return found;
}
