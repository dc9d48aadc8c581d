import { addRule, balanceOf, type Rule, type Sale } from '../../../src/loyalty';
import { START } from '../../support/database';
import { customerKnownBy, percent, saleOf } from '../../support/shop';
import { suiteShop } from '../../support/suite-shop';

/** At the very instant at which something begins or ends: what counts is said by the first sale after it and the last before. */
const DAY = 86_400_000;
const { test, opens, inShop, sell } = suiteShop();
const saleAt = (at: number, more: Partial<Sale> = {}): Sale =>
  saleOf({ occurredAt: at, updatedAt: at, ...more });
const stands = (sale: Sale): Promise<number> =>
  inShop(async (work) => {
    const row = await work.trx('sales').where({ id: sale.externalId }).first('cashback_cents');
    return (row as { cashback_cents: number }).cashback_cents;
  });

interface Version {
  rule: Rule;
  validFrom: number;
  tiers?: { name: string; min_cents: number }[];
}

const versions = (...all: Version[]): Promise<unknown> =>
  inShop(({ trx, merchantId }) =>
    trx('program_versions').insert(
      all.map(({ rule, validFrom, tiers = [] }, i) => ({
        merchant_id: merchantId,
        number: i + 1,
        rules: JSON.stringify([rule]),
        rule_ids: [1],
        paused: [false],
        settings: JSON.stringify({ tiers }),
        valid_from: new Date(validFrom),
        idempotency_key: `version ${i}`,
        created_at: new Date(START),
      })),
    ),
  );

it('a sale of the second in which a version begins is under it, one of the second before is not', async () => {
  await opens();
  await versions(
    { rule: percent(1000), validFrom: START - DAY },
    { rule: percent(500), validFrom: START + 60_000 },
  );
  test.clock.set(START + 120_000);
  const [before, at] = [saleAt(START + 59_000), saleAt(START + 60_000)];
  await sell(before, at);
  expect([await stands(before), await stands(at)]).toEqual([1000, 500]);
});

it('a rule that is made within a second holds for the sales of that second', async () => {
  await opens();
  test.clock.set(START + 60_500);
  await inShop((work) => addRule(work, { rule: percent(500), by: null, key: 'within' }));
  const sale = saleAt(START + 60_000);
  await sell(sale);
  expect(await stands(sale)).toBe(500);
});

const YEAR_BEFORE = Date.parse('2025-11-23T00:00:00-03:00');
describe.each([['in one set'], ['one by one']])('the twelve months of a tier, %s', (how) => {
  it.each([
    ['begin with the shop’s midnight a year earlier', YEAR_BEFORE, 1000],
    ['do not begin before it', YEAR_BEFORE - 1_000, 0],
    ['end before the sale itself', START + 60_000, 0],
  ])('%s', async (_what, at, given) => {
    await opens();
    await versions({
      rule: percent(1000, { conditions: { tier: 'ouro' } }),
      validFrom: START - 500 * DAY,
      tiers: [{ name: 'ouro', min_cents: 20_000 }],
    });
    test.clock.set(START + 120_000);
    const [earlier, sale] = [saleAt(at, { totalCents: 20_000 }), saleAt(START + 60_000)];
    await (how === 'in one set' ? sell(earlier, sale) : sell(earlier).then(() => sell(sale)));
    expect(await stands(sale)).toBe(given);
  });
});

/** The end of the thirtieth day after the first sale. */
const EXPIRES = Date.parse('2026-12-24T00:00:00-03:00');
const PHONE = saleOf().buyer.phone ?? '';

describe('cashback that lives thirty days after the last purchase', () => {
  beforeEach(async () => {
    await opens([percent(1000, { validity: { rolling_days: 30 } })]);
  });
  /** Of each lot, in order, the day that was its last. */
  const lastDays = (): Promise<number[]> =>
    inShop(async (work) => {
      const lots = await work.trx<{ expires_at: number }>('lots').orderBy('expires_at').select('expires_at');
      return lots.map(({ expires_at }) => Math.round((expires_at - EXPIRES) / DAY) + 30);
    });

  const usable = (): Promise<number> =>
    inShop(async (work) => {
      const customer = await customerKnownBy(work, { kind: 'phone', value: PHONE });
      return (await balanceOf(work, customer)).cashback.available;
    });

  it.each([
    ['the second before it expires', EXPIRES - 1_000, 2000],
    ['the instant at which it expires', EXPIRES, 1000],
  ])('is kept or lost by a purchase at %s', async (_what, at, available) => {
    await sell(saleAt(START));
    test.clock.set(at);
    await sell(saleAt(at));
    expect(await usable()).toBe(available);
  });

  it.each([
    ['one second before it expires is one run', EXPIRES - 1_000, [60, 60]],
    ['at the instant at which it expires is another', EXPIRES, [30, 61]],
  ])('a purchase of the same set %s', async (_what, at, days) => {
    test.clock.set(at);
    await sell(saleAt(START), saleAt(at));
    expect(await lastDays()).toEqual(days);
  });

  it('is shortened by no purchase that is told late, and prolonged by none that came back', async () => {
    test.clock.set(START + 20 * DAY);
    await sell(saleAt(START + 20 * DAY));
    await sell(saleAt(START + 10 * DAY));
    expect((await lastDays()).at(-1)).toBe(50);
    test.clock.set(START + 25 * DAY);
    await sell(saleAt(START + 25 * DAY, { refundedCents: 10_000 }));
    expect((await lastDays()).at(-1)).toBe(50);
    await sell(saleAt(START + 12 * DAY));
    expect((await lastDays()).at(-1)).toBe(50);
  });

  it('of a purchase told late lives as long as what was bought since', async () => {
    test.clock.set(START + 20 * DAY);
    await sell(saleAt(START + 20 * DAY));
    await sell(saleAt(START + 10 * DAY));
    expect(await lastDays()).toEqual([50, 50]);
  });

  it('that has expired is not revived by a purchase of before that is told late, noted or not', async () => {
    await sell(saleAt(START));
    test.clock.set(EXPIRES + DAY);
    await sell(saleAt(START + 10 * DAY), saleAt(START + 29 * DAY));
    expect(await lastDays()).toEqual([30, 59, 59]);
    expect(await usable()).toBe(2000);
  });
});

it('what had expired before it was told is counted, and nobody is told that they have it', async () => {
  await opens([percent(500, { validity: { valid_days: 30 } })]);
  const [at, later] = [START + 60_000, START + 45 * DAY];
  test.clock.set(later);
  await sell(saleAt(at), saleAt(later - 60_000));
  const told = await inShop((work) => work.trx('outbox').where({ template: 'benefit-earned' }).select());
  expect(told).toHaveLength(1);
});
