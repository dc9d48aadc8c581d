import { query } from '../../src/db/rows';
import { lockSalesOfShop } from '../../src/loyalty/shops/locks';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { openShop } from '../support/shop';

let test: TestDatabase;
let shop: number;
beforeAll(async () => {
  test = await openTestDatabase(1);
  shop = await openShop(test.db);
});
afterAll(() => test.close());

const OUTSIDE = `SELECT coalesce(current_setting('smartbis.merchant', true), '') AS merchant`;
/** The one session as it is found by whoever comes next. */
const leftBehind = (): Promise<{ merchant: string }[]> => test.db.call(OUTSIDE);

it('a transaction begins with its first statement, whatever that is, and leaves nothing in the session', async () => {
  const asked = { withValues: ['SELECT ?::text AS a', ['x']], without: ['SELECT 1 AS a', []] } as const;
  for (const [sql, values] of Object.values(asked))
    expect(await test.db.asMerchant(shop, (work) => query(work, sql, [...values]))).toHaveLength(1);
  await test.db.asMerchant(shop, () => Promise.resolve());
  expect(await leftBehind()).toEqual([{ merchant: '' }]);
});

it('what fails before anything was asked, or after, is undone, and the session goes on', async () => {
  const insert = (name: string) => async (): Promise<never> => {
    await test.db.asMerchant(shop, async (work) => {
      await work.trx('merchants').update({ name });
      throw new Error('thrown away');
    });
    throw new Error('nothing was thrown');
  };
  await expect(test.db.asMerchant(shop, () => Promise.reject(new Error('at once')))).rejects.toThrow(
    'at once',
  );
  await expect(insert('Another')()).rejects.toThrow('thrown away');
  const names = await test.db.asMerchant(shop, (work) =>
    query<{ name: string }>(work, 'SELECT name FROM merchants'),
  );
  expect(names.map(({ name }) => name)).not.toContain('Another');
  expect(await leftBehind()).toEqual([{ merchant: '' }]);
});

it('a snapshot is of one moment and does not write', async () => {
  const [mode] = await test.db.snapshot(shop, (work) =>
    query(work, "SELECT current_setting('transaction_isolation') AS isolation"),
  );
  expect(mode).toEqual({ isolation: 'repeatable read' });
  const write = test.db.snapshot(shop, (work) => work.trx('merchants').update({ name: 'Another' }));
  await expect(write).rejects.toThrow(/read-only transaction/);
});

it('a lock that is asked for first is held by what is asked for beside it', async () => {
  const held = await test.db.asMerchant(shop, async (work) => {
    const [, rows] = await Promise.all([
      lockSalesOfShop(work),
      query<{ held: number }>(
        work,
        `SELECT count(*)::integer AS held FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted`,
      ),
    ]);
    return rows;
  });
  expect(held).toEqual([{ held: 1 }]);
});

it('what is told of a transaction that failed is what failed, not what was refused behind it', async () => {
  const failed = test.db.asMerchant(shop, (work) => {
    let heardLate: Promise<unknown> = query(work, 'SELECT 1 / 0');
    for (let i = 0; i < 20; i++) heardLate = heardLate.then((rows) => rows);
    return Promise.all([heardLate, query(work, 'SELECT 1')]);
  });
  await expect(failed).rejects.toThrow('division by zero');
});
