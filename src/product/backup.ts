import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, openAsBlob } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import knex from 'knex';
import type { Config } from '../config';
import { lockDirectory } from '../embedded/lock';
import { databaseIn, RESTORED_ASIDE } from '../embedded/server';
import { MIGRATION_LOCK, SILENT } from '../db/migrate';
import { ROLES, TAKE_BACK_CREATE } from '../db/roles';

/** What a person can mend: a file that is there already, a database that is not empty, a program that is missing. */
export class BackupRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupRefused';
  }
}

/** By which a restore's own sessions are known. */
const RESTORING = 'smartbis-restore';
const ENDING_MS = 10_000;

/** The whole database as of one moment, in one file that only its owner reads. Nothing that exists is written over. */
export async function backUp(config: Config, file: string): Promise<void> {
  if (existsSync(file)) throw new BackupRefused(`${file} exists already; nothing is written over.`);
  const part = `${file}.part`;
  await rm(part, { force: true });
  await writeFile(part, '', { mode: 0o600 });
  const owner = ownerOf(config);
  if (owner === null) await dumpEmbedded(config.dataDir, part);
  else await run('pg_dump', owner, ['--format=custom', `--file=${part}`]);
  await chmod(part, 0o600);
  await rename(part, file);
}

/** Brings a backup into a database in which nothing is. Wholly or not at all. */
export async function restore(config: Config, file: string): Promise<void> {
  if (!existsSync(file)) throw new BackupRefused(`${file} is not there.`);
  const owner = ownerOf(config);
  if (owner === null) return restoreEmbedded(config.dataDir, file);
  await withOwner(owner, async (ask) => {
    await prepare(ask);
    const options = ['--exit-on-error', '--single-transaction'];
    try {
      await run('pg_restore', owner, [...options, `--dbname=${withoutPassword(owner, RESTORING)}`, file]);
    } finally {
      await ask(TAKE_BACK_CREATE);
    }
  });
}

/** Migrations, dumps and restores are the tables' owner's. */
const ownerOf = (config: Config): string | null => config.migrationsDatabaseUrl ?? config.databaseUrl;

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

/** One session of the owner's, for all that is asked. */
async function withOwner(url: string, body: (ask: Ask) => Promise<void>): Promise<void> {
  const pool = knex({ client: 'pg', connection: url, pool: { min: 1, max: 1 }, log: SILENT });
  try {
    await body(async (sql) => (await pool.raw<{ rows: Record<string, unknown>[] }>(sql)).rows);
  } finally {
    await pool.destroy();
  }
}

/** Refuses a database that has tables; makes the roles that the dump names, who must be able to own functions meanwhile. */
async function prepare(ask: Ask): Promise<void> {
  await beAlone(ask);
  const tables = await ask(
    `SELECT 1 FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LIMIT 1`,
  );
  if (tables.length > 0) {
    await ask(TAKE_BACK_CREATE);
    throw new BackupRefused(
      'The database is not empty; a backup goes into an empty one. (A restore is done wholly or not at all: where an earlier ' +
        'one was broken off and left tables, they are whole. "npm run books" looks at them.)',
    );
  }
  for (const role of ROLES)
    await ask(
      `DO $$ BEGIN
         CREATE ROLE ${role} NOLOGIN NOINHERIT;
       EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
       END $$;
       DO $$ BEGIN
         IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN EXECUTE format('GRANT %I TO CURRENT_USER', '${role}'); END IF;
       END $$;
       GRANT CREATE ON SCHEMA public TO ${role}`,
    );
}

/**
 * Nobody migrates or restores meanwhile. What a restore that was killed left at work is ended: it may be about to bring in
 * what this one brings in.
 */
async function beAlone(ask: Ask): Promise<void> {
  const [lock] = await ask(`SELECT pg_try_advisory_lock(${MIGRATION_LOCK}) AS got`);
  if (lock?.['got'] !== true)
    throw new BackupRefused(
      'Another process migrates or restores this database: stop it, or wait for its end.',
    );
  await ask(
    `SELECT pg_terminate_backend(pid, ${ENDING_MS}) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = '${RESTORING}'`,
  );
}

/** The password travels in the environment: arguments are for all to see. */
async function run(
  program: 'pg_dump' | 'pg_restore',
  url: string,
  options: readonly string[],
): Promise<void> {
  const password = decodeURIComponent(new URL(url).password);
  const target = program === 'pg_dump' ? [withoutPassword(url)] : [];
  const child = spawn(program, [...options, ...target], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }) },
  });
  const [code] = (await once(child, 'exit').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new BackupRefused(`${program} is not installed; it comes with PostgreSQL's client programs.`);
  })) as [number | null];
  if (code !== 0) throw new BackupRefused(`${program} failed, as it says above.`);
}

function withoutPassword(url: string, name?: string): string {
  const parsed = new URL(url);
  parsed.password = '';
  if (name !== undefined) parsed.searchParams.set('application_name', name);
  return parsed.href;
}

/** A gzipped archive of the directory, which nobody else may have open. */
async function dumpEmbedded(dataDir: string, file: string): Promise<void> {
  const database = databaseIn(dataDir);
  if (!existsSync(database)) throw new BackupRefused(`There is no database in ${dataDir}.`);
  const release = lockDirectory(dataDir);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const open = await PGlite.create({ dataDir: database });
    const dump = await open.dumpDataDir('gzip');
    await open.close();
    await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  } finally {
    release();
  }
}

async function restoreEmbedded(dataDir: string, file: string): Promise<void> {
  const database = databaseIn(dataDir);
  if (existsSync(database)) throw new BackupRefused(`There is a database in ${dataDir} already.`);
  await checkArchive(file);
  await mkdir(dirname(database), { recursive: true });
  const release = lockDirectory(dataDir);
  const aside = join(dataDir, RESTORED_ASIDE);
  try {
    await rm(aside, { recursive: true, force: true });
    const { PGlite } = await import('@electric-sql/pglite');
    const loadDataDir = await openAsBlob(file);
    const open = await PGlite.create({ dataDir: aside, loadDataDir }).catch(() => refuseDamaged(file));
    await open.close();
    await rename(aside, database);
  } finally {
    await rm(aside, { recursive: true, force: true });
    release();
  }
}

function refuseDamaged(file: string): never {
  throw new BackupRefused(`${file} is damaged, or no backup of an embedded database.`);
}

/** Read to its end first: PGlite leaves a fault of the archive to nobody, which would end the process. */
async function checkArchive(file: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(createReadStream(file), createGunzip(), nowhere).catch(() => refuseDamaged(file));
}
