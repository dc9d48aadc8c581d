import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { DayNumber } from '../core/time/calendar';
import { spanOf, type Span } from '../core/time/period';
import type { Asset } from '../core/money';
import { Zone } from '../core/time/zone';
import {
  reportFigures,
  salesByPlace,
  type CustomerCounts,
  type Figure,
  type FigureKey,
  type GapRow,
  type Liability,
} from '../insight';
import { currentSettings } from '../program/program';
import { loadShop } from '../shops/shops';
import { benefitsOf } from './benefits';
import { countChanges } from './counting';
import { salesRows } from './sales-rows';

/** Who bought in so many days before a period might come back in it. */
const BEFORE_DAYS = 90;

export interface DayTotal {
  day: DayNumber;
  /** Of known customers, and of others. */
  knownCents: number;
  otherCents: number;
}

export interface Report {
  span: Span;
  /** Its end has not come yet; what stands is as of now. */
  isRunning: boolean;
  figures: Record<FigureKey, Figure>;
  acquirers: ReturnType<typeof salesByPlace>;
  terminals: ReturnType<typeof salesByPlace>;
  /** Of what is open now, whatever the period. */
  liability: Record<Asset, Liability & { held: number }>;
  /** Each day of the period that has begun; of a single day, the week that ends with it. */
  days: DayTotal[];
  /** Sales that have just come are still being counted. */
  isCounting: boolean;
}

/**
 * The figures of a period (core/period.ts), counted by the database; null for a name that is none, or for one whose first
 * day has not come yet.
 */
export async function reportOf(work: Work, period: string): Promise<Report | 'future' | null> {
  const { zone: name } = await loadShop(work);
  const zone = Zone.of(name);
  const span = spanOf(period, name, work.now);
  if (span === null) return null;
  if (span.from > work.now) return 'future';
  const isCounted = await countChanges(work);
  const today = zone.dayOf(work.now);
  const from = zone.dayOf(span.from);
  const to = Math.min(zone.dayOf(span.to - 1), today) + 1;
  const { claim_days: claimDays } = await currentSettings(work);
  const sales = await salesRows(work, { span, days: { from, to }, claimDays });
  const benefits = await benefitsOf(work, { from, to, today });
  return {
    span,
    isRunning: span.to > work.now,
    figures: reportFigures({
      sales,
      gaps: await gapsOf(work, from, to),
      customers: await customersOf(work, from, to),
      benefits: benefits.counts,
    }),
    acquirers: salesByPlace(sales, 'acquirer'),
    terminals: salesByPlace(sales, 'terminal'),
    liability: benefits.liability,
    days: await daysOf(work, to - from === 1 ? to - 7 : from, to),
    isCounting: !isCounted,
  };
}

function gapsOf(work: Work, from: DayNumber, to: DayNumber): Promise<GapRow[]> {
  return query(
    work,
    `SELECT day - previous_day AS days, count(*) AS purchases FROM purchase_days
     WHERE merchant_id = current_merchant() AND day >= ? AND day < ? AND previous_day IS NOT NULL GROUP BY 1`,
    [from, to],
  );
}

/** A customer's first day within a span is the one whose day before is not in it: so nobody is counted twice. */
async function customersOf(work: Work, from: DayNumber, to: DayNumber): Promise<CustomerCounts> {
  const [row] = await query<CustomerCounts>(
    work,
    `SELECT count(*) FILTER (WHERE p.day >= d.first AND p.previous_day IS NULL) AS fresh,
       count(*) FILTER (WHERE p.day >= d.first AND p.previous_day < d.first) AS returning,
       count(*) FILTER (WHERE p.day < d.first AND (p.previous_day IS NULL OR p.previous_day < d.before)) AS before,
       count(*) FILTER (WHERE p.day >= d.first AND p.previous_day < d.first AND p.previous_day >= d.before) AS "beforeAndBack"
     FROM (SELECT ?::integer AS first, ?::integer AS before) AS d
     LEFT JOIN purchase_days p ON p.merchant_id = current_merchant() AND p.day >= ? AND p.day < ?`,
    [from, from - BEFORE_DAYS, from - BEFORE_DAYS, to],
  );
  if (row === undefined) throw new Error('counts have one row');
  return row;
}

async function daysOf(work: Work, from: DayNumber, to: DayNumber): Promise<DayTotal[]> {
  return query(
    work,
    `SELECT d.day, coalesce(sum(s.cents) FILTER (WHERE s.buyer <> 'unknown'), 0)::bigint AS "knownCents",
       coalesce(sum(s.cents) FILTER (WHERE s.buyer = 'unknown'), 0)::bigint AS "otherCents"
     FROM generate_series(?::integer, ?::integer) AS d (day)
     LEFT JOIN sales_days s ON s.merchant_id = current_merchant() AND s.day = d.day
     GROUP BY d.day ORDER BY d.day`,
    [from, to - 1],
  );
}
