import knex, { type Knex } from 'knex';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MIGRATIONS = join(__dirname, '..', '..', 'migrations');
/** The key of the lock under which one process at a time migrates: "smar" in ASCII. */
export const MIGRATION_LOCK = 0x73_6d_61_72;

const nothing = (): void => undefined;
/** Faults reach whoever asked; knex's own words, with statements and values in them, reach nobody. */
export const SILENT = { warn: nothing, error: nothing, debug: nothing, deprecate: nothing };

/** Applies the migrations that are missing, forward only, each in a transaction of its own. */
export async function migrate(connection: string | Knex.PgConnectionConfig): Promise<void> {
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
    const files = readdirSync(MIGRATIONS).filter((file) => file.endsWith('.sql'));
    for (const name of files.sort()) {
      await alone(async (trx) => {
        if ((await trx('migrations').where({ name }).first()) !== undefined) return;
        await trx.raw(readFileSync(join(MIGRATIONS, name), 'utf8'));
        await trx('migrations').insert({ name });
      });
    }
  } finally {
    await owner.destroy();
  }
}
