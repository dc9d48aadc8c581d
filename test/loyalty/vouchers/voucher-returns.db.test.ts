import {
  applySales,
  balanceAt,
  issueReward,
  issueRuleVouchers,
  issueVoucher,
  noteExpiries,
  putReward,
  redeemBySale,
  returnVoucherPart,
  rewardsOf,
  setVoucherMode,
  setVoucherRefund,
  statementOf,
  takeBackRuleVouchers,
  voucherCodes,
  type Sale,
  type VoucherBenefit,
} from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const DAY = 86_400_000;
const test = suiteDatabase();

let shop: VoucherShop;

/** Ana has R$ 10,00 until 23 December, R$ 20,00 until 3 January, and 100 points for ever. */
beforeEach(async () => {
  const points = { kind: 'points-per-amount' as const, points: 1, per_cents: 300 };
  shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 30 } }), { benefit: points }]);
  test.clock.set(START + 10 * DAY);
  await shop.run((work) => applySales(work, [saleOf({ occurredAt: test.clock.now(), totalCents: 20_000 })]));
  await shop.run((work) => setVoucherMode(work, { mode: 'automatic', by: shop.owner }));
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});

/** A sale that was paid in part by this code, with what was refunded of it so far. */
async function pay(code: string, totalCents = 10_000): Promise<(refundedCents: number) => Promise<number>> {
  const sale = saleOf({ occurredAt: test.clock.now(), totalCents, voucherCode: code });
  const { cents: voucherCents } = value(await shop.run((work) => redeemBySale(work, sale)));
  const refunded: (refundedCents: number) => Sale = (refundedCents) => ({
    ...sale,
    voucherCents,
    refundedCents,
  });
  return async (refundedCents) =>
    (await shop.run((work) => returnVoucherPart(work, refunded(refundedCents)))).cents;
}

async function cashbackCode(cents: number): Promise<string> {
  const wish = { customerId: shop.customerId, cents, key: `issue ${cents}` };
  return value(await shop.run((work) => issueVoucher(work, wish))).code;
}

async function ruleCode(benefit: VoucherBenefit): Promise<string> {
  const [issued] = await shop.run((work) =>
    issueRuleVouchers(work, [
      {
        customerId: shop.customerId,
        saleId: 'sale-x',
        ruleId: 'r',
        grant: {
          rule: 0,
          benefit,
          availableAt: test.clock.now(),
          expiresAt: START + 20 * DAY,
          minimumPurchaseCents: 3000,
        },
      },
    ]),
  );
  const id = issued?.voucherId ?? '';
  return (await shop.run((work) => voucherCodes(work, [id]))).get(id)?.code ?? '';
}

const cashback = async () => (await shop.balance()).cashback;
const lots = async () =>
  (
    await shop.run((work) =>
      work.trx('lots').where({ asset: 'cashback' }).orderBy('expires_at').select('remaining'),
    )
  ).map((lot: { remaining: number }) => lot.remaining);

it('money comes back first, then what the voucher paid, never more, into the lots it came from', async () => {
  const refund = await pay(await cashbackCode(1500));
  expect(await lots()).toEqual([0, 1500]);
  const stood: [number, number][] = [];
  for (const refunded of [4000, 8500, 9000, 9000, 10_000, 10_000])
    stood.push([await refund(refunded), (await cashback()).available]);
  expect(stood).toEqual([
    [0, 1500],
    [0, 1500],
    [500, 2000],
    [500, 2000],
    [1500, 3000],
    [1500, 3000],
  ]);
  expect(await lots()).toEqual([1000, 2000]);
});

it('the customer is told, and the statement shows it', async () => {
  const refund = await pay(await cashbackCode(1500));
  await refund(10_000);
  await refund(10_000);
  const told = await shop.run((work) =>
    work.trx('outbox').where({ template: 'voucher-returned' }).select('params'),
  );
  expect(told.map(({ params }: { params: unknown }) => params)).toMatchObject([
    { refundedCents: 10_000, saleCents: 10_000, cashbackCents: 1500, balance: { cashbackCents: 3000 } },
  ]);
  const { entries } = await shop.run((work) => statementOf(work, shop.customerId, { limit: 20 }));
  const kinds = entries.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'released')).toHaveLength(2 - 1);
  expect(kinds).toEqual(expect.arrayContaining(['held', 'voucher-used', 'earned']));
});

it('what would go back to a lot that expired lapses', async () => {
  const refund = await pay(await cashbackCode(1500));
  test.clock.set(START + 32 * DAY);
  await noteExpiries(test, test.clock.now());
  expect(await refund(10_000)).toBe(1500);
  expect(await cashback()).toMatchObject({ available: 2000, debt: 0 });
});

it('a refund that turns out smaller takes the difference again, from what lapsed too, and owes nothing for that', async () => {
  const refund = await pay(await cashbackCode(1500));
  test.clock.set(START + 32 * DAY);
  await noteExpiries(test, test.clock.now());
  await refund(10_000);
  expect(await refund(0)).toBe(0);
  expect(await cashback()).toMatchObject({ available: 1500, debt: 0 });
  expect(await refund(10_000)).toBe(1500);
  expect(await cashback()).toMatchObject({ available: 2000, debt: 0 });
});

it('what came back and was spent since is a debt when it is taken again', async () => {
  const refund = await pay(await cashbackCode(1500));
  await refund(10_000);
  await cashbackCode(3000);
  await refund(0);
  expect(await cashback()).toMatchObject({ available: 0, held: 3000, debt: 1500 });
  await refund(10_000);
  expect(await cashback()).toMatchObject({ available: 0, held: 3000, debt: 0 });
});

