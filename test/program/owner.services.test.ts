import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { pino } from 'pino';
import { systemClock } from '../../src/clock';
import { openDatabase, RoleNotGranted, type Database } from '../../src/db';
import { ROLES } from '../../src/db/roles';
import { Secrets } from '../../src/secrets';
import { applySales } from '../../src/loyalty';
import { SilentDoorbell } from '../support/database';
import { Program } from '../support/program';
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

it.each([
  [
    'a database that is not there',
    () => urlOf(owner).replace(database, 'nowhere'),
    /"nowhere" does not exist/,
  ],
  ['a login that is not let in', () => urlOf(owner).replace(mark + '@', 'wrong@'), /password authentication/],
])('says what to do about %s', async (_name, url, words) => {
  const program = Program.run({ DATABASE_URL: url(), SECRET_KEY: Buffer.alloc(32, 7).toString('base64') });
  expect(await program.ended).toBe(1);
  expect(program.output).toMatch(words);
  expect(program.output).toMatch(/Check DATABASE_URL/);
  expect(program.output).not.toMatch(/\n\s+at /);
});
