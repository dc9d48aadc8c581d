import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/db/migrate';
import { Secrets } from '../../src/secrets';
import { createConnection } from '../../src/sync/connections';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { deliver, Program, saleEvent } from '../support/program';
import { ownRedis, requiredService } from '../support/services';
import { openShop, percent } from '../support/shop';
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

describe('the whole program', () => {
  const MIGRATIONS = join(__dirname, '..', '..', 'migrations');
  const KEY = Buffer.alloc(32, 7);
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let env: Record<string, string>;
  beforeEach(async () => {
    database = await createDatabase(requiredService('TEST_DATABASE_URL'));
    env = {
      DATABASE_URL: database.url,
      REDIS_URL: ownRedis('live-migration'),
      SECRET_KEY: KEY.toString('base64'),
      POLL_SECONDS: '0',
      LOG_LEVEL: 'warn',
    };
  });
  afterEach(async () => {
    await Program.endAll();
    await database.drop();
  });

  async function ask<Row>(sql: string): Promise<Row[]> {
    const client = new Client(database.url);
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  it('started by several processes at once over an empty database, it is migrated once, and all work', async () => {
    const programs = Array.from({ length: 3 }, () => Program.run(env));
    await Promise.all(programs.map((program) => program.works()));
    const applied = await ask<{ name: string }>('SELECT name FROM migrations ORDER BY name');
    expect(applied.map(({ name }) => name)).toEqual(readdirSync(MIGRATIONS).toSorted());
    expect(await Promise.all(programs.map((program) => program.stop()))).toEqual([0, 0, 0]);
    expect(programs.map(({ output }) => /newer|ERROR|"level":50/.test(output))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('of the version before starts over the newer database, says so, and serves', async () => {
    const newer = join(folder, 'newer');
    cpSync(MIGRATIONS, newer, { recursive: true });
    writeFileSync(
      join(newer, '9999_newer.sql'),
      `ALTER TABLE sales ADD COLUMN of_later text NOT NULL DEFAULT 'x'; ALTER TABLE outbox ADD COLUMN of_later text;
       CREATE TABLE of_later (merchant_id integer NOT NULL); DROP INDEX outbox_due;
       CREATE INDEX outbox_due_later ON outbox (merchant_id, priority, seq)`,
    );
    await migrate(database.url, newer);
    const db = await openBeside(database.url, new Secrets(KEY));
    const shop = await openShop(db, [percent(500)]);
    const wish = { baseUrl: 'http://127.0.0.1:9/v1', company: null, apiKeyId: 'x', apiKeySecret: 'x' };
    const connection = await db.asMerchant(shop, (work) => createConnection(work, wish));
    await db.close();
    const program = Program.run(env);
    const url = await program.url();
    expect(program.output).toContain('9999_newer.sql');
    expect(program.output).toContain('newer version');
    expect(await deliver(url, connection, 'one', saleEvent('one'))).toBe(202);
    const sent = (): Promise<unknown[]> =>
      ask("SELECT FROM outbox WHERE state IN ('sent', 'delivered', 'read')");
    await until('its message to be sent', async () => (await sent()).length === 1, { seconds: 120 });
    expect(await program.stop()).toBe(0);
  });
});