it('where the shop chose so, it is lost', async () => {
  await shop.run((work) => setVoucherRefund(work, { refund: 'lost', by: shop.owner }));
  const refund = await pay(await cashbackCode(1500));
  expect(await refund(10_000)).toBe(0);
  expect((await cashback()).available).toBe(1500);
});

it('what came back before the shop chose so goes again where its refund is put right, and more does not come', async () => {
  const refund = await pay(await cashbackCode(1500));
  expect(await refund(9000)).toBe(500);
  await shop.run((work) => setVoucherRefund(work, { refund: 'lost', by: shop.owner }));
  const stood: [number, number][] = [];
  for (const refunded of [9000, 10_000, 8700, 8700, 0, 10_000])
    stood.push([await refund(refunded), (await cashback()).available]);
  expect(stood).toEqual([
    [500, 2000],
    [500, 2000],
    [200, 1700],
    [200, 1700],
    [0, 1500],
    [0, 1500],
  ]);
});

it('points come back by the share of what they paid, and all of them in the end', async () => {
  const reward = {
    name: 'R$ 10',
    points: 33,
    benefit: { kind: 'voucher-fixed' as const, cents: 1000 },
    minimumPurchaseCents: null,
    limitPerCustomer: null,
  };
  value(await shop.run((work) => putReward(work, { reward, by: shop.owner })));
  const [{ id: rewardId } = { id: '' }] = await shop.run(rewardsOf);
  const wish = { customerId: shop.customerId, rewardId, points: 33, key: 'k' };
  const refund = await pay(value(await shop.run((work) => issueReward(work, wish))).code);
  const before = (await shop.balance()).points.available;
  const back: number[] = [];
  for (const refunded of [9000, 9333, 9666, 10_000]) {
    await refund(refunded);
    back.push((await shop.balance()).points.available - before);
  }
  expect(back).toEqual([0, 11, 22, 33]);
});

it('a rule’s voucher comes back as cashback that expires as it did, and asks for the same purchase', async () => {
  const refund = await pay(await ruleCode({ kind: 'voucher-fixed', cents: 1500 }));
  expect(await refund(9000)).toBe(500);
  expect(await cashback()).toMatchObject({
    available: 3500,
    expiring: { quantity: 500, at: START + 20 * DAY },
  });
  const voucher = value(
    await shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents: 500, key: 'k' })),
  );
  expect(voucher.minimumPurchaseCents).toBe(3000);
});

it('a rule’s voucher that came back is taken back with the sale that gave it, in either order', async () => {
  const takeBack = () =>
    shop.run((work) => takeBackRuleVouchers(work, [{ saleId: 'sale-x', ruleId: 'r', policy: 'debt' }]));
  const refund = await pay(await ruleCode({ kind: 'voucher-fixed', cents: 1500 }));
  await refund(10_000);
  await takeBack();
  expect(await cashback()).toMatchObject({ available: 3000, debt: 0 });
  await refund(0);
  expect(await cashback()).toMatchObject({ available: 3000, debt: 1500 });
  await refund(10_000);
  await takeBack();
  expect(await cashback()).toMatchObject({ available: 3000, debt: 0 });
});

it('what lapsed of it is nobody’s debt', async () => {
  const refund = await pay(await ruleCode({ kind: 'voucher-fixed', cents: 1500 }));
  await refund(10_000);
  test.clock.set(START + 21 * DAY);
  await noteExpiries(test, test.clock.now());
  await shop.run((work) => takeBackRuleVouchers(work, [{ saleId: 'sale-x', ruleId: 'r', policy: 'debt' }]));
  expect(await cashback()).toMatchObject({ available: 3000, debt: 0 });
});

it('an item that was handed over with a refunded purchase is told to the owner', async () => {
  const refund = await pay(await ruleCode({ kind: 'voucher-item', name: 'café' }));
  await refund(5000);
  for (let i = 0; i < 2; i++) expect(await refund(10_000)).toBe(0);
  const told = await shop.run((work) =>
    work.trx('outbox').where({ template: 'voucher-item-to-settle' }).select('params'),
  );
  expect(told.map(({ params }: { params: unknown }) => params)).toMatchObject([
    { item: 'café', refunded: 'used-on' },
  ]);
});

it('a sale that no voucher paid for has nothing to bring back', async () => {
  const sale = saleOf({ refundedCents: 10_000 });
  expect(await shop.run((work) => returnVoucherPart(work, sale))).toEqual({ cents: 0 });
});

it('the balance of any past moment is what it was then', async () => {
  const moments: [number, unknown][] = [];
  const note = async (): Promise<void> => {
    moments.push([test.clock.now(), await shop.balance()]);
    test.clock.advance(60_000);
  };
  await note();
  const refund = await pay(await cashbackCode(1500));
  await note();
  await refund(9000);
  await note();
  await cashbackCode(2000);
  await note();
  test.clock.set(START + 32 * DAY);
  await note();
  await noteExpiries(test, test.clock.now());
  await note();
  test.clock.set(START + 60 * DAY);
  await noteExpiries(test, test.clock.now());
  await note();
  for (const [at, balance] of moments)
    expect([at, await shop.run((work) => balanceAt(work, shop.customerId, at))]).toEqual([at, balance]);
  const before = await shop.run((work) => balanceAt(work, shop.customerId, START));
  expect(before.cashback).toEqual({ available: 0, pending: null, expiring: null, held: 0, debt: 0 });
});
