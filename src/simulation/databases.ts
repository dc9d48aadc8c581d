import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openGround, type Ground } from './ground';

/** After so many shops a new database is begun: what is looked for across shops must not grow with the night. */
const SHOPS = 100;

export interface Databases {
  /** For the next seed. */
  next(): Promise<Ground>;
  close(): Promise<void>;
}

/** Databases of the simulation's own: on a PostgreSQL server, or embedded in memory. */
export function openDatabases(server: string | null): Databases {
  let ground: Ground | null = null;
  let name: string | null = null;
  let shops = 0;
  const close = async (): Promise<void> => {
    await ground?.close();
    ground = null;
    if (server !== null && name !== null) await asOwner(server, `DROP DATABASE ${name} WITH (FORCE)`);
    name = null;
  };
  return {
    close,
    next: async () => {
      shops += 1;
      if (ground !== null && shops % SHOPS !== 0) return ground;
      await close();
      name = `smartbis_simulation_${randomBytes(6).toString('hex')}`;
      if (server !== null) await createDatabase(server, name);
      ground = await openGround(server === null ? null : at(server, name));
      return ground;
    },
  };
}

/** It lives no longer than this process: no commit has to wait for the disk, and no plan is worth compiling. */
async function createDatabase(server: string, name: string): Promise<void> {
  await asOwner(server, `CREATE DATABASE ${name}`);
  for (const setting of ['synchronous_commit', 'jit'])
    await asOwner(server, `ALTER DATABASE ${name} SET ${setting} = off`);
}

function at(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function asOwner(server: string, sql: string): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
