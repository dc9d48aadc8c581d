import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from 'redis';
import { connectAccount } from '../../src/bot/channels/cloud-api/account';
import { callbackPath } from '../../src/bot/channels/cloud-api/callbacks';
import type { Database } from '../../src/db';
import { makeTillKey, setPin, staffByPhone, type StaffMember } from '../../src/loyalty';
import { Secrets } from '../../src/secrets';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { found, PERSON, PHONE } from '../support/canaries';
import { wordsOf } from '../support/cloud-api/forms';
import { SimulatedCloudApi } from '../support/cloud-api/server';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { command, deliver, Program } from '../support/program';
import { ownRedis, requiredService } from '../support/services';
import { openShop, OWNER, percent } from '../support/shop';
import { value } from '../support/voucher-shop';
import { until } from '../support/until';

const KEY = randomBytes(32);
const PIN = '947268';
const redisUrl = ownRedis('canaries');
const secrets: Record<string, string> = {
  'secret key': KEY.toString('base64'),
  'key id': 'canario-key-id-000000000001',
  'key secret': 'canario-key-secret-0000000000000000000002',
  token: 'EAAcanario0000000000000005',
  pin: PIN,
};

let own: Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
let cloud: SimulatedCloudApi;
let db: Database;
let connection: ConnectionSecrets;
let url: string;
let env: Record<string, string>;
let redis: ReturnType<typeof createClient>;
let listening: ReturnType<typeof createClient>;
/** All that Redis was told, which is what its append-only file keeps. */
let told = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'canaries-at-rest-'));
  own = await createDatabase(requiredService('TEST_DATABASE_URL'));
  cloud = await SimulatedCloudApi.start();
  cloud.token = secrets['token'] ?? '';
  cloud.writer = PERSON.name;
  db = await openBeside(own.url, new Secrets(KEY));
  redis = createClient({ url: redisUrl });
  listening = createClient({ url: redisUrl });
  await Promise.all([redis.connect(), listening.connect()]);
  await redis.flushDb();
  const mine = `[${new URL(redisUrl).pathname.slice(1)} `;
  await listening.monitor((line) => {
    if (line.includes(mine)) told += `${line}\n`;
  });
  const address = await openFullShop();
  env = {
    DATABASE_URL: own.url,
    REDIS_URL: redisUrl,
    SECRET_KEY: KEY.toString('base64'),
    CLOUD_API_URL: cloud.url,
    POLL_SECONDS: '0',
    BURST_MS: '0',
  };
  const programs = ['web', 'worker', 'whatsapp'].map((ROLES) => Program.run({ ...env, ROLES }));
  await Promise.all(programs.map((program) => program.works()));
  url = (await programs[0]?.url()) ?? '';
  cloud.callback = `${url}${callbackPath(address)}`;
});
afterAll(async () => {
  await Program.endAll();
  await db.close();
  await cloud.stop();
  await own.drop();
  redis.destroy();
  listening.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** With one of each secret that a shop has; where Meta calls it back. */
async function openFullShop(): Promise<string> {
  const shop = await openShop(db, [percent(5_000)]);
  return db.asMerchant(shop, async (work) => {
    const { 'key id': apiKeyId = '', 'key secret': apiKeySecret = '' } = secrets;
    const wish = { baseUrl: 'http://127.0.0.1:9/v1', company: null, apiKeyId, apiKeySecret };
    connection = await createConnection(work, wish);
    const owner = (await staffByPhone(work, OWNER)) as StaffMember;
    const till = value(await makeTillKey(work, { name: 'Caixa', by: owner }));
    await setPin(work, owner.id, PIN);
    const { address, verifyToken } = await connectAccount(work, cloud, null);
    Object.assign(secrets, {
      'signing secret': connection.signingSecret.slice(6),
      'till key': till.key,
      'verify token': verifyToken,
      'app secret': cloud.appSecret,
    });
    return address;
  });
}

const lastSent = (): string => JSON.stringify(cloud.sent.at(-1)?.payload ?? null);

/** Resolves with what it was answered. */
async function says(words: string): Promise<string> {
  const before = cloud.sent.length;
  await cloud.says(PHONE.slice(1), words);
  await until(`an answer to ${words}`, () => cloud.sent.length > before, { seconds: 120 });
  return lastSent();
}

async function buys(): Promise<void> {
  const at = new Date().toISOString();
  const customer = { name: PERSON.name, phone: PHONE, cpf: PERSON.cpf, email: PERSON.email };
  const data = { uniqueIdentifier: 'canary', creationDate: at, totalAmount: 100, customer };
  const before = cloud.sent.length;
  const event = JSON.stringify({ type: 'sale.approved', timestamp: at, data });
  expect(await deliver(url, connection, 'canary', event)).toBe(202);
  await until('the message about it', () => cloud.sent.length > before, { seconds: 120 });
}

it('a day of several processes leaves no person and no secret in Redis', async () => {
  await says(`oi, ${PERSON.words}`);
  await buys();
  await says(`meu email é ${PERSON.email}`);
  await says('resgatar 5');
  await says('sim');
  secrets['voucher'] = await until('a voucher', () =>
    cloud.sent.map((message) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(wordsOf(message))?.[0]).find(Boolean),
  );
  // It was told of each: what rang is there, and sealed.
  for (const what of ['smartbis:sales', 'smartbis:turns', 'smartbis:lease:channel', 'sealed'])
    expect([what, told.includes(what)]).toEqual([what, true]);
  // Its scripts put names of keys together; whatever value is in one was told.
  const names = (await redis.keys('*')).join('\n');
  expect(names).toContain('smartbis:');
  for (const where of [told, names]) expect(found(where, { ...PERSON, ...secrets })).toEqual([]);
});

it('a backup has the person in it, and no secret that opens anything', async () => {
  const file = join(folder, 'shops.backup');
  expect(await command(env, 'backup.js', 'backup', file)).toMatchObject({ status: 0 });
  // The file is compressed.
  const { stdout } = await promisify(execFile)('pg_restore', ['--file=-', file], { maxBuffer: 2 ** 28 });
  const hexOf = ([name, secret]: [string, string]): [string, string] => [
    `${name} in bytes`,
    Buffer.from(secret).toString('hex'),
  ];
  const everyForm = { ...secrets, ...Object.fromEntries(Object.entries(secrets).map(hexOf)) };
  expect(found(stdout, everyForm)).toEqual([]);
  expect(found(stdout, PERSON)).toContain('phone');
});
