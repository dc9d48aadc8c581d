import {
  applySales,
  balanceAt,
  balanceOf,
  cancelVoucher,
  issueVoucher,
  redeemVoucher,
  staffByPhone,
  type Sale,
} from '../../../src/loyalty';
import { START } from '../../support/database';
import { ANA, CASHIER, customerKnownBy, percent, saleOf } from '../../support/shop';
import { suiteShop } from '../../support/suite-shop';

const DAY = 86_400_000;
const { test, opens, inShop } = suiteShop();
const buysOnDay = async (day: number, method: Sale['method'] = 'pix'): Promise<void> => {
  test.clock.set(START + day * DAY);
  const sale: Sale = saleOf({ occurredAt: START + day * DAY, updatedAt: START + day * DAY, method });
  await inShop((work) => applySales(work, [sale]));
};

it.each([
  ['all', 1_000],
  ['some', 600],
])('what waits in a voucher, %s of it, lives on with its holder’s purchases', async (_, cents) => {
  await opens([percent(1000, { validity: { rolling_days: 20 } })]);
  await buysOnDay(0);
  const customerId = await inShop((work) => customerKnownBy(work, { kind: 'phone', value: ANA }));
  const issued = await inShop((work) => issueVoucher(work, { customerId, cents, key: 'waits' }));
  if (!issued.ok) throw new Error(issued.refusal.code);
  await buysOnDay(15);
  test.clock.set(START + 25 * DAY);
  await inShop((work) => cancelVoucher(work, { customerId, voucherId: issued.value.id }));
  expect((await inShop((work) => balanceOf(work, customerId))).cashback.available).toBe(2_000);
});

it('of what a voucher holds, what was taken first is spent, though its expiry has moved on since', async () => {
  await opens([
    percent(1000, { conditions: { payment_methods: ['pix'] }, validity: { rolling_days: 20 } }),
    percent(1000, { conditions: { payment_methods: ['credit'] }, validity: { valid_days: 30 } }),
  ]);
  await buysOnDay(0);
  await buysOnDay(1, 'credit');
  const customerId = await inShop((work) => customerKnownBy(work, { kind: 'phone', value: ANA }));
  const issued = await inShop((work) => issueVoucher(work, { customerId, cents: 2_000, key: 'order' }));
  if (!issued.ok) throw new Error(issued.refusal.code);
  const voucherId = issued.value.id;
  await buysOnDay(15, 'debit');
  const used = await inShop(async (work) => {
    const by = await staffByPhone(work, CASHIER);
    return redeemVoucher(work, { voucherId, purchaseCents: 1_000, by: by!, key: 'part' });
  });
  expect(used.ok).toBe(true);
  const left = await inShop((work) =>
    work.trx<{ rolling_days: number | null; remaining: number }>('lots').select('rolling_days', 'remaining'),
  );
  expect(left.sort((a, b) => a.remaining - b.remaining)).toEqual([
    { rolling_days: 20, remaining: 0 },
    { rolling_days: null, remaining: 1_000 },
  ]);
});

it('the balance of a past day tells the expiry that purchases had left by then', async () => {
  await opens([
    percent(1000, { conditions: { payment_methods: ['pix'] }, validity: { rolling_days: 20 } }),
    percent(500, { conditions: { payment_methods: ['credit'] }, validity: { valid_days: 12 } }),
  ]);
  await buysOnDay(0);
  const customerId = await inShop((work) => customerKnownBy(work, { kind: 'phone', value: ANA }));
  const moments: [number, unknown][] = [];
  const note = async (): Promise<void> => {
    moments.push([test.clock.now(), await inShop((work) => balanceOf(work, customerId))]);
    test.clock.advance(60_000);
  };
  await note();
  await buysOnDay(10, 'credit');
  await note();
  await buysOnDay(15, 'debit');
  await note();
  await buysOnDay(34);
  await note();
  test.clock.set(START + 70 * DAY);
  await note();
  await buysOnDay(80);
  for (const [at, balance] of moments)
    expect([at, await inShop((work) => balanceAt(work, customerId, at))]).toEqual([at, balance]);
});
