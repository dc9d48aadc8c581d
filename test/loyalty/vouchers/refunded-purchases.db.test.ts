import {
  balanceOf,
  blockCustomer,
  changeSettings,
  checkBooks,
  eraseCustomer,
  issueReward,
  issueVoucher,
  noteExpiries,
  putReward,
  rewardsOf,
  ruleSchema,
  setVoucherMode,
  setVoucherRefund,
  staffByPhone,
  vouchersOf,
  type Rule,
  type Sale,
  type Settings,
} from '../../../src/loyalty';
import { START } from '../../support/database';
import { ANA, BIA, OWNER, saleOf } from '../../support/shop';
import { refunded, restored, suiteShop } from '../../support/suite-shop';
import { value } from '../../support/voucher-shop';

const DAY = 86_400_000;
const { test, opens, inShop, sell } = suiteShop();

const idOf = (phone: string): Promise<string> =>
  inShop(async (work) => {
    const row: unknown = await work.trx('customer_identities').where({ value: phone }).first('customer_id');
    return (row as { customer_id: string }).customer_id;
  });
const owner = () => inShop(async (work) => (await staffByPhone(work, OWNER))!);
const saleNow = (change: Parameters<typeof saleOf>[0] = {}): Sale =>
  saleOf({ occurredAt: test.clock.now(), updatedAt: test.clock.now(), ...change });

async function cashback(phone = ANA) {
  const id = await idOf(phone);
  return (await inShop((work) => balanceOf(work, id))).cashback;
}

async function opensAutomatic(rules: readonly Rule[]): Promise<void> {
  await opens(rules);
  const by = await owner();
  await inShop((work) => setVoucherMode(work, { mode: 'automatic', by }));
}

describe('a voucher that a rule gave, used before its sale turned out otherwise', () => {
  const GIVES_VOUCHER = ruleSchema.parse({
    benefit: { kind: 'voucher-fixed', cents: 1500 },
    conditions: { min_cents: 20_000, min_inclusive: true },
    validity: { valid_days: 30 },
  });
  const GIVES_CASHBACK = ruleSchema.parse({
    benefit: { kind: 'cashback-percent', bps: 1000 },
    conditions: { payment_methods: ['cash'] },
    validity: { valid_days: 90 },
  });
  let earning: Sale;
  let paying: Sale;
  let expiresAt: number;

  beforeEach(async () => {
    await opensAutomatic([GIVES_VOUCHER, GIVES_CASHBACK]);
    earning = saleNow({ totalCents: 20_000 });
    await sell(earning);
    const id = await idOf(ANA);
    const [voucher] = await inShop((work) => vouchersOf(work, id));
    expiresAt = voucher?.expiresAt ?? 0;
    test.clock.set(START + 5 * DAY);
    paying = saleNow({ voucherCode: voucher?.code ?? '' });
    await sell(paying);
  });

  it('what its purchase had brought back expires with the voucher after all', async () => {
    await sell(refunded(paying, 10_000));
    for (let i = 0; i < 2; i++) {
      await sell(refunded(earning, 20_000));
      expect(await cashback()).toMatchObject({ available: 0, debt: 0 });
      await sell(restored(earning));
      expect(await cashback()).toMatchObject({
        available: 1500,
        debt: 0,
        expiring: { quantity: 1500, at: expiresAt },
      });
    }
    test.clock.set(expiresAt);
    await noteExpiries(test, test.clock.now());
    expect(await cashback()).toMatchObject({ available: 0, debt: 0 });
  });

  it('brought back, lapsed and taken back, it does not live again', async () => {
    await sell(refunded(paying, 10_000));
    test.clock.set(expiresAt);
    await noteExpiries(test, test.clock.now());
    await sell(refunded(earning, 20_000));
    await sell(restored(earning));
    expect(await cashback()).toMatchObject({ available: 0, debt: 0 });
    await noteExpiries(test, test.clock.now());
    await sell(refunded(earning, 20_000));
    expect(await cashback()).toMatchObject({ available: 0, debt: 0 });
  });

  it('a debt that later earnings paid is given again for as long as the voucher was', async () => {
    await sell(refunded(earning, 20_000));
    expect(await cashback()).toMatchObject({ available: 0, debt: 1500 });
    await sell(saleNow({ totalCents: 15_000, method: 'cash' }));
    expect(await cashback()).toMatchObject({ available: 0, debt: 0 });
    test.clock.set(expiresAt + DAY);
    await sell(restored(earning));
    const at = expiresAt + 32 * DAY;
    expect(await cashback()).toMatchObject({ available: 1500, debt: 0, expiring: { quantity: 1500, at } });
    await sell(restored(earning));
    expect((await cashback()).available).toBe(1500);
  });

  it('a debt that is owed still is owed no more, and nothing else is given', async () => {
    for (let i = 0; i < 2; i++) {
      await sell(refunded(earning, 20_000));
      expect(await cashback()).toMatchObject({ available: 0, debt: 1500 });
      await sell(restored(earning));
      expect(await cashback()).toMatchObject({ available: 0, debt: 0 });
    }
  });
});

