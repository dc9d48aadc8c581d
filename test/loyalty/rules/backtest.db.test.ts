import { randomUUID } from 'node:crypto';
import {
  applySales,
  backtest,
  blockCustomer,
  changeProgram,
  currentProgram,
  ruleSchema,
  settingsSchema,
  Zone,
  type Award,
  type Backtest,
  type BacktestSide,
  type Rule,
  type Sale,
  type Span,
  type Work,
} from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { ANA, BIA, customerKnownBy, openShop, percent as cashback, saleOf } from '../../support/shop';

const DAY = 86_400_000;
const test = suiteDatabase();

beforeEach(() => test.clock.set(START));

const on = (day: number, change: Partial<Sale> & { phone?: string | null } = {}): Sale => {
  const at = START + 60_000 + day * DAY;
  return saleOf({ occurredAt: at, updatedAt: at, ...change });
};
const percent = (bps: number, conditions: object): Rule =>
  ruleSchema.parse({ benefit: { kind: 'cashback-percent', bps }, conditions });

/** What the program in force would give over a span. */
const tried = (work: Work, span: Span): Promise<BacktestSide> =>
  currentProgram(work).then(
    async (program) => (await backtest(work, { proposed: program!, today: null, span })).proposed,
  );

it.each<[string, Rule]>([
  ['first purchase', percent(1000, { first_purchase: true })],
  ['third purchase', percent(1000, { nth_purchase: 3 })],
  ['days since the last purchase', percent(1000, { inactive_days: 25 })],
  ['tier', percent(1000, { tier: 'Ouro' })],
  ['sale alone', percent(1000, { min_cents: 10_000, min_inclusive: false })],
])('any span of the past costs what its sales were given: %s', async (_, rule) => {
  const shop = await openShop(test.db, []);
  await test.db.asMerchant(shop, (work) =>
    changeProgram(work, { key: 'rules', by: null, note: null }, ({ settings }) => ({
      ok: true,
      value: {
        listed: [{ id: 1, rule, paused: false }],
        settings: { ...settings, tiers: [{ name: 'Ouro', min_cents: 25_000 }] },
      },
    })),
  );
  test.clock.set(START + 400 * DAY);
  const sales = [
    on(0),
    on(1, { phone: BIA, totalCents: 20_000 }),
    on(10),
    on(12, { refundedCents: 10_000 }),
    on(40, { totalCents: 15_000 }),
    on(45),
    on(50, { phone: BIA }),
    on(80),
    on(371, { phone: BIA }),
    on(372),
  ];
  for (const sale of sales) await test.db.asMerchant(shop, (work) => applySales(work, [sale]));
  for (const from of [0, 5, 30, 42, 60, 370])
    for (const to of [48, 100, 400]) {
      const span = { from: START + from * DAY, to: START + to * DAY };
      const [given, side] = await test.db.asMerchant(shop, async (work) => {
        const rows: { cashback_cents: number }[] = await work
          .trx('sales')
          .whereBetween('occurred_at', [new Date(span.from), new Date(span.to)])
          .select('cashback_cents');
        return [rows.reduce((sum, row) => sum + row.cashback_cents, 0), await tried(work, span)] as const;
      });
      expect([from, to, side.cashbackCents]).toEqual([from, to, given]);
    }
});

const CAIO = '+5511988880005';

/** Ana's birthday is the third day, Bia is of the label, Caio is neither; the sixth sale is nobody's. */
const PAST: readonly Sale[] = (
  [
    [0, ANA, 10_000],
    [1, BIA, 20_000],
    [2, ANA, 15_000],
    [2.25, ANA, 5_000],
    [3, CAIO, 3_000],
    [4, null, 9_900],
    [5, BIA, 8_000, { refundedCents: 2_000 }],
    [8, ANA, 12_000],
    [9, BIA, 6_000],
    [10, CAIO, 40_000],
  ] as const
).map(([day, phone, totalCents, change]) => on(day, { phone, totalCents, ...change }));

