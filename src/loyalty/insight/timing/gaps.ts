import type { Histories } from '../repurchase/histories';

/** What a shop's past amounts to, for choosing how its customers' silence is judged. */
export interface ShopPast {
  readonly customers: number;
  /** Customers who bought on two days or more. */
  readonly repeaters: number;
  /** Observed gaps from one purchase day to the next. */
  readonly gaps: number;
  /** By nearest rank, in days; null without gaps. */
  readonly medianGap: number | null;
  readonly gapPercentile: number | null;
}

/** The percentile of the gaps beyond which a silence counts as unusual for the shop. */
export const GAP_PERCENTILE = 0.8;

export function shopPast({ starts, days }: Histories): ShopPast {
  let [customers, repeaters] = [0, 0];
  const gaps = new Int32Array(Math.max(0, days.length));
  let count = 0;
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const [from, to] = [starts[customer]!, starts[customer + 1]!];
    if (to > from) customers++;
    if (to > from + 1) repeaters++;
    for (let i = from + 1; i < to; i++) gaps[count++] = days[i]! - days[i - 1]!;
  }
  const sorted = gaps.subarray(0, count).sort();
  return {
    customers,
    repeaters,
    gaps: count,
    medianGap: nearestRank(sorted, 0.5),
    gapPercentile: nearestRank(sorted, GAP_PERCENTILE),
  };
}

/** The smallest value that at least this share of the ascending values does not exceed. */
export function nearestRank(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
