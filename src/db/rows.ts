import type { Work } from '.';

export type Binding = string | number | boolean | null | Date | Buffer | readonly (string | number)[];

/** The rows of one statement of this transaction. An array is one parameter: `= ANY(?::uuid[])`. */
export const query = <Row>(work: Work, sql: string, bindings: readonly Binding[] = []): Promise<Row[]> =>
  work.send<Row>(sql, bindings);

/** A column's PostgreSQL type. */
export type ColumnType =
  'integer' | 'bigint' | 'uuid' | 'text' | 'boolean' | 'timestamptz' | 'bytea' | 'json' | 'smallint';

export type Columns<Row> = { readonly [Column in keyof Row & string]-?: ColumnType };

/** Without what PostgreSQL's text cannot hold. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/**
 * The shop, where many rows are looked up by its keys. The planner is not to see which shop it is: of one that came since it last
 * looked it knows no row, holds every index for as good, and would read the shop whole for each.
 */
export const THIS_SHOP = '(SELECT current_merchant())';

/** A control character, which within JSON text is always escaped: documents need no quoting between two of it. */
export const JSON_SEPARATOR = '\x1e';

/** Types whose text form needs no quotes within an array literal. */
const PLAIN = new Set<ColumnType>(['integer', 'bigint', 'smallint', 'uuid', 'boolean']);

/**
 * Writes many rows by one statement. That costs the database one plan and one round trip however many rows there are,
 * and it reads each value once. `suffix` is an ON CONFLICT and a RETURNING clause.
 */
export async function insertRows<Row extends object>(
  { send, merchantId }: Work,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  suffix = '',
): Promise<unknown[]> {
  if (rows.length === 0) return [];
  const { sql, bindings } = relation(columns, rows);
  return send(
    `INSERT INTO ${table} (merchant_id, ${Object.keys(columns).join(', ')}) SELECT ?::integer, r.* FROM (${sql}) AS r ${suffix}`,
    [merchantId, ...bindings],
  );
}

/** A table and what each of its columns gets: SQL over `r`, the given row. */
export interface Target {
  table: string;
  /** Which rows come into it; all if it is not said. */
  only?: string;
  values: Readonly<Record<string, string>>;
}

/** Writes each row into the tables that it belongs to, by one statement: what they share travels and is read once. */
export async function insertIntoAll<Row extends object>(
  { send, merchantId }: Work,
  targets: readonly Target[],
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { sql, bindings } = relation(columns, rows);
  const inserts = targets.map(
    ({ table, values, only = 'true' }) =>
      `${table}_rows AS (INSERT INTO ${table} (merchant_id, ${Object.keys(values).join(', ')})
         SELECT ?::integer, ${Object.values(values).join(', ')} FROM r WHERE ${only})`,
  );
  await send(`WITH r AS (${sql}), ${inserts.join(', ')} SELECT`, [
    ...bindings,
    ...targets.map(() => merchantId),
  ]);
}

/** The rows as a SELECT: what is alike in all of them as one parameter, every other column as an array. */
function relation<Row extends object>(
  columns: Columns<Row>,
  rows: readonly Row[],
): { sql: string; bindings: Binding[] } {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const first = rows[0] as Row;
  const varying = names.filter((name) => rows.some((row) => row[name] !== first[name]));
  const alike = names.filter((name) => !varying.includes(name));
  const selected = names.map(
    (name) => `${varying.includes(name) ? fromArray(name, columns[name]) : `?::${columns[name]}`} AS ${name}`,
  );
  const source = varying.length === 0 ? '' : `FROM ${unnest(varying, columns, TRAVELS_AS)}`;
  return {
    sql: `SELECT ${selected.join(', ')} ${source}`,
    bindings: [
      ...alike.map((name) => scalar(columns[name], first[name])),
      ...varying.map((name) => arrayLiteral(TRAVELS_AS[columns[name]] ?? columns[name], rows, name)),
    ],
  };
}