/** A shop whose program was in force over that past, or one that had none. */
async function shopWithPast(rules: readonly Rule[]): Promise<number> {
  test.clock.set(START);
  const shop = await openShop(test.db, rules);
  await test.db.asMerchant(shop, async (work) => {
    const [ana, bia] = [
      await customerKnownBy(work, { kind: 'phone', value: ANA }),
      await customerKnownBy(work, { kind: 'phone', value: BIA }),
    ];
    await work.trx('customers').where({ id: ana }).update({ birthday: '11-25' });
    await work.trx('customer_labels').insert({
      merchant_id: shop,
      customer_id: bia,
      label: 'vip',
      created_at: new Date(work.now),
    });
  });
  test.clock.set(START + 20 * DAY);
  for (const sale of PAST) await test.db.asMerchant(shop, (work) => applySales(work, [sale]));
  return shop;
}

interface Lot {
  customer_id: string;
  sale_id: string;
  asset: 'cashback' | 'points';
  granted: number;
}

interface Given {
  customer_id: string;
  sale_id: string;
  benefit: { cents?: number; max_cents?: number };
}

/** What a shop's own books say that it gave, in a backtest's words. */
const awarded = (shop: number): Promise<BacktestSide> =>
  test.db.asMerchant(shop, async ({ trx }) => {
    const lots = (await trx('lots').whereNotNull('sale_id')) as Lot[];
    const vouchers = (await trx('vouchers').where({ source: 'rule' })) as Given[];
    const sum = (asset: Lot['asset'], of: (lot: Lot) => boolean = () => true): number =>
      lots.filter((lot) => lot.asset === asset && of(lot)).reduce((all, { granted }) => all + granted, 0);
    const worth = (some: Given[]): number =>
      some.reduce((all, { benefit }) => all + (benefit.cents ?? benefit.max_cents ?? 0), 0);
    const awardOf = ({ externalId: saleId, totalCents: saleCents, occurredAt }: Sale): Award => {
      const ofSale = ({ sale_id: id }: { sale_id: string }): boolean => id === saleId;
      return {
        saleId,
        saleCents,
        occurredAt,
        cashbackCents: sum('cashback', ofSale),
        points: sum('points', ofSale),
        vouchers: vouchers.filter(ofSale).length,
        voucherCents: worth(vouchers.filter(ofSale)),
      };
    };
    const awards = PAST.map(awardOf);
    const KINDS = ['cashbackCents', 'points', 'vouchers', 'voucherCents'] as const;
    const largestOf = (kind: (typeof KINDS)[number]): Award | null =>
      awards.reduce<Award | null>((most, one) => (one[kind] > (most?.[kind] ?? 0) ? one : most), null);
    const sumOf = (kind: (typeof KINDS)[number], some: Award[]): number =>
      some.reduce((all, one) => all + one[kind], 0);
    const zone = Zone.of('America/Sao_Paulo');
    const monthOf = ({ occurredAt }: Award): string => zone.local(occurredAt).date.slice(0, 7);
    return {
      cashbackCents: sum('cashback'),
      points: sum('points'),
      vouchers: vouchers.length,
      voucherCents: worth(vouchers),
      sales: new Set([...lots, ...vouchers].map((one) => one.sale_id)).size,
      customers: new Set([...lots, ...vouchers].map((one) => one.customer_id)).size,
      largest: {
        cashbackCents: largestOf('cashbackCents'),
        points: largestOf('points'),
        vouchers: largestOf('vouchers'),
        voucherCents: largestOf('voucherCents'),
      },
      months: ['2026-11', '2026-12'].map((month) => {
        const inMonth = awards.filter((one) => monthOf(one) === month);
        const [cashbackCents = 0, points = 0, count = 0, voucherCents = 0] = KINDS.map((kind) =>
          sumOf(kind, inMonth),
        );
        return { month, cashbackCents, points, vouchers: count, voucherCents };
      }),
    };
  });

