import type { Instant } from '../../core/sales/sale';

const WEEK_MS = 7 * 86_400_000;

/** What has become of one grant, in the asset's minor unit. */
export interface LotLife {
  readonly grantedAt: Instant;
  readonly granted: number;
  readonly expiresAt: Instant | null;
  /** What was spent of it, and when; what came back is left out. */
  readonly spent: readonly { readonly at: Instant; readonly quantity: number }[];
  /** Taken back by refunds: it was never the customer's to spend. */
  readonly takenBack: number;
}

/** A lot of which something is left. */
export interface OpenLot {
  readonly grantedAt: Instant;
  readonly remaining: number;
  readonly expiresAt: Instant | null;
}

/**
 * By the week of a lot's age, how much was there to be spent and how much was: an actuarial life table of quantities
 * (Cutler & Ederer 1958), so lots of which the end is not known yet count for the time that was seen, a part of a week as
 * that part.
 */
export interface RedemptionTable {
  readonly weekly: readonly { readonly atRisk: number; readonly spent: number }[];
}

/** Twice the longest usual validity; what lies open longer is hardly ever spent. */
const MAX_WEEKS = 156;

export function redemptionTable(lots: Iterable<LotLife>, now: Instant): RedemptionTable {
  const weekly = Array.from({ length: MAX_WEEKS }, () => ({ atRisk: 0, spent: 0 }));
  let seen = 0;
  for (const lot of lots) {
    const end = Math.min(lot.expiresAt ?? now, now);
    const weeks = Math.min(MAX_WEEKS, (end - lot.grantedAt) / WEEK_MS);
    const spent = spentByWeek(lot);
    let left = lot.granted - lot.takenBack;
    for (let week = 0; week < weeks && left > 0; week++) {
      const cell = weekly[week]!;
      const used = Math.min(left, spent.get(week) ?? 0);
      cell.atRisk += left * Math.min(1, weeks - week);
      cell.spent += used;
      left -= used;
      seen = Math.max(seen, week + 1);
    }
  }
  return { weekly: weekly.slice(0, seen) };
}

function spentByWeek({ grantedAt, spent }: LotLife): Map<number, number> {
  const byWeek = new Map<number, number>();
  for (const { at, quantity } of spent) {
    const week = Math.max(0, Math.floor((at - grantedAt) / WEEK_MS));
    byWeek.set(week, (byWeek.get(week) ?? 0) + quantity);
  }
  return byWeek;
}

/** When what is outstanding ends: within 7 days, within 30, within 90, later, never. */
export const EXPIRY_DAYS = [7, 30, 90] as const;

export interface Liability {
  readonly outstanding: number;
  /** In step with `EXPIRY_DAYS`, each without the one before. */
  readonly expiring: readonly number[];
  readonly expiringLater: number;
  readonly neverExpiring: number;
  /** What past lots of the same ages were spent of, applied to these. Null before anything could be learned. */
  readonly expectedRedeemed: number | null;
  /** The rest: what is expected to lapse, or to lie unused. */
  readonly breakage: number | null;
}

/** Lots that have ended by `now` count for nothing, whether or not a job has noted it. */
export function liabilityOf(lots: Iterable<OpenLot>, table: RedemptionTable, now: Instant): Liability {
  const expiring: number[] = EXPIRY_DAYS.map(() => 0);
  let [outstanding, later, never, expected] = [0, 0, 0, 0];
  for (const { remaining, grantedAt, expiresAt } of lots) {
    if (remaining <= 0 || (expiresAt !== null && expiresAt <= now)) continue;
    outstanding += remaining;
    expected += remaining * spentShare(table, grantedAt, expiresAt, now);
    const days = expiresAt === null ? null : (expiresAt - now) / (WEEK_MS / 7);
    const bucket = days === null ? -1 : EXPIRY_DAYS.findIndex((limit) => days <= limit);
    if (days === null) never += remaining;
    else if (bucket < 0) later += remaining;
    else expiring[bucket]! += remaining;
  }
  const expectedRedeemed = table.weekly.length === 0 ? null : Math.round(expected);
  return {
    outstanding,
    expiring,
    expiringLater: later,
    neverExpiring: never,
    expectedRedeemed,
    breakage: expectedRedeemed === null ? null : outstanding - expectedRedeemed,
  };
}

/** 1 − Π (1 − weekly share) over the weeks of life that are left; beyond what was ever seen nothing is supposed. */
function spentShare(
  { weekly }: RedemptionTable,
  grantedAt: Instant,
  expiresAt: Instant | null,
  now: Instant,
): number {
  const from = Math.max(0, (now - grantedAt) / WEEK_MS);
  const to = Math.min(weekly.length, expiresAt === null ? Infinity : (expiresAt - grantedAt) / WEEK_MS);
  let left = 1;
  for (let week = Math.floor(from); week < to; week++) {
    const { atRisk, spent } = weekly[week]!;
    const share = Math.min(to, week + 1) - Math.max(from, week);
    if (atRisk > 0) left *= (1 - Math.min(1, spent / atRisk)) ** share;
  }
  return 1 - left;
}
