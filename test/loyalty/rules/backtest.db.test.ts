import {
  applySales,
  backtest,
  changeProgram,
  currentProgram,
  ruleSchema,
  type BacktestSide,
  type Rule,
  type Sale,
  type Span,
  type Work,
} from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { BIA, openShop, saleOf } from '../../support/shop';

const DAY = 86_400_000;
const test = suiteDatabase();

beforeEach(() => test.clock.set(START));

const on = (day: number, change: Partial<Sale> & { phone?: string } = {}): Sale => {
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
