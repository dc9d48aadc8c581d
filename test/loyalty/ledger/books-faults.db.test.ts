import { applySales, checkBooks, checkBooksOf, type BooksFault, type Work } from '../../../src/loyalty';
import { query } from '../../../src/db/rows';
import { suiteDatabase } from '../../support/database';
import { openShop, percent, saleOf } from '../../support/shop';

/** Ana bought for R$ 100,00 and has R$ 10,00 of it; whatever the program itself would not do is done by the owner of the tables. */
const FAULTS: readonly (readonly [what: string, check: string, detail: RegExp, sql: string])[] = [
  [
    'a balance that was raised',
    'balances are what the postings sum to, and what remains in the lots',
    /^differs from its postings by 1, held by 0, debt by 0, and from its lots by 1$/,
    'UPDATE balances SET quantity = quantity + 1 WHERE merchant_id = current_merchant()',
  ],
  [
    'a debt that nothing posted',
    'balances are what the postings sum to, and what remains in the lots',
    /^differs from its postings by 0, held by 0, debt by 7, and from its lots by 0$/,
    'UPDATE balances SET debt = 7 WHERE merchant_id = current_merchant()',
  ],
  [
    'a balance that is gone',
    'balances are what the postings sum to, and what remains in the lots',
    /^moves and has no balance$/,
    'DELETE FROM balances WHERE merchant_id = current_merchant()',
  ],
  [
    'a lot that lost something',
    'what remains of a lot is what was granted less its uses',
    /^granted 1000, used , remaining 999$/,
    'UPDATE lots SET remaining = remaining - 1 WHERE merchant_id = current_merchant()',
  ],
  [
    'a lot that is gone',
    'every transaction moves something, the lots as much as the account',
    /^lots differ from postings by -1000 cents and 0 points$/,
    'DELETE FROM lots WHERE merchant_id = current_merchant()',
  ],
  [
    'postings that are gone',
    'every transaction moves something, the lots as much as the account',
    /^moves nothing$/,
    'DELETE FROM postings WHERE merchant_id = current_merchant()',
  ],
  [
    'a transaction that is gone',
    'every transaction moves something, the lots as much as the account',
    /^is not there and moves something$/,
    'DELETE FROM transactions WHERE merchant_id = current_merchant()',
  ],
  [
    'an expiry before its time',
    'a lot expires once, and not early',
    /^1 expiries, the first recorded at /,
    `WITH expiry AS (
       INSERT INTO transactions (merchant_id, id, kind, input_hash, occurred_at, recorded_at)
       SELECT merchant_id, gen_random_uuid(), 'expiry', '', expires_at, expires_at - interval '1 second' FROM lots
       WHERE merchant_id = current_merchant() RETURNING id)
     INSERT INTO lot_uses (merchant_id, customer_id, lot_id, transaction_id, quantity)
     SELECT l.merchant_id, l.customer_id, l.id, e.id, 1 FROM lots l CROSS JOIN expiry e WHERE l.merchant_id = current_merchant()`,
  ],
  [
    'more taken back than was given',
    'nothing was taken back of a sale that was not given',
    /^cashback 1000 given, 1001 taken back$/,
    `INSERT INTO postings (merchant_id, customer_id, transaction_id, source, destination, asset, quantity, recorded_at)
     SELECT merchant_id, customer_id, transaction_id, 'customer', 'program', asset, quantity + 1, recorded_at FROM postings
     WHERE merchant_id = current_merchant()`,
  ],
  [
    'a merge that gave to nobody',
    'what a merge took from one customer it gave to the other',
    /^1000 went, +came$/,
    `INSERT INTO postings (merchant_id, customer_id, transaction_id, source, destination, asset, quantity, recorded_at)
     SELECT merchant_id, customer_id, transaction_id, 'customer', 'merged', asset, quantity, recorded_at FROM postings
     WHERE merchant_id = current_merchant()`,
  ],
  [
    'one who is merged and still has something',
    'what a merge took from one customer it gave to the other',
    /^is merged and has 1000, holds 0, owes 0$/,
    'UPDATE customers SET merged_into = gen_random_uuid() WHERE merchant_id = current_merchant()',
  ],
  [
    'a sale of nobody who is known',
    'every reference stays within the shop',
    /^is named by sales and is not known$/,
    'UPDATE sales SET customer_id = gen_random_uuid() WHERE merchant_id = current_merchant()',
  ],
  [
    'a transaction about another shop’s sale',
    'every reference stays within the shop',
    /^is named by transaction \S+ and is not known$/,
    "UPDATE transactions SET sale_id = 'elsewhere' WHERE merchant_id = current_merchant()",
  ],
  [
    'a budget that gave more than it has',
    'no budget is exceeded',
    /^100001 given of 100000$/,
    "UPDATE rule_counters SET quantity = 100001 WHERE merchant_id = current_merchant() AND period = 'budget'",
  ],
  [
    'a verdict that was not followed',
    'judging every sale again gives what stands',
    /^deserves 1000 cents and 0 points, stands at 1001 and 0$/,
    'UPDATE sales SET cashback_cents = cashback_cents + 1 WHERE merchant_id = current_merchant()',
  ],
];

const test = suiteDatabase();

/** As the owner of the tables, past triggers and references, in a transaction that leaves nothing. */
async function tampered(shop: number, sql: string): Promise<BooksFault[]> {
  const found: BooksFault[] = [];
  const undone = new Error('undone');
  await test.db
    .asMerchant(shop, async (work: Work) => {
      await query(
        work,
        "SELECT set_config('role', 'none', true), set_config('session_replication_role', 'replica', true)",
      );
      await query(work, sql);
      await query(work, "SELECT set_config('role', 'smartbis_app', true)");
      found.push(...(await checkBooks(work)).faults);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return found;
}

describe('the books name', () => {
  let shop: number;
  beforeAll(async () => {
    const rule = { ...percent(1000), limits: { budget_cents: 100_000 }, validity: { valid_days: 30 } };
    shop = await openShop(test.db, [rule]);
    test.clock.advance(120_000);
    await test.db.asMerchant(shop, (work) => applySales(work, [saleOf()]));
  });

  it('nothing where all is well', async () => {
    expect(await tampered(shop, 'SELECT 1')).toEqual([]);
  });

  it.each(FAULTS)('%s', async (_, check, detail, sql) => {
    const faults = await tampered(shop, sql);
    expect(faults.filter((fault) => fault.check === check).map((fault) => fault.detail)).toEqual([
      expect.stringMatching(detail),
    ]);
  });

  it('the same where the checks are made beside each other', async () => {
    await test.db.asMerchant(shop, async (work) => {
      await query(work, 'UPDATE balances SET held = held + 1');
      await query(work, 'UPDATE sales SET cashback_cents = cashback_cents + 1');
    });
    const beside = await checkBooksOf(test.db, shop);
    expect(beside).toEqual(await test.db.snapshot(shop, checkBooks));
    expect(beside.faults.map(({ check }) => check)).toEqual([
      'balances are what the postings sum to, and what remains in the lots',
      'what is held is what waits in open vouchers',
      'judging every sale again gives what stands',
    ]);
  });
});
