import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, type Migration } from './migrations';

const MIGRATIONS = join(__dirname, '..', '..', 'migrations');
/** From here on a version may be live beside the next one's database. */
const FIRST_LIVE = '0057';

/** What is known and does no harm, each with why. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0059_complaints.sql': {
    'something is dropped': 'a check, which the next statement makes again',
    'rows have to fulfil more': 'less: the check allows one word more than the one before it',
  },
  '0063_recorded_by_hand.sql': {
    'sales waits for an index':
      'for a scan of sales: operations.md says to upgrade a large database when it is quiet',
  },
};

const all: readonly Migration[] = readdirSync(MIGRATIONS)
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
  .map((name) => ({ name, sql: readFileSync(join(MIGRATIONS, name), 'utf8') }));

it('a migration only adds: the version before goes on over the same database', () => {
  const live = all.filter(({ name }) => name >= FIRST_LIVE);
  expect(live.length).toBeGreaterThan(10);
  const found = live.map((one): [string, string[]] => [
    one.name,
    faultsOf(
      one,
      all.filter(({ name }) => name < one.name),
    ),
  ]);
  const known = Object.entries(KNOWN).map(([name, faults]): [string, string[]] => [
    name,
    Object.keys(faults),
  ]);
  expect(found.filter(([, faults]) => faults.length > 0)).toEqual(known);
});

it.each([
  ['ALTER TABLE sales DROP COLUMN dry', 'something is dropped'],
  ['ALTER TABLE sales DROP dry', 'something is dropped'],
  ['ALTER TABLE sales DROP CONSTRAINT sales_dry_check', 'something is dropped'],
  ['ALTER TABLE sales ALTER dry DROP DEFAULT', 'something is dropped'],
  ['DROP TRIGGER note_subjects ON inbox_due', 'something is dropped'],
  ['DROP POLICY across ON sales', 'something is dropped'],
  ['ALTER TABLE sales RENAME COLUMN dry TO wet', 'something is renamed'],
  ['ALTER TYPE state RENAME VALUE dry TO wet', 'something is renamed'],
  ['ALTER TABLE sales SET SCHEMA elsewhere', 'something moves elsewhere'],
  ['ALTER TABLE sales ALTER COLUMN dry TYPE text', 'a column changes its type'],
  ['ALTER TABLE sales ALTER dry SET DATA TYPE text', 'a column changes its type'],
  ['ALTER TABLE sales ALTER COLUMN dry SET NOT NULL', 'a column has to be filled in'],
  ['ALTER TABLE sales ADD COLUMN wet boolean NOT NULL', 'a new column has to be filled in'],
  ['ALTER TABLE sales ADD wet boolean NOT NULL', 'a new column has to be filled in'],
  ['ALTER TABLE sales ADD CHECK (dry)', 'rows have to fulfil more'],
  [
    'ALTER TABLE sales ADD CONSTRAINT is_dry FOREIGN KEY (dry) REFERENCES dryness',
    'rows have to fulfil more',
  ],
  ['CREATE UNIQUE INDEX sales_dry ON sales (dry)', 'rows of sales have to be unique'],
  ['CREATE INDEX sales_dry ON sales (dry)', 'sales waits for an index'],
  ['REVOKE SELECT ON sales FROM smartbis_app', 'a privilege is taken'],
  ['REVOKE SELECT (due_at) ON outbox FROM smartbis_sweeper', 'a privilege is taken'],
  ['CREATE FUNCTION wet(a integer, b text) RETURNS text LANGUAGE sql', 'wet is called otherwise'],
])('refuses %s', (sql, fault) => {
  const before = { name: '1', sql: 'CREATE FUNCTION wet(a integer) RETURNS text LANGUAGE sql' };
  expect(faultsOf({ name: '2', sql }, [before])).toEqual([fault]);
});

it.each([
  'ALTER TABLE sales ADD COLUMN wet boolean NOT NULL DEFAULT false, ADD COLUMN more text',
  'ALTER TABLE sales ADD wet text, ADD more text',
  'ALTER TABLE sales ALTER COLUMN dry DROP NOT NULL',
  '-- DROP TABLE sales\nCREATE TABLE wet (merchant_id integer NOT NULL); CREATE INDEX wet_by ON wet (merchant_id)',
  'CREATE TABLE wet (id integer CHECK (id > 0)); CREATE UNIQUE INDEX wet_id ON wet (id)',
  'REVOKE ALL ON FUNCTION wet FROM PUBLIC; GRANT EXECUTE ON FUNCTION wet TO smartbis_app',
  'REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper',
  'CREATE OR REPLACE FUNCTION wet(a  integer) RETURNS text LANGUAGE sql',
  'DROP INDEX sales_of_customer',
])('lets pass %s', (sql) => {
  const before = { name: '1', sql: 'CREATE FUNCTION wet(a integer) RETURNS text LANGUAGE sql' };
  expect(faultsOf({ name: '2', sql }, [before])).toEqual([]);
});
