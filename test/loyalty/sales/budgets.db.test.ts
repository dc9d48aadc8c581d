import { editRule, explainSale, ruleSchema, type Sale } from '../../../src/loyalty';
import { START } from '../../support/database';
import { percent, saleOf } from '../../support/shop';
import { refunded, restored, suiteShop } from '../../support/suite-shop';

const { test, opens, inShop, sell, stands } = suiteShop();
const phone = (i: number): string => `+5511988880${String(i).padStart(3, '0')}`;
/** Of customers of their own. */
const sales = (count: number): Sale[] => Array.from({ length: count }, (_, i) => saleOf({ phone: phone(i) }));
const given = (): Promise<number> =>
  inShop(async (work) => {
    const [row] = await work
      .trx<{ period: string; quantity: number }>('rule_counters')
      .where({ period: 'budget' });
    return row?.quantity ?? 0;
  });
const shopWithBudget = async (cents: number): Promise<void> => {
  await opens([percent(1000, { limits: { budget_cents: cents } })]);
};

it('what a correction gives back, and others had meanwhile, is not given above the budget', async () => {
  await shopWithBudget(2_000);
  const [first, second, third] = sales(3) as [Sale, Sale, Sale];
  await sell(first, second);
  await sell(refunded(first, 10_000));
  await sell(third);
  await sell(restored(first));
  expect(await stands(first, second, third)).toEqual([0, 1_000, 1_000]);
  expect(await given()).toBe(2_000);
});

it('gives back as far as there is room, and so each time that the sale is told anew', async () => {
  await shopWithBudget(2_500);
  const [first, second, third] = sales(3) as [Sale, Sale, Sale];
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

it('where nobody took of it meanwhile it is all given back, though the budget is used up', async () => {
  await shopWithBudget(2_500);
  const [first, second, third] = sales(3) as [Sale, Sale, Sale];
  await sell(first, second, third);
  for (const one of [second, third, first]) await sell(refunded(one, 10_000));
  for (const one of [third, second, first]) await sell(restored(one));
  expect(await stands(first, second, third)).toEqual([1_000, 1_000, 500]);
});

it('why says what of the budget was left', async () => {
  await shopWithBudget(1_700);
  const [first, second] = sales(2) as [Sale, Sale];
  await sell(first);
  await sell(refunded(first, 10_000), second);
  await sell(restored(first));
  const why = await inShop((work) => explainSale(work, first.externalId));
  expect(why?.cashbackCents).toBe(700);
  expect(why?.rules[0]?.trace.steps).toContainEqual({ step: 'budget', after: 700 });
});

it('a voucher that does not fit any more is not given again', async () => {
  await opens([
    ruleSchema.parse({ benefit: { kind: 'voucher-fixed', cents: 1_000 }, limits: { budget_cents: 1_500 } }),
  ]);
  const [first, second] = sales(2) as [Sale, Sale];
  await sell(first);
  await sell(refunded(first, 10_000));
  await sell(second);
  await sell(restored(first));
  const open = await inShop((work) => work.trx('vouchers').where({ state: 'open' }).select('sale_id'));
  expect(open).toEqual([{ sale_id: second.externalId }]);
  expect(await given()).toBe(1_000);
});

it('a budget that was raised since has room for it', async () => {
  await shopWithBudget(1_000);
  const [first, second] = sales(2) as [Sale, Sale];
  await sell(first);
  test.clock.set(START + 120_000);
  await inShop(async (work) => {
    const rule = percent(1000, { limits: { budget_cents: 2_000 } });
    await editRule(work, {
      seen: { id: 1, rule: percent(1000, { limits: { budget_cents: 1_000 } }), paused: false },
      rule,
      by: null,
      key: 'more',
    });
  });
  await sell({ ...second, occurredAt: START + 120_000 });
  await sell(refunded(first, 10_000));
  await sell(restored(first));
  expect(await stands(first, second)).toEqual([1_000, 1_000]);
});

it('corrections and sales at once never give more than the budget, and use it to the cent', async () => {
  await shopWithBudget(5_300);
  const before = sales(10);
  await sell(...before);
  const others = Array.from({ length: 10 }, (_, i) => saleOf({ phone: phone(100 + i) }));
  const inTurn = async (sale: Sale): Promise<void> => {
    await sell(refunded(sale, 10_000));
    await sell(restored(sale));
  };
  await Promise.all([...before.map(inTurn), ...others.map((sale) => sell(sale))]);
  expect(await given()).toBe(5_300);
  const all = await stands(...before, ...others);
  expect(all.reduce((sum, cents) => sum + cents, 0)).toBe(5_300);
});
