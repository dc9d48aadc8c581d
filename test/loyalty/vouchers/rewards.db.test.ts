import {
  applySales,
  cancelVoucher,
  changeReward,
  checkReward,
  inspectOwnVoucher,
  issueReward,
  noteExpiries,
  offersFor,
  putReward,
  redeemVoucher,
  rewardsOf,
  tillRedeem,
  type NewReward,
} from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const DAY = 86_400_000;
const COFFEE: NewReward = {
  name: 'café',
  points: 40,
  benefit: { kind: 'voucher-item', name: 'café' },
  minimumPurchaseCents: null,
  limitPerCustomer: null,
};
const test = suiteDatabase();

let shop: VoucherShop;

/** Ana has 150 points: 100 until 23 December, 50 until 3 January. */
beforeEach(async () => {
  const points = { kind: 'points-per-amount' as const, points: 1, per_cents: 100 };
  shop = await openVoucherShop(test, [{ benefit: points, validity: { valid_days: 30 } }]);
  test.clock.set(START + 10 * DAY);
  await shop.run((work) => applySales(work, [saleOf({ occurredAt: test.clock.now(), totalCents: 5000 })]));
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});

const put = (change: Partial<NewReward> = {}) =>
  shop.run((work) => putReward(work, { reward: { ...COFFEE, ...change }, by: shop.owner }));
const exchange = (rewardId: string, points = 40, key = 'exchange') =>
  shop.run((work) => issueReward(work, { customerId: shop.customerId, rewardId, points, key }));
const redeem = (voucherId: string, purchaseCents: number | null) =>
  shop.run((work) => redeemVoucher(work, { voucherId, purchaseCents, by: shop.cashier, key: voucherId }));
const points = async () => (await shop.balance()).points;
const rewards = () => shop.run(rewardsOf);

async function offer(change: Partial<NewReward> = {}): Promise<string> {
  value(await put(change));
  return (await rewards()).find(({ name }) => name === (change.name ?? 'café'))?.id ?? '';
}

it('points become a reward’s voucher, soonest expiry first, and are spent whole', async () => {
  const id = await offer();
  const voucher = value(await exchange(id));
  expect(voucher).toMatchObject({
    source: 'points',
    held: 40,
    benefit: COFFEE.benefit,
    balance: { points: { held: 40 } },
  });
  expect(await points()).toMatchObject({ available: 110, held: 40, expiring: { quantity: 60 } });
  expect(value(await redeem(voucher.id, null))).toMatchObject({ paidCents: 0, returnedCents: 0 });
  expect(await points()).toMatchObject({ available: 110, held: 0 });
  const spent = await shop.run((work) =>
    work.trx('postings').where({ destination: 'redeemed' }).select('source', 'asset', 'quantity'),
  );
  expect(spent).toEqual([{ source: 'held', asset: 'points', quantity: 40 }]);
});

it('the same key gives the first voucher again, and a conflict to another wish', async () => {
  const id = await offer();
  const other = await offer({ name: 'bolo', points: 60 });
  const first = value(await exchange(id));
  expect(value(await exchange(id)).id).toBe(first.id);
  expect(await exchange(other, 60)).toEqual({ ok: false, refusal: { code: 'idempotency-conflict' } });
  expect((await points()).available).toBe(110);
});

it('one of certain stores is good at a till of theirs alone, and stays good', async () => {
  const id = await offer({ stores: ['Centro', 'Jardins'] });
  const { code } = value(await exchange(id));
  const at = (store: string | null) =>
    shop.run((work) =>
      tillRedeem(work, { code, till: 'till', purchaseCents: 1000, store, key: `at ${String(store)}` }),
    );
  const elsewhere = { code: 'voucher-other-store', stores: ['Centro', 'Jardins'] };
  for (const store of ['Lapa', null]) expect(await at(store)).toEqual({ ok: false, refusal: elsewhere });
  expect(await at('centro')).toMatchObject({ ok: true });
});

it('an amount must be used whole: its points are', async () => {
  const id = await offer({ name: 'R$ 10', benefit: { kind: 'voucher-fixed', cents: 1000 } });
  const voucher = value(await exchange(id));
  expect(voucher.minimumPurchaseCents).toBe(1000);
  expect(await redeem(voucher.id, 999)).toMatchObject({
    refusal: { code: 'purchase-below-voucher-minimum' },
  });
  expect(value(await redeem(voucher.id, 1000))).toMatchObject({ paidCents: 1000 });
});