/** Times are read much faster from their milliseconds than from text. */
const TRAVELS_AS: Partial<Record<ColumnType, ColumnType>> = { timestamptz: 'bigint' };

function fromArray(name: string, type: ColumnType): string {
  if (type === 'json') return `u.${name}::json`;
  return type === 'timestamptz' ? `to_timestamp(u.${name}::float8 / 1000)` : `u.${name}`;
}

function scalar(type: ColumnType, value: unknown): Binding {
  if (value === null || value === undefined) return null;
  if (type === 'timestamptz') return new Date(value as number);
  return type === 'json' ? JSON.stringify(value) : (value as Binding);
}

/** What one statement finds for many given rows: it selects `what` from them (`u`), joined with `rest`. */
export async function queryFor<Row extends object, Answer>(
  work: Work,
  columns: Columns<Row>,
  rows: readonly Row[],
  what: string,
  rest: string,
): Promise<Answer[]> {
  if (rows.length === 0) return [];
  const names = Object.keys(columns) as (keyof Row & string)[];
  return query(work, `SELECT ${what} FROM ${unnest(names, columns)} ${rest}`, arrays(names, columns, rows));
}

/** Changes many rows by one statement: `set` is the assignment list, over `u` (the given row) and `t` (the table's). */
export async function updateRows<Row extends object>(
  { send }: Work,
  table: string,
  columns: Columns<Row>,
  key: readonly (keyof Row & string)[],
  set: string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns) as (keyof Row & string)[];
  await send(
    `UPDATE ${table} t SET ${set} FROM ${unnest(names, columns)}
     WHERE t.merchant_id = ${THIS_SHOP} AND ${key.map((name) => `t.${name} = u.${name}`).join(' AND ')}`,
    arrays(names, columns, rows),
  );
}

function unnest<Row>(
  names: readonly (keyof Row & string)[],
  columns: Columns<Row>,
  travelsAs: Partial<Record<ColumnType, ColumnType>> = {},
): string {
  const parameters = names.map((name) => {
    const type = columns[name];
    return type === 'json'
      ? `string_to_array(?, '${JSON_SEPARATOR}', '')`
      : `?::${travelsAs[type] ?? type}[]`;
  });
  return `unnest(${parameters.join(', ')}) AS u (${names.map((name) => `"${name}"`).join(', ')})`;
}

function arrays<Row extends object>(
  names: readonly (keyof Row & string)[],
  columns: Columns<Row>,
  rows: readonly Row[],
): string[] {
  return names.map((name) => arrayLiteral(columns[name], rows, name));
}

/** A PostgreSQL array literal (manual, section 8.15.6), faster than the driver's own for hundreds of rows. */
export function arrayLiteral<Row extends object>(
  type: ColumnType,
  rows: readonly Row[],
  name: keyof Row,
): string {
  if (type === 'json') return jsonDocuments(rows, name);
  let literal = '{';
  let lastInstant = NaN;
  let lastText = '';
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i]?.[name];
    if (i > 0) literal += ',';
    if (value === null || value === undefined) literal += 'NULL';
    else if (type === 'timestamptz') {
      // Most instants of a set are one.
      if (value !== lastInstant) lastText = `"${new Date(value as number).toISOString()}"`;
      lastInstant = value as number;
      literal += lastText;
    } else literal += element(type, value);
  }
  return `${literal}}`;
}

function jsonDocuments<Row extends object>(rows: readonly Row[], name: keyof Row): string {
  return rows
    .map((row) => (row[name] === null || row[name] === undefined ? '' : JSON.stringify(row[name])))
    .join(JSON_SEPARATOR);
}

const SPECIAL = /["\\]/;

function element(type: ColumnType, value: unknown): string {
  if (PLAIN.has(type)) return String(value);
  if (type === 'bytea') return `"\\\\x${(value as Buffer).toString('hex')}"`;
  const text = String(value);
  return `"${SPECIAL.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;
}
