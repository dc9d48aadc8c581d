import {
  applySales,
  balanceOf,
  inspectVoucher,
  issueVoucher,
  noteExpiries,
  redeemVoucher,
  staffByPhone,
  vouchersOf,
  type Result,
  type StaffMember,
  type Work,
} from '../../../src/loyalty';
import { isBalanced, totalsOf } from '../../../src/replay/totals';
import { START, suiteDatabase } from '../../support/database';
import { ANA, CASHIER, openShop, percent, saleOf } from '../../support/shop';

const DAY = 86_400_000;
const test = suiteDatabase();
let shop: number;
let customerId: string;

let cashier: StaffMember;

/** Ana has R$ 15,00: R$ 5,00 until 23 December and R$ 10,00 until 2 January. */
beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1000, { validity: { valid_days: 30 } })]);
  await inShop((work) => applySales(work, [saleOf({ totalCents: 5_000 })]));
  test.clock.set(START + 10 * DAY);
  await inShop((work) => applySales(work, [saleOf({ occurredAt: test.clock.now(), totalCents: 10_000 })]));
  await inShop(async (work) => {
    const row: unknown = await work.trx('customer_identities').where({ value: ANA }).first('customer_id');
    ({ customer_id: customerId } = row as { customer_id: string });
    cashier = (await staffByPhone(work, CASHIER)) as StaffMember;
  });
});
afterEach(async () => {
  expect(isBalanced(await inShop(totalsOf))).toBe(true);
});

const inShop = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, body);
const available = async (): Promise<number> =>
  (await inShop((work) => balanceOf(work, customerId))).cashback.available;
const issue = (cents: number, key = `issue ${cents}`) =>
  inShop((work) => issueVoucher(work, { customerId, cents, key }));
const redeem = (voucherId: string, purchaseCents: number, key = 'redeem') =>
  inShop((work) => redeemVoucher(work, { voucherId, purchaseCents, by: cashier, key }));

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

it('holds cashback in a voucher, and the cashier spends it once', async () => {
  const { id, code, benefit } = value(await issue(700));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  expect([benefit, await available()]).toEqual([{ kind: 'voucher-fixed', cents: 700 }, 800]);
  const seen = value(
    await inShop((work) => inspectVoucher(work, { code, purchaseCents: 8_000, by: cashier })),
  );
  expect(seen).toMatchObject({ id, benefit, paysCents: 700, needsPurchase: true });
  expect(value(await redeem(id, 8_000))).toMatchObject({ paidCents: 700, returnedCents: 0 });
  expect(await redeem(id, 8_000, 'another')).toMatchObject({
    ok: false,
    refusal: { code: 'voucher-redeemed' },
  });
});

it('gives the first answer again to the same key, and a conflict to another value', async () => {
  const first = value(await issue(700, 'key'));
  expect(value(await issue(700, 'key')).code).toBe(first.code);
  expect(await issue(800, 'key')).toEqual({ ok: false, refusal: { code: 'idempotency-conflict' } });
  const paid = value(await redeem(first.id, 8_000, 'same'));
  expect(value(await redeem(first.id, 8_000, 'same'))).toEqual(paid);
  expect(await redeem(first.id, 9_000, 'same')).toMatchObject({ refusal: { code: 'idempotency-conflict' } });
  const other = value(await issue(100, 'other'));
  expect(await redeem(other.id, 8_000, 'same')).toMatchObject({ refusal: { code: 'idempotency-conflict' } });
  expect(await available()).toBe(700);
});

it('takes the soonest expiry first', async () => {
  await issue(500);
  const lots = await inShop((work) => work.trx('lots').orderBy('expires_at').select('remaining'));
  expect(lots).toEqual([{ remaining: 0 }, { remaining: 1000 }]);
});

it('gives what a purchase cannot use back to the lots it came from, the last taken first', async () => {
  const { id } = value(await issue(1200));
  expect(value(await redeem(id, 600))).toMatchObject({ paidCents: 600, returnedCents: 600 });
  const lots = await inShop((work) => work.trx('lots').orderBy('expires_at').select('remaining'));
  expect(lots).toEqual([{ remaining: 0 }, { remaining: 900 }]);
  expect(await available()).toBe(900);
});

