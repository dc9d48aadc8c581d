import { balanceOf, issueVoucher, ruleSchema, type Rule, type Sale } from '../../../src/loyalty';
import { START } from '../../support/database';
import { ANA, BIA, percent, saleOf } from '../../support/shop';
import { suiteShop } from '../../support/suite-shop';

const DAY = 86_400_000;
const { test, opens, inShop, sell, stands } = suiteShop();
const refunded = (sale: Sale, cents: number): Sale => ({
  ...sale,
  refundedCents: cents,
  updatedAt: (sale.updatedAt ?? 0) + 1 + cents,
});
const counters = () =>
  inShop((work) => work.trx('rule_counters').orderBy(['period', 'customer_id']).select('period', 'quantity'));
const rule = (data: object): Rule => ruleSchema.parse(data);
const at = (text: string): Partial<Sale> => ({ occurredAt: Date.parse(text), updatedAt: Date.parse(text) });

it.each([['in one set'], ['one by one']])(
  'the first purchase is the one that arrived first, %s',
  async (how) => {
    await opens([percent(1000, { conditions: { first_purchase: true } })]);
    const sales = [saleOf(), saleOf(), saleOf({ phone: BIA })];
    if (how === 'in one set') await sell(...sales);
    else for (const sale of sales) await sell(sale);
    expect(await stands(...sales)).toEqual([1000, 0, 1000]);
  },
);

it('a first purchase that came back whole was none for the next, and stays judged as it was', async () => {
  await opens([percent(1000, { conditions: { first_purchase: true } })]);
  const [first, second, third] = [saleOf(), saleOf(), saleOf()];
  await sell(first);
  await sell(refunded(first, 10_000), second);
  await sell(third);
  expect(await stands(first, second, third)).toEqual([0, 1000, 0]);
});

it('the third purchase is counted over sets, whoever else buys', async () => {
  await opens([percent(1000, { conditions: { nth_purchase: 3 } })]);
  const sales = [saleOf(), saleOf(), saleOf({ phone: BIA }), saleOf(), saleOf()];
  await sell(...sales.slice(0, 2));
  await sell(...sales.slice(2));
  expect(await stands(...sales)).toEqual([0, 0, 0, 1000, 0]);
});

it('a limit of a day holds over sets, and what is refunded makes room again', async () => {
  await opens([percent(1000, { limits: { max_cents_per_customer_day: 1500 } })]);
  const [first, second, third, tomorrow] = [
    saleOf(),
    saleOf(),
    saleOf(),
    saleOf({ occurredAt: START + DAY, updatedAt: START + DAY }),
  ];
  await sell(first, second);
  expect(await stands(first, second)).toEqual([1000, 500]);
  await sell(refunded(first, 10_000));
  test.clock.set(START + DAY);
  await sell(third, tomorrow);
  expect(await stands(first, second, third, tomorrow)).toEqual([0, 500, 1000, 1000]);
  expect(await counters()).toEqual([
    { period: '2026-11-23', quantity: 1500 },
    { period: '2026-11-24', quantity: 1000 },
  ]);
});

it('days and months of a limit are the shop’s: eleven at night is still that day', async () => {
  await opens([percent(1000, { limits: { max_cents_per_customer_day: 1000 } })]);
  test.clock.set(START + 2 * DAY);
  const late = saleOf(at('2026-11-24T23:30:00-03:00'));
  const past = saleOf(at('2026-11-25T00:10:00-03:00'));
  await sell(saleOf(at('2026-11-24T09:00:00-03:00')), late, past);
  expect(await stands(late, past)).toEqual([0, 1000]);
});

