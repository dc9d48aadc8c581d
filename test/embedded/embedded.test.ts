import { pino } from 'pino';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/clock';
import { openDatabase, type Database } from '../../src/db';
import { limitLog } from '../../src/db/maintain';
import { migrate } from '../../src/db/migrate';
import { connect, embeddedSession } from '../../src/db/sessions';
import { DirectoryInUse, lockDirectory } from '../../src/embedded/lock';
import { startEmbedded } from '../../src/embedded/server';
import { createShop } from '../../src/loyalty';
import { keptSecretKey, Secrets } from '../../src/secrets';
import { SilentDoorbell } from '../support/database';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const open = (): Promise<Database> =>
  openDatabase({
    logger: pino({ level: 'silent' }),
    url: null,
    migrationsUrl: null,
    pool: 1,
    dataDir: directory,
    clock: systemClock,
    secrets: new Secrets(Buffer.alloc(32)),
    doorbell: new SilentDoorbell(),
  });

it('keeps its data over a restart, and refuses a second process meanwhile', async () => {
  const first = await open();
  const shop = {
    name: 'Padaria',
    cnpj: null,
    zone: 'America/Sao_Paulo',
    language: 'pt',
    channel: 'simulator',
  } as const;
  const id = await createShop(first, shop);
  await expect(open()).rejects.toThrow(DirectoryInUse);
  await first.close();
  const second = await open();
  expect(await second.asMerchant(id, (work) => work.trx('merchants').select('name'))).toEqual([
    { name: 'Padaria' },
  ]);
  await second.close();
});

it('its log grows no longer than a start can read again', async () => {
  const server = await startEmbedded({ directory: undefined });
  const session = embeddedSession(server);
  await migrate(session);
  const pool = connect(session, { most: 1, patienceMs: undefined, keepsPlans: false, isEmbedded: true });
  const length = async (): Promise<number> => {
    const { rows } = await pool.raw<{ rows: { mb: number }[] }>(
      'SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 / 1048576 AS mb FROM pg_control_checkpoint()',
    );
    return rows[0]?.mb ?? 0;
  };
  const write = (): Promise<unknown> =>
    pool.raw(
      "SELECT pg_logical_emit_message(false, 'test', repeat('x', 1048576)) FROM generate_series(1, 40)",
    );
  await write();
  await limitLog(pool, false);
  expect(await length()).toBeGreaterThan(40);
  await write();
  await limitLog(pool, false);
  expect(await length()).toBeLessThan(1);
  expect((await pool.raw<{ rows: object[] }>('SELECT current_user AS me')).rows).toEqual([
    { me: 'smartbis_app' },
  ]);
  await pool.destroy();
  await server.close();
}, 120_000);

describe('the lock of a data directory', () => {
  it('is refused to others while its holder lives, and released by it', () => {
    const release = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(DirectoryInUse);
    release();
    expect(existsSync(join(directory, 'lock'))).toBe(false);
    lockDirectory(directory)();
  });

  it('is taken over from a process that is gone, and from one whose id another process has now', () => {
    const gone = spawnSync(process.execPath, [
      '-e',
      'process.stdout.write(String(process.pid))',
    ]).stdout.toString();
    for (const stale of [`${gone} 1`, `${process.pid} 1`, 'nonsense', '']) {
      writeFileSync(join(directory, 'lock'), stale);
      lockDirectory(directory)();
    }
  });
});

it('makes its secret key once, readable by its owner alone', () => {
  const key = keptSecretKey(directory);
  expect(key).toHaveLength(32);
  expect(keptSecretKey(directory)).toEqual(key);
  expect(readFileSync(join(directory, 'secret-key'), 'utf8').trim()).toBe(key.toString('base64'));
});