describe('a program that is proposed over a past without one would have given what it gives where it is in force:', () => {
  /** Cashback, points, vouchers and their most, sales and customers who won, and the largest award. */
  type Figures = [number, number, number, number, number, number, number | null];
  const perReal = { kind: 'points-per-amount', points: 1, per_cents: 100 } as const;
  const RULES: readonly [string, Rule, Figures][] = [
    [
      'points',
      { benefit: perReal, conditions: { min_cents: 6_000, min_inclusive: true } },
      [0, 1_090, 0, 0, 7, 3, null],
    ],
    ['birthdays', cashback(1000, { conditions: { birthday: 'day' } }), [2_000, 0, 0, 0, 2, 1, 1_500]],
    [
      'labels',
      { benefit: { kind: 'cashback-fixed', cents: 300 }, conditions: { labels: ['vip'] } },
      [900, 0, 0, 0, 3, 1, 300],
    ],
    [
      'a limit a day',
      cashback(1000, { limits: { max_cents_per_customer_day: 1_800 } }),
      [9_100, 0, 0, 0, 9, 3, 1_800],
    ],
    [
      'a limit a week',
      cashback(1000, { limits: { max_cents_per_customer_week: 1_100 } }),
      [5_300, 0, 0, 0, 7, 3, 1_100],
    ],
    [
      'a limit a month',
      { benefit: perReal, limits: { max_points_per_customer_month: 200 } },
      [0, 810, 0, 0, 7, 3, null],
    ],
    ['a budget', cashback(1000, { limits: { budget_cents: 3_200 } }), [3_200, 0, 0, 0, 3, 2, 2_000]],
    [
      'a stamp card',
      { benefit: { kind: 'stamp-card', every: 3, then: { kind: 'voucher-fixed', cents: 1_500 } } },
      [0, 0, 2, 3_000, 2, 2, null],
    ],
    [
      'a voucher of the first purchase',
      {
        benefit: { kind: 'voucher-percent', bps: 1000, max_cents: 700 },
        conditions: { first_purchase: true, min_cents: 5_000, min_inclusive: true },
      },
      [0, 0, 2, 1_400, 2, 2, null],
    ],
  ];

  let shop: number;
  beforeAll(async () => {
    shop = await shopWithPast([]);
  });

  const wouldHaveGiven = (rules: Rule[]): Promise<Backtest> =>
    test.db.asMerchant(shop, (work) =>
      backtest(work, {
        proposed: { number: 0, rules, settings: settingsSchema.parse({}), validFrom: 0 },
        today: null,
        span: { from: START, to: START + 20 * DAY },
      }),
    );

  it.each<[string, Rule[], Figures]>([
    ...RULES.map(([what, rule, figures]): [string, Rule[], Figures] => [what, [rule], figures]),
    ['all of them', RULES.map(([, rule]) => rule), [20_500, 1_900, 4, 4_400, 9, 3, 5_200]],
  ])('%s', async (_, rules, figures) => {
    const given = await awarded(await shopWithPast(rules));
    const { proposed, ...result } = await wouldHaveGiven(rules);
    expect(proposed).toEqual(given);
    expect(result).toMatchObject({ sales: 9, salesCents: 119_000, unidentified: 1, today: null });
    const { cashbackCents, points, vouchers, voucherCents, sales, customers, largest } = proposed;
    expect([
      cashbackCents,
      points,
      vouchers,
      voucherCents,
      sales,
      customers,
      largest.cashbackCents?.cashbackCents ?? null,
    ]).toEqual(figures);
  });
});

it.each([
  ['still is', false],
  ['no longer is', true],
])(
  'who was blocked when they bought, and %s, costs nothing, and has bought all the same',
  async (_, isBack) => {
    const third = percent(2_000, { nth_purchase: 3 });
    const shop = await openShop(test.db, [cashback(1_000), third]);
    const owner = { id: randomUUID(), name: 'Dona', role: 'owner' } as const;
    const inShop = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, body);
    const sell = (...sales: Sale[]) => inShop((work) => applySales(work, sales));
    const block = (blocked: boolean): Promise<void> =>
      inShop(async (work) => {
        const customerId = await customerKnownBy(work, { kind: 'phone', value: ANA });
        await blockCustomer(work, { customerId, blocked, by: owner });
      });
    test.clock.set(START + DAY);
    await sell(on(0));
    await block(true);
    test.clock.set(START + 4 * DAY);
    await sell(on(2), on(3, { phone: BIA }));
    if (isBack) await block(false);
    test.clock.set(START + 6 * DAY);
    await sell(on(5));
    const span = { from: START, to: START + 10 * DAY };
    const result = await inShop(async (work) =>
      backtest(work, { proposed: (await currentProgram(work))!, today: null, span }),
    );
    const given = await inShop(async ({ trx }) => (await trx('lots').pluck<number[]>('granted')).map(Number));
    const cost = isBack ? 5_000 : 2_000;
    expect(given.reduce((sum, cents) => sum + cents, 0)).toBe(cost);
    expect(result).toMatchObject({
      sales: isBack ? 3 : 2,
      salesCents: isBack ? 30_000 : 20_000,
      unidentified: 0,
      proposed: { cashbackCents: cost },
    });
  },
);
