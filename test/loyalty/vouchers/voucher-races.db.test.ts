import {
  applySales,
  cancelVoucher,
  issueReward,
  issueVoucher,
  noteExpiries,
  putReward,
  redeemVoucher,
  rewardsOf,
  tillRedeem,
  type IssuedVoucher,
} from '../../../src/loyalty';
import type { Database } from '../../../src/db';
import { databaseThrough, START, suiteDatabase } from '../../support/database';
import { percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const DAY = 86_400_000;
/** A race is real only where many sessions run; the embedded database has one. */
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const VOUCHERS = REAL ? 100 : 4;
const REDEMPTIONS = REAL ? 200 : 10;
const HOLDS = REAL ? 50 : 10;

const test = suiteDatabase(REAL ? 50 : 10);

let shop: VoucherShop;

/** Ana has R$ 2.000,00 more than the R$ 10,00 of her first purchase, and 1.000 points. */
beforeEach(async () => {
  const points = { kind: 'points-fixed' as const, points: 500 };
  shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 60 } }), { benefit: points }]);
  await shop.run((work) => applySales(work, [saleOf({ totalCents: 2_000_000, occurredAt: START + 90_000 })]));
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});

const issue = async (cents: number, key: string): Promise<IssuedVoucher> =>
  value(await shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents, key })));

/** At the counter or at a till of its own, by turns. */
function redeem({ id, code }: IssuedVoucher, i: number, db = test.db): Promise<{ ok: boolean }> {
  const wish = { purchaseCents: 5000, key: `race ${id} ${i}` };
  return db.asMerchant(shop.id, (work) =>
    i % 2 === 0
      ? redeemVoucher(work, { voucherId: id, by: shop.cashier, ...wish })
      : tillRedeem(work, { code, till: `till ${i}`, ...wish }),
  );
}

const stateOf = async (id: string): Promise<string> => {
  const row: unknown = await shop.run((work) => work.trx('vouchers').where({ id }).first('state'));
  return (row as { state: string }).state;
};

const settlementsOf = (id: string): Promise<string[]> =>
  shop.run((work) =>
    work.trx('transactions').where({ voucher_id: id }).whereNot({ kind: 'hold' }).pluck<string[]>('kind'),
  );

it(`of ${REDEMPTIONS} redemptions of each of ${VOUCHERS} vouchers at once, one each is`, async () => {
  const vouchers: IssuedVoucher[] = [];
  for (let i = 0; i < VOUCHERS; i++) vouchers.push(await issue(1000, `issue ${i}`));
  const before = (await shop.balance()).cashback;
  expect(before.held).toBe(VOUCHERS * 1000);
  const won: number[] = [];
  for (const voucher of vouchers) {
    const tries = await Promise.all(Array.from({ length: REDEMPTIONS }, (_, i) => redeem(voucher, i)));
    won.push(tries.filter(({ ok }) => ok).length);
  }
  expect(won).toEqual(vouchers.map(() => 1));
  const rows = await shop.run((work) =>
    work.trx('vouchers').where({ state: 'redeemed', paid_cents: 1000 }).select('id'),
  );
  expect(rows).toHaveLength(VOUCHERS);
  expect((await shop.balance()).cashback).toMatchObject({ available: before.available, held: 0 });
}, 1_800_000);

it(`${HOLDS} holds at once never exceed the one balance`, async () => {
  const { available } = (await shop.balance()).cashback;
  const each = Math.ceil(available / (HOLDS / 2 + 1));
  const holds = await Promise.all(
    Array.from({ length: HOLDS }, (_, i) =>
      shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents: each, key: `hold ${i}` })),
    ),
  );
  const held = holds.filter(({ ok }) => ok).length;
  expect(held).toBe(Math.floor(available / each));
  expect((await shop.balance()).cashback).toMatchObject({
    available: available - held * each,
    held: held * each,
  });
});

it('one key asked for many times at once is one voucher', async () => {
  const asked = await Promise.all(Array.from({ length: HOLDS }, () => issue(1000, 'one key')));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect((await shop.balance()).cashback.held).toBe(1000);
});

/** What a process does whose clock stands at `now`, whatever another's says. */
const ofClock = (now: number): Database => databaseThrough(test.db, (work) => ({ ...work, now }));

/** As long as so many round trips to the database take. */
async function after(roundTrips: number, act: () => Promise<unknown>): Promise<unknown> {
  for (let i = 0; i < roundTrips; i++) await test.db.call('SELECT 1');
  return act();
}

