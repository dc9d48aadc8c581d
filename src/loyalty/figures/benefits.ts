import type { Work } from '../../db';
import { query } from '../../rows';
import type { DayNumber } from '../core/calendar';
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

interface LotRow {
  asset: Asset;
  granted_on: DayNumber;
  available_on: DayNumber;
  expires_on: DayNumber;
  used_on: DayNumber;
  kind: string;
  granted: number;
  remaining: number;
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
  const lots = await query<LotRow>(
    work,
    `SELECT asset, granted_on, available_on, expires_on, used_on, kind, granted, remaining
     FROM lot_days WHERE merchant_id = current_merchant() ORDER BY granted_on, available_on, expires_on, used_on`,
  );
  const both = <T>(make: (asset: Asset) => T): Record<Asset, T> =>
    Object.fromEntries(ASSETS.map((asset) => [asset, make(asset)])) as Record<Asset, T>;
  const ofAsset = <Row extends { asset: Asset }>(rows: readonly Row[], asset: Asset): Row[] =>
    rows.filter((row) => row.asset === asset);
  return {
    counts: both((asset) => countsOf(ofAsset(flows, asset), ofAsset(lots, asset), to)),
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

function countsOf(flows: readonly FlowRow[], lots: readonly LotRow[], to: DayNumber): BenefitCounts {
  // What had ended by then and is still to be noted as such, and what could not be used yet.
  const lapsed = sumOf(lots, ({ used_on, expires_on }) => used_on === NEVER && expires_on < to, 'remaining');
  const isPending = ({ granted_on, available_on }: LotRow): boolean => granted_on < to && available_on >= to;
  const pending =
    sumOf(lots, (lot) => isPending(lot) && lot.used_on === NEVER, 'granted') -
    sumOf(lots, (lot) => isPending(lot) && lot.used_on < to, 'remaining');
  const balances = net(flows, 'customer', 'stood') - lapsed;
  return {
    granted: 0 - net(flows, 'program', 'moved'),
    redeemed: net(flows, 'redeemed', 'moved'),
    expired: net(flows, 'expired', 'moved'),
    available: balances - pending,
    outstanding: balances + net(flows, 'held', 'stood'),
  };
}

function sumOf(
  lots: readonly LotRow[],
  which: (lot: LotRow) => boolean,
  what: 'granted' | 'remaining',
): number {
  return lots.reduce((sum, lot) => (which(lot) ? sum + lot[what] : sum), 0);
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
    const key = `${row.granted_on} ${row.available_on} ${row.expires_on}`;
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
