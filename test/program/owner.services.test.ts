import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import { pino } from 'pino';
import { systemClock } from '../../src/clock';
import { openDatabase, RoleNotGranted, type Database } from '../../src/db';
import { ROLES } from '../../src/db/roles';
import { Secrets } from '../../src/secrets';
import { applySales } from '../../src/loyalty';
import { SilentDoorbell } from '../support/database';
import { books, command, Program } from '../support/program';
import { requiredService } from '../support/services';
import { openShop, percent, saleOf } from '../support/shop';

const server = requiredService('TEST_DATABASE_URL');
const mark = randomBytes(6).toString('hex');
const [database, owner, login] = [`smartbis_test_${mark}`, `owner_${mark}`, `login_${mark}`];

async function ask(...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client(server);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const sql of statements) ({ rows } = await client.query(sql));
    return rows;
  } finally {
    await client.end();
  }
}

function urlOf(user: string): string {
  const url = new URL(server);
  Object.assign(url, { pathname: `/${database}`, username: user, password: mark });
  return url.href;
}

const NEW_SHOP = ['--name', 'Padaria', '--owner', '+55 11 98888-0001'];

let db: Database | undefined;
beforeAll(async () => {
  const created = await ask(`SELECT rolname FROM pg_roles WHERE rolname IN ('${ROLES.join("', '")}')`);
  await ask(
    `CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${mark}'`,
    // On a server of its own they would be the owner's creation.
    ...created.map(({ rolname }) => `GRANT ${String(rolname)} TO ${owner} WITH ADMIN OPTION`),
    `CREATE DATABASE ${database} OWNER ${owner}`,
  );
});
afterAll(async () => {
  await db?.close();
  await ask(`DROP DATABASE ${database} WITH (FORCE)`, `DROP ROLE ${owner}`, `DROP ROLE IF EXISTS ${login}`);
});

it('an owner who is no superuser migrates, and a login with the program’s role alone runs it', async () => {
  const opened = (url: string, migrationsUrl: string | null): Promise<Database> =>
    openDatabase({
      url,
      migrationsUrl,
      pool: 2,
      dataDir: undefined,
      clock: systemClock,
      secrets: new Secrets(Buffer.alloc(32, 7)),
      doorbell: new SilentDoorbell(),
      logger: pino({ level: 'silent' }),
    });
  await (await opened(urlOf(owner), null)).close();
  await ask(`CREATE ROLE ${login} LOGIN PASSWORD '${mark}'`);
  await expect(opened(urlOf(login), urlOf(owner))).rejects.toThrow(RoleNotGranted);
  await ask(`GRANT smartbis_app TO ${login}`);
  db = await opened(urlOf(login), urlOf(owner));
  const shop = await openShop(db, [percent(1_000)]);
  await db.asMerchant(shop, (work) => applySales(work, [saleOf()]));
  const [lent] = await db.call<{ lent: number }>(
    `SELECT count(*)::integer AS lent FROM pg_namespace n, aclexplode(n.nspacl) a JOIN pg_roles r ON r.oid = a.grantee
     WHERE n.nspname = 'public' AND a.privilege_type = 'CREATE' AND r.rolname IN ('${ROLES.join("', '")}')`,
  );
  expect(lent).toEqual({ lent: 0 });
});

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
const A_STACK = /\n\s+at /;
const beyond = (name: string, value: string): string => urlOf(owner).replace(/$/, `?${name}=${value}`);

it.each([
  [
    'a database that is not there',
    () => urlOf(owner).replace(database, 'nowhere'),
    /"nowhere" does not exist\. Check DATABASE_URL/,
  ],
  [
    'a login that is not let in',
    () => urlOf(owner).replace(mark + '@', 'wrong@'),
    /password authentication .*Check DATABASE_URL/,
  ],
  ['a server that is away', () => 'postgres://a:b@127.0.0.1:1/c', /cannot be reached \(ECONNREFUSED\)/],
  ['a login that owns nothing', () => urlOf(login), /may not \(permission denied .*MIGRATIONS_DATABASE_URL/],
  ['a server without TLS', () => beyond('sslmode', 'require'), /does not support SSL.*Check DATABASE_URL/],
  ['a standby', () => beyond('options', '-c%20default_transaction_read_only=on'), /only reads.*DATABASE_URL/],
])('the program and an operator’s command say what to do about %s', async (_name, url, words) => {
  const env = { DATABASE_URL: url(), SECRET_KEY };
  const program = Program.run(env);
  const [ended, told] = await Promise.all([program.ended, command(env, 'shop.js', ...NEW_SHOP)]);
  expect([ended, told.status]).toEqual([1, 1]);
  for (const text of [program.output, told.text]) {
    expect(text).toMatch(words);
    expect(text).not.toMatch(A_STACK);
  }
});

it('a login without a session left is told so', async () => {
  await ask(`ALTER ROLE ${login} CONNECTION LIMIT 0`);
  const told = await books({ DATABASE_URL: urlOf(login), SECRET_KEY });
  expect(told).toMatchObject({ status: 2, text: expect.stringMatching(/^The database refuses: too many/) });
});

it('a shop that is not there is told so', async () => {
  const told = await command(
    { DATABASE_URL: urlOf(owner), SECRET_KEY },
    'whatsapp.js',
    '--shop',
    '987654321',
  );
  expect(told).toEqual({ status: 1, text: 'there is no shop 987654321\n' });
});

/** A way to the server that is cut, for good, once so many bytes went along it. */
async function cutAfter(bytes: number): Promise<{ url: string; close: () => void }> {
  const to = new URL(server);
  let left = bytes;
  const proxy = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    near.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left > 0) far.write(chunk);
      else {
        proxy.close();
        near.destroy();
        far.destroy();
      }
    });
    far.on('data', (chunk: Buffer) => near.write(chunk));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => undefined).on('close', () => other.destroy());
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const { port } = proxy.address() as AddressInfo;
  const url = new URL(urlOf(owner));
  Object.assign(url, { hostname: '127.0.0.1', port: String(port) });
  return { url: url.href, close: () => proxy.close() };
}

it.each([1, 300, 500, 700, 900, 1_200])(
  'a process whose database goes away while it starts, after %d bytes, says so',
  async (bytes) => {
    const { url, close } = await cutAfter(bytes);
    const program = Program.run({ DATABASE_URL: url, SECRET_KEY });
    expect(await program.ended).toBe(1);
    close();
    expect(program.output).toMatch(/cannot be reached \(ECONN/);
    expect(program.output).not.toMatch(A_STACK);
  },
);
