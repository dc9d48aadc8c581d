import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { systemClock } from '../../src/clock';
import { openDatabase, type Database } from '../../src/db';
import { applySales, balanceOf } from '../../src/loyalty';
import { Secrets } from '../../src/secrets';
import { SilentDoorbell } from '../support/database';
import { createDatabase } from '../support/postgres';
import { requiredService } from '../support/services';
import { openShop, percent, saleOf } from '../support/shop';

const KEY = Buffer.alloc(32, 7);
/** `BACKUP_SALES=100000` is the whole of it; every change is checked with fewer. */
const SALES = Number(process.env['BACKUP_SALES'] ?? 2_000);
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** What an operator runs, with only this environment. */
async function run(
  command: 'backup' | 'restore',
  file: string,
  env: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const script = join(__dirname, '..', '..', 'dist', 'cli/backup.js');
  const child = spawn(process.execPath, [script, command, file], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const [status] = (await once(child, 'close')) as [number];
  return { status, text };
}

async function within<T>(
  place: { url: string } | { dataDir: string },
  body: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await openDatabase({
    logger: pino({ level: 'silent' }),
    url: 'url' in place ? place.url : null,
    dataDir: 'dataDir' in place ? place.dataDir : undefined,
    migrationsUrl: null,
    pool: 2,
    clock: systemClock,
    secrets: new Secrets(KEY),
    doorbell: new SilentDoorbell(),
  });
  try {
    return await body(db);
  } finally {
    await db.close();
  }
}

/** A shop with so many sales of one customer. */
async function fill(db: Database, sales: number): Promise<number> {
  const shop = await openShop(db, [percent(500)]);
  for (let done = 0; done < sales; done += 500)
    await db.asMerchant(shop, async (work) => {
      const at = work.now + 1_000;
      const set = Array.from({ length: Math.min(500, sales - done) }, () =>
        saleOf({ occurredAt: at, updatedAt: at }),
      );
      await applySales(work, set);
    });
  return shop;
}

const available = (db: Database, shop: number): Promise<number> =>
  db.asMerchant(shop, async (work) => {
    const row = (await work.trx('customers').first('id')) as { id: string };
    const { cashback } = await balanceOf(work, row.id);
    return cashback.available + (cashback.pending?.quantity ?? 0);
  });

it(`PostgreSQL: ${SALES} sales are backed up and restored, and every book holds`, async () => {
  const server = requiredService('TEST_DATABASE_URL');
  const [from, to] = [await createDatabase(server), await createDatabase(server)];
  const file = join(directory, 'shops.backup');
  const env = (url: string) => ({ DATABASE_URL: url, SECRET_KEY: KEY.toString('base64') });
  try {
    const shop = await within(from, (db) => fill(db, SALES));
    const saved = await run('backup', file, env(from.url));
    expect(saved).toEqual({ status: 0, text: expect.stringContaining('MB in') as string });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await run('backup', file, env(from.url))).toMatchObject({ status: 2 });
    const restored = await run('restore', file, env(to.url));
    expect(restored.text).toContain(`shop ${shop}: ${SALES} sales, ${SALES} postings`);
    expect(restored.text).toContain('0 with faults');
    expect(restored.status).toBe(0);
    await within(to, async (db) => {
      expect(await available(db, shop)).toBe(SALES * 500);
      // The shop's rows are closed to others as before, and nobody may do more than before.
      expect(await db.call('SELECT * FROM customers')).toEqual([]);
      await expect(db.call('SET ROLE smartbis_sweeper; CREATE TABLE t ()')).rejects.toThrow(
        /permission denied/,
      );
      expect(await fill(db, 1)).toBe(shop + 1);
    });
    const again = await run('restore', file, env(to.url));
    expect(again).toEqual({ status: 2, text: expect.stringContaining('not empty') as string });
  } finally {
    await from.drop();
    await to.drop();
  }
}, 1_800_000);

it('the embedded database is backed up and restored, and every book holds', async () => {
  const [from, to] = [join(directory, 'from'), join(directory, 'to')];
  const file = join(directory, 'shops.backup');
  const env = (dataDir: string) => ({ DATA_DIR: dataDir, SECRET_KEY: KEY.toString('base64') });
  const shop = await within({ dataDir: from }, (db) => fill(db, 20));
  expect(await run('backup', file, env(from))).toMatchObject({ status: 0 });
  const restored = await run('restore', file, env(to));
  expect(restored.text).toContain(`shop ${shop}: 20 sales, 20 postings`);
  expect(restored.status).toBe(0);
  expect(await within({ dataDir: to }, (db) => available(db, shop))).toBe(20 * 500);
  expect(await run('restore', file, env(to))).toMatchObject({ status: 2 });
});

/** Its bytes, and what becomes of them. */
const DAMAGED: [string, (whole: Buffer) => Buffer][] = [
  ['cut in the middle', (whole) => whole.subarray(0, whole.length / 2)],
  ['without its last bytes', (whole) => whole.subarray(0, -64)],
  ['of something else', (whole) => Buffer.alloc(whole.length, 'x')],
  ['empty', () => Buffer.alloc(0)],
];

it('a damaged backup is refused with a sentence, leaves nothing behind, and a whole one goes in after it', async () => {
  const server = requiredService('TEST_DATABASE_URL');
  const [from, to] = [await createDatabase(server), await createDatabase(server)];
  const [whole, damaged] = [join(directory, 'whole.backup'), join(directory, 'damaged.backup')];
  const env = (url: string) => ({ DATABASE_URL: url, SECRET_KEY: KEY.toString('base64') });
  try {
    const shop = await within(from, (db) => fill(db, 20));
    expect(await run('backup', whole, env(from.url))).toMatchObject({ status: 0 });
    for (const [what, damage] of DAMAGED) {
      writeFileSync(damaged, damage(readFileSync(whole)));
      const { status, text } = await run('restore', damaged, env(to.url));
      expect({ what, status, text }).toEqual({
        what,
        status: 2,
        text: expect.stringMatching(/\w/) as string,
      });
      expect(text).not.toMatch(/\n\s+at /);
    }
    expect(await run('restore', whole, env(to.url))).toMatchObject({ status: 0 });
    expect(await within(to, (db) => available(db, shop))).toBe(20 * 500);
  } finally {
    await from.drop();
    await to.drop();
  }
});

it('a damaged backup of the embedded database is refused, and a whole one goes in after it', async () => {
  const [from, to] = [join(directory, 'from'), join(directory, 'to')];
  const [whole, damaged] = [join(directory, 'whole.backup'), join(directory, 'damaged.backup')];
  const env = (dataDir: string) => ({ DATA_DIR: dataDir, SECRET_KEY: KEY.toString('base64') });
  const shop = await within({ dataDir: from }, (db) => fill(db, 20));
  expect(await run('backup', whole, env(from))).toMatchObject({ status: 0 });
  for (const [what, damage] of DAMAGED) {
    writeFileSync(damaged, damage(readFileSync(whole)));
    const { status, text } = await run('restore', damaged, env(to));
    expect({ what, status, text }).toEqual({ what, status: 2, text: expect.stringMatching(/\w/) as string });
    expect(text).not.toMatch(/\n\s+at /);
  }
  expect(await run('restore', whole, env(to))).toMatchObject({ status: 0 });
  expect(await within({ dataDir: to }, (db) => available(db, shop))).toBe(20 * 500);
});
