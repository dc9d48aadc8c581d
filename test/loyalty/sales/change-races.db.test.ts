import {
  addRule,
  cancelVoucher,
  changeSettings,
  checkBooks,
  deleteRule,
  editRule,
  eraseCustomer,
  issueVoucher,
  mergeCustomers,
  redeemVoucher,
  type Rule,
  type Sale,
  type SeenRule,
} from '../../../src/loyalty';
import { query } from '../../../src/db/rows';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import { customerKnownBy, percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

/** A race is real only where many sessions run; the embedded database has one. */
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const ROUNDS = REAL ? 25 : 2;

let test: TestDatabase;
let shop: VoucherShop;

beforeAll(async () => {
  test = await openTestDatabase(REAL ? 20 : 10);
});
afterAll(() => test.close());
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
  expect((await test.db.snapshot(shop.id, checkBooks)).faults).toEqual([]);
});

const of = (email: string, change: Partial<Sale> = {}): Sale =>
  saleOf({ ...change, buyer: { name: null, phone: null, cpf: null, email, cardFingerprint: null } });
const idOf = (email: string): Promise<string> =>
  shop.run((work) => customerKnownBy(work, { kind: 'email', value: email }));
let told = 0;
const refunded = (sale: Sale, refundedCents: number): Sale => ({
  ...sale,
  refundedCents,
  updatedAt: sale.updatedAt! + (told += 1_000),
});
interface Judged {
  id: string;
  version: number;
  cents: number;
}
const judged = (sales: readonly Sale[]): Promise<Judged[]> =>
  shop.run((work) =>
    query<Judged>(
      work,
      `SELECT id, program_version AS version, cashback_cents AS cents FROM sales
       WHERE merchant_id = current_merchant() AND id = ANY (?::text[]) ORDER BY id`,
      [sales.map(({ externalId }) => externalId)],
    ),
  );
const sum = (sales: readonly Judged[]): number => sales.reduce((all, { cents }) => all + cents, 0);

it('merged while sales of both are refunded and put right: the one’s limit counts what they have, and no re-report takes it', async () => {
  shop = await openVoucherShop(test, [percent(1000, { limits: { max_cents_per_customer_month: 2_500 } })]);
  for (let i = 0; i < ROUNDS; i++) {
    const [one, other] = [`um${i}@exemplo.com.br`, `outro${i}@exemplo.com.br`];
    const before = [of(one), of(other), of(one), of(other)];
    await shop.sell(...before);
    const [keep, absorb] = [await idOf(one), await idOf(other)];
    const after = [of(one), of(other)];
    const inTurn = async (sale: Sale): Promise<void> => {
      await shop.sell(refunded(sale, 10_000));
      await shop.sell(refunded(sale, 0));
    };
    await Promise.all([
      ...before.map(inTurn),
      ...after.map((sale) => shop.sell(sale)),
      shop.run((work) => mergeCustomers(work, { keep, absorb })),
    ]);
    const all = [...before, ...after];
    const stands = await judged(all);
    // Each had 2,000 of 2,500 before, and drew 500 more at most.
    expect(sum(stands)).toBeLessThanOrEqual(5_000);
    const counted = await shop.run((work) =>
      query<{ quantity: number }>(
        work,
        `SELECT sum(quantity)::bigint AS quantity FROM rule_counters
         WHERE merchant_id = current_merchant() AND customer_id = ANY (?::uuid[])`,
        [[keep, absorb]],
      ),
    );
    expect(counted).toEqual([{ quantity: sum(stands) }]);
    await shop.sell(...all.map((sale) => refunded(sale, 0)));
    expect(await judged(all)).toEqual(stands);
    await shop.sell(...all.map((sale) => refunded(sale, 10_000)));
    await shop.sell(...all.map((sale) => refunded(sale, 0)));
    expect(sum(await judged(all))).toBe(2_500);
  }
});

