import {
  inspectVoucher,
  issueRuleVouchers,
  noteExpiries,
  redeemVoucher,
  statementOf,
  takeBackRuleVouchers,
  voucherCodes,
  vouchersOf,
  type VoucherBenefit,
} from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { percent } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const DAY = 86_400_000;
const test = suiteDatabase();
let shop: VoucherShop;

beforeEach(async () => {
  shop = await openVoucherShop(test, [percent(1000)]);
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});

const FIFTEEN: VoucherBenefit = { kind: 'voucher-fixed', cents: 1500 };
const COFFEE: VoucherBenefit = { kind: 'voucher-item', name: 'café' };

function grant(benefit: VoucherBenefit, change: { saleId?: string; minimum?: number; after?: number } = {}) {
  const { saleId = 'sale-x', minimum = null, after = 0 } = change;
  return {
    customerId: shop.customerId,
    saleId,
    ruleId: 'rule-1',
    grant: {
      rule: 0,
      benefit,
      availableAt: test.clock.now() + after,
      expiresAt: START + 31 * DAY,
      minimumPurchaseCents: minimum,
    },
  };
}

const issue = (...grants: ReturnType<typeof grant>[]) => shop.run((work) => issueRuleVouchers(work, grants));
const only = () => shop.run((work) => vouchersOf(work, shop.customerId));
const redeem = (voucherId: string, purchaseCents: number | null, key = 'redeem') =>
  shop.run((work) => redeemVoucher(work, { voucherId, purchaseCents, by: shop.cashier, key }));
const takeBack = (policy: 'debt' | 'forgive' = 'debt') =>
  shop.run((work) => takeBackRuleVouchers(work, [{ saleId: 'sale-x', ruleId: 'rule-1', policy }]));
const accounts = () =>
  shop.run((work) =>
    work.trx('postings').where({ destination: 'redeemed' }).select('source', 'asset', 'quantity'),
  );

async function issueOne(benefit: VoucherBenefit, change = {}): Promise<string> {
  const [issued] = await issue(grant(benefit, change));
  return issued?.voucherId ?? '';
}

it('what a rule gives is issued once, however often it is said', async () => {
  const first = await issue(grant(FIFTEEN), grant(COFFEE, { saleId: 'sale-y' }), grant(FIFTEEN));
  expect(first.map(({ saleId, notice }) => [saleId, notice.kind])).toEqual([
    ['sale-x', 'voucher-earned'],
    ['sale-y', 'voucher-earned'],
  ]);
  expect(await issue(grant(FIFTEEN), grant(COFFEE, { saleId: 'sale-y' }))).toEqual([]);
  expect((await only()).map(({ source, benefit, held }) => [source, benefit, held])).toEqual(
    expect.arrayContaining([
      ['rule', FIFTEEN, null],
      ['rule', COFFEE, null],
    ]),
  );
  const codes = await shop.run((work) =>
    voucherCodes(
      work,
      first.map(({ voucherId }) => voucherId),
    ),
  );
  for (const { code } of codes.values()) expect(JSON.stringify(first)).not.toContain(code);
});

it('a whole set is issued by as many statements as one', async () => {
  const statements = async (count: number): Promise<number> => {
    const grants = Array.from({ length: count }, (_, i) => grant(FIFTEEN, { saleId: `set ${count} ${i}` }));
    return shop.run(async (work) => {
      let asked = 0;
      work.trx.on('query', () => (asked += 1));
      expect(await issueRuleVouchers(work, grants)).toHaveLength(count);
      return asked;
    });
  };
  expect(await statements(200)).toBe(await statements(1));
});

it('what it pays is the shop’s cost, and a share is rounded half up under its ceiling', async () => {
  const id = await issueOne({ kind: 'voucher-percent', bps: 1250, max_cents: 2000 });
  expect(value(await redeem(id, 1004))).toMatchObject({ paidCents: 126, returnedCents: 0 });
  expect(await accounts()).toEqual([{ source: 'program', asset: 'cashback', quantity: 126 }]);
  const other = await shop.run((work) =>
    issueRuleVouchers(work, [
      grant({ kind: 'voucher-percent', bps: 1250, max_cents: 2000 }, { saleId: 'sale-y' }),
    ]),
  );
  expect(value(await redeem(other[0]?.voucherId ?? '', 100_000, 'other'))).toMatchObject({ paidCents: 2000 });
});

it('never pays more than the purchase', async () => {
  expect(value(await redeem(await issueOne(FIFTEEN), 900))).toMatchObject({
    paidCents: 900,
    returnedCents: 0,
  });
});

it('an item costs the books nothing, needs no purchase, and is used once', async () => {
  const id = await issueOne(COFFEE);
  expect(value(await redeem(id, null))).toMatchObject({ paidCents: 0, benefit: COFFEE });
  expect(value(await redeem(id, null))).toMatchObject({ paidCents: 0, benefit: COFFEE });
  expect(await redeem(id, null, 'again')).toMatchObject({
    refusal: { code: 'voucher-redeemed', benefit: COFFEE },
  });
  expect(await accounts()).toEqual([]);
});