it('is refused without the points, at another price, paused or removed', async () => {
  const id = await offer({ points: 151 });
  expect(await exchange(id, 151)).toEqual({
    ok: false,
    refusal: { code: 'insufficient-balance', asset: 'points', available: 150, requested: 151 },
  });
  await put({ points: 30 });
  expect(await exchange(id, 151)).toMatchObject({ refusal: { code: 'idempotency-conflict' } });
  const change = (what: 'pause' | 'resume' | 'remove') =>
    shop.run((work) => changeReward(work, { id, what, by: shop.owner }));
  await change('pause');
  expect(await exchange(id, 30)).toMatchObject({ refusal: { code: 'reward-not-found' } });
  await change('resume');
  value(await exchange(id, 30));
  await change('remove');
  expect(await exchange(id, 30, 'another')).toMatchObject({ refusal: { code: 'reward-not-found' } });
  expect(await change('pause')).toMatchObject({ refusal: { code: 'reward-not-found' } });
  expect(await rewards()).toEqual([]);
});

it('a reward said again is changed, whatever the case of its name, and vouchers stay as they were', async () => {
  const id = await offer();
  const voucher = value(await exchange(id));
  expect(value(await put({ name: 'CAFÉ', points: 90 }))).toEqual({ changed: true });
  expect(await rewards()).toMatchObject([{ id, name: 'café', points: 90 }]);
  expect(value(await redeem(voucher.id, null))).toMatchObject({ benefit: COFFEE.benefit });
});

it('a limit counts what is held and used, not what was cancelled or expired', async () => {
  const id = await offer({ limitPerCustomer: 1 });
  const first = value(await exchange(id));
  expect(await exchange(id, 40, 'second')).toMatchObject({ refusal: { code: 'reward-limit', limit: 1 } });
  const offers = () => shop.run((work) => offersFor(work, shop.customerId));
  expect(await offers()).toMatchObject({ available: 110, offers: [{ used: true, missing: 0 }] });
  value(await shop.run((work) => cancelVoucher(work, { customerId: shop.customerId, voucherId: first.id })));
  expect((await points()).available).toBe(150);
  const second = value(await exchange(id, 40, 'second'));
  value(await redeem(second.id, null));
  const wish = { customerId: shop.customerId, rewardId: id, points: 40 };
  expect(await shop.run((work) => checkReward(work, wish))).toMatchObject({
    refusal: { code: 'reward-limit' },
  });
});

it('many exchanges of one customer at once never pass a limit, nor the points there are', async () => {
  const id = await offer({ limitPerCustomer: 2 });
  const race = await Promise.all(Array.from({ length: 20 }, (_, i) => exchange(id, 40, `race ${i}`)));
  expect(race.filter((one) => one.ok)).toHaveLength(2);
  const free = await offer({ name: 'bolo', points: 30 });
  const rest = await Promise.all(Array.from({ length: 20 }, (_, i) => exchange(free, 30, `rest ${i}`)));
  expect(rest.filter((one) => one.ok)).toHaveLength(2);
  expect((await points()).available).toBe(10);
});

it('cancelling gives the points back to their lots, with their own expiry', async () => {
  const id = await offer({ points: 120 });
  const voucher = value(await exchange(id, 120));
  expect(await points()).toMatchObject({ available: 30, expiring: { quantity: 30 } });
  const customerId = shop.customerId;
  const own = await shop.run((work) => inspectOwnVoucher(work, { customerId, code: voucher.code }));
  expect(value(own)).toMatchObject({ id: voucher.id, held: 120 });
  const cancelled = await shop.run((work) => cancelVoucher(work, { customerId, voucherId: voucher.id }));
  expect(value(cancelled)).toMatchObject({ returned: 120, balance: { points: { available: 150 } } });
  const lots = await shop.run((work) => work.trx('lots').orderBy('expires_at').select('remaining'));
  expect(lots).toEqual([{ remaining: 100 }, { remaining: 50 }]);
  const twice = await shop.run((work) => cancelVoucher(work, { customerId, voucherId: voucher.id }));
  expect(value(twice)).toMatchObject({ returned: 0, balance: { points: { available: 150 } } });
});

it('points that expired while they were held lapse when their voucher is over', async () => {
  const id = await offer({ points: 120 });
  const voucher = value(await exchange(id, 120));
  test.clock.set(START + 32 * DAY);
  await noteExpiries(test, test.clock.now());
  const cancelled = await shop.run((work) =>
    cancelVoucher(work, { customerId: shop.customerId, voucherId: voucher.id }),
  );
  expect(value(cancelled).returned).toBe(20);
  expect(await points()).toMatchObject({ available: 50, held: 0 });
});
