import { applySales, balanceOf, statementOf, type Balance, type Sale } from '../../../src/loyalty';
import { noteExpiries } from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { ANA, openShop, percent, saleOf } from '../../support/shop';

const DAY = 86_400_000;
const test = suiteDatabase();

beforeEach(() => test.clock.set(START + 120_000));

const apply = (shop: number, ...sales: Sale[]) => test.db.asMerchant(shop, (work) => applySales(work, sales));

async function balance(shop: number, phone = ANA): Promise<Balance> {
  return test.db.asMerchant(shop, async (work) => {
    const row = await work.trx('customer_identities').where({ value: phone }).first('customer_id');
    return balanceOf(work, (row as { customer_id: string }).customer_id);
  });
}

const count = (shop: number, table: string): Promise<number> =>
  test.db.asMerchant(shop, async (work) => Number((await work.trx(table).count())[0]?.['count']));

const verdicts = (shop: number): Promise<number> =>
  test.db.asMerchant(shop, async (work) =>
    Number((await work.trx('sales').whereNotNull('dry').count())[0]?.['count']),
  );

inShop('one sale, however often and by whichever way, is one award', async (shop) => {
  const sale = saleOf();
  await apply(shop, sale, sale, { ...sale, buyer: { ...sale.buyer, phone: null } });
  await apply(shop, sale);
  expect((await balance(shop)).cashback.available).toBe(500);
  expect(await count(shop, 'transactions')).toBe(1);
  expect(await verdicts(shop)).toBe(1);
  expect(await count(shop, 'outbox')).toBe(1);
});

inShop('R$ 99,90 at 5%, then R$ 33,30 refunded three times: 5,00, 3,33, 1,67, 0,00', async (shop) => {
  const sale = saleOf({ totalCents: 9990 });
  const stood: number[] = [];
  for (const [i, refundedCents] of [0, 3330, 6660, 9990].entries()) {
    await apply(shop, { ...sale, refundedCents, updatedAt: START + 60_000 + i });
    stood.push((await balance(shop)).cashback.available);
  }
  expect(stood).toEqual([500, 333, 167, 0]);
});

inShop('a verdict is final: the database itself refuses another', async (shop) => {
  await apply(shop, saleOf());
  const change = (to: object) => test.db.asMerchant(shop, (work) => work.trx('sales').update(to));
  await expect(change({ program_version: 2 })).rejects.toThrow('has its verdict already');
  await expect(change({ dry: true })).rejects.toThrow('has its verdict already');
});

inShop('a refund that arrives before its sale ends the same', async (shop) => {
  const sale = saleOf({ totalCents: 9990 });
  await apply(shop, { ...sale, refundedCents: 3330, updatedAt: START + 90_000 });
  await apply(shop, sale);
  expect((await balance(shop)).cashback.available).toBe(333);
});

inShop('two reports of one moment that disagree about money are a conflict', async (shop) => {
  const sale = saleOf();
  expect(await apply(shop, sale, { ...sale, totalCents: 20_000 })).toEqual(['applied', 'conflict']);
  expect((await balance(shop)).cashback.available).toBe(500);
});

inShop('a sale is judged by what was in force when it was made', async (shop) => {
  await apply(shop, saleOf({ occurredAt: START - 1000 }));
  expect(await count(shop, 'transactions')).toBe(0);
  expect(await count(shop, 'sales')).toBe(1);
});

inShop('a buyer who becomes known later is rewarded then', async (shop) => {
  const sale = saleOf({ phone: null });
  await apply(shop, sale);
  expect(await verdicts(shop)).toBe(0);
  await apply(shop, { ...sale, buyer: { ...sale.buyer, phone: ANA }, updatedAt: START + 61_000 });
  expect((await balance(shop)).cashback.available).toBe(500);
});

inShop('expired means expired at that instant, and is noted once', async (shop) => {
  await apply(shop, saleOf());
  test.clock.set(Date.parse('2026-12-24T02:59:59.999Z'));
  expect((await balance(shop)).cashback.available).toBe(500);
  test.clock.set(Date.parse('2026-12-24T03:00:00Z'));
  expect((await balance(shop)).cashback.available).toBe(0);
  await noteExpiries(test, test.clock.now());
  await noteExpiries(test, test.clock.now());
  expect(await count(shop, 'transactions')).toBe(2);
  expect((await balance(shop)).cashback).toEqual({
    available: 0,
    pending: null,
    expiring: null,
    held: 0,
    debt: 0,
  });
});

inShop('what is due is noted, and what is due the day after is not', async (shop) => {
  await apply(shop, saleOf());
  test.clock.set(START + DAY + 120_000);
  await apply(shop, saleOf({ occurredAt: START + DAY, totalCents: 6_000 }));
  test.clock.set(Date.parse('2026-12-24T03:00:00Z'));
  await noteExpiries(test, test.clock.now());
  expect((await balance(shop)).cashback.available).toBe(300);
  expect(await count(shop, 'transactions')).toBe(3);
});

inShop('a refund of what has lapsed leaves no debt', async (shop) => {
  const sale = saleOf();
  await apply(shop, sale);
  test.clock.set(START + 40 * DAY);
  await noteExpiries(test, test.clock.now());
  await apply(shop, { ...sale, refundedCents: 10_000, updatedAt: START + 40 * DAY });
  expect((await balance(shop)).cashback.debt).toBe(0);
});

inShop('hundreds of sales of few customers in one set add up', async (shop) => {
  const sales = Array.from({ length: 300 }, (_, i) =>
    saleOf({ phone: `+55119888800${10 + (i % 7)}`, totalCents: 100 + i }),
  );
  await apply(shop, ...sales);
  const total = sales.reduce((sum, sale) => sum + Math.floor((sale.totalCents * 5 + 50) / 100), 0);
  const [row] = await test.db.asMerchant(shop, (work) => work.trx('balances').sum('quantity as sum'));
  expect(Number(row?.['sum'])).toBe(total);
  expect(await count(shop, 'customers')).toBe(7);
});

inShop('the statement tells what the customer felt, the latest first', async (shop) => {
  const sale = saleOf();
  await apply(shop, sale);
  await apply(shop, { ...sale, refundedCents: 5000, updatedAt: START + 90_000 });
  const statement = await test.db.asMerchant(shop, async (work) => {
    const row = await work.trx('customer_identities').first('customer_id');
    return statementOf(work, (row as { customer_id: string }).customer_id, { limit: 10 });
  });
  expect(statement.entries.map((entry) => [entry.kind, 'quantity' in entry && entry.quantity])).toEqual([
    ['taken-back', -250],
    ['earned', 500],
  ]);
});

/** A test in a shop of its own: 5% for 30 days. */
function inShop(name: string, body: (shop: number) => Promise<void>): void {
  // oxlint-disable-next-line jest/valid-title -- The title is the caller's.
  it(name, async () => {
    test.clock.set(START);
    const shop = await openShop(test.db, [percent(500, { validity: { valid_days: 30 } })]);
    test.clock.set(START + 120_000);
    await body(shop);
  });
}
