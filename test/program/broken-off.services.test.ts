import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Database } from '../../src/db';
import { migrate } from '../../src/db/migrate';
import { Secrets } from '../../src/secrets';
import { createConnection, openConnection } from '../../src/sync/connections';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { requiredService } from '../support/services';
import { openShop, percent } from '../support/shop';
import { until } from '../support/until';

const DIST = join(__dirname, '..', '..', 'dist');
const [OLD, NEW] = [randomBytes(32), randomBytes(32)];
const server = requiredService('TEST_DATABASE_URL');

type Own = Awaited<ReturnType<typeof createDatabase>>;
let directory: string;
let own: Own;
const others: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-'));
  own = await createDatabase(server);
});
afterEach(async () => {
  for (const close of others.splice(0).toReversed()) await close();
  await own.drop();
  rmSync(directory, { recursive: true, force: true });
});

async function database(): Promise<Own> {
  const made = await createDatabase(server);
  others.push(() => made.drop());
  return made;
}

async function connected(url: string): Promise<Client> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  others.push(() => client.end());
  return client;
}

async function within<T>(url: string, key: Buffer, body: (db: Database) => Promise<T>): Promise<T> {
  const db = await openBeside(url, new Secrets(key));
  try {
    return await body(db);
  } finally {
    await db.close();
  }
}

const envOf = (url: string, more: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  LOG_LEVEL: 'silent',
  DATABASE_URL: url,
  SECRET_KEY: OLD.toString('base64'),
  ...more,
});

/** An operator's command, to its end. */
function run(env: Record<string, string>, script: string, ...args: string[]) {
  return new Promise<{ status: number; text: string }>((resolve) => {
    execFile(process.execPath, [join(DIST, script), ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    );
  });
}

/** The same, killed once a session of its database waits for a lock; what it had begun of other programs goes on. */
async function killedWhileItWaits(
  watch: Client,
  env: Record<string, string>,
  ...args: string[]
): Promise<void> {
  const [script = '', ...rest] = args;
  const child = spawn(process.execPath, [join(DIST, script), ...rest], { env, stdio: 'ignore' });
  await until('it to wait', () => isWaiting(watch), { seconds: 120 });
  await killed(child);
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function isWaiting(watch: Client): Promise<boolean> {
  const found = await watch.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return (found.rowCount ?? 0) > 0;
}

const tablesOf = async (client: Client): Promise<string[]> =>
  (
    await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    )
  ).rows.map(({ name }) => name);

it('a migration that is killed in its midst leaves nothing of itself, and the next process applies it', async () => {
  writeFileSync(join(directory, '0001_a.sql'), 'CREATE TABLE a ()');
  writeFileSync(
    join(directory, '0002_b.sql'),
    'CREATE TABLE b (); SELECT pg_sleep(3); INSERT INTO b DEFAULT VALUES',
  );
  const watch = await connected(own.url);
  const script = `require(${JSON.stringify(join(DIST, 'db/migrate.js'))}).migrate(...process.argv.slice(1))`;
  const child = spawn(process.execPath, ['-e', script, own.url, directory], { stdio: 'ignore' });
  await until('it to be at it', async () => {
    const found = await watch.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'",
    );
    return found.rowCount === 1;
  });
  await killed(child);
  expect(await tablesOf(watch)).toEqual(['a', 'migrations']);
  await Promise.all([migrate(own.url, directory), migrate(own.url, directory)]);
  expect(await tablesOf(watch)).toEqual(['a', 'b', 'migrations']);
  expect((await watch.query('SELECT FROM b')).rowCount).toBe(1);
  expect((await watch.query('SELECT name FROM migrations ORDER BY name')).rows).toEqual([
    { name: '0001_a.sql' },
    { name: '0002_b.sql' },
  ]);
});

it('a backup that is killed is none, and the next one is whole', async () => {
  const file = join(directory, 'shops.backup');
  await within(own.url, OLD, (db) => openShop(db, [percent(500)]));
  const holder = await connected(own.url);
  await holder.query('BEGIN; LOCK TABLE sales IN ACCESS EXCLUSIVE MODE');
  const watch = await connected(own.url);
  await killedWhileItWaits(watch, envOf(own.url), 'cli/backup.js', 'backup', file);
  expect(existsSync(file)).toBe(false);
  const to = await database();
  // Half a backup is refused, whoever takes it for one.
  expect(await run(envOf(to.url), 'cli/backup.js', 'restore', `${file}.part`)).toMatchObject({ status: 2 });
  await holder.query('ROLLBACK');
  expect(await run(envOf(own.url), 'cli/backup.js', 'backup', file)).toMatchObject({ status: 0 });
  expect([existsSync(`${file}.part`), statSync(file).mode & 0o077]).toEqual([false, 0]);
  const restored = await run(envOf(to.url), 'cli/backup.js', 'restore', file);
  expect(restored).toMatchObject({ status: 0, text: expect.stringContaining('0 with faults') as string });
});

