import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MIGRATIONS = join(__dirname, '..', '..', 'migrations');
/** From here on a version may be live beside the next one's database. */
const FIRST_LIVE = '0057';

/** What takes something away from the version before, or asks of its rows what it does not know. */
const TAKES_AWAY: readonly [what: string, RegExp][] = [
  ['a table, column, function or type is dropped', /\bDROP\s+(?:TABLE|COLUMN|FUNCTION|TYPE|VIEW|SCHEMA)\b/i],
  ['something is renamed', /\b(?:TABLE|COLUMN|FUNCTION)\b[^;]*\bRENAME\b/i],
  ['a column changes its type', /\bALTER\s+COLUMN\s+\w+\s+(?:SET\s+DATA\s+)?TYPE\b/i],
  ['a column has to be filled in', /\bSET\s+NOT\s+NULL\b/i],
  ['a new column has to be filled in', /\bADD\s+COLUMN\b(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b/i],
  ['a privilege of the program is taken', /\bREVOKE\b[^;]*\bFROM\b[^;]*\bsmartbis_app\b/i],
];

const withoutComments = (sql: string): string => sql.replaceAll(/--.*$/gm, '');
const faultsOf = (sql: string): string[] =>
  TAKES_AWAY.filter(([, pattern]) => pattern.test(withoutComments(sql))).map(([what]) => what);

it('a migration only adds: the version before goes on over the same database', () => {
  const live = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql') && name >= FIRST_LIVE);
  expect(live.length).toBeGreaterThan(0);
  const found = live.map((name) => [name, faultsOf(readFileSync(join(MIGRATIONS, name), 'utf8'))]);
  expect(found.filter(([, faults]) => faults?.length !== 0)).toEqual([]);
});

it.each([
  ['ALTER TABLE sales DROP COLUMN dry', 1],
  ['ALTER TABLE sales RENAME COLUMN dry TO wet', 1],
  ['ALTER TABLE sales ALTER COLUMN dry TYPE text', 1],
  ['ALTER TABLE sales ALTER COLUMN dry SET NOT NULL', 1],
  ['ALTER TABLE sales ADD COLUMN wet boolean NOT NULL', 1],
  ['REVOKE SELECT ON sales FROM smartbis_app', 1],
  ['ALTER TABLE sales ADD COLUMN wet boolean NOT NULL DEFAULT false, ADD COLUMN more text', 0],
  ['-- DROP TABLE sales\nCREATE TABLE wet (merchant_id integer NOT NULL)', 0],
  ['REVOKE ALL ON FUNCTION wet FROM PUBLIC; GRANT EXECUTE ON FUNCTION wet TO smartbis_app', 0],
  ['DROP INDEX sales_of_customer', 0],
])('%s', (sql, faults) => {
  expect(faultsOf(sql)).toHaveLength(faults);
});
