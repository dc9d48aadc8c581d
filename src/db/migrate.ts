import knex, { type Knex } from 'knex';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TAKE_BACK_CREATE } from './roles';

const MIGRATIONS = join(__dirname, '..', '..', 'migrations');
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
): Promise<void> {
  const owner = knex({ client: 'pg', connection, pool: { min: 1, max: 1 }, log: SILENT });
  const alone = <T>(body: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
    owner.transaction(async (trx) => {
      await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
      return body(trx);
    });
  try {
    await owner.raw('RESET ROLE');
    await alone((trx) =>
      trx.raw(
        'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
      ),
    );
    const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
    for (const name of files.sort())
      await whenFree(() => alone((trx) => applyOnce(trx, name, readFileSync(join(folder, name), 'utf8'))));
    await alone((trx) => trx.raw(TAKE_BACK_CREATE));
  } finally {
    await owner.destroy();
  }
}

async function applyOnce(trx: Knex.Transaction, name: string, sql: string): Promise<void> {
  if ((await trx('migrations').where({ name }).first()) !== undefined) return;
  await trx.raw(`SET LOCAL lock_timeout = '${LOCK_WAIT}'`);
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