it('is refused before it is available, and below the purchase that it asks for', async () => {
  const id = await issueOne(FIFTEEN, { after: DAY, minimum: 5000 });
  expect(await redeem(id, 8000)).toMatchObject({ refusal: { code: 'voucher-not-yet' } });
  test.clock.advance(DAY);
  expect(await redeem(id, 4999)).toMatchObject({
    refusal: { code: 'purchase-below-voucher-minimum', minimum: 5000 },
  });
  expect(value(await redeem(id, 5000))).toMatchObject({ paidCents: 1500 });
});

it('an open one whose sale was refunded is cancelled, and given anew where the sale deserves it after all', async () => {
  const first = await issueOne(FIFTEEN);
  expect(await takeBack()).toMatchObject([{ voucherId: first, outcome: 'cancelled', owedCents: 0 }]);
  expect(await takeBack()).toEqual([]);
  expect(await redeem(first, 8000)).toMatchObject({ refusal: { code: 'voucher-cancelled' } });
  const again = await issue(grant(FIFTEEN));
  expect(again).toHaveLength(1);
  expect(await issue(grant(FIFTEEN))).toEqual([]);
  expect((await only()).map(({ state }) => state)).toEqual(['open', 'cancelled']);
});

it.each([
  ['debt', 1500],
  ['forgive', 0],
] as const)(
  'of a used one what it paid becomes, by the policy “%s”, a debt of %i',
  async (policy, owedCents) => {
    value(await redeem(await issueOne(FIFTEEN), 8000));
    const taken = await takeBack(policy);
    expect(taken.map((one) => [one.outcome, one.owedCents])).toEqual(
      policy === 'debt' ? [['settled', owedCents]] : [],
    );
    expect(await takeBack(policy)).toEqual([]);
    expect((await shop.balance()).cashback.debt).toBe(owedCents);
  },
);

it('a used one whose sale deserves it after all is owed no more', async () => {
  value(await redeem(await issueOne(FIFTEEN), 8000));
  await takeBack();
  expect(await issue(grant(FIFTEEN))).toEqual([]);
  expect((await shop.balance()).cashback).toMatchObject({ debt: 0, available: 1000 });
  await issue(grant(FIFTEEN));
  await takeBack();
  expect((await shop.balance()).cashback).toMatchObject({ debt: 1500, available: 1000 });
});

it('an item that was handed over is told to the owner, once', async () => {
  value(await redeem(await issueOne(COFFEE), null));
  expect(await takeBack()).toMatchObject([{ outcome: 'item', owedCents: 0 }]);
  await takeBack();
  const told = await shop.run((work) =>
    work.trx('outbox').where({ template: 'voucher-item-to-settle' }).select('params'),
  );
  expect(told.map(({ params }: { params: unknown }) => params)).toEqual([
    {
      kind: 'voucher-item-to-settle',
      shop: 'Padaria Central',
      item: 'café',
      holder: null,
      refunded: 'earned-by',
    },
  ]);
});

it('expires by itself and stays so', async () => {
  const id = await issueOne(FIFTEEN);
  test.clock.set(START + 31 * DAY);
  expect(await redeem(id, 8000)).toMatchObject({ refusal: { code: 'voucher-expired' } });
  await noteExpiries(test, test.clock.now());
  expect((await only()).map(({ state }) => state)).toEqual(['expired']);
  expect(await takeBack()).toEqual([]);
});

it('the database itself refuses to change what ended', async () => {
  const id = await issueOne(FIFTEEN);
  value(await redeem(id, 8000));
  const change = (to: object) => shop.run((work) => work.trx('vouchers').where({ id }).update(to));
  for (const to of [
    { state: 'open', settled_at: null, paid_cents: null },
    { state: 'cancelled', paid_cents: null },
    { paid_cents: 1 },
    { purchase_cents: 1 },
  ])
    await expect(change(to)).rejects.toThrow(/for good/);
  await expect(change({ returned_cents: 1501 })).rejects.toThrow(/check/);
  await expect(shop.run((work) => work.trx('vouchers').where({ id }).delete())).rejects.toThrow(/denied/);
});

it('the staff see what it is, and the statement tells when it came and went', async () => {
  test.clock.advance(60_000);
  const id = await issueOne(FIFTEEN, { minimum: 2000 });
  const code = (await shop.run((work) => voucherCodes(work, [id]))).get(id)?.code ?? '';
  const seen = await shop.run((work) =>
    inspectVoucher(work, { code, purchaseCents: 3000, by: shop.cashier }),
  );
  expect(value(seen)).toMatchObject({ benefit: FIFTEEN, minimumPurchaseCents: 2000, paysCents: 1500 });
  test.clock.advance(60_000);
  value(await redeem(id, 3000));
  const { entries } = await shop.run((work) => statementOf(work, shop.customerId, { limit: 10 }));
  expect(entries.map((entry) => [entry.kind, 'benefit' in entry ? entry.paidCents : entry.quantity])).toEqual(
    [
      ['voucher-used', 1500],
      ['voucher-earned', null],
      ['earned', 1000],
    ],
  );
});
