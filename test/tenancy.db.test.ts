import { ROLES } from '../src/db/roles';
import { applySales, balanceOf } from '../src/loyalty';
import { suiteDatabase } from './support/database';
import { openShop, percent, saleOf } from './support/shop';

const test = suiteDatabase();

it('no statement of a transaction runs before its shop is set, however early it is sent', async () => {
  const mine = await openShop(test.db, []);
  for (let round = 0; round < 20; round++) {
    const seen = await test.db.asMerchant(mine, ({ trx }) =>
      Promise.all([
        trx('merchants').pluck('merchant_id'),
        trx('merchants').first('merchant_id'),
        trx.raw<{ rows: { id: number }[] }>('SELECT current_merchant() AS id').then(({ rows }) => rows),
      ]),
    );
    expect(seen).toEqual([[mine], { merchant_id: mine }, [{ id: mine }]]);
  }
});

/** What is only ever added to, each with its columns that change nevertheless. */
const APPEND_ONLY: Record<string, readonly string[]> = {
  postings: [],
  // The cache of what its uses leave, and the expiry that each purchase moves on: a trigger keeps that of the others.
  lots: ['expires_at', 'remaining'],
  lot_uses: [],
  transactions: [],
  program_versions: [],
  // Of an erased person nothing stays.
  inbox_events: ['body'],
  audit_log: [],
};

const THE_PROGRAMS = ROLES.map((role) => `'${role}'`).join(', ');

it.each(Object.entries(APPEND_ONLY))(
  'leaves no role of the program a way to change %s beside %j, or to delete from it',
  async (table, changing) => {
    const changeable = await test.db.call(
      `SELECT r.rolname AS role, a.attname AS column FROM pg_roles r, pg_attribute a
       WHERE r.rolname IN (${THE_PROGRAMS}) AND a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped
         AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')
       ORDER BY 1, 2`,
      [table],
    );
    expect(changeable).toEqual(changing.map((column) => ({ role: 'smartbis_app', column })));
    const deleting = await test.db.call(
      `SELECT rolname FROM pg_roles
       WHERE rolname IN (${THE_PROGRAMS}) AND has_table_privilege(oid, ?::regclass, 'DELETE, TRUNCATE')`,
      [table],
    );
    expect(deleting).toEqual([]);
  },
);

it.each(Object.keys(APPEND_ONLY))('never lets %s be changed or deleted', async (table) => {
  const shop = await openShop(test.db, [percent(500)]);
  const column = table === 'inbox_events' ? 'source' : 'merchant_id';
  const denied = /permission denied/;
  await expect(test.db.asMerchant(shop, (work) => work.trx(table).delete())).rejects.toThrow(denied);
  await expect(
    test.db.asMerchant(shop, (work) => work.trx(table).update({ [column]: null })),
  ).rejects.toThrow(denied);
});

it('one person with one phone is two customers in two shops', async () => {
  const [first, second] = [await openShop(test.db, [percent(500)]), await openShop(test.db, [percent(1000)])];
  const earned = async (shop: number): Promise<number> =>
    test.db.asMerchant(shop, async (work) => {
      await applySales(work, [saleOf({ externalId: 'same-id' })]);
      const row = (await work.trx('customers').first('id')) as { id: string };
      return (await balanceOf(work, row.id)).cashback.available;
    });
  test.clock.advance(120_000);
  expect([await earned(first), await earned(second)]).toEqual([500, 1000]);
});

it('takes events in through a function that can do nothing else', async () => {
  await expect(
    test.db.call(
      `INSERT INTO inbox_due (merchant_id, delivery_id, body_hash, due_at) VALUES (1, 'x', '', now())`,
    ),
  ).rejects.toThrow(/permission denied/);
  await expect(test.db.call('SET ROLE smartbis_intake; DELETE FROM inbox_events')).rejects.toThrow(
    /permission denied/,
  );
});