const PER_DAY = { max_cents_per_customer_day: 1500 };
const PER_WEEK = { max_cents_per_customer_week: 1500 };
/** Monday is the 23rd; the shop’s clock is three hours behind UTC, so from nine in the evening on that has the next day. */
const PERIODS = [
  [PER_WEEK, ['2026-11-25T12:00', '2026-11-29T12:00', '2026-11-30T12:00'], ['2026-W48', '2026-W49']],
  [PER_WEEK, ['2026-11-29T20:59', '2026-11-29T23:59', '2026-11-30T00:00'], ['2026-W48', '2026-W49']],
  [PER_WEEK, ['2026-11-29T21:00', '2026-11-29T23:59', '2026-11-30T00:10'], ['2026-W48', '2026-W49']],
  [PER_DAY, ['2026-11-25T09:00', '2026-11-25T18:00', '2026-11-26T09:00'], ['2026-11-25', '2026-11-26']],
  [PER_DAY, ['2026-11-25T20:59', '2026-11-25T23:59', '2026-11-26T00:00'], ['2026-11-25', '2026-11-26']],
  [PER_DAY, ['2026-11-25T21:00', '2026-11-25T23:59', '2026-11-26T00:10'], ['2026-11-25', '2026-11-26']],
] as const;
/** How many of three sales each set has. */
const SETS: Record<string, readonly number[]> = {
  'in one set': [3],
  'in two sets': [1, 2],
  'in two sets otherwise': [2, 1],
  'one by one': [1, 1, 1],
};

describe.each(Object.entries(SETS))('%s', (_, sizes) => {
  const sellInSets = async (sales: readonly Sale[]): Promise<void> => {
    const left = [...sales];
    for (const size of sizes) await sell(...left.splice(0, size));
  };

  it.each(PERIODS)('%j is of the shop’s own calendar: sales at %j', async (limits, times, [first, next]) => {
    await opens([percent(1000, { limits })]);
    test.clock.set(START + 14 * DAY);
    const sales = times.map((time) => saleOf(at(`${time}-03:00`)));
    await sellInSets(sales);
    expect(await stands(...sales)).toEqual([1000, 500, 1000]);
    expect(await counters()).toEqual([
      { period: first, quantity: 1500 },
      { period: next, quantity: 1000 },
    ]);
  });

  it('the limits of a day and of a week hold together, and for each customer alone', async () => {
    await opens([percent(1000, { limits: { ...PER_DAY, max_cents_per_customer_week: 2000 } })]);
    test.clock.set(START + 14 * DAY);
    const bought = (time: string, phone = ANA): Sale => saleOf({ phone, ...at(`${time}-03:00`) });
    const week = [bought('2026-11-24T22:00'), bought('2026-11-24T23:00'), bought('2026-11-25T00:30')];
    await sellInSets(week);
    const after = [bought('2026-11-29T23:30'), bought('2026-11-29T23:30', BIA), bought('2026-11-30T00:30')];
    await sellInSets(after);
    expect(await stands(...week, ...after)).toEqual([1000, 500, 500, 0, 1000, 1000]);
  });
});

it('a budget is never exceeded by a hundred sales at once, and is used to the cent', async () => {
  await opens([percent(1000, { limits: { budget_cents: 25_300 } })]);
  const sales = Array.from({ length: 100 }, (_, i) =>
    saleOf({ phone: `+55119888800${String(i).padStart(2, '0')}` }),
  );
  await Promise.all(sales.map((sale) => sell(sale)));
  const given = await stands(...sales);
  expect(given.reduce((sum, cents) => sum + cents, 0)).toBe(25_300);
  expect(given.filter((cents) => cents === 1000)).toHaveLength(25);
  await sell(
    refunded(
      sales.find((_, i) => given[i] === 1000)!,
      10_000,
    ),
  );
  const after = saleOf();
  await sell(after);
  expect(await stands(after)).toEqual([1000]);
});

