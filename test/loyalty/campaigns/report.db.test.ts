import {
  applySales,
  cohortsOf,
  countAllChanges,
  issueVoucher,
  noteExpiries,
  redeemVoucher,
  reportOf,
  solveDueDays,
  type FigureKey,
  type Report,
  type Sale,
} from '../../../src/loyalty';
import { query } from '../../../src/db/rows';
import { START, suiteDatabase } from '../../support/database';
import { ANA, BIA, openShop, percent, saleOf } from '../../support/shop';
import { openVoucherShop, value } from '../../support/voucher-shop';

const DAY = 86_400_000;

const test = suiteDatabase();

beforeEach(() => test.clock.set(START));

const at = (days: number, change: Partial<Sale> & { phone?: string | null } = {}): Sale =>
  saleOf({ occurredAt: START + days * DAY, updatedAt: START + days * DAY, ...change });

async function told(shop: number, period: string): Promise<Report> {
  const report = await test.db.asMerchant(shop, (work) => reportOf(work, period));
  if (report === null || report === 'future') throw new Error(`no report of ${period}`);
  return report;
}

const counts = ({ figures }: Report, ...keys: FigureKey[]): unknown[] =>
  keys.map((key) => {
    const figure = figures[key];
    if (figure.kind === 'count') return figure.value;
    if (figure.kind === 'money') return figure.cents;
    if (figure.kind === 'amount') return figure.quantity;
    if (figure.kind === 'share') return [figure.part, figure.whole];
    if (figure.kind === 'mean') return [figure.cents, figure.sales];
    return [figure.median, figure.late, figure.of];
  });

/** All that is counted of a shop. */
const counted = (shop: number): Promise<unknown[]> =>
  test.db.asMerchant(shop, async (work) => {
    await query(work, 'SELECT count_changes(1000000)');
    await solveDueDays(work);
    const tables = {
      sales_days: 'sales <> 0',
      purchase_days: 'true',
      buyers: 'true',
      benefit_days: 'quantity <> 0',
      lot_days: 'granted <> 0 OR remaining <> 0',
    };
    const rows: unknown[] = [];
    for (const [table, which] of Object.entries(tables))
      rows.push(table, await query(work, `SELECT t::text AS row FROM ${table} t WHERE ${which} ORDER BY 1`));
    return rows;
  });

it('counts sales, customers and benefits of a period, and what stands at its end', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [
      at(0),
      at(0, { phone: BIA, terminal: 'T2', acquirer: 'cielo' }),
      at(1, { refundedCents: 2_500 }),
      at(1, { phone: null }),
      at(2, { refundedCents: 10_000, phone: BIA }),
    ]),
  );
  test.clock.advance(2 * DAY + 1);
  const report = await told(shop, 'this-week');
  expect(counts(report, 'sales-seen', 'sales-identified', 'sales-claimable', 'sales-lost')).toEqual([
    4, 3, 1, 0,
  ]);
  expect(counts(report, 'revenue', 'customers-new', 'customers-returning')).toEqual([37_500, 2, 0]);
  expect(counts(report, 'days-to-return', 'cashback-granted', 'cashback-outstanding')).toEqual([
    [1, 1, 1],
    2_750,
    2_750,
  ]);
  expect(report.acquirers).toEqual([
    { name: 'stone', sales: 3, cents: 27_500 },
    { name: 'cielo', sales: 1, cents: 10_000 },
  ]);
  const yesterday = await told(shop, 'yesterday');
  expect(counts(yesterday, 'sales-seen', 'customers-new', 'customers-returning', 'repurchase-rate')).toEqual([
    2,
    0,
    1,
    [1, 2],
  ]);
  expect(yesterday.days).toHaveLength(7);
});

