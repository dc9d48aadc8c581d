import type { Work } from '../../src/db';
import { query, type Binding } from '../../src/db/rows';

interface Column {
  name: string;
  type: string;
  /** What its CHECK allows, where it is a list. */
  first: string | null;
}

/** A value of each type that the tables have. */
const VALUES: Readonly<Record<string, Binding>> = {
  boolean: false,
  bytea: Buffer.from('00', 'hex'),
  date: '2026-11-23',
  integer: 1,
  bigint: 1,
  smallint: 1,
  numeric: 1,
  'double precision': 1,
  text: 'x',
  jsonb: '{}',
  json: '{}',
  uuid: '00000000-0000-4000-8000-000000000001',
  'text[]': '{}',
  'uuid[]': '{}',
  'timestamp with time zone': '2026-11-23T17:00:00Z',
};

/** What else a table's CHECKs ask. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, Binding>>>> = {
  inbound_media: { missing: 'unavailable' },
  one_time_links: { staff_id: '00000000-0000-4000-8000-000000000001' },
  reference_arrivals: { field: 'x' },
  referrals: { state: 'void' },
};

/** The name of every table of the product. */
export const TABLES = `SELECT relname AS name FROM pg_class
  WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> 'migrations' ORDER BY relname`;

/** Puts a row of this shop into a table, whatever it refers to: the tables' owner does, and neither keys nor triggers look at it. */
export async function addGenericRow(work: Work, table: string): Promise<void> {
  const columns = await query<Column>(
    work,
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
       (SELECT substring(pg_get_constraintdef(c.oid) FROM '\\(' || a.attname || ' = ANY \\(ARRAY\\[''([^'']*)''')
        FROM pg_constraint c WHERE c.conrelid = a.attrelid AND c.contype = 'c' AND a.attnum = ANY (c.conkey)
        ORDER BY 1 LIMIT 1) AS first
     FROM pg_attribute a
     WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef
       AND a.attidentity = '' AND a.attname <> 'merchant_id'`,
    [table],
  );
  const row = Object.fromEntries(
    columns.map(({ name, type, first }) => {
      const value = first ?? VALUES[type];
      if (value === undefined) throw new Error(`no value of type ${type} for ${table}.${name}`);
      return [name, value];
    }),
  );
  await asOwner(work, async () => {
    await query(work, 'SET LOCAL session_replication_role = replica');
    await work.trx(table).insert({ merchant_id: work.merchantId, ...row, ...GIVEN[table] });
    await query(work, 'SET LOCAL session_replication_role = origin');
  });
}

/** Within a transaction of a shop, as who owns the tables. */
export async function asOwner<T>(work: Work, body: () => Promise<T>): Promise<T> {
  await query(work, 'RESET ROLE');
  const result = await body();
  await query(work, 'SET ROLE smartbis_app');
  return result;
}
