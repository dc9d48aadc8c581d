import { pino } from 'pino';
import {
  adjustBalance,
  applySales,
  balanceOf,
  cancelVoucher,
  checkBooks,
  issueVoucher,
  livingCustomer,
  mergeCustomers,
  noteExpiries,
  redeemVoucher,
  type IssuedVoucher,
  type Sale,
} from '../../../src/loyalty';
import { openTestDatabase, START, type TestDatabase } from '../../support/database';
import { LockWatch } from '../../support/lock-watch';
import { ANA, percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

/** A race is real only where many sessions run; the embedded database has one. */
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const ROUNDS = REAL ? 25 : 2;
const DAY = 86_400_000;

let test: TestDatabase;
let shop: VoucherShop;
/** Whose purchases come with a CPF, a new one each round. */
let other: string;

let watch: LockWatch;

beforeAll(async () => {
  test = await openTestDatabase(REAL ? 30 : 10);
  watch = await LockWatch.open(test.url);
});
afterAll(async () => {
  await watch.close();
  await test.close();
});
beforeEach(async () => {
  shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 30 } })]);
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
  expect((await test.db.snapshot(shop.id, checkBooks)).faults).toEqual([]);
});

/** Of the locks of balances. */
const BALANCES = '%FROM balances%FOR UPDATE%';

const withEmail = (email: string, change: Partial<Sale> = {}): Sale =>
  saleOf({ ...change, buyer: { name: null, phone: null, cpf: null, email, cardFingerprint: null } });

async function newcomer(email: string): Promise<string> {
  await shop.sell(withEmail(email));
  const row: unknown = await shop.run((work) =>
    work.trx('customer_identities').where({ value: email }).first('customer_id'),
  );
  return (row as { customer_id: string }).customer_id;
}

const issue = async (customerId: string, cents: number, key: string): Promise<IssuedVoucher> =>
  value(await shop.run((work) => issueVoucher(work, { customerId, cents, key })));

const merge = (keep: string, absorb: string): Promise<string> =>
  shop.run((work) => mergeCustomers(work, { keep, absorb }));

const wealth = async (id: string): Promise<number> => {
  const { available, held, debt } = (await shop.run((work) => balanceOf(work, id))).cashback;
  return available + held - debt;
};

it('merged and redeemed at once: the voucher pays once, and every cent is in one place', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    other = await newcomer(`ana${i}@exemplo.com.br`);
    const [used, cancelled] = [await issue(other, 400, `a${i}`), await issue(other, 300, `b${i}`)];
    const before = (await wealth(shop.customerId)) + (await wealth(other));
    const redeem = (key: string) =>
      shop.run((work) =>
        redeemVoucher(work, { voucherId: used.id, purchaseCents: 5000, by: shop.cashier, key }),
      );
    const [, ...tries] = await Promise.all([
      merge(shop.customerId, other),
      redeem(`x${i}`),
      redeem(`y${i}`),
      shop.run((work) => cancelVoucher(work, { customerId: other, voucherId: cancelled.id })),
    ]);
    expect(tries.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await wealth(other)).toBe(0);
    expect(await wealth(shop.customerId)).toBe(before - 400);
  }
});

it('merged both ways at once: one of the two is left, and nobody waits for ever', async () => {
  let one = shop.customerId;
  for (let i = 0; i < ROUNDS; i++) {
    other = await newcomer(`bia${i}@exemplo.com.br`);
    const before = (await wealth(one)) + (await wealth(other));
    const left = await Promise.all([
      merge(one, other),
      merge(other, one),
      merge(one, other),
      merge(other, one),
    ]);
    expect(new Set(left).size).toBe(1);
    one = left[0];
    expect(await wealth(one)).toBe(before);
  }
  expect(await shop.run((work) => livingCustomer(work, shop.customerId))).toBe(one);
});

it('merged while sales of both are judged: each is earned once, by who there is', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const email = `carla${i}@exemplo.com.br`;
    other = await newcomer(email);
    const before = (await wealth(shop.customerId)) + (await wealth(other));
    const sales = [withEmail(email), saleOf({ phone: ANA }), withEmail(email)];
    await Promise.all([
      ...sales.map((sale) => shop.run((work) => applySales(work, [sale]))),
      merge(shop.customerId, other),
      ...sales.map((sale) => shop.run((work) => applySales(work, [sale]))),
    ]);
    expect(await wealth(shop.customerId)).toBe(before + 3000);
    expect(await wealth(other)).toBe(0);
  }
});

