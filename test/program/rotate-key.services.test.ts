import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { saveAccount } from '../../src/bot/channels/cloud-api/account';
import type { Database } from '../../src/db';
import { applySales, issueVoucher, voucherCodes } from '../../src/loyalty';
import { Secrets } from '../../src/secrets';
import { createConnection, openConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { deliver, Program, saleEvent } from '../support/program';
import { ownRedis, requiredService } from '../support/services';
import { ANA, customerKnownBy, nextSecond, openShop, percent, saleOf } from '../support/shop';

const SCRIPT = join(__dirname, '..', '..', 'dist', 'cli/rotate-key.js');
const [OLD, NEW] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const SHOPS = 3;

let own: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  own = await createDatabase(requiredService('TEST_DATABASE_URL'));
});
afterEach(() => Program.endAll());
afterAll(() => own.drop());

async function under<T>(keys: { present: string; before?: string }, body: (db: Database) => Promise<T>) {
  const { present, before } = keys;
  const bytes = (key: string): Buffer => Buffer.from(key, 'base64');
  const db = await openBeside(
    own.url,
    new Secrets(bytes(present), before === undefined ? [] : [bytes(before)]),
  );
  try {
    return await body(db);
  } finally {
    await db.close();
  }
}

/** The command as an operator runs it. */
function rotate(env: Record<string, string>, ...args: string[]): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const all = { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', DATABASE_URL: own.url, ...env };
    execFile(process.execPath, [SCRIPT, ...args], { env: all }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    );
  });
}

interface Sealed {
  shop: number;
  connection: ConnectionSecrets;
  voucher: { id: string; code: string };
}

/** A shop with everything that is kept encrypted. */
async function sealed(db: Database): Promise<Sealed> {
  const shop = await openShop(db, [percent(1_000)]);
  await nextSecond();
  return db.asMerchant(shop, async (work) => {
    const connection = await createConnection(work, {
      baseUrl: 'http://127.0.0.1:9/v1',
      company: null,
      apiKeyId: `id of ${shop}`,
      apiKeySecret: `secret of ${shop}`,
    });
    await saveAccount(work, { phoneNumberId: String(shop), token: 'a token', appSecret: 'an app secret' });
    const at = work.now;
    await applySales(work, [saleOf({ occurredAt: at, updatedAt: at, totalCents: 10_000 })]);
    const customerId = await customerKnownBy(work, { kind: 'phone', value: ANA });
    const issued = await issueVoucher(work, { customerId, cents: 500, key: 'one' });
    if (!issued.ok) throw new Error('no voucher');
    return { shop, connection, voucher: { id: issued.value.id, code: issued.value.code } };
  });
}

it('the key is changed while the program runs: everything comes under the new one, and nothing is lost', async () => {
  const shops = await under({ present: OLD }, async (db) => {
    const all: Sealed[] = [];
    for (let i = 0; i < SHOPS; i++) all.push(await sealed(db));
    return all;
  });
  const [first] = shops;
  if (first === undefined) throw new Error('no shop');

  // With no key of before there is nothing to do, and it says how it is done.
  expect(await rotate({ SECRET_KEY: NEW })).toMatchObject({
    status: 2,
    text: expect.stringContaining('PREVIOUS'),
  });
  expect((await rotate({ SECRET_KEY: NEW, PREVIOUS_SECRET_KEYS: OLD }, 'now')).status).toBe(2);
  // A key that is no key.
  expect((await rotate({ SECRET_KEY: 'short', PREVIOUS_SECRET_KEYS: OLD })).status).not.toBe(0);

  const program = Program.run({
    DATABASE_URL: own.url,
    REDIS_URL: ownRedis('rotate-key'),
    SECRET_KEY: NEW,
    PREVIOUS_SECRET_KEYS: OLD,
    POLL_SECONDS: '0',
  });
  const url = await program.url();
  const taken = (id: string): Promise<number | null> => deliver(url, first.connection, id, saleEvent(id));
  expect(await taken('before')).toBe(202);
  const [rotated, during] = await Promise.all([
    rotate({ SECRET_KEY: NEW, PREVIOUS_SECRET_KEYS: OLD }),
    taken('during'),
  ]);
  expect(during).toBe(202);
  expect(rotated).toEqual({
    status: 0,
    text:
      `secrets of connections: ${3 * SHOPS} encrypted anew\nsecrets of WhatsApp accounts: ${3 * SHOPS} encrypted anew\n` +
      `codes of vouchers: ${SHOPS} encrypted anew\nkeys of erased identities: 0 encrypted anew\n` +
      'Nothing is left under a key of before.\n',
  });
  expect(await taken('after')).toBe(202);
  // Again, as after an interruption: nothing is left to do.
  expect((await rotate({ SECRET_KEY: NEW, PREVIOUS_SECRET_KEYS: OLD })).text).toContain(
    'connections: 0 encrypted',
  );
  expect(await program.stop()).toBe(0);

  // The old key can go: with the new one alone all is read, with the old one alone nothing.
  await under({ present: NEW }, async (db) => {
    for (const { shop, connection, voucher } of shops) {
      const [opened, codes] = await db.asMerchant(shop, (work) =>
        Promise.all([openConnection(work, connection.id), voucherCodes(work, [voucher.id])]),
      );
      expect(opened).toMatchObject({ apiKeyId: `id of ${shop}`, apiKeySecret: `secret of ${shop}` });
      expect(codes.get(voucher.id)?.code).toBe(voucher.code);
    }
  });
  await under({ present: OLD }, async (db) => {
    const open = db.asMerchant(first.shop, (work) => openConnection(work, first.connection.id));
    await expect(open).rejects.toThrow('a key that is not here');
  });
});
