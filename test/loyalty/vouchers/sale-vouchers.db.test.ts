import {
  addStaff,
  balanceOf,
  issueVoucher,
  ruleSchema,
  setVoucherMode,
  staffByPhone,
  vouchersOf,
  type Sale,
} from '../../../src/loyalty';
import { ANA, OWNER, percent, saleOf } from '../../support/shop';
import { suiteShop } from '../../support/suite-shop';

const { test, opens, inShop, sell } = suiteShop();
const refunded = (sale: Sale, cents: number): Sale => ({
  ...sale,
  refundedCents: cents,
  updatedAt: (sale.updatedAt ?? 0) + cents,
});
const ana = () =>
  inShop(async (work) => {
    const row: unknown = await work.trx('customer_identities').where({ value: ANA }).first('customer_id');
    return (row as { customer_id: string }).customer_id;
  });
const states = async () => {
  const id = await ana();
  return (await inShop((work) => vouchersOf(work, id))).map(({ state }) => state);
};
const available = async () => {
  const id = await ana();
  return (await inShop((work) => balanceOf(work, id))).cashback.available;
};

it('voucher de R$ 15 a cada 10 compras a partir de R$ 20: ten sales, the fourth of R$ 19,99, then an eleventh', async () => {
  await opens([
    ruleSchema.parse({
      benefit: { kind: 'stamp-card', every: 10, then: { kind: 'voucher-fixed', cents: 1500 } },
      conditions: { min_cents: 2_000, min_inclusive: true },
    }),
  ]);
  const sales = Array.from({ length: 10 }, (_, i) => saleOf({ totalCents: i === 3 ? 1_999 : 2_000 }));
  await sell(...sales.slice(0, 6));
  await sell(...sales.slice(6));
  expect(await states()).toEqual([]);
  const eleventh = saleOf({ totalCents: 2_000 });
  await sell(eleventh);
  await sell(eleventh);
  expect(await states()).toEqual(['open']);
  const notices = await inShop((work) => work.trx('outbox').where({ template: 'voucher-earned' }).select());
  expect(notices).toHaveLength(1);
  await sell(refunded(eleventh, 1));
  expect(await states()).toEqual(['cancelled']);
});

describe('a sale paid in part by a voucher, the machine telling its code', () => {
  let code: string;
  beforeEach(async () => {
    await opens([percent(1000)]);
    await sell(saleOf({ totalCents: 30_000 }));
    await inShop(async (work) => {
      await addStaff(work, { phone: OWNER, name: 'Dona', role: 'owner' });
      const by = (await staffByPhone(work, OWNER))!;
      await setVoucherMode(work, { mode: 'automatic', by });
    });
    test.clock.advance(600_000);
    const customerId = await ana();
    const issued = await inShop((work) => issueVoucher(work, { customerId, cents: 3_000, key: 'issue' }));
    code = issued.ok ? issued.value.code : '';
  });

  const sale = () => saleOf({ voucherCode: code, occurredAt: test.clock.now(), updatedAt: test.clock.now() });

  it('earns on the rest, once, however often it is reported', async () => {
    const paid = sale();
    await sell(paid, paid);
    await sell({ ...paid, updatedAt: test.clock.now() + 1_000, voucherCode: null });
    expect(await available()).toBe(700);
    expect(await states()).toEqual(['redeemed']);
  });

  it('gives the voucher’s part back when all of it is refunded, and takes the award back', async () => {
    const paid = sale();
    await sell(paid);
    await sell(refunded(paid, 10_000));
    expect(await available()).toBe(3_000);
    await sell(refunded(paid, 10_000));
    expect(await available()).toBe(3_000);
  });

  it('a code that cannot be honoured is told to the owner, and the sale earns on all that was paid', async () => {
    await sell(sale());
    await sell(sale());
    expect(await available()).toBe(700 + 1_000);
    const told = await inShop((work) =>
      work.trx('outbox').where({ template: 'voucher-not-honoured' }).select('staff_id'),
    );
    expect(told).toHaveLength(1);
  });
});
