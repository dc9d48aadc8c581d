import {
  countAllChanges,
  InsightThread,
  issueVoucher,
  makeRounds,
  refit,
  timingOf,
  type Sale,
} from '../../../src/loyalty';
import { query } from '../../../src/db/rows';
import { createConnection } from '../../../src/sync/connections';
import { START, suiteDatabase } from '../../support/database';
import { ANA, BIA, openShop, percent, saleOf, sellToWilling } from '../../support/shop';
import { openVoucherShop, value } from '../../support/voucher-shop';

const DAY = 86_400_000;
/** Half past nine in the morning of the shop's first day. */
const MORNING = Date.parse('2026-11-23T12:30:00Z');

const test = suiteDatabase();

beforeEach(() => test.clock.set(START));

/** Goes on to the morning of so many days after the first, as two processes that look at once and once more. */
async function morning(days: number): Promise<void> {
  test.clock.set(MORNING + days * DAY);
  const look = (): Promise<void> => makeRounds(test, test.clock.now());
  await Promise.all([look(), look()]);
  await look();
}

const told = async (shop: number, kind: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, async (work) => {
    const rows = await work.trx('outbox').where({ template: kind }).orderBy('seq').select('params');
    return rows.map(({ params }: { params: Record<string, unknown> }) => params);
  });

const at = (days: number, change: Partial<Sale> & { phone?: string | null } = {}): Sale =>
  saleOf({ occurredAt: START + 60_000 + days * DAY, updatedAt: START + 60_000 + days * DAY, ...change });

const sell = (shop: number, ...sales: Sale[]): Promise<unknown> =>
  test.db.asMerchant(shop, (work) => sellToWilling(work, sales));

it('tells of a balance seven days and one day before its last, once each, and of what is left by then', async () => {
  const shop = await openShop(test.db, [percent(1000, { validity: { valid_days: 10 } })]);
  await sell(shop, at(0), at(0, { phone: BIA, totalCents: 5_000 }));
  for (const day of [1, 2, 3, 4]) await morning(day);
  // The last day is the tenth after the purchase: 3 December.
  const expiring = {
    kind: 'balance-expiring',
    cashbackCents: 1_000,
    expiresAt: Date.parse('2026-12-04T03:00:00Z'),
  };
  expect(await told(shop, 'balance-expiring')).toEqual(
    expect.arrayContaining([
      expect.objectContaining(expiring),
      expect.objectContaining({ cashbackCents: 500 }),
    ]),
  );
  expect(await told(shop, 'balance-expiring')).toHaveLength(2);
  for (const day of [8, 9, 10, 11]) await morning(day);
  expect(await told(shop, 'balance-expiring')).toHaveLength(4);
});

it('goes on where a stop of some days left off', async () => {
  const shop = await openShop(test.db, [percent(1000, { validity: { valid_days: 10 } })]);
  await sell(shop, at(0));
  await morning(1);
  await morning(5);
  expect(await told(shop, 'balance-expiring')).toHaveLength(1);
});

it('tells when a benefit becomes usable, unless it was taken back', async () => {
  const shop = await openShop(test.db, [percent(1000, { validity: { available_after_days: 2 } })]);
  await sell(shop, at(0), at(0, { externalId: 'back', phone: BIA }));
  await sell(shop, at(0, { externalId: 'back', phone: BIA, refundedCents: 10_000, updatedAt: START + DAY }));
  await morning(1);
  expect(await told(shop, 'benefit-available')).toEqual([]);
  await morning(2);
  await morning(3);
  expect(await told(shop, 'benefit-available')).toMatchObject([
    { cashbackCents: 1_000, balance: { cashbackCents: 1_000 } },
  ]);
});

it('tells of a voucher before it ends, and not of a used one', async () => {
  const shop = await openVoucherShop(test, [percent(1000)]);
  await shop.run((work) => sellToWilling(work, []));
  value(await shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents: 500, key: 'v' })));
  for (const day of [25, 26, 27, 28, 29]) await morning(day);
  expect(await told(shop.id, 'voucher-expiring')).toHaveLength(1);
});

it('greets on birthdays, after the first purchase and after the tenth, and not who stopped it', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await sell(shop, ...[...Array(10).keys()].map((day) => at(day)), at(0, { phone: BIA }));
  await test.db.asMerchant(shop, async (work) => {
    await query(
      work,
      `UPDATE customers SET birthday = '11-25' WHERE id = (SELECT customer_id FROM customer_identities WHERE value = ?)`,
      [ANA],
    );
    await query(
      work,
      `UPDATE customers SET birthday = '11-25', marketing_consent = false
       WHERE id = (SELECT customer_id FROM customer_identities WHERE value = ?)`,
      [BIA],
    );
  });
  await morning(1);
  await morning(2);
  await morning(10);
  expect(await told(shop, 'birthday')).toHaveLength(1);
  expect(await told(shop, 'thank-you')).toMatchObject([{ purchases: 10 }]);
  // Ana's first was followed by others before anybody could greet her for it.
  expect(await told(shop, 'first-purchase')).toEqual([]);
});

