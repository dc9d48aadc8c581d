import type { Asset } from '../../core/money';

/**
 * The figures of a report, each by a key under which its name and its definition stand in the texts. A share comes as
 * its two counts, so that it is never shown as a bare percentage.
 */
export const FIGURES = [
  'sales-seen',
  'sales-identified',
  'sales-claimed',
  'sales-claimable',
  'sales-lost',
  'revenue',
  'customers-new',
  'customers-returning',
  'repurchase-rate',
  'days-to-return',
  'ticket-with-benefit',
  'ticket-without-benefit',
  'cashback-granted',
  'cashback-redeemed',
  'cashback-expired',
  'cashback-available',
  'cashback-outstanding',
  'points-granted',
  'points-redeemed',
  'points-expired',
  'points-available',
  'points-outstanding',
] as const;
export type FigureKey = (typeof FIGURES)[number];

export type Figure =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'money'; readonly cents: number }
  | { readonly kind: 'amount'; readonly asset: Asset; readonly quantity: number }
  | { readonly kind: 'share'; readonly part: number; readonly whole: number }
  /** Mean of so many sales, in cents rounded half up; null of none. */
  | { readonly kind: 'mean'; readonly cents: number | null; readonly sales: number }
  /** By nearest rank, in days; null of none. */
  | {
      readonly kind: 'days';
      readonly median: number | null;
      readonly late: number | null;
      readonly of: number;
    };

/** Who bought: known from the sale itself, by a claim, not yet but the claim is still open, or never any more. */
export type BuyerKnown = 'identified' | 'claimed' | 'claimable' | 'lost';

/** Sales of the period that are alike; what was refunded whole is none. */
export interface SalesRow {
  readonly terminal: string | null;
  readonly acquirer: string | null;
  readonly buyer: BuyerKnown;
  /** Whether a benefit paid a part of it. */
  readonly withBenefit: boolean;
  readonly sales: number;
  /** Net of refunds. */
  readonly cents: number;
}

/** Purchases of the period that came this many days after the customer's one before. */
export interface GapRow {
  readonly days: number;
  readonly purchases: number;
}

export interface CustomerCounts {
  /** Bought in the period for the first time. */
  readonly fresh: number;
  /** Bought in the period, and before it. */
  readonly returning: number;
  /** Bought in the 90 days before the period. */
  readonly before: number;
  /** Of those, who bought in the period too. */
  readonly beforeAndBack: number;
}

/** Moved in the period, and what stands at its end. */
export interface BenefitCounts {
  readonly granted: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly available: number;
  readonly outstanding: number;
}

export interface ReportRows {
  readonly sales: readonly SalesRow[];
  readonly gaps: readonly GapRow[];
  readonly customers: CustomerCounts;
  readonly benefits: Readonly<Record<Asset, BenefitCounts>>;
}

/** All figures of a period; also of one in which nothing happened. */
export function reportFigures({ sales, gaps, customers, benefits }: ReportRows): Record<FigureKey, Figure> {
  return {
    ...salesFigures(sales),
    'customers-new': count(customers.fresh),
    'customers-returning': count(customers.returning),
    'repurchase-rate': { kind: 'share', part: customers.beforeAndBack, whole: customers.before },
    'days-to-return': daysToReturn(gaps),
    ...benefitFigures(benefits),
  };
}

const count = (value: number): Figure => ({ kind: 'count', value });

function salesFigures(rows: readonly SalesRow[]) {
  const known = rows.filter(({ buyer }) => buyer === 'identified' || buyer === 'claimed');
  const salesBy = (buyer: BuyerKnown) => count(totals(rows.filter((row) => row.buyer === buyer)).sales);
  return {
    'sales-seen': count(totals(rows).sales),
    'sales-identified': salesBy('identified'),
    'sales-claimed': salesBy('claimed'),
    'sales-claimable': salesBy('claimable'),
    'sales-lost': salesBy('lost'),
    revenue: { kind: 'money', cents: totals(rows).cents } satisfies Figure,
    'ticket-with-benefit': ticket(known.filter(({ withBenefit }) => withBenefit)),
    'ticket-without-benefit': ticket(known.filter(({ withBenefit }) => !withBenefit)),
  };
}

/** A comparison of different people, not an effect: whoever redeems is a regular. Both are of known buyers only. */
function ticket(rows: readonly SalesRow[]): Figure {
  const { sales, cents } = totals(rows);
  return { kind: 'mean', cents: sales === 0 ? null : Math.floor((2 * cents + sales) / (2 * sales)), sales };
}

function benefitFigures(benefits: Readonly<Record<Asset, BenefitCounts>>) {
  const of = (asset: Asset, what: keyof BenefitCounts): Figure => ({
    kind: 'amount',
    asset,
    quantity: benefits[asset][what],
  });
  return {
    'cashback-granted': of('cashback', 'granted'),
    'cashback-redeemed': of('cashback', 'redeemed'),
    'cashback-expired': of('cashback', 'expired'),
    'cashback-available': of('cashback', 'available'),
    'cashback-outstanding': of('cashback', 'outstanding'),
    'points-granted': of('points', 'granted'),
    'points-redeemed': of('points', 'redeemed'),
    'points-expired': of('points', 'expired'),
    'points-available': of('points', 'available'),
    'points-outstanding': of('points', 'outstanding'),
  };
}

/** Median, and the days within which four of five came back. */
function daysToReturn(gaps: readonly GapRow[]): Figure {
  const sorted = [...gaps].sort((a, b) => a.days - b.days);
  const of = sorted.reduce((sum, { purchases }) => sum + purchases, 0);
  return { kind: 'days', median: weightedRank(sorted, of, 0.5), late: weightedRank(sorted, of, 0.8), of };
}

function weightedRank(sorted: readonly GapRow[], of: number, share: number): number | null {
  let seen = 0;
  return sorted.find(({ purchases }) => (seen += purchases) >= share * of && seen > 0)?.days ?? null;
}

/** Sales and cents of what named it; `acquirer` where several have a machine of that name. */
export interface PlaceTotal {
  readonly name: string | null;
  readonly acquirer?: string | null;
  readonly sales: number;
  readonly cents: number;
}

/** Of each machine or acquirer, the greatest first; what named none comes under null. */
export function salesByPlace(rows: readonly SalesRow[], place: 'terminal' | 'acquirer'): PlaceTotal[] {
  const names = [...new Set(rows.map((row) => row[place]))];
  return names
    .flatMap((name): PlaceTotal[] => {
      const own = rows.filter((row) => row[place] === name);
      const acquirers = [...new Set(own.map(({ acquirer }) => acquirer))];
      const isOne = name === null || place === 'acquirer' || acquirers.filter(isSaid).length < 2;
      if (isOne) return [{ name, ...totals(own) }];
      return acquirers.map((acquirer) => ({
        name,
        acquirer,
        ...totals(own.filter((row) => row.acquirer === acquirer)),
      }));
    })
    .sort((a, b) => b.cents - a.cents || (a.name ?? '').localeCompare(b.name ?? ''));
}

const isSaid = (name: string | null): boolean => name !== null;

function totals(rows: readonly SalesRow[]): { sales: number; cents: number } {
  return rows.reduce((sum, row) => ({ sales: sum.sales + row.sales, cents: sum.cents + row.cents }), {
    sales: 0,
    cents: 0,
  });
}