it('is the same when all is counted anew, after refunds, corrections and sales out of order', async () => {
  const shop = await openShop(test.db, [percent(1000, { validity: { valid_days: 3 } })]);
  const sell = (...sales: Sale[]): Promise<unknown> =>
    test.db.asMerchant(shop, (work) => applySales(work, sales));
  await sell(at(5, { externalId: 'a' }), at(1, { externalId: 'b' }));
  await countAllChanges(test);
  await sell(at(3, { externalId: 'c' }), at(1, { externalId: 'd', phone: BIA }));
  await countAllChanges(test);
  // The day between two others goes, and so does the only one of somebody.
  const refunded = { refundedCents: 10_000 };
  await sell(
    at(3, { externalId: 'c', ...refunded, updatedAt: START + 6 * DAY }),
    at(1, { externalId: 'd', phone: BIA, ...refunded, updatedAt: START + 6 * DAY }),
  );
  test.clock.advance(20 * DAY);
  await noteExpiries(test, test.clock.now());
  const live = await counted(shop);
  await test.db.asMerchant(shop, (work) => query(work, 'SELECT note_everything(?)', [shop]));
  expect(await counted(shop)).toEqual(live);
  const days = await test.db.asMerchant(shop, (work) =>
    query(
      work,
      'SELECT day - min(day) OVER () AS day, day - previous_day AS gap FROM purchase_days ORDER BY day',
    ),
  );
  expect(days).toEqual([
    { day: 0, gap: null },
    { day: 4, gap: 4 },
  ]);
});

it('moves with the shop’s zone', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  // A quarter to one in the night of São Paulo is still the day before in Manaus.
  const night = Date.parse('2026-11-24T03:45:00Z');
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [saleOf({ occurredAt: night, updatedAt: night })]),
  );
  test.clock.set(Date.parse('2026-11-24T17:00:00Z'));
  expect(counts(await told(shop, 'today'), 'sales-seen')).toEqual([1]);
  await test.db.asMerchant(shop, (work) => work.trx('merchants').update({ zone: 'America/Manaus' }));
  expect(counts(await told(shop, 'today'), 'sales-seen')).toEqual([0]);
  expect(counts(await told(shop, 'yesterday'), 'sales-seen')).toEqual([1]);
});

it('says what is available, held, expired and to end; what has ended is gone, noted or not', async () => {
  const shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 10 } })]);
  await shop.sell(saleOf({ occurredAt: START + 60_000, phone: BIA }));
  const voucher = value(
    await shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents: 400, key: 'v' })),
  );
  const report = await told(shop.id, 'today');
  expect(counts(report, 'cashback-granted', 'cashback-available', 'cashback-outstanding')).toEqual([
    2_000, 1_600, 2_000,
  ]);
  expect(report.liability.cashback).toMatchObject({ outstanding: 1_600, held: 400, expiring: [0, 1_600, 0] });
  value(
    await shop.run((work) =>
      redeemVoucher(work, { voucherId: voucher.id, purchaseCents: 5_000, by: shop.cashier, key: 'r' }),
    ),
  );
  await shop.sell(saleOf({ totalCents: 5_000, occurredAt: test.clock.now() + 1_000 }));
  const after = await told(shop.id, 'today');
  expect(counts(after, 'cashback-redeemed', 'ticket-with-benefit', 'ticket-without-benefit')).toEqual([
    400,
    [5_000, 1],
    [10_000, 2],
  ]);
  test.clock.advance(15 * DAY);
  const late = await told(shop.id, 'today');
  expect(counts(late, 'cashback-available', 'cashback-outstanding')).toEqual([0, 0]);
});

it('has an answer for an empty shop, for what has not begun and for what is no period', async () => {
  const shop = await openShop(test.db, []);
  const report = await told(shop, 'this-month');
  expect(counts(report, 'sales-seen', 'repurchase-rate', 'ticket-with-benefit')).toEqual([
    0,
    [0, 0],
    [null, 0],
  ]);
  const ask = (period: string): Promise<unknown> =>
    test.db.asMerchant(shop, (work) => reportOf(work, period));
  expect([await ask('2027-05'), await ask('someday')]).toEqual(['future', null]);
  expect(await test.db.asMerchant(shop, cohortsOf)).toEqual({ table: [], isCounting: false });
});

it('shows who came back in which month, without those whose purchases were all refunded', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [
      at(-60),
      at(-59),
      at(-25),
      at(0),
      at(-60, { phone: BIA }),
      at(-20, { phone: '+5511988880009', refundedCents: 10_000 }),
    ]),
  );
  const { table } = await test.db.asMerchant(shop, cohortsOf);
  expect(table).toEqual([
    { cohort: '2026-09', size: 2, returned: [1, 1] },
    { cohort: '2026-10', size: 0, returned: [0] },
    { cohort: '2026-11', size: 0, returned: [] },
  ]);
  expect(ANA).not.toBe(BIA);
});
