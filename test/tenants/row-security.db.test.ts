import type { Work } from '../../src/db';
import { query } from '../../src/db/rows';
import { ROLES } from '../../src/db/roles';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { addGenericRow, asOwner, TABLES } from '../support/generic-rows';
import { openNeighbour } from '../support/neighbours';

const APP = 'smartbis_app';
/** What each role that looks across shops may do there: no policy lets it do more. */
const ACROSS: Readonly<Record<string, readonly string[]>> = {
  smartbis_sweeper: ['SELECT'],
  smartbis_intake: ['SELECT', 'INSERT'],
};

let test: TestDatabase;
let tables: string[];
let own: number;
let other: number;
beforeAll(async () => {
  test = await openTestDatabase();
  tables = (await test.db.call<{ name: string }>(TABLES)).map(({ name }) => name);
  own = (await openNeighbour(test, 'Araponga', 3)).id;
  other = (await openNeighbour(test, 'Bemtevi', 7)).id;
  for (const shop of [own, other])
    for (const table of tables)
      await test.db.asMerchant(shop, async (work) => {
        if ((await work.trx(table).first()) === undefined) await addGenericRow(work, table);
      });
});
afterAll(() => test.close());

/** The rows of a table that the tables' owner sees of a shop. */
const rowsOf = (shop: number, table: string): Promise<{ row: string }[]> =>
  test.db.asMerchant(shop, (work) =>
    asOwner(work, () =>
      query(work, `SELECT t::text AS row FROM ${table} t WHERE merchant_id = ? ORDER BY 1`, [shop]),
    ),
  );

class Undone extends Error {
  constructor(readonly rows: number) {
    super('undone');
  }
}

/** How many rows a statement touches that the program runs in our shop and may run on that table: only the policy is left. */
async function touched(
  table: string,
  statement: string,
  bindings: number[],
  prepare?: (work: Work) => unknown,
): Promise<number> {
  try {
    return await test.db.asMerchant(own, async (work) => {
      await asOwner(work, async () => {
        await query(work, `GRANT ALL ON ${table} TO ${APP}`);
        await prepare?.(work);
      });
      throw new Undone((await query(work, statement, bindings)).length);
    });
  } catch (error) {
    if (error instanceof Undone) return error.rows;
    throw error;
  }
}