it('the tier is by what was bought in twelve months, never by the balance', async () => {
  await opens();
  await inShop(async ({ trx, merchantId }) => {
    await trx('program_versions').insert({
      merchant_id: merchantId,
      number: 1,
      rules: JSON.stringify([percent(1000, { conditions: { tier: 'ouro' } })]),
      rule_ids: [1],
      paused: [false],
      settings: JSON.stringify({ tiers: [{ name: 'ouro', min_cents: 20_000 }] }),
      valid_from: new Date(START - 400 * DAY),
      idempotency_key: 'tiers',
      created_at: new Date(START),
    });
  });
  const old = saleOf({ occurredAt: START - 380 * DAY, updatedAt: START - 380 * DAY, totalCents: 90_000 });
  const next = (i: number): Sale => saleOf({ occurredAt: START + 60_000 + i });
  const [a, b, c, d] = [next(0), next(1), next(2), next(3)];
  await sell(old, a);
  await sell(b, c);
  expect(await stands(a, b, c)).toEqual([0, 0, 1000]);
  // All of it is spent: the next purchase is of the tier as well.
  const customer = (await inShop((work) =>
    work.trx('sales').where({ id: c.externalId }).first('customer_id'),
  )) as {
    customer_id: string;
  };
  test.clock.set(START + 120_000);
  const wish = { customerId: customer.customer_id, cents: 1_000, key: 'all of it' };
  expect(await inShop((work) => issueVoucher(work, wish))).toMatchObject({ ok: true });
  expect((await inShop((work) => balanceOf(work, customer.customer_id))).cashback.available).toBe(0);
  await sell(refunded(b, 10_000));
  await sell(d);
  expect(await stands(c, d)).toEqual([1000, 1000]);
});

it('a refund is judged on the past that its sale met, whatever came since', async () => {
  await opens([
    percent(1000, { conditions: { first_purchase: true } }),
    percent(100, { limits: { max_cents_per_customer_month: 150 } }),
  ]);
  const [first, second] = [saleOf(), saleOf()];
  await sell(first);
  await sell(second);
  expect(await stands(first, second)).toEqual([1100, 50]);
  await sell(refunded(first, 5_000), refunded(second, 5_000));
  expect(await stands(first, second)).toEqual([550, 50]);
});

it('rolling cashback expires so many days after the last purchase, and what had expired is not revived', async () => {
  await opens([percent(1000, { validity: { rolling_days: 30 } })]);
  const available = () =>
    inShop(async (work) => {
      const row = (await work.trx('customer_identities').where({ value: ANA }).first('customer_id')) as {
        customer_id: string;
      };
      return (await balanceOf(work, row.customer_id)).cashback.available;
    });
  await sell(saleOf());
  test.clock.set(START + 20 * DAY);
  await sell(saleOf({ occurredAt: START + 20 * DAY, updatedAt: START + 20 * DAY }));
  test.clock.set(START + 45 * DAY);
  expect(await available()).toBe(2000);
  test.clock.set(START + 55 * DAY);
  expect(await available()).toBe(0);
  await sell(saleOf({ occurredAt: START + 55 * DAY, updatedAt: START + 55 * DAY }));
  expect(await available()).toBe(1000);
});

it('purchases of one set renew like purchases one by one, and not over the gap between them', async () => {
  await opens([percent(1000, { validity: { rolling_days: 30 } })]);
  const expiries = () =>
    inShop(async (work) => {
      const lots = await work.trx<{ expires_at: number }>('lots').orderBy('expires_at').select('expires_at');
      return lots.map(({ expires_at }) => Math.floor((expires_at - START) / DAY));
    });
  test.clock.set(START + 100 * DAY);
  const days = [0, 20, 45, 90, 100];
  await sell(...days.map((day) => saleOf({ occurredAt: START + day * DAY, updatedAt: START + day * DAY })));
  expect(await expiries()).toEqual([75, 75, 75, 130, 130]);
});

it('the expiry of a lot that does not roll does not move, not even by a statement', async () => {
  await opens([percent(1000, { validity: { valid_days: 30 } })]);
  await sell(saleOf());
  await expect(
    inShop((work) => work.trx('lots').update({ expires_at: new Date(START + 90 * DAY) })),
  ).rejects.toThrow('does not move');
});

it('a stamp card counts qualifying purchases, and a rule’s counters outlive other rules', async () => {
  await opens([
    rule({
      benefit: { kind: 'stamp-card', every: 3, then: { kind: 'voucher-fixed', cents: 1500 } },
      conditions: { min_cents: 2_000, min_inclusive: true },
    }),
  ]);
  await sell(saleOf(), saleOf({ totalCents: 1_999 }), saleOf());
  expect(await counters()).toEqual([{ period: 'stamps', quantity: 2 }]);
  const last = saleOf();
  await sell(last);
  await sell(refunded(last, 10_000));
  expect(await counters()).toEqual([
    { period: 'spent', quantity: 0 },
    { period: 'stamps', quantity: 2 },
  ]);
});
