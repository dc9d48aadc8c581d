import { ROLES } from '../src/db/roles';
import { applySales, balanceOf, createShop } from '../src/loyalty';
import { openTestDatabase, type TestDatabase } from './support/database';
import { openShop, percent, saleOf } from './support/shop';

let test: TestDatabase;
let tables: string[];
beforeAll(async () => {
  test = await openTestDatabase();
  const rows = await test.db.call<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migrations'`,
  );
  tables = rows.map((row) => row.name);
});
afterAll(() => test.close());

it('runs under a role that owns no table and cannot pass row security', async () => {
  const rows = await test.db.call(
    `SELECT current_user AS me, rolsuper, rolbypassrls, (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned
     FROM pg_roles r WHERE rolname = current_user`,
  );
  expect(rows).toEqual([{ me: 'smartbis_app', rolsuper: false, rolbypassrls: false, owned: 0 }]);
});

it('keys every table by the merchant first, and closes it', async () => {
  expect(tables.length).toBeGreaterThan(20);
  const open = await test.db.call<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations'
       AND (NOT c.relrowsecurity OR NOT EXISTS (
         SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'merchant_id'))`,
  );
  expect(open).toEqual([]);
});

it('shows nothing of another shop, whatever is asked without a condition', async () => {
  const mine = await openShop(test.db, [percent(500)]);
  await test.db.asMerchant(mine, (work) => applySales(work, [saleOf()]));
  const other = await createShop(test.db, {
    name: 'Outra',
    cnpj: null,
    zone: 'America/Manaus',
    language: 'pt',
    channel: 'simulator',
  });
  for (const table of tables) {
    const seen = await test.db.asMerchant(other, (work) => work.trx(table).select());
    expect([table, seen.filter((row: { merchant_id: number }) => row.merchant_id !== other)]).toEqual([
      table,
      [],
    ]);
    const outside = await test.db.call(`SELECT * FROM ${table}`);
    expect([table, outside]).toEqual([table, []]);
  }
});

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

it('writes nothing into another shop', async () => {
  const mine = await openShop(test.db, []);
  const other = await openShop(test.db, []);
  await expect(
    test.db.asMerchant(mine, (work) =>
      work
        .trx('terminals')
        .insert({ merchant_id: other, id: 'T', first_sale_at: new Date(), last_sale_at: new Date() }),
    ),
  ).rejects.toThrow(/row-level security/);
  await test.db.asMerchant(mine, (work) =>
    work.trx('merchants').where({ merchant_id: other }).update({ name: 'Taken' }),
  );
  const [row] = await test.db.asMerchant(other, (work) => work.trx('merchants').select('name'));
  expect(row).toEqual({ name: 'Padaria Central' });
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
