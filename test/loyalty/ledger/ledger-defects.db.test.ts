import {
  applySales,
  cancelVoucher,
  currentProgram,
  deleteRule,
  editRule,
  issueReward,
  issueVoucher,
  noteExpiries,
  putReward,
  redeemVoucher,
  rewardsOf,
  tillRedeem,
  type IssuedVoucher,
  type Sale,
} from '../../../src/loyalty';
import { newId } from '../../../src/chance';
import { lotOfItsOwn } from '../../../src/loyalty/core/ledger/hold';
import { takeSoonest } from '../../../src/loyalty/core/ledger/spending';
import { paidOf } from '../../../src/loyalty/core/voucher';
import { writeEntries } from '../../../src/loyalty/ledger/ledger';
import { START, suiteDatabase } from '../../support/database';
import { percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const DAY = 86_400_000;
const test = suiteDatabase(20);

let shop: VoucherShop;

/** Ana has R$ 10,00 until the end of 23 December, R$ 10,00 until 3 January, and 200 points. */
beforeEach(async () => {
  const points = { kind: 'points-fixed' as const, points: 100 };
  shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 30 } }), { benefit: points }]);
  test.clock.set(START + 10 * DAY);
  await shop.run((work) => applySales(work, [saleOf({ occurredAt: test.clock.now() })]));
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});

const issue = async (cents: number, key = `issue ${cents}`): Promise<IssuedVoucher> =>
  value(await shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents, key })));
const redeem = ({ id }: IssuedVoucher, key = 'redeem', purchaseCents = 5000) =>
  shop.run((work) => redeemVoucher(work, { voucherId: id, purchaseCents, by: shop.cashier, key }));
const cancel = ({ id }: IssuedVoucher) =>
  shop.run((work) => cancelVoucher(work, { customerId: shop.customerId, voucherId: id }));
const sell = (...sales: Sale[]) => shop.run((work) => applySales(work, sales));
const cashback = async () => (await shop.balance()).cashback;
const times = <T>(count: number, body: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => body(i)));