describe('a sale, its refund, its voucher and a corrected total, in whatever order they are told', () => {
  const SOME = ruleSchema.parse({
    benefit: { kind: 'cashback-percent', bps: 1000 },
    conditions: { payment_methods: ['cash'] },
  });

  /** Every order of these. */
  function ordersOf<T>(all: readonly T[]): T[][] {
    if (all.length < 2) return [[...all]];
    return all.flatMap((one, i) => ordersOf(all.toSpliced(i, 1)).map((rest) => [one, ...rest]));
  }

  /** What Ana has of R$ 10,00, of which R$ 6,00 were in a voucher, after these reports in that order, twice: each is later than the one before it. */
  async function endsAt(
    told: readonly Partial<Sale>[],
    order: readonly number[],
    settings: Partial<Settings> = {},
  ): Promise<unknown> {
    await opensAutomatic([SOME]);
    await inShop((work) => changeSettings(work, { settings, by: null, key: 'settings' }));
    await sell(saleNow({ method: 'cash' }));
    const customerId = await idOf(ANA);
    const issued = await inShop((work) => issueVoucher(work, { customerId, cents: 600, key: 'issue' }));
    const code = value(issued).code;
    test.clock.advance(600_000);
    const at = test.clock.now();
    const sale = saleNow({ totalCents: 2000 });
    const reports = told.map((change, i): Sale => ({
      ...sale,
      ...change,
      voucherCode: 'voucherCode' in change ? code : null,
      updatedAt: at + i * 1000,
    }));
    for (const report of [...order, ...order].flatMap((place) => reports[place] ?? [])) await sell(report);
    const { available, held, debt } = await cashback();
    const [voucher] = await inShop((work) => vouchersOf(work, customerId));
    expect((await inShop(checkBooks)).faults).toEqual([]);
    return { available, held, debt, state: voucher?.state };
  }

  const CODE = { voucherCode: 'told' };
  const ALL = { refundedCents: 2000 };

  it.each<[string, Partial<Sale>[], Partial<Settings>, number]>([
    ['the code is told of first, then that it was cancelled', [CODE, ALL], {}, 1000],
    ['it was cancelled, and the code is told of later', [ALL, { ...ALL, ...CODE }], {}, 1000],
    ['a part came back', [{}, CODE, { refundedCents: 1700 }], {}, 400 + 300],
    [
      'a part came back of a total that was larger',
      [CODE, { totalCents: 2500, refundedCents: 2000 }],
      {},
      400 + 100,
    ],
    [
      'a part came back of a total that was smaller',
      [CODE, { totalCents: 1900, refundedCents: 1700 }],
      {},
      400 + 400,
    ],
    ['the total was less than the voucher', [CODE, { totalCents: 500 }], {}, 400 + 100],
    [
      'the total was less than the voucher, and all came back',
      [CODE, { totalCents: 500 }, { totalCents: 500, refundedCents: 500 }],
      {},
      1000,
    ],
    ['the refund was undone', [{ refundedCents: 2000 }, CODE, {}], {}, 400],
    ['a voucher may pay 30% of less', [CODE, { totalCents: 1000 }], { redeem_max_bps: 3000 }, 400 + 300],
  ])('%s', async (_what, told, settings, available) => {
    const orders = ordersOf(told.map((_report, i) => i));
    for (const order of orders)
      expect([order, await endsAt(told, order, settings)]).toEqual([
        order,
        { available, held: 0, debt: 0, state: 'redeemed' },
      ]);
  });
});

