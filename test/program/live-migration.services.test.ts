import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/db/migrate';
import { createDatabase } from '../support/database';
import { requiredService } from '../support/services';
import { until } from '../support/until';

let own: Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
beforeAll(async () => {
  own = await createDatabase(requiredService('TEST_DATABASE_URL'));
  folder = mkdtempSync(join(tmpdir(), 'smartbis-migrations-'));
});
afterAll(async () => {
  await own.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function connected(): Promise<Client> {
  const client = new Client(own.url);
  await client.connect();
  return client;
}

it('a migration that has to wait for a table keeps nobody of a live version waiting behind it', async () => {
  writeFileSync(join(folder, '0001_t.sql'), 'CREATE TABLE t (id integer)');
  await migrate(own.url, folder);
  writeFileSync(join(folder, '0002_t.sql'), 'ALTER TABLE t ADD COLUMN more integer NOT NULL DEFAULT 0');
  const [backup, live] = [await connected(), await connected()];
  await backup.query('BEGIN');
  await backup.query('SELECT FROM t');
  let isDone = false;
  const migrating = migrate(own.url, folder).then(() => {
    isDone = true;
  });
  const waits = async (): Promise<boolean> => {
    const found = await live.query("SELECT FROM pg_locks WHERE relation = 't'::regclass AND NOT granted");
    return (found.rowCount ?? 0) > 0;
  };
  await until('the migration to wait', waits);
  // Were it to wait for as long as the backup reads, these would never be answered.
  for (let i = 0; i < 3; i++) {
    await live.query('INSERT INTO t VALUES (1)');
    await until('it to wait again', waits);
  }
  expect(isDone).toBe(false);
  await backup.query('COMMIT');
  await migrating;
  expect((await live.query('SELECT more FROM t')).rows).toHaveLength(3);
  await backup.end();
  await live.end();
});
