import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { DayNumber } from '../core/time/calendar';
import { ASSETS, type Asset } from '../core/money';
import {
  liabilityOf,
  redemptionTable,
  type BenefitCounts,
  type Liability,
  type LotLife,
  type OpenLot,
} from '../insight';

const DAY_MS = 86_400_000;
/** In `lot_days`: it never ends, or it is the lot itself and no use of it. */
const NEVER = 2_147_483_647;

interface FlowRow {
  asset: Asset;
  source: string;
  destination: string;
  /** In the period; and since the beginning, up to its end. */
  moved: number;
  stood: number;
}

/** Lots alike; where they are uses, of one week of their age. */
interface LotRow {
  asset: Asset;
  granted_on: DayNumber;
  expires_on: DayNumber;
  /** The first day of the use's week; `NEVER` for the lots themselves. */
  used_on: DayNumber;
  kind: string;
  granted: number;
  remaining: number;
}

/** Of what stood in balances on a day: what had ended and was still to be noted, and what could not be used yet. */
interface UnusableRow {
  asset: Asset;
  lapsed: number;
  pending: number;
}

export interface Benefits {
  counts: Record<Asset, BenefitCounts>;
  /** Of what is open now, whatever the period. */
  liability: Record<Asset, Liability & { held: number }>;
}

/** What moved from day `from` up to, and without, day `to`, what stood then, and what is open today. */
export async function benefitsOf(
  work: Work,
  { from, to, today }: { from: DayNumber; to: DayNumber; today: DayNumber },
): Promise<Benefits> {
  const flows = await query<FlowRow>(
    work,
    `SELECT asset, source, destination, coalesce(sum(quantity) FILTER (WHERE day >= ? AND day < ?), 0)::bigint AS moved,
       coalesce(sum(quantity) FILTER (WHERE day < ?), 0)::bigint AS stood
     FROM benefit_days WHERE merchant_id = current_merchant() GROUP BY 1, 2, 3`,
    [from, to, to],
  );
  const now = await query<FlowRow>(
    work,
    `SELECT asset, source, destination, 0 AS moved, sum(quantity)::bigint AS stood
     FROM benefit_days WHERE merchant_id = current_merchant() AND 'held' IN (source, destination) GROUP BY 1, 2, 3`,
  );
  const unusable = await unusableOn(work, to);
  const lots = await lotsOf(work);
  const both = <T>(make: (asset: Asset) => T): Record<Asset, T> =>
    Object.fromEntries(ASSETS.map((asset) => [asset, make(asset)])) as Record<Asset, T>;
  const ofAsset = <Row extends { asset: Asset }>(rows: readonly Row[], asset: Asset): Row[] =>
    rows.filter((row) => row.asset === asset);
  return {
    counts: both((asset) => countsOf(ofAsset(flows, asset), ofAsset(unusable, asset)[0])),
    liability: both((asset) => ({
      ...liabilityToday(ofAsset(lots, asset), today),
      held: net(ofAsset(now, asset), 'held', 'stood'),
    })),
  };
}

/** What went into an account, less what came out of it. */
function net(rows: readonly FlowRow[], account: string, what: 'moved' | 'stood'): number {
  const into = rows.filter(({ destination }) => destination === account);
  const outOf = rows.filter(({ source }) => source === account);
  const sum = (some: readonly FlowRow[]): number => some.reduce((total, row) => total + row[what], 0);
  return sum(into) - sum(outOf);
}

function countsOf(flows: readonly FlowRow[], unusable: UnusableRow | undefined): BenefitCounts {
  const balances = net(flows, 'customer', 'stood') - (unusable?.lapsed ?? 0);
  return {
    granted: 0 - net(flows, 'program', 'moved'),
    redeemed: net(flows, 'redeemed', 'moved'),
    expired: net(flows, 'expired', 'moved'),
    available: balances - (unusable?.pending ?? 0),
    outstanding: balances + net(flows, 'held', 'stood'),
  };
}

function unusableOn(work: Work, day: DayNumber): Promise<UnusableRow[]> {
  return query(
    work,
    `SELECT asset,
       coalesce(sum(remaining) FILTER (WHERE used_on = ${NEVER} AND expires_on < ?), 0)::bigint AS lapsed,
       (coalesce(sum(granted) FILTER (WHERE used_on = ${NEVER} AND granted_on < ? AND available_on >= ?), 0)
         - coalesce(sum(remaining) FILTER (WHERE used_on < ? AND granted_on < ? AND available_on >= ?), 0))::bigint AS pending
     FROM lot_days WHERE merchant_id = current_merchant() GROUP BY 1`,
    [day, day, day, day, day, day],
  );
}

function lotsOf(work: Work): Promise<LotRow[]> {
  return query(
    work,
    `SELECT asset, granted_on, expires_on,
       CASE used_on WHEN ${NEVER} THEN used_on ELSE granted_on + (used_on - granted_on) / 7 * 7 END AS used_on,
       kind, sum(granted)::bigint AS granted, sum(remaining)::bigint AS remaining
     FROM lot_days WHERE merchant_id = current_merchant() GROUP BY 1, 2, 3, 4, 5`,
  );
}

/** Lots that begin and end on the same days count as one. */
function liabilityToday(rows: readonly LotRow[], today: DayNumber): Liability {
  const lives = new Map<string, LotLife & { spent: { at: number; quantity: number }[]; takenBack: number }>();
  const open: OpenLot[] = [];
  for (const row of rows) {
    const ends = row.expires_on === NEVER ? null : row.expires_on * DAY_MS;
    const grantedAt = row.granted_on * DAY_MS;
    if (row.used_on === NEVER && row.remaining > 0)
      open.push({ grantedAt, remaining: row.remaining, expiresAt: ends });
    const key = `${row.granted_on} ${row.expires_on}`;
    const life = lives.get(key) ?? { grantedAt, granted: 0, expiresAt: ends, spent: [], takenBack: 0 };
    const granted = life.granted + (row.used_on === NEVER ? row.granted : 0);
    if (SPENDS.has(row.kind)) life.spent.push({ at: row.used_on * DAY_MS, quantity: row.remaining });
    const back = row.kind === 'refund' || row.kind === 'award' ? row.remaining : 0;
    lives.set(key, { ...life, granted, takenBack: life.takenBack + back });
  }
  return liabilityOf(open, redemptionTable(lives.values(), today * DAY_MS), today * DAY_MS);
}

/** Holds, and what came back of them with a minus. */
const SPENDS = new Set(['hold', 'capture', 'release']);
