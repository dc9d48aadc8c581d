import {
  applySales,
  balanceOf,
  changeSettings,
  currentProgram,
  deleteRule,
  editRule,
  issueVoucher,
  noteExpiries,
  pauseRule,
  redeemVoucher,
  type Sale,
} from '../../../src/loyalty';
import { query, THIS_SHOP } from '../../../src/db/rows';
import { suiteDatabase } from '../../support/database';
import { cents, tableOf } from '../../support/judging';
import { percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

/**
 * The shop gives 10% for thirty days, and Ana has bought for R$ 100,00 before: that is R$ 10,00. A refund is told as what
 * came back of the latest sale so far; amounts in reais.
 */
const STORIES = `
what happens                                                           | cashback | debt
sell 200                                                               | 30.00    | 0
sell 200, refund 50, refund 100, refund 200                            | 10.00    | 0
sell 200, refund 150, refund 50                                        | 25.00    | 0
sell 200, refund 50, again, again                                      | 25.00    | 0
refund 50 of 200 before it is told, sell it                            | 25.00    | 0
sell 200, rule becomes 20%, refund 100                                 | 20.00    | 0
sell 200, rule becomes 20%, refund 100, sell 100                       | 40.00    | 0
sell 200, rule is deleted, refund 100                                  | 20.00    | 0
sell 200, rule is deleted, refund 200                                  | 10.00    | 0
sell 200, rule is paused, refund 200                                   | 10.00    | 0
sell 200, spend 30, refund 100                                         | 0        | 10.00
sell 200, spend 30, refund 200                                         | 0        | 20.00
sell 200, spend 30, refund 200, sell 150                               | 0        | 5.00
sell 200, spend 30, refund 200, sell 300                               | 10.00    | 0
sell 200, spend 15, refund 200                                         | 0        | 5.00
sell 200, spend 30, refund 200, refund 0                               | 0        | 0
policy is forgive, sell 200, spend 30, refund 200                      | 0        | 0
policy is forgive, sell 200, spend 30, refund 200, sell 100            | 10.00    | 0
policy is forgive, sell 200, policy is debt, spend 30, refund 200      | 0        | 0
sell 200, policy is forgive, spend 30, refund 200                      | 0        | 20.00
sell 200, wait 40 days, refund 200                                     | 0        | 0
sell 200, spend 10, wait 40 days, refund 200                           | 0        | 0
`;

const test = suiteDatabase();

class Story {
  private sale: Sale | null = null;
  private told = 0;

  constructor(private readonly shop: VoucherShop) {}

  async tell(step: string): Promise<void> {
    test.clock.advance(1_000);
    this.told += 1;
    for (const [form, act] of this.steps) {
      const found = form.exec(step);
      if (found !== null) return act(found[1] ?? '', found[2] ?? '');
    }
    throw new Error(`nothing is known of “${step}”`);
  }

  private readonly steps: [RegExp, (first: string, second: string) => Promise<void>][] = [
    [/^sell (\d+)$/, (reais) => this.report({ ...this.made(reais) })],
    [
      /^refund (\d+)$/,
      (reais) => this.report({ ...this.latest(), refundedCents: cents(reais), updatedAt: test.clock.now() }),
    ],
    [/^again$/, () => this.report(this.latest())],
    [
      /^refund (\d+) of (\d+) before it is told$/,
      (refunded, reais) =>
        this.report({
          ...this.made(reais),
          refundedCents: cents(refunded),
          updatedAt: test.clock.now() + 60_000,
        }),
    ],
    [/^sell it$/, () => this.report({ ...this.latest(), refundedCents: 0, updatedAt: test.clock.now() })],
    [
      /^rule becomes (\d+)%$/,
      (rate) =>
        this.change(
          (seen, by) => (work) => editRule(work, { seen, rule: percent(Number(rate) * 100, VALID), ...by }),
        ),
    ],
    [/^rule is deleted$/, () => this.change((seen, by) => (work) => deleteRule(work, { seen, ...by }))],
    [
      /^rule is paused$/,
      () => this.change((seen, by) => (work) => pauseRule(work, { seen, paused: true, ...by })),
    ],
    [/^policy is (debt|forgive)$/, (policy) => this.setPolicy(policy as 'debt')],
    [/^spend (\d+)$/, (reais) => this.spend(cents(reais))],
    [/^wait (\d+) days$/, (days) => this.wait(Number(days))],
  ];

  private made(reais: string): Sale {
    return saleOf({ totalCents: cents(reais), occurredAt: test.clock.now(), updatedAt: test.clock.now() });
  }

  private latest(): Sale {
    if (this.sale === null) throw new Error('nothing was sold yet');
    return this.sale;
  }

  private async report(sale: Sale): Promise<void> {
    this.sale = sale;
    await this.shop.run((work) => applySales(work, [sale]));
  }

  private async change(
    act: (
      seen: Parameters<typeof deleteRule>[1]['seen'],
      by: { by: null; key: string },
    ) => Parameters<VoucherShop['run']>[0],
  ): Promise<void> {
    const program = await this.shop.run(currentProgram);
    const seen = program?.listed[0];
    if (seen === undefined) throw new Error('the shop has no rule');
    expect(await this.shop.run(act(seen, { by: null, key: `change ${this.told}` }))).toMatchObject({
      ok: true,
    });
  }

  private async setPolicy(refund_policy: 'debt' | 'forgive'): Promise<void> {
    const change = { settings: { refund_policy }, by: null, key: `policy ${this.told}` };
    expect(await this.shop.run((work) => changeSettings(work, change))).toMatchObject({ ok: true });
    test.clock.advance(1_000);
  }

  private async spend(amount: number): Promise<void> {
    const { customerId, cashier } = this.shop;
    const wish = { customerId, cents: amount, key: `spend ${this.told}` };
    const { id } = value(await this.shop.run((work) => issueVoucher(work, wish)));
    const use = { voucherId: id, purchaseCents: amount, by: cashier, key: `use ${this.told}` };
    value(await this.shop.run((work) => redeemVoucher(work, use)));
  }

  private async wait(days: number): Promise<void> {
    test.clock.advance(days * 86_400_000);
    await noteExpiries(test, test.clock.now());
  }
}

const VALID = { validity: { valid_days: 30 } };

it.each(tableOf(STORIES))('%s: R$ %s, owed R$ %s', async (story, cashback, debt) => {
  const shop = await openVoucherShop(test, [percent(1000, VALID)]);
  const told = new Story(shop);
  for (const step of story.split(', ')) await told.tell(step);
  const balance = await shop.run((work) => balanceOf(work, shop.customerId));
  expect([balance.cashback.available, balance.cashback.debt]).toEqual([cents(cashback), cents(debt)]);
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});

it('a refund takes first what would expire first, of that what is usable first, and last what never expires', async () => {
  const shop = await openVoucherShop(test, [
    percent(1000),
    percent(300, { validity: { available_after_days: 1, valid_days: 59 } }),
    percent(500, { validity: { valid_days: 60 } }),
    percent(200, VALID),
  ]);
  test.clock.advance(1_000);
  const sold = saleOf({ occurredAt: test.clock.now(), updatedAt: test.clock.now() });
  await shop.sell(sold);
  const left = (refundedCents: number): Promise<unknown> =>
    shop.run(async (work) => {
      test.clock.advance(1_000);
      await applySales(work, [{ ...sold, refundedCents, updatedAt: test.clock.now() }]);
      return query(
        work,
        `SELECT granted, remaining FROM lots WHERE merchant_id = ${THIS_SHOP} AND sale_id = ? ORDER BY granted`,
        [sold.externalId],
      );
    });
  // R$ 20,00 of cashback on R$ 100,00: 2 for 30 days, 5 for 60, 3 for as long from tomorrow on, 10 for good.
  const lots = (...remaining: number[]) =>
    [200, 300, 500, 1000].map((granted, i) => ({ granted, remaining: remaining[i] }));
  expect(await left(0)).toEqual(lots(200, 300, 500, 1000));
  expect(await left(500)).toEqual(lots(100, 300, 500, 1000));
  expect(await left(2_000)).toEqual(lots(0, 300, 300, 1000));
  expect(await left(4_000)).toEqual(lots(0, 200, 0, 1000));
  expect(await left(7_500)).toEqual(lots(0, 0, 0, 500));
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});
