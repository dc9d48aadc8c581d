import { addRule, exampleOf, type Rule, type RuleExample, type Work } from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { openShop, percent } from '../../support/shop';

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
});

const inShop = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, body);
const exampleFor = (rule: Rule): Promise<RuleExample> => inShop((work) => exampleOf(work, rule));

it('of a stamp card is the purchase that fills it, beside the rules in force', async () => {
  const then = { kind: 'voucher-item' as const, name: 'café' };
  const example = await exampleFor({ benefit: { kind: 'stamp-card', every: 10, then } });
  expect(example).toMatchObject({ saleCents: 10_000, real: false, cashbackCents: 500, vouchers: [then] });
});

it.each<[string, NonNullable<Rule['conditions']>]>([
  ['birthday', { birthday: 'day' }],
  ['inactive days', { inactive_days: 30 }],
  ['nth purchase', { nth_purchase: 5 }],
  ['tier', { tier: 'ouro' }],
  ['labels', { labels: ['vip'] }],
  ['first purchase', { first_purchase: true }],
  ['categories', { include_categories: ['bebidas'] }],
])('shows a rule of a %s', async (_what, conditions) => {
  expect((await exampleFor(percent(1000, { conditions }))).cashbackCents).toBe(1500);
});

it('shows what the rule multiplies', async () => {
  await inShop((work) =>
    addRule(work, {
      rule: { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 } },
      by: null,
      key: 'points',
    }),
  );
  const double: Rule = {
    benefit: { kind: 'multiplier', asset: 'points', times_x100: 200 },
    conditions: { birthday: 'month' },
  };
  expect((await exampleFor(double)).points).toBe(200);
});
