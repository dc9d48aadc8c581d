import { mergeCustomers, redeemVoucher } from '../../../src/loyalty';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import { LockWatch } from '../../support/lock-watch';
import { BIA, customerKnownBy } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop } from '../../support/voucher-shop';

/** A race is real only where many sessions run; the embedded database has one. */
const REDEMPTIONS = process.env['TEST_DATABASE_URL'] === undefined ? 10 : 100;

let test: TestDatabase;
let watch: LockWatch;
beforeAll(async () => {
  test = await openTestDatabase(50);
  watch = await LockWatch.open(test.url);
});
afterAll(async () => {
  await watch.close();
  await test.close();
});

it(`of ${REDEMPTIONS} redemptions at once of what a rule gave to somebody without a balance, one is`, async () => {
  const shop = await openVoucherShop(test, [{ benefit: { kind: 'voucher-fixed', cents: 1500 } }]);
  const { balances, id } = await shop.run(async (work) => {
    const held = await work.trx('balances').where({ customer_id: shop.customerId }).select('asset');
    const voucher: unknown = await work.trx('vouchers').first('id');
    return { balances: held, id: (voucher as { id: string }).id };
  });
  // No balance's lock makes them wait for each other: the voucher's own has to.
  expect(balances).toEqual([]);
  const tries = await Promise.all(
    Array.from({ length: REDEMPTIONS }, (_, i) =>
      shop.run((work) =>
        redeemVoucher(work, { voucherId: id, purchaseCents: 5_000, by: shop.cashier, key: `race ${i}` }),
      ),
    ),
  );
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});

it('redeemed while its holder, without a balance, becomes another: it waits, and is found with who there is', async () => {
  const shop = await openVoucherShop(test, [{ benefit: { kind: 'voucher-fixed', cents: 1500 } }]);
  const bia = await shop.run((work) => customerKnownBy(work, { kind: 'phone', value: BIA }));
  const voucher: unknown = await shop.run((work) => work.trx('vouchers').first('id'));
  const { id: voucherId } = voucher as { id: string };
  const redeem = () =>
    shop.run((work) =>
      redeemVoucher(work, { voucherId, purchaseCents: 5_000, by: shop.cashier, key: 'once' }),
    );
  let tried: ReturnType<typeof redeem> | undefined;
  await shop.run(async (work) => {
    await mergeCustomers(work, { keep: bia, absorb: shop.customerId });
    tried = redeem();
    await watch.waits('the wait for the merge', '%FOR UPDATE OF v%');
  });
  expect(await tried).toMatchObject({ ok: true, value: { paidCents: 1500 } });
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});
