import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../src/db/migrate';

async function asOwner(server: string, sql: string): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** A database of one test's own on a PostgreSQL server: empty, or a copy of the one at `like`, where nobody is meanwhile. */
export async function createDatabase(
  server: string,
  like?: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `smartbis_test_${randomBytes(6).toString('hex')}`;
  const template = like === undefined ? '' : ` TEMPLATE ${nameOf(like)}`;
  await asOwner(server, `CREATE DATABASE ${name}${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(server, url.href) };
}

export const dropDatabase = (server: string, url: string): Promise<void> =>
  asOwner(server, `DROP DATABASE ${nameOf(url)} WITH (FORCE)`);

/** From now on it can be copied, and nobody gets into it: one who is in it would hold up every copy. */
const closeToAll = (server: string, url: string): Promise<void> =>
  asOwner(server, `ALTER DATABASE ${nameOf(url)} ALLOW_CONNECTIONS false`);

const TEMPLATE = 'TEST_DATABASE_TEMPLATE';

/** The database that each suite's own on PostgreSQL is a copy of: to migrate one costs ten times as much. */
export function migratedTemplate(): string {
  const url = process.env[TEMPLATE];
  if (url === undefined) throw new Error(`${TEMPLATE} is not set: it is made by test/support/once.ts`);
  return url;
}

/** Makes it, for this run alone: the suites' processes find it in their environment. */
export async function makeTemplate(server: string): Promise<void> {
  const { url } = await createDatabase(server);
  await migrate(url);
  await closeToAll(server, url);
  process.env[TEMPLATE] = url;
}