it('redeemed or expired: one of them, whichever comes first, and the money is in one place', async () => {
  const ends: string[] = [];
  const failed = jest.spyOn(test.logger, 'error');
  // Who won the round before begins later in the next, so that they stay close and each wins some.
  let lead = 0;
  for (let i = 0; i < (REAL ? 40 : 6); i++) {
    test.clock.set(START + 120_000);
    const voucher = await issue(1000, `expiring ${i}`);
    const { available } = (await shop.balance()).cashback;
    test.clock.set(voucher.expiresAt);
    // By the tills' clock there is a millisecond left, by that of the job that notes expiries there is none.
    const [tills, job] = [ofClock(voucher.expiresAt - 1), ofClock(voucher.expiresAt)];
    const redeemed: boolean[] = [];
    const redeemAt = async (till: number): Promise<void> => {
      redeemed.push((await redeem(voucher, till, tills)).ok);
    };
    await Promise.all([
      after(lead, () => Promise.all([redeemAt(i), redeemAt(i + 1)])),
      after(-lead, () => noteExpiries({ ...test, db: job }, voucher.expiresAt)),
    ]);
    const state = await stateOf(voucher.id);
    ends.push(state);
    lead += state === 'redeemed' ? 1 : -1;
    const { cashback } = await shop.balance();
    expect([state, redeemed.filter(Boolean).length, cashback.available, cashback.held]).toEqual(
      state === 'redeemed' ? ['redeemed', 1, available, 0] : ['expired', 0, available + 1000, 0],
    );
    expect(await settlementsOf(voucher.id)).toEqual([state === 'redeemed' ? 'capture' : 'release']);
  }
  expect(new Set(ends)).toEqual(new Set(['redeemed', 'expired']));
  expect(failed).not.toHaveBeenCalled();
});

it('cancelled or redeemed: one of them, and the money is in one place', async () => {
  const { available } = (await shop.balance()).cashback;
  let left = available;
  for (let i = 0; i < (REAL ? 40 : 4); i++) {
    const voucher = await issue(1000, `cancelling ${i}`);
    const cancel = () =>
      shop.run((work) => cancelVoucher(work, { customerId: shop.customerId, voucherId: voucher.id }));
    const [cancelled, redeemed] = await Promise.all(
      i % 2 === 0 ? [cancel(), redeem(voucher, i)] : [cancel(), redeem(voucher, i), cancel()],
    );
    expect([cancelled.ok, redeemed.ok].filter(Boolean)).toHaveLength(1);
    expect(await stateOf(voucher.id)).toBe(redeemed.ok ? 'redeemed' : 'cancelled');
    if (redeemed.ok) left -= 1000;
    expect((await shop.balance()).cashback).toMatchObject({ available: left, held: 0 });
  }
});

it('a reward’s limit for each customer holds, and so do the points', async () => {
  const reward = {
    name: 'café',
    points: 10,
    benefit: { kind: 'voucher-item' as const, name: 'café' },
    minimumPurchaseCents: null,
    limitPerCustomer: 3,
  };
  value(await shop.run((work) => putReward(work, { reward, by: shop.owner })));
  const [{ id: rewardId } = { id: '' }] = await shop.run(rewardsOf);
  const exchanges = await Promise.all(
    Array.from({ length: HOLDS }, (_, i) =>
      shop.run((work) =>
        issueReward(work, { customerId: shop.customerId, rewardId, points: 10, key: `reward ${i}` }),
      ),
    ),
  );
  expect(exchanges.filter(({ ok }) => ok)).toHaveLength(3);
  expect((await shop.balance()).points).toMatchObject({ available: 970, held: 30 });
});

it('sales, redemptions, holds and expiries of the same customers at once neither wait for ever nor lose a cent', async () => {
  const vouchers: IssuedVoucher[] = [];
  for (let i = 0; i < (REAL ? 30 : 4); i++) vouchers.push(await issue(500, `mixed ${i}`));
  const sales = Array.from({ length: REAL ? 40 : 4 }, (_, i) =>
    saleOf({ phone: `+55119888800${10 + (i % 5)}`, totalCents: 10_000 + i }),
  );
  test.clock.advance(1000);
  await Promise.all([
    ...vouchers.map((voucher, i) => redeem(voucher, i)),
    ...sales.map((sale) => shop.run((work) => applySales(work, [sale, saleOf({ totalCents: 700 })]))),
    ...vouchers.map((_, i) =>
      shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents: 300, key: `more ${i}` })),
    ),
    noteExpiries(test, test.clock.now() + 20 * DAY),
    noteExpiries(test, test.clock.now()),
  ]);
  const states = await shop.run((work) => work.trx('vouchers').where({ state: 'redeemed' }).count());
  expect(Number(states[0]?.['count'])).toBe(vouchers.length);
});
