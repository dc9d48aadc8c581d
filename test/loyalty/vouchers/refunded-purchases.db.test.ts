import {
  balanceOf,
  noteExpiries,
  ruleSchema,
  setVoucherMode,
  staffByPhone,
  vouchersOf,
  type Rule,
  type Sale,
} from '../../../src/loyalty';
import { START } from '../../support/database';
import { ANA, OWNER, saleOf } from '../../support/shop';
import { refunded, restored, suiteShop } from '../../support/suite-shop';

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
