import { cohortCounts, cohortTable, monthsFrom } from '../../src/loyalty/insight/figures/cohorts';
import { liabilityOf, redemptionTable, type LotLife } from '../../src/loyalty/insight/figures/liability';
import {
  FIGURES,
  reportFigures,
  salesByPlace,
  type ReportRows,
  type SalesRow,
} from '../../src/loyalty/insight/figures/report';

const DAY = 86_400_000;

describe('cohorts', () => {
  it('one line a month by first purchase, and who of it came in each month after', () => {
    const purchases = [
      ['ana', '2026-08'],
      ['bia', '2026-06'],
      ['ana', '2026-06'],
      ['ana', '2026-06'],
      ['bia', '2026-07'],
      ['caio', '2026-08'],
    ].map(([customer = '', month = '']) => ({ customer, month }));
    expect(cohortTable(cohortCounts(purchases), '2026-06', '2026-08')).toEqual([
      { cohort: '2026-06', size: 2, returned: [1, 1] },
      { cohort: '2026-07', size: 0, returned: [0] },
      { cohort: '2026-08', size: 1, returned: [] },
    ]);
  });

  it('months go over the turn of the year; a period in the wrong order has none', () => {
    expect(monthsFrom('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(cohortTable([], '2027-01', '2026-12')).toEqual([]);
    expect(() => monthsFrom('2026-13', '2027-01')).toThrow(RangeError);
  });
});

describe('liability and breakage', () => {
  const now = 1_000 * DAY;
  const lot = (age: number, valid: number | null, spentAt: number | null): LotLife => ({
    grantedAt: now - age * DAY,
    granted: 1_000,
    expiresAt: valid === null ? null : now - age * DAY + valid * DAY,
    spent: spentAt === null ? [] : [{ at: now - age * DAY + spentAt * DAY, quantity: 1_000 }],
    takenBack: 0,
  });
  /** Of ten grants valid for 28 days, four were spent in the second week and one in the fourth. */
  const past = [10, 10, 10, 10, 24, null, null, null, null, null].map((spentAt) => lot(300, 28, spentAt));

  it('learns by the age of lots what was spent of those that were still there', () => {
    const { weekly } = redemptionTable(past, now);
    expect(weekly.map(({ atRisk, spent }) => [atRisk, spent])).toEqual([
      [10_000, 0],
      [10_000, 4_000],
      [6_000, 0],
      [6_000, 1_000],
    ]);
  });

  it('lots still open count for the time that was seen of them', () => {
    const { weekly } = redemptionTable([lot(10, 28, null)], now);
    expect(weekly).toHaveLength(2);
    expect(weekly[1]?.atRisk).toBeCloseTo((1_000 * 3) / 7, 6);
  });

  it('tells when what is outstanding ends, and expects of it what past lots of that age did', () => {
    const open = [
      { grantedAt: now, remaining: 1_000, expiresAt: now + 28 * DAY },
      { grantedAt: now - 21 * DAY, remaining: 600, expiresAt: now + 7 * DAY },
      { grantedAt: now - 40 * DAY, remaining: 500, expiresAt: now - 1 },
      { grantedAt: now - 5 * DAY, remaining: 0, expiresAt: null },
    ];
    expect(liabilityOf(open, redemptionTable(past, now), now)).toEqual({
      outstanding: 1_600,
      expiring: [600, 1_000, 0],
      expiringLater: 0,
      neverExpiring: 0,
      expectedRedeemed: 600,
      breakage: 1_000,
    });
  });

  it('without a past nothing is expected; nothing is supposed beyond what was seen', () => {
    const open = [
      { grantedAt: now, remaining: 70, expiresAt: now + 200 * DAY },
      { grantedAt: now, remaining: 30, expiresAt: null },
    ];
    expect(liabilityOf(open, redemptionTable([], now), now)).toEqual({
      outstanding: 100,
      expiring: [0, 0, 0],
      expiringLater: 70,
      neverExpiring: 30,
      expectedRedeemed: null,
      breakage: null,
    });
    expect(liabilityOf(open, redemptionTable(past, now), now).expectedRedeemed).toBe(50);
  });

  it('what refunds took back was never there to be spent', () => {
    const { weekly } = redemptionTable([{ ...lot(300, 7, null), takenBack: 1_000 }], now);
    expect(weekly).toEqual([]);
  });
});

describe('the figures of a report', () => {
  const row = (part: Partial<SalesRow>): SalesRow => ({
    terminal: 'T1',
    acquirer: 'stone',
    buyer: 'identified',
    withBenefit: false,
    sales: 1,
    cents: 1_000,
    ...part,
  });
  const nothing = { granted: 0, redeemed: 0, expired: 0, available: 0, outstanding: 0 };
  const rows: ReportRows = {
    sales: [
      row({ sales: 3, cents: 9_000 }),
      row({ withBenefit: true, sales: 2, cents: 9_001, terminal: 'T2' }),
      row({ buyer: 'claimed', terminal: 'T2' }),
      row({ buyer: 'claimable', terminal: null, acquirer: null, sales: 4, cents: 7_000 }),
      row({ buyer: 'lost', withBenefit: true, cents: 99_999 }),
    ],
    gaps: [
      { days: 40, purchases: 1 },
      { days: 7, purchases: 3 },
      { days: 10, purchases: 1 },
    ],
    customers: { fresh: 2, returning: 3, before: 10, beforeAndBack: 4 },
    benefits: { cashback: { ...nothing, granted: 500 }, points: { ...nothing, outstanding: 66 } },
  };

  it('tell what was seen, identified, claimed and lost, and shares by their two counts', () => {
    expect(reportFigures(rows)).toMatchObject({
      'sales-seen': { kind: 'count', value: 11 },
      'sales-identified': { value: 5 },
      'sales-claimed': { value: 1 },
      'sales-claimable': { value: 4 },
      'sales-lost': { value: 1 },
      revenue: { kind: 'money', cents: 126_000 },
      'customers-new': { value: 2 },
      'repurchase-rate': { kind: 'share', part: 4, whole: 10 },
      'days-to-return': { kind: 'days', median: 7, late: 10, of: 5 },
      'cashback-granted': { kind: 'amount', asset: 'cashback', quantity: 500 },
      'points-outstanding': { quantity: 66 },
    });
  });

  it('compare tickets of known buyers only, rounded half up', () => {
    expect(reportFigures(rows)).toMatchObject({
      'ticket-with-benefit': { kind: 'mean', cents: 4_501, sales: 2 },
      'ticket-without-benefit': { kind: 'mean', cents: 2_500, sales: 4 },
    });
  });

  it('stand for each machine and acquirer, the greatest first', () => {
    expect(salesByPlace(rows.sales, 'terminal')).toEqual([
      { name: 'T1', sales: 4, cents: 108_999 },
      { name: 'T2', sales: 3, cents: 10_001 },
      { name: null, sales: 4, cents: 7_000 },
    ]);
  });

  it('keep machines of one number apart where several acquirers have one', () => {
    const of = (terminal: string, acquirer: string | null, cents: number) =>
      ({ terminal, acquirer, buyer: 'lost', withBenefit: false, sales: 1, cents }) as const;
    const sold = [
      of('01', 'stone', 500),
      of('01', 'cielo', 300),
      of('01', null, 200),
      of('02', 'stone', 90),
      of('02', null, 9),
    ];
    expect(salesByPlace(sold, 'terminal')).toEqual([
      { name: '01', acquirer: 'stone', sales: 1, cents: 500 },
      { name: '01', acquirer: 'cielo', sales: 1, cents: 300 },
      { name: '01', acquirer: null, sales: 1, cents: 200 },
      { name: '02', sales: 2, cents: 99 },
    ]);
  });

  it('exist also for a period in which nothing happened, all of them', () => {
    const figures = reportFigures({
      sales: [],
      gaps: [],
      customers: { fresh: 0, returning: 0, before: 0, beforeAndBack: 0 },
      benefits: { cashback: nothing, points: nothing },
    });
    expect(Object.keys(figures).sort()).toEqual([...FIGURES].sort());
    expect(figures['ticket-with-benefit']).toEqual({ kind: 'mean', cents: null, sales: 0 });
    expect(figures['days-to-return']).toEqual({ kind: 'days', median: null, late: null, of: 0 });
  });
});