it('merged while vouchers are issued, used, cancelled and expire: nothing is lost or doubled', async () => {
  for (let i = 0; i < Math.ceil(ROUNDS / 3); i++) {
    test.clock.set(START + 120_000);
    other = await newcomer(`dora${i}@exemplo.com.br`);
    const open: IssuedVoucher[] = [];
    for (const [n, id] of [shop.customerId, other, shop.customerId, other].entries())
      open.push(await issue(id, 100, `open ${i} ${n}`));
    const before = (await wealth(shop.customerId)) + (await wealth(other));
    const spend = (id: string, key: string) =>
      shop.run((work) => issueVoucher(work, { customerId: id, cents: 150, key }));
    const results = await Promise.all([
      merge(shop.customerId, other),
      spend(other, `spent a ${i}`),
      merge(other, shop.customerId),
      spend(shop.customerId, `spent b ${i}`),
      ...open.slice(0, 2).map(({ id }, n) =>
        shop.run((work) =>
          redeemVoucher(work, {
            voucherId: id,
            purchaseCents: 9000,
            by: shop.cashier,
            key: `use ${i} ${n}`,
          }),
        ),
      ),
      noteExpiries(test, test.clock.now() + 10 * DAY),
    ]);
    const one = await shop.run((work) => livingCustomer(work, other));
    expect(results[0]).toBe(one);
    const redeemed = (results.slice(4, 6) as { ok: boolean }[]).filter(({ ok }) => ok).length;
    expect(redeemed).toBe(2);
    expect((await wealth(shop.customerId)) + (one === shop.customerId ? 0 : await wealth(one))).toBe(
      before - 200,
    );
    shop = { ...shop, customerId: one };
  }
});

it('merged and adjusted at once: what is put in is the one’s that there is', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    other = await newcomer(`bia${i}@exemplo.com.br`);
    const before = (await wealth(shop.customerId)) + (await wealth(other));
    const adjust = { asset: 'cashback' as const, quantity: 100, reason: 'teste', by: shop.owner };
    await Promise.all([
      merge(shop.customerId, other),
      ...['x', 'y', 'z'].map((key) =>
        shop.run((work) => adjustBalance(work, { ...adjust, customerId: other, key: `${key}${i}` })),
      ),
    ]);
    expect(await wealth(other)).toBe(0);
    expect(await wealth(shop.customerId)).toBe(before + 300);
  }
});

it('a voucher that waits for the merge of its holder pays what they owe who there is then', async () => {
  other = await newcomer('dora@exemplo.com.br');
  const sold = withEmail('dora@exemplo.com.br', { totalCents: 3_000 });
  await shop.sell(sold);
  await shop.run((work) =>
    issueVoucher(work, { customerId: other, cents: 1_300, key: 'all' }).then(async (issued) =>
      redeemVoucher(work, {
        voucherId: value(issued).id,
        purchaseCents: 5_000,
        by: shop.cashier,
        key: 'all used',
      }),
    ),
  );
  await shop.sell({ ...sold, refundedCents: 3_000, updatedAt: sold.occurredAt + 1 });
  expect((await shop.run((work) => balanceOf(work, other))).cashback.debt).toBe(300);
  const voucher = await issue(shop.customerId, 500, 'waiting');

  let ended: Promise<unknown> | undefined;
  await shop.run(async (work) => {
    await mergeCustomers(work, { keep: other, absorb: shop.customerId });
    ended = shop.run((inner) =>
      redeemVoucher(inner, { voucherId: voucher.id, purchaseCents: 100, by: shop.cashier, key: 'late' }),
    );
    await watch.waits('the wait for the merge', BALANCES);
  });
  expect(await ended).toMatchObject({ ok: true, value: { paidCents: 100 } });
  const { debt, held } = (await shop.run((work) => balanceOf(work, other))).cashback;
  expect({ debt, held }).toEqual({ debt: 0, held: 0 });
});

it('what expires while its sale is being refunded waits, is noted once and owes nothing', async () => {
  const failures: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => failures.push(line) });
  const email = 'eva@exemplo.com.br';
  const sold = withEmail(email);
  other = await newcomer(email);
  await shop.sell(sold);
  test.clock.set(START + 40 * DAY);

  let expiries: Promise<void> | undefined;
  await shop.run(async (work) => {
    await applySales(work, [{ ...sold, refundedCents: sold.totalCents, updatedAt: sold.occurredAt + 1 }]);
    expiries = noteExpiries({ ...test, logger }, test.clock.now());
    await watch.waits('the wait for the refund', BALANCES);
  });
  await expiries;
  const { available, debt } = (await shop.run((work) => balanceOf(work, other))).cashback;
  expect({ available, debt }).toEqual({ available: 0, debt: 0 });
  expect(failures).toEqual([]);
});