it('a voucher that expires frees its hold, and what expired meanwhile is gone', async () => {
  value(await issue(1200));
  test.clock.set(START + 45 * DAY);
  await noteExpiries(test, test.clock.now());
  await noteExpiries(test, test.clock.now());
  const balance = await inShop((work) => balanceOf(work, customerId));
  expect(balance.cashback).toMatchObject({ available: 0, held: 0 });
  expect((await inShop((work) => vouchersOf(work, customerId)))[0]).toMatchObject({ state: 'expired' });
});

it('an expired voucher is refused before any job has noted it', async () => {
  const { id, expiresAt } = value(await issue(500));
  test.clock.set(expiresAt);
  expect(await redeem(id, 8_000)).toMatchObject({ ok: false, refusal: { code: 'voucher-expired' } });
  await noteExpiries(test, test.clock.now());
});

it('refuses more than there is, and less than the least', async () => {
  expect(await issue(1501)).toEqual({
    ok: false,
    refusal: { code: 'insufficient-balance', asset: 'cashback', available: 1500, requested: 1501 },
  });
  expect(await issue(99)).toEqual({ ok: false, refusal: { code: 'below-minimum-redeem', minimum: 100 } });
});

it('answers an unknown code and another shop’s with the same words, and stops guessing', async () => {
  const { code } = value(await issue(500));
  const other = await openShop(test.db, [], 'Outra loja');
  const ask = (merchant: number, given: string) =>
    test.db.asMerchant(merchant, async (work) =>
      inspectVoucher(work, { code: given, by: (await staffByPhone(work, CASHIER)) as StaffMember }),
    );
  expect(await ask(other, code)).toEqual(await ask(other, '00000000'));
  for (let i = 0; i < 8; i++) await ask(other, `0000000${i}`);
  expect(await ask(other, '00000009')).toMatchObject({ ok: false, refusal: { code: 'too-many-tries' } });
  expect((await ask(shop, code)).ok).toBe(true);
  test.clock.advance(DAY + 1);
  expect(await ask(other, '00000009')).toMatchObject({ ok: false, refusal: { code: 'voucher-not-found' } });
});

it('stores the code only as a hash and encrypted', async () => {
  const { code } = value(await issue(500));
  const rows = await inShop((work) => work.trx('vouchers').select());
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(JSON.stringify(await inShop((work) => work.trx('postings').select()))).not.toContain(code);
});

it('of many redemptions of one voucher at once, one is', async () => {
  const { id } = value(await issue(500));
  const results = await Promise.all(Array.from({ length: 20 }, (_, i) => redeem(id, 5_000, `race ${i}`)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

it('many vouchers asked for at once never hold more than there is', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, (_, i) => issue(400, `race ${i}`)));
  expect(results.filter((result) => result.ok)).toHaveLength(3);
  expect(await available()).toBe(300);
});

it('a refund while its award is held leaves no debt once the voucher is over, whichever comes first', async () => {
  const sale = saleOf({ occurredAt: test.clock.now(), totalCents: 20_000 });
  const refund = { ...sale, refundedCents: 20_000, updatedAt: test.clock.now() + 1 };
  await inShop((work) => applySales(work, [sale]));
  value(await issue(3500));
  await inShop((work) => applySales(work, [refund]));
  expect((await inShop((work) => balanceOf(work, customerId))).cashback).toMatchObject({
    held: 3500,
    debt: 2000,
  });
  test.clock.set(START + 60 * DAY);
  await noteExpiries(test, test.clock.now());
  const { cashback } = await inShop((work) => balanceOf(work, customerId));
  expect(cashback).toMatchObject({ available: 0, held: 0, debt: 0 });
});

it('a refund of what was spent is a debt, which the next award pays', async () => {
  const sale = saleOf({ occurredAt: test.clock.now(), totalCents: 20_000 });
  await inShop((work) => applySales(work, [sale]));
  value(await issue(3500));
  await inShop((work) =>
    applySales(work, [{ ...sale, refundedCents: 20_000, updatedAt: test.clock.now() + 1 }]),
  );
  expect((await inShop((work) => balanceOf(work, customerId))).cashback).toMatchObject({
    available: 0,
    debt: 2000,
  });
  await inShop((work) => applySales(work, [saleOf({ occurredAt: test.clock.now(), totalCents: 30_000 })]));
  expect((await inShop((work) => balanceOf(work, customerId))).cashback).toMatchObject({
    available: 1000,
    debt: 0,
  });
});