it('where a shop’s refunds of vouchers are lost, what a corrected total left of one is not', async () => {
  await opensAutomatic([ruleSchema.parse({ benefit: { kind: 'cashback-percent', bps: 1000 } })]);
  const by = await owner();
  await inShop((work) => setVoucherRefund(work, { refund: 'lost', by }));
  await sell(saleNow());
  const customerId = await idOf(ANA);
  const issued = await inShop((work) => issueVoucher(work, { customerId, cents: 1000, key: 'issue' }));
  const sale = saleNow({ totalCents: 2000, voucherCode: value(issued).code });
  await sell(sale);
  const corrected = { ...sale, totalCents: 400, updatedAt: test.clock.now() + 1000 };
  for (const report of [corrected, refunded(corrected, 400)]) {
    await sell(report);
    expect((await cashback()).available).toBe(600);
  }
});

describe('a sale that is told after what held when it was made was changed', () => {
  let sale: Sale;
  let customerId: string;

  /** Ana has R$ 10,00, all of it in the voucher that paid for R$ 10,00. */
  async function buys(maxBps: number): Promise<void> {
    await opensAutomatic([ruleSchema.parse({ benefit: { kind: 'cashback-percent', bps: 1000 } })]);
    await sets(maxBps, 'first');
    await sell(saleNow());
    customerId = await idOf(ANA);
    const issued = await inShop((work) => issueVoucher(work, { customerId, cents: 1000, key: 'issue' }));
    sale = saleNow({ totalCents: 1000, voucherCode: value(issued).code });
    test.clock.advance(60_000);
  }
  const sets = (maxBps: number, key: string) =>
    inShop((work) => changeSettings(work, { settings: { redeem_max_bps: maxBps }, by: null, key }));
  const paid = async () =>
    (await inShop((work) => work.trx('vouchers').first('paid_cents as cents'))) as { cents: number | null };

  it.each([
    [10_000, 3000, 1000],
    [3000, 10_000, 300],
  ])(
    'a voucher that might pay %i of ten thousand, and may %i now, pays what it might',
    async (might, may, cents) => {
      await buys(might);
      await sets(may, 'then');
      await sell(sale);
      expect(await paid()).toEqual({ cents });
    },
  );

  it('so does its total, corrected after that', async () => {
    await buys(3000);
    await sell(sale);
    await sets(10_000, 'then');
    await sell({ ...sale, totalCents: 500, updatedAt: test.clock.now() });
    expect(await cashback()).toMatchObject({ available: 1000 - 150 + 35 });
  });

  it('whoever was blocked since used it all the same, and whoever was blocked by then did not', async () => {
    await buys(10_000);
    const by = await owner();
    await inShop((work) => blockCustomer(work, { customerId, blocked: true, by }));
    await sell({ ...saleNow(), voucherCode: sale.voucherCode });
    expect(await paid()).toEqual({ cents: null });
    await sell(sale);
    expect(await paid()).toEqual({ cents: 1000 });
  });
});