it('erased while their voucher is redeemed and cancelled: it ends once, and nobody is left with anything', async () => {
  shop = await openVoucherShop(test, [percent(1000)]);
  for (let i = 0; i < ROUNDS; i++) {
    const email = `ana${i}@exemplo.com.br`;
    await shop.sell(of(email));
    const customerId = await idOf(email);
    const voucher = value(
      await shop.run((work) => issueVoucher(work, { customerId, cents: 600, key: `v${i}` })),
    );
    const tasks = [
      () => shop.run((work) => eraseCustomer(work, customerId)),
      () =>
        shop.run((work) =>
          redeemVoucher(work, {
            voucherId: voucher.id,
            purchaseCents: 5_000,
            by: shop.cashier,
            key: `r${i}`,
          }),
        ),
      () => shop.run((work) => cancelVoucher(work, { customerId, voucherId: voucher.id })),
    ];
    // Which begins first, changes.
    const order = tasks.map((_, n) => (n + i) % tasks.length);
    const ends = await Promise.all(order.map((n) => tasks.at(n)!()));
    const redemption = ends[order.indexOf(1)] as { ok: boolean };
    const [state] = await shop.run((work) =>
      query<{ state: string; left: number; held: number }>(
        work,
        `SELECT v.state, b.quantity::bigint AS left, b.held::bigint AS held FROM vouchers v
         JOIN balances b ON b.merchant_id = v.merchant_id AND b.customer_id = v.customer_id AND b.asset = 'cashback'
         WHERE v.merchant_id = current_merchant() AND v.id = ?`,
        [voucher.id],
      ),
    );
    expect(state).toEqual({ state: redemption.ok ? 'redeemed' : 'cancelled', left: 0, held: 0 });
  }
});

const plain = percent(1000);
const ofTier: Rule = percent(1000, { conditions: { tier: 'ouro' } });
const seen = (rule: Rule): SeenRule => ({ id: 1, rule, paused: false });
const tiers = (cents: number) => ({ tiers: [{ name: 'ouro', min_cents: cents }] });

it.each<[what: string, rule: Rule, change: (key: string) => Promise<unknown>]>([
  [
    'a rule is deleted',
    plain,
    (key) => shop.run((work) => deleteRule(work, { seen: seen(plain), by: null, key })),
  ],
  [
    'a rule is changed',
    plain,
    (key) => shop.run((work) => editRule(work, { seen: seen(plain), rule: percent(100), by: null, key })),
  ],
  [
    'the tiers rise',
    ofTier,
    (key) => shop.run((work) => changeSettings(work, { settings: tiers(90_000), by: null, key })),
  ],
])(
  '%s while sales are judged: those of the second before are under what was in force then',
  async (what, rule, change) => {
    for (let i = 0; i < Math.ceil(ROUNDS / 5); i++) {
      shop = await openVoucherShop(test, []);
      await shop.run((work) => changeSettings(work, { settings: tiers(5_000), by: null, key: 'tiers' }));
      await shop.run((work) => addRule(work, { rule, by: null, key: 'rule' }));
      test.clock.advance(60_000);
      const before = test.clock.now();
      test.clock.advance(1_000);
      const now = test.clock.now();
      const at = (occurredAt: number): Sale => saleOf({ occurredAt, updatedAt: occurredAt });
      const [earlier, same] = [
        Array.from({ length: 6 }, () => at(before)),
        Array.from({ length: 6 }, () => at(now)),
      ];
      const [changed] = await Promise.all([
        change(`${what} ${i}`),
        ...[...earlier, ...same].map((sale) => shop.sell(sale)),
      ]);
      expect(changed).toMatchObject({ ok: true });
      const had = (await judged(earlier)).at(0)!;
      expect((await judged(earlier)).map(({ version, cents }) => [version, cents])).toEqual(
        earlier.map(() => [had.version, 1_000]),
      );
      // Of the very second it is one of the two, and what it gave is of that one.
      const ofNow = await judged(same);
      const less = what === 'a rule is changed' ? 100 : 0;
      expect(ofNow.map(({ cents }) => cents)).toEqual(
        ofNow.map(({ version }) => (version === had.version ? 1_000 : less)),
      );
      const late = at(before);
      await shop.sell(late, ...same.map((sale) => refunded(sale, 0)));
      expect((await judged([late])).map(({ cents }) => cents)).toEqual([1_000]);
      expect(await judged(same)).toEqual(ofNow);
    }
  },
);