/** Defects that other loyalty systems shipped, as far as the ledger and vouchers could have them. */
describe('a defect that others shipped is not ours', () => {
  it('twenty concurrent redemptions of one balance all succeed', async () => {
    const holds = await times(20, (i) =>
      shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents: 2000, key: `${i}` })),
    );
    expect(holds.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await cashback()).toMatchObject({ available: 0, held: 2000 });
  });

  it('a voucher redeemed twice, at the counter and at the till', async () => {
    const voucher = await issue(1000);
    const tries = await times(20, (i) =>
      i % 2 === 0
        ? redeem(voucher, `counter ${i}`)
        : shop.run((work) =>
            tillRedeem(work, { code: voucher.code, till: `till ${i}`, purchaseCents: 5000, key: 'k' }),
          ),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('a limit bypassed under a race', async () => {
    const benefit = { kind: 'voucher-item' as const, name: 'café' };
    const terms = { points: 10, benefit, minimumPurchaseCents: null, limitPerCustomer: 1 };
    await shop.run((work) => putReward(work, { reward: { name: 'café', ...terms }, by: shop.owner }));
    const [{ id: rewardId } = { id: '' }] = await shop.run(rewardsOf);
    const exchanges = await times(20, (i) =>
      shop.run((work) =>
        issueReward(work, { customerId: shop.customerId, rewardId, points: 10, key: `${i}` }),
      ),
    );
    expect(exchanges.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('spends not tied to the lots they consumed: the balance collapses when a lot expires', async () => {
    value(await redeem(await issue(1000)));
    test.clock.set(START + 32 * DAY);
    await noteExpiries(test, test.clock.now());
    expect((await cashback()).available).toBe(1000);
  });

  it('a cancelled redemption comes back without its expiry and becomes eternal', async () => {
    const voucher = await issue(2000);
    value(await cancel(voucher));
    expect((await cashback()).expiring).toMatchObject({ quantity: 1000 });
    test.clock.set(START + 60 * DAY);
    expect((await cashback()).available).toBe(0);
  });

  it('a cancelled redemption comes back to the wrong lot', async () => {
    const lots = () =>
      shop.run((work) =>
        work.trx('lots').where({ asset: 'cashback' }).orderBy('expires_at').select('remaining'),
      );
    const [first, second] = [await issue(700, 'first'), await issue(900, 'second')];
    expect(await lots()).toEqual([{ remaining: 0 }, { remaining: 400 }]);
    value(await cancel(first));
    expect(await lots()).toEqual([{ remaining: 700 }, { remaining: 400 }]);
    value(await cancel(second));
    expect(await lots()).toEqual([{ remaining: 1000 }, { remaining: 1000 }]);
  });

  it('what is already expired is spendable until a job has run', async () => {
    test.clock.set(Date.parse('2026-12-24T02:59:59.999Z'));
    expect((await cashback()).available).toBe(2000);
    test.clock.set(Date.parse('2026-12-24T03:00:00Z'));
    expect((await cashback()).available).toBe(1000);
    const wish = { customerId: shop.customerId, cents: 1001, key: 'k' };
    expect(await shop.run((work) => issueVoucher(work, wish))).toMatchObject({
      refusal: { code: 'insufficient-balance', available: 1000 },
    });
    const voucher = await issue(1000);
    test.clock.set(voucher.expiresAt);
    expect(await redeem(voucher)).toMatchObject({ refusal: { code: 'voucher-expired' } });
  });

  it('a retry doubles what was asked for', async () => {
    const [once, again] = [await issue(600, 'same'), await issue(600, 'same')];
    expect(again.id).toBe(once.id);
    expect(value(await redeem(once, 'same'))).toEqual(value(await redeem(once, 'same')));
    expect(await cashback()).toMatchObject({ available: 1400, held: 0 });
  });

  it('a retry that no check noticed moves money a second time', async () => {
    const occurredAt = test.clock.now();
    const give = () => {
      const lot = { id: newId(), availableAt: occurredAt, expiresAt: null, useMinCents: null };
      const movement = lotOfItsOwn({ source: 'program', quantity: 500, debt: 0, ...lot });
      const about = { customerId: shop.customerId, saleId: null, voucherId: null, occurredAt, movement };
      return shop.run((work) =>
        writeEntries(work, [{ kind: 'adjustment', key: 'the same', input: '', ...about }]),
      );
    };
    await give();
    await expect(give()).rejects.toThrow('transactions_pkey');
    expect(await cashback()).toMatchObject({ available: 2500 });
  });

  it('an offline replay doubles the reward', async () => {
    const sales = [saleOf({ occurredAt: test.clock.now() }), saleOf({ occurredAt: test.clock.now() })];
    await sell(...sales);
    const pay = { code: (await issue(1000)).code, till: 'till 1', purchaseCents: 5000, key: 'k' };
    const paid = value(await shop.run((work) => tillRedeem(work, pay)));
    const stood = await shop.balance();
    expect(stood.cashback).toMatchObject({ available: 3000, held: 0 });
    test.clock.advance(3 * DAY);
    expect(await sell(...sales.toReversed(), ...sales)).toEqual(['same', 'same', 'same', 'same']);
    expect(value(await shop.run((work) => tillRedeem(work, pay)))).toEqual(paid);
    expect(await shop.balance()).toEqual(stood);
  });

  it('two sources of one sale, webhook and pull, double the reward', async () => {
    const pushed = saleOf({ occurredAt: test.clock.now(), updatedAt: null });
    const pulled = { ...pushed, updatedAt: test.clock.now(), nsu: '000731', brand: 'visa' };
    expect(await sell(pushed, pulled)).toEqual(['applied', 'applied']);
    expect(await sell(pulled, pushed)).toEqual(['same', 'same']);
    expect(await shop.balance()).toMatchObject({ cashback: { available: 3000 }, points: { available: 300 } });
  });

  it('a refund judged under today’s rules, not those in force when the sale happened', async () => {
    const sale = saleOf({ occurredAt: test.clock.now() });
    await sell(sale);
    const refunded = (refundedCents: number): Promise<unknown> => {
      test.clock.advance(1000);
      return sell({ ...sale, refundedCents, updatedAt: test.clock.now() });
    };
    const first = (await shop.run(currentProgram))!.listed.at(0)!;
    test.clock.advance(1000);
    const edit = { seen: first, rule: percent(5000), by: null, key: 'edit' };
    value(await shop.run((work) => editRule(work, edit)));
    await refunded(5000);
    expect((await cashback()).available).toBe(2500);
    const gone = { seen: { ...first, rule: percent(5000) }, by: null, key: 'delete' };
    value(await shop.run((work) => deleteRule(work, gone)));
    await refunded(7500);
    expect((await cashback()).available).toBe(2250);
  });

  it('expiry in the server’s time zone: a voucher is good to the end of the shop’s day', async () => {
    test.clock.set(Date.parse('2026-12-02T01:30:00Z'));
    // In São Paulo it is still the first: thirty days are over with the thirty-first.
    expect((await issue(600)).expiresAt).toBe(Date.parse('2027-01-01T00:00:00-03:00'));
  });

  it('floats in money: a share of a purchase is exact, half up', () => {
    const paid = (bps: number, purchase: number): number =>
      paidOf({ source: 'rule', benefit: { kind: 'voucher-percent', bps } }, purchase, 10_000);
    expect(paid(1000, 35)).toBe(4);
    expect(paid(115, 10_000)).toBe(115);
    expect(paid(7, 150_000)).toBe(105);
    expect(paid(3333, 1_000_000_000)).toBe(333_300_000);
  });

  it('NULL expiries sorted first: what never expires is spent last', () => {
    const lot = (id: string, expiresAt: number | null) => ({
      id,
      asset: 'cashback' as const,
      remaining: 100,
      availableAt: 0,
      expiresAt,
    });
    const uses = takeSoonest([lot('never', null), lot('late', 20), lot('soon', 10)], 'cashback', 250, 1);
    expect(uses?.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
      ['soon', 100],
      ['late', 100],
      ['never', 50],
    ]);
  });
});