describe('somebody who was erased has nothing come back', () => {
  const EACH = [
    { benefit: { kind: 'cashback-percent', bps: 1000 } },
    { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 } },
    { benefit: { kind: 'voucher-fixed', cents: 1000 }, conditions: { payment_methods: ['cash'] } },
  ].map((rule) => ruleSchema.parse(rule));
  let holder: string;
  let paying: Sale;
  const all = (sale: Sale): Sale => refunded(sale, sale.totalCents);

  /** Bia's purchase of R$ 20,00 is paid in half by a voucher of Ana's. */
  const OF: Record<'cashback' | 'points' | 'a rule', () => Promise<string>> = {
    cashback: async () => {
      const wish = { customerId: holder, cents: 1000, key: 'issue' };
      return value(await inShop((work) => issueVoucher(work, wish))).code;
    },
    points: async () => {
      const benefit = { kind: 'voucher-fixed' as const, cents: 1000 };
      const reward = {
        name: 'R$ 10',
        points: 33,
        benefit,
        minimumPurchaseCents: null,
        limitPerCustomer: null,
      };
      const by = await owner();
      value(await inShop((work) => putReward(work, { reward, by })));
      const [{ id: rewardId } = { id: '' }] = await inShop(rewardsOf);
      const wish = { customerId: holder, rewardId, points: 33, key: 'issue' };
      return value(await inShop((work) => issueReward(work, wish))).code;
    },
    'a rule': async () => {
      await sell(saleNow({ totalCents: 100, method: 'cash' }));
      return (await inShop((work) => vouchersOf(work, holder)))[0]?.code ?? '';
    },
  };
  async function pays(of: keyof typeof OF): Promise<void> {
    await opensAutomatic(EACH);
    await sell(saleNow());
    holder = await idOf(ANA);
    const voucherCode = await OF[of]();
    test.clock.advance(60_000);
    paying = saleNow({ phone: BIA, totalCents: 2000, voucherCode });
    await sell(paying);
  }
  const has = (id: string) =>
    inShop(async (work) => {
      const { cashback: money, points } = await balanceOf(work, id);
      return [money, points].map(({ available, held, debt }) => [available, held, debt]);
    });
  const NOTHING = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  /** What of all that was paid is not taken back, by the books. */
  const redeemed = () =>
    inShop(async (work) => {
      const rows = (await work.trx('postings').select('source', 'destination', 'asset', 'quantity')) as {
        source: string;
        destination: string;
        asset: string;
        quantity: number;
      }[];
      return rows.reduce(
        (sum, { source, destination, quantity }) =>
          sum + (destination === 'redeemed' ? quantity : source === 'redeemed' ? -quantity : 0),
        0,
      );
    });

  it.each([
    ['cashback', 1000],
    ['points', 33],
    ['a rule', 1000],
  ] as const)('of a voucher of %s', async (of, used) => {
    await pays(of);
    await inShop((work) => eraseCustomer(work, holder));
    for (let i = 0; i < 2; i++) {
      expect(await redeemed()).toBe(used);
      await sell(all(paying));
      expect([await has(holder), await redeemed()]).toEqual([NOTHING, 0]);
      await sell(restored(paying));
      expect(await has(holder)).toEqual(NOTHING);
    }
    await noteExpiries(test, test.clock.now());
    expect([await has(holder), await redeemed()]).toEqual([NOTHING, used]);
  });

  it.each([
    ['cashback', 1000],
    ['points', 33],
    ['a rule', 1000],
  ] as const)('nor of a voucher of %s that came back before and has to go again', async (of, used) => {
    await pays(of);
    await sell(all(paying));
    await inShop((work) => eraseCustomer(work, holder));
    await sell(restored(paying));
    expect([await has(holder), await redeemed()]).toEqual([NOTHING, used]);
    await sell(all(paying));
    expect([await has(holder), await redeemed()]).toEqual([NOTHING, 0]);
  });

  it('who bought was erased, and the voucher’s holder was not: it is theirs', async () => {
    await pays('cashback');
    const bia = await idOf(BIA);
    await inShop((work) => eraseCustomer(work, bia));
    await sell(all(paying));
    expect((await cashback()).available).toBe(1000);
  });

  it('nothing is told to anybody', async () => {
    await pays('a rule');
    await inShop((work) => eraseCustomer(work, holder));
    await sell(all(paying));
    const told = await inShop((work) => work.trx('outbox').where({ template: 'voucher-returned' }).select());
    expect(told).toEqual([]);
  });
});
