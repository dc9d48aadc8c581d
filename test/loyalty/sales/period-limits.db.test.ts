import { editRule, explainSale, ruleSchema, type Rule, type Sale } from '../../../src/loyalty';
import { START } from '../../support/database';
import { ANA, BIA, percent, saleOf } from '../../support/shop';
import { refunded, restored, suiteShop } from '../../support/suite-shop';

const { test, opens, inShop, sell, stands } = suiteShop();
const three = (): [Sale, Sale, Sale] => [saleOf({}), saleOf({}), saleOf({})];
const monthly = (cents: number): Rule => percent(1000, { limits: { max_cents_per_customer_month: cents } });
const pointsWeekly = ruleSchema.parse({
  benefit: { kind: 'points-per-amount', points: 1, per_cents: 10 },
  limits: { max_points_per_customer_week: 2_000 },
});

it.each([
  ['day', percent(1000, { limits: { max_cents_per_customer_day: 2_000 } })],
  ['week', percent(1000, { limits: { max_cents_per_customer_week: 2_000 } })],
  ['month', monthly(2_000)],
  ['week, in points', pointsWeekly],
])(
  'what a correction gives back, and the customer drew meanwhile, passes no limit of a %s',
  async (_, rule) => {
    await opens([rule]);
    const [first, second, third] = three();
    await sell(first, second);
    await sell(refunded(first, 10_000));
    await sell(third);
    await sell(restored(first));
    expect(await stands(first, second, third)).toEqual([0, 1_000, 1_000]);
  },
);

it('gives back as far as there is room, and so each time that the sale is told anew', async () => {
  await opens([monthly(2_500)]);
  const [first, second, third] = three();
  await sell(first, second);
  await sell(refunded(first, 10_000), third);
  await sell(restored(first));
  expect(await stands(first, second, third)).toEqual([500, 1_000, 1_000]);
  await sell(refunded(first, 2_000));
  expect(await stands(first)).toEqual([500]);
  await sell(refunded(first, 8_000));
  expect(await stands(first)).toEqual([200]);
  await sell(refunded(second, 10_000));
  await sell(restored(first));
  expect(await stands(first, second, third)).toEqual([1_000, 0, 1_000]);
});

it('where nothing was drawn of it meanwhile it is all given back, though the limit is reached', async () => {
  await opens([monthly(2_500)]);
  const [first, second, third] = three();
  await sell(first, second, third);
  for (const one of [second, third, first]) await sell(refunded(one, 10_000));
  for (const one of [third, second, first]) await sell(restored(one));
  expect(await stands(first, second, third)).toEqual([1_000, 1_000, 500]);
});

it('what another customer drew, or the same one in another month, leaves it its room', async () => {
  await opens([monthly(1_000)]);
  const [first] = three();
  const [others, later] = [saleOf({ phone: BIA }), saleOf({ occurredAt: START + 40 * 86_400_000 })];
  await sell(first);
  await sell(refunded(first, 10_000));
  await sell(others, later);
  await sell(restored(first));
  expect(await stands(first, others, later)).toEqual([1_000, 1_000, 1_000]);
});

it('a limit lowered since takes nothing from what is only told again; a limit raised since has room', async () => {
  await opens([monthly(2_000)]);
  const [first, second] = three();
  await sell(first);
  const change = async (from: number, to: number): Promise<void> => {
    const seen = { id: 1, rule: monthly(from), paused: false };
    test.clock.set(test.clock.now() + 60_000);
    await inShop((work) => editRule(work, { seen, rule: monthly(to), by: null, key: `to ${to}` }));
  };
  await change(2_000, 500);
  await sell(refunded(first, 1));
  expect(await stands(first)).toEqual([1_000]);
  await change(500, 1_500);
  await sell(refunded(first, 10_000));
  await sell({ ...second, totalCents: 15_000, occurredAt: test.clock.now() });
  await sell(restored(first));
  expect(await stands(first, second)).toEqual([500, 1_500]);
  await change(1_500, 4_000);
  await sell(refunded(first, 1));
  expect(await stands(first, second)).toEqual([1_000, 1_500]);
});

it('why says what of the limit was left', async () => {
  await opens([monthly(1_700)]);
  const [first, second] = three();
  await sell(first);
  await sell(refunded(first, 10_000), second);
  await sell(restored(first));
  const why = await inShop((work) => explainSale(work, first.externalId));
  expect(why?.cashbackCents).toBe(700);
  expect(why?.rules[0]?.trace.steps).toContainEqual({ step: 'month', after: 700 });
});

it('corrections and sales of one customer at once never give more than the limit, and use it to the cent', async () => {
  await opens([monthly(5_300)]);
  const before = Array.from({ length: 10 }, () => saleOf({ phone: ANA }));
  await sell(...before);
  const others = Array.from({ length: 10 }, () => saleOf({ phone: ANA }));
  const inTurn = async (sale: Sale): Promise<void> => {
    await sell(refunded(sale, 10_000));
    await sell(restored(sale));
  };
  await Promise.all([...before.map(inTurn), ...others.map((sale) => sell(sale))]);
  const all = await stands(...before, ...others);
  expect(all.reduce((sum, cents) => sum + cents, 0)).toBe(5_300);
});
