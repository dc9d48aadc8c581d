import type { Asset } from '../money';
import { ok, refuse, type Result } from '../result';
import type { Instant } from '../sales/sale';
import type { LotState, LotUse } from './settlement';

/** Usable at this instant: available already and not expired, whether or not a job has noted the expiry. */
export function isUsable(lot: Pick<LotState, 'availableAt' | 'expiresAt'>, at: Instant): boolean {
  return lot.availableAt <= at && (lot.expiresAt === null || at < lot.expiresAt);
}

/** Soonest expiry first; what never expires last; then the oldest. */
export function bySoonestExpiry(a: LotState, b: LotState): number {
  if (a.expiresAt !== b.expiresAt) {
    if (a.expiresAt === null) return 1;
    if (b.expiresAt === null) return -1;
    return a.expiresAt - b.expiresAt;
  }
  return a.availableAt - b.availableAt || (a.id < b.id ? -1 : 1);
}

/** Which lots a spend of `quantity` takes; null when what is usable does not reach. */
export function takeSoonest(
  lots: readonly LotState[],
  asset: Asset,
  quantity: number,
  at: Instant,
): (LotUse & { lot: LotState })[] | null {
  const uses: (LotUse & { lot: LotState })[] = [];
  let missing = quantity;
  for (const lot of lots.filter((l) => l.asset === asset && isUsable(l, at)).sort(bySoonestExpiry)) {
    if (missing === 0) break;
    const taken = Math.min(missing, lot.remaining);
    if (taken === 0) continue;
    uses.push({ lotId: lot.id, quantity: taken, lot });
    missing -= taken;
  }
  return missing === 0 ? uses : null;
}

/** The same, refused with what there is where it does not reach. */
export function spendSoonest(
  lots: readonly LotState[],
  asset: Asset,
  quantity: number,
  at: Instant,
): Result<(LotUse & { lot: LotState })[]> {
  const uses = takeSoonest(lots, asset, quantity, at);
  if (uses !== null) return ok(uses);
  const available = lots
    .filter((lot) => lot.asset === asset && isUsable(lot, at))
    .reduce((sum, lot) => sum + lot.remaining, 0);
  return refuse({ code: 'insufficient-balance', asset, available, requested: quantity });
}

/** What a purchase must reach for what pays for it, in cents: the greatest that any of its lots asks for; null nothing. */
export function minimumOf(lots: readonly { useMinCents: number | null }[], atLeast = 0): number | null {
  return Math.max(atLeast, ...lots.map(({ useMinCents }) => useMinCents ?? 0)) || null;
}
