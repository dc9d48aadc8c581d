import { checkBooks, issueVoucher, redeemVoucher, type BooksFault } from '../../../src/loyalty';
import { query } from '../../../src/db/rows';
import { suiteDatabase } from '../../support/database';
import { percent } from '../../support/shop';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const test = suiteDatabase();
let shop: VoucherShop;

beforeEach(async () => {
  shop = await openVoucherShop(test, [percent(1000)]);
});

const faults = async (): Promise<BooksFault[]> => (await test.db.snapshot(shop.id, checkBooks)).faults;
const issue = (cents: number) =>
  shop.run(async (work) =>
    value(await issueVoucher(work, { customerId: shop.customerId, cents, key: `v${cents}` })),
  );

it('what is held has its open vouchers, and a voucher frees what it held once', async () => {
  const [open, used] = [await issue(300), await issue(400)];
  const redemption = { voucherId: used.id, purchaseCents: 5_000, by: shop.cashier, key: 'r' };
  value(await shop.run((work) => redeemVoucher(work, redemption)));
  expect(await faults()).toEqual([]);
  await shop.run((work) => query(work, 'UPDATE balances SET held = held + 1'));
  expect(await faults()).toContainEqual({
    check: 'what is held is what waits in open vouchers',
    about: `customer ${shop.customerId} cashback`,
    detail: 'held 301, in open vouchers 300',
    ofAll: 1,
  });
  await shop.run((work) => query(work, 'UPDATE balances SET held = held - 1'));
  // A second end, as a lost lock would write it.
  const [again] = await shop.run((work) =>
    query<{ id: string }>(
      work,
      `INSERT INTO transactions (merchant_id, id, kind, input_hash, voucher_id, occurred_at, recorded_at)
       SELECT merchant_id, gen_random_uuid(), 'release', input_hash, voucher_id, occurred_at, recorded_at
       FROM transactions WHERE voucher_id = ? AND kind = 'capture' RETURNING id`,
      [used.id],
    ),
  );
  await shop.run((work) =>
    query(
      work,
      `INSERT INTO postings (merchant_id, customer_id, transaction_id, source, destination, asset, quantity, recorded_at)
       VALUES (current_merchant(), ?, ?, 'held', 'expired', 'cashback', 400, now())`,
      [shop.customerId, again?.id ?? ''],
    ),
  );
  expect(await faults()).toContainEqual({
    check: 'a voucher ends once, and frees all that it held',
    about: `voucher ${used.id}`,
    detail: 'is redeemed and held 400: 800 left it; paid 400, by the books 0',
    ofAll: 1,
  });
  expect((await faults()).some(({ about }) => about === `voucher ${open.id}`)).toBe(false);
});