describe('the catalogue', () => {
  it('has a program’s role that owns nothing, passes nothing and is no member of any other', async () => {
    const roles = await test.db.call(
      `SELECT rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolinherit,
         (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned,
         (SELECT count(*) FROM pg_roles o WHERE o.oid <> r.oid AND pg_has_role(r.oid, o.oid, 'MEMBER')) AS member_of
       FROM pg_roles r WHERE rolname LIKE 'smartbis%' ORDER BY rolname`,
    );
    const NOTHING = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false };
    expect(roles).toEqual(
      ROLES.map((rolname) => ({ rolname, ...NOTHING, rolinherit: false, owned: 0, member_of: 0 })),
    );
    expect(await test.db.call('SELECT current_user AS me')).toEqual([{ me: APP }]);
  });

  it('keys every table by the merchant first, and closes it', async () => {
    expect(tables.length).toBeGreaterThan(60);
    const open = await test.db.call<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
       WHERE c.relname = ANY (?) AND (NOT c.relrowsecurity OR NOT EXISTS (
         SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'merchant_id' AND a.attnotnull))`,
      [tables],
    );
    expect(open).toEqual([]);
  });

  /** Their owner migrates them, which must see every shop's rows; it is not forced under its own policies. */
  it('leaves the tables to an owner that is none of the program’s roles, and whose rights no function lends', async () => {
    const owners = await test.db.call<{ owner: string; forced: boolean }>(
      `SELECT DISTINCT relowner::regrole::text AS owner, relforcerowsecurity AS forced FROM pg_class WHERE relname = ANY (?)`,
      [tables],
    );
    expect(owners).toEqual([{ owner: expect.any(String), forced: false }]);
    expect(ROLES).not.toContain(owners[0]?.owner);
    const lent = await test.db.call(
      `SELECT proname, proowner::regrole::text AS owner FROM pg_proc
       WHERE prosecdef AND pronamespace = 'public'::regnamespace AND NOT proowner::regrole::text = ANY (?)`,
      [Object.keys(ACROSS)],
    );
    expect(lent).toEqual([]);
  });

  it('has no view, which would be read with its owner’s rights', async () => {
    const views = `SELECT relname FROM pg_class WHERE relkind IN ('v', 'm', 'f') AND relnamespace = 'public'::regnamespace`;
    expect(await test.db.call(views)).toEqual([]);
  });

  it('shows and takes of every table the rows of the transaction’s shop, by its one policy for the program', async () => {
    const OF_THE_SHOP = '(merchant_id = ( SELECT current_merchant() AS current_merchant))';
    const policies = await test.db.call(
      `SELECT tablename, permissive, cmd, qual, with_check FROM pg_policies
       WHERE schemaname = 'public' AND NOT roles <@ ?::name[] ORDER BY tablename`,
      [Object.keys(ACROSS)],
    );
    const onlyOwn = { permissive: 'PERMISSIVE', cmd: 'ALL', qual: OF_THE_SHOP, with_check: OF_THE_SHOP };
    expect(policies).toEqual(tables.map((tablename) => ({ tablename, ...onlyOwn })));
    const [shop] = await test.db.call<{ body: string }>(
      `SELECT pg_get_function_sqlbody('current_merchant'::regproc) AS body`,
    );
    expect(shop?.body).toBe(
      `RETURN (NULLIF(current_setting('smartbis.merchant'::text, true), ''::text))::integer`,
    );
  });

  it('lets who looks across shops do no more there than it must', async () => {
    const policies = await test.db.call<{ role: string; cmd: string }>(
      `SELECT DISTINCT unnest(roles)::text AS role, cmd FROM pg_policies WHERE schemaname = 'public' AND roles <@ ?::name[]`,
      [Object.keys(ACROSS)],
    );
    for (const { role, cmd } of policies)
      expect([role, ACROSS[role]]).toEqual([role, expect.arrayContaining([cmd])]);
    const writes = await test.db.call(
      `SELECT t, r FROM unnest(?::text[]) t, unnest(?::text[]) r
       WHERE has_table_privilege(r, t, 'UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(r, t, 'UPDATE')
          OR (NOT 'INSERT' = ANY (CASE r WHEN 'smartbis_intake' THEN ARRAY['INSERT'] ELSE ARRAY[]::text[] END)
              AND has_any_column_privilege(r, t, 'INSERT'))`,
      [tables, Object.keys(ACROSS)],
    );
    expect(writes).toEqual([]);
  });
});

// What an INSERT or an UPDATE reads is asked of its new rows, too: where nothing is read, WITH CHECK alone keeps them out.
describe('of every table, each of which has rows in both shops,', () => {
  const ofEvery = async (body: (table: string) => Promise<void>): Promise<void> => {
    for (const table of tables) {
      const before = await rowsOf(other, table);
      expect([table, before.length > 0, (await rowsOf(own, table)).length > 0]).toEqual([table, true, true]);
      await body(table);
      expect([table, await rowsOf(other, table)]).toEqual([table, before]);
    }
  };

  it('the other shop’s rows are not seen, in a shop or outside any', () =>
    ofEvery(async (table) => {
      const count = `SELECT count(*) FILTER (WHERE merchant_id = ?) AS theirs, count(*) AS all FROM ${table}`;
      const [row] = await test.db.asMerchant(own, (work) => query(work, count, [other]));
      expect([table, row]).toEqual([table, { theirs: 0, all: (await rowsOf(own, table)).length }]);
      expect([table, await test.db.call(count, [other])]).toEqual([table, [{ theirs: 0, all: 0 }]]);
    }));

  it('they are not changed or deleted, whatever the program may do to the table', () =>
    ofEvery(async (table) => {
      const change = `UPDATE ${table} SET merchant_id = merchant_id WHERE merchant_id = ? RETURNING merchant_id`;
      expect([table, await touched(table, change, [other])]).toEqual([table, 0]);
      const deletion = `DELETE FROM ${table} WHERE merchant_id = ? RETURNING merchant_id`;
      expect([table, await touched(table, deletion, [other])]).toEqual([table, 0]);
    }));

  it('none is added to them', () =>
    ofEvery(async (table) => {
      const copied = (work: Work) =>
        work.trx.raw(
          `CREATE TEMP TABLE theirs ON COMMIT DROP AS SELECT * FROM ${table} WHERE merchant_id = ${other};
           GRANT SELECT ON theirs TO ${APP}`,
        );
      const [columns] = await test.db.call<{ list: string }>(
        `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute
         WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [table],
      );
      const insertion = `INSERT INTO ${table} (${columns?.list}) OVERRIDING SYSTEM VALUE SELECT ${columns?.list} FROM theirs`;
      await expect(touched(table, insertion, [], copied)).rejects.toThrow(
        `new row violates row-level security policy for table "${table}"`,
      );
    }));

  it('and none of ours becomes theirs', () =>
    ofEvery(async (table) => {
      const gift = `UPDATE ${table} SET merchant_id = ?`;
      await expect(touched(table, gift, [other])).rejects.toThrow(
        `new row violates row-level security policy for table "${table}"`,
      );
    }));
});