it('thanks for a first purchase on the day after it', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await sell(shop, at(0));
  await morning(1);
  await morning(2);
  expect(await told(shop, 'first-purchase')).toHaveLength(1);
});

it('asks back who is late for them, once for each silence, and not who has bought meanwhile', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await sell(shop, at(0), at(0, { phone: BIA }), at(-200, { phone: '+5511988880009' }));
  await morning(29);
  expect(await told(shop, 'come-back')).toEqual([]);
  await sell(shop, at(29, { phone: BIA }));
  for (const day of [30, 31, 32]) await morning(day);
  expect(await told(shop, 'come-back')).toMatchObject([{ balance: { cashbackCents: 1_000 } }]);
  await sell(shop, at(33));
  for (const day of [58, 59, 63, 64]) await morning(day);
  expect(await told(shop, 'come-back')).toHaveLength(3);
});

it('asks nobody back while nothing is heard of sales, and then those who have not bought meanwhile', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await sell(shop, at(0), at(0, { phone: BIA }));
  const connection = { ended_at: new Date(START + 20 * DAY), polled_until: new Date(START + 20 * DAY) };
  await test.db.asMerchant(shop, async (work) => {
    const keys = { baseUrl: 'http://127.0.0.1:9/v1', apiKeyId: 'id', apiKeySecret: 'secret' };
    const { id } = await createConnection(work, { ...keys, company: null });
    await work.trx('connections').where({ id }).update(connection);
  });
  for (const day of [30, 31, 32]) await morning(day);
  expect(await told(shop, 'come-back')).toEqual([]);
  // Connected again: what was sold in between is there before the next morning.
  await sell(shop, at(25, { phone: BIA }));
  await test.db.asMerchant(shop, (work) =>
    work.trx('connections').update({ ended_at: null, polled_until: new Date(MORNING + 33 * DAY) }),
  );
  await morning(33);
  expect(await told(shop, 'come-back')).toHaveLength(1);
});

it('asks back without SmartPOS too, where sales come another way', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await sell(shop, at(0));
  await test.db.asMerchant(shop, async (work) => {
    const keys = { baseUrl: 'http://127.0.0.1:9/v1', apiKeyId: 'id', apiKeySecret: 'secret' };
    const { id } = await createConnection(work, { ...keys, company: null });
    const ended = new Date(START + DAY);
    await work.trx('connections').where({ id }).update({ ended_at: ended, polled_until: ended });
  });
  await sell(shop, at(30, { phone: BIA }));
  await morning(31);
  expect(await told(shop, 'come-back')).toHaveLength(1);
});

it('writes nothing while the program is not active, and nothing in the night', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await sell(shop, at(0));
  test.clock.set(MORNING + DAY - 3_600_000);
  await makeRounds(test, test.clock.now());
  expect(await told(shop, 'first-purchase')).toEqual([]);
  await test.db.asMerchant(shop, (work) =>
    work.trx('program_states').insert({ merchant_id: shop, at: new Date(work.now), state: 'earning-paused' }),
  );
  await morning(1);
  expect(await told(shop, 'first-purchase')).toEqual([]);
});

it('fits the shop’s own rhythm in the thread and moves the due days by it', async () => {
  const shop = await openShop(test.db, [percent(100)]);
  const thread = new InsightThread();
  // Sixty customers who come every ten days.
  const sales = [...Array(60).keys()].flatMap((customer) => {
    const phone = `+55119888800${String(customer).padStart(2, '0')}`;
    return [-30, -20, -10].map((day) => at(day, { phone }));
  });
  await sell(shop, ...sales);
  await countAllChanges(test);
  const due = (): Promise<unknown[]> =>
    test.db.asMerchant(shop, (work) =>
      query(work, 'SELECT DISTINCT due_on - last_day AS silence FROM buyers ORDER BY 1'),
    );
  expect(await due()).toEqual([{ silence: 30 }]);
  await refit(test.db, shop, thread);
  await thread.close();
  const timing = await test.db.asMerchant(shop, timingOf);
  expect(timing).toMatchObject({ tier: 'rhythm', days: 14, because: 'few-customers' });
  expect(await due()).toEqual([{ silence: 14 }]);
  await sell(shop, at(0));
  await countAllChanges(test);
  expect(await due()).toEqual([{ silence: 14 }]);
});
