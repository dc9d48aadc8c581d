import knex, { type Knex } from 'knex';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reaching } from './reaching';
import { LEND_CREATE, TAKE_BACK_CREATE } from './roles';

export const MIGRATIONS = join(__dirname, '..', '..', 'migrations');
/** The key of the lock under which one process at a time migrates: "smar" in ASCII. */
export const MIGRATION_LOCK = 0x73_6d_61_72;

const nothing = (): void => undefined;
/** Faults reach whoever asked; knex's own words, with statements and values in them, reach nobody. */
export const SILENT = { warn: nothing, error: nothing, debug: nothing, deprecate: nothing };

/** Whoever reads or writes a table that a migration wants for itself waits behind it: for no longer than this. */
const LOCK_WAIT = '2s';
/** Meanwhile they go on. */
const AGAIN_MS = 500;
/** With the waits about ten minutes: a backup reads for long. */
const TRIES = 240;
/** PostgreSQL's `lock_not_available`. */
const LOCKED = '55P03';

/**
 * Applies the migrations that are missing, forward only, each in a transaction of its own. A live older version goes on: one
 * that cannot have its tables at once steps back and tries again.
 */
export async function migrate(
  connection: string | Knex.PgConnectionConfig,
  folder = MIGRATIONS,
  stopping?: AbortSignal,
): Promise<string[]> {
  const from = typeof connection === 'string' ? reaching(connection) : connection;
  const owner = knex({ client: 'pg', connection: from, pool: { min: 1, max: 1 }, log: SILENT });
  const alone = <T>(body: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
    owner.transaction(async (trx) => {
      await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
      return body(trx);
    });
  try {
    await owner.raw('RESET ROLE');
    const before = await alone(async (trx) => {
      await trx.raw(
        'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
      );
      return appliedIn(trx);
    });
    const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
    for (const name of files.sort().filter((file) => !before.includes(file)))
      await whenFree(() => {
        stopping?.throwIfAborted();
        return alone((trx) => applyOnce(trx, name, readFileSync(join(folder, name), 'utf8')));
      });
    await alone((trx) => trx.raw(TAKE_BACK_CREATE));
    return (await appliedIn(owner)).filter((name) => !files.includes(name));
  } finally {
    await owner.destroy();
  }
}

/**
 * The same, or a rejection as soon as `stopping` says so: whoever has the lock, or a server that says nothing, may take long.
 * What is under way then ends with the process, and leaves nothing.
 */
export async function migrateUnless(
  stopping: AbortSignal | undefined,
  connection: string,
): Promise<string[]> {
  if (stopping === undefined) return migrate(connection);
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(stopping.reason as Error);
    stopping.addEventListener('abort', stop);
  });
  try {
    stopping.throwIfAborted();
    return await Promise.race([migrate(connection, MIGRATIONS, stopping), stopped]);
  } finally {
    stopping.removeEventListener('abort', stop);
  }
}

const appliedIn = (session: Knex): Promise<string[]> =>
  session<{ name: string }>('migrations').orderBy('name').pluck('name');

async function applyOnce(trx: Knex.Transaction, name: string, sql: string): Promise<void> {
  if ((await trx('migrations').where({ name }).first()) !== undefined) return;
  await trx.raw(`SET LOCAL lock_timeout = '${LOCK_WAIT}'`);
  await trx.raw(LEND_CREATE);
  await trx.raw(sql);
  await trx('migrations').insert({ name });
}

async function whenFree(apply: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await apply();
    } catch (error) {
      if ((error as { code?: unknown }).code !== LOCKED || tries >= TRIES) throw error;
      await sleep(AGAIN_MS);
    }
}