describe('a restore that is killed', () => {
  let file: string;
  let to: Own;
  let watch: Client;
  let holder: Client;
  beforeEach(async () => {
    file = join(directory, 'shops.backup');
    await within(own.url, OLD, (db) => openShop(db, [percent(500)]));
    expect(await run(envOf(own.url), 'cli/backup.js', 'backup', file)).toMatchObject({ status: 0 });
    to = await database();
    [watch, holder] = [await connected(to.url), await connected(to.url)];
    // Another's table of that name, of which nobody knows whether it will be.
    await holder.query('BEGIN; CREATE TABLE vouchers ()');
    await killedWhileItWaits(watch, envOf(to.url), 'cli/backup.js', 'restore', file);
  });

  const mayCreate = async (): Promise<boolean> =>
    (
      await watch.query<{ may: boolean }>(
        `SELECT has_schema_privilege('smartbis_app', 'public', 'CREATE') AS may`,
      )
    ).rows[0]?.may ?? true;

  const atWork = async (): Promise<number[]> =>
    (
      await watch.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name ~ 'restore'`,
      )
    ).rows.map(({ pid }) => pid);
  const isDone = async (): Promise<boolean> =>
    (await tablesOf(watch)).length > 0 && (await atWork()).length === 0;

  it('leaves nothing, and the next one is whole: what it left at work is ended first', async () => {
    expect(await tablesOf(watch)).toEqual([]);
    const [before] = await atWork();
    const again = run(envOf(to.url), 'cli/backup.js', 'restore', file);
    await until('the one before to be ended, and another to be at it', async () => {
      const [first, ...more] = await atWork();
      return first !== undefined && first !== before && more.length === 0;
    });
    await until('it to wait', () => isWaiting(watch));
    await holder.query('ROLLBACK');
    expect(await again).toMatchObject({
      status: 0,
      text: expect.stringContaining('0 with faults') as string,
    });
    expect(await mayCreate()).toBe(false);
  });

  it('whose pg_restore goes on to its end leaves the whole, and is told so', async () => {
    await holder.query('ROLLBACK');
    await until('it to be done', () => isDone());
    const again = await run(envOf(to.url), 'cli/backup.js', 'restore', file);
    expect(again).toMatchObject({ status: 2, text: expect.stringContaining('npm run books') as string });
    expect(await mayCreate()).toBe(false);
    expect(await run(envOf(to.url), 'cli/books.js')).toMatchObject({ status: 0 });
  });

  it('gives nobody more than they may once the product has started', async () => {
    await holder.query('ROLLBACK');
    await until('it to be done', () => isDone());
    await within(to.url, OLD, (db) => db.call('SELECT 1'));
    expect(await mayCreate()).toBe(false);
  });
});

it('a change of key that is killed between two shops is brought to its end by the next', async () => {
  const shops = await within(own.url, OLD, async (db) => {
    const made: { shop: number; id: string }[] = [];
    for (let i = 0; i < 3; i++) {
      const shop = await openShop(db, [percent(500)]);
      const wish = {
        baseUrl: 'http://127.0.0.1:9/v1',
        company: null,
        apiKeyId: 'x',
        apiKeySecret: `of ${shop}`,
      };
      const { id } = await db.asMerchant(shop, (work) => createConnection(work, wish));
      made.push({ shop, id });
    }
    return made;
  });
  const keys = { SECRET_KEY: NEW.toString('base64'), PREVIOUS_SECRET_KEYS: OLD.toString('base64') };
  const holder = await connected(own.url);
  await holder.query(`BEGIN; SELECT FROM connections WHERE id = '${shops[1]?.id}' FOR UPDATE`);
  await killedWhileItWaits(await connected(own.url), envOf(own.url, keys), 'cli/rotate-key.js');
  await holder.query('ROLLBACK');
  const ended = await run(envOf(own.url, keys), 'cli/rotate-key.js');
  // Of each of the two shops that are left three secrets.
  expect(ended).toMatchObject({
    status: 0,
    text: expect.stringContaining('connections: 6 encrypted anew') as string,
  });
  await within(own.url, NEW, async (db) => {
    for (const { shop, id } of shops)
      expect(await db.asMerchant(shop, (work) => openConnection(work, id))).toMatchObject({
        apiKeySecret: `of ${shop}`,
      });
  });
});
