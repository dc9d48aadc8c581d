import { systemClock } from '../clock';
import type { Config } from '../config';
import { openDatabase, type Database } from '../db';
import type { Doorbell } from '../jobs/doorbell';
import { keptSecretKey, Secrets } from '../secrets';
import { createLogger } from '../telemetry';

/** What an operator's command does wakes nobody: the product's sweeper finds it. */
const SILENT: Doorbell = {
  ring: () => undefined,
  ringHere: () => undefined,
  answer: () => undefined,
  close: () => Promise.resolve(),
};

/** The product's database as an operator's command uses it; the embedded one only while the product is stopped. */
export async function withOperatorDatabase<T>(
  config: Config,
  body: (db: Database, secrets: Secrets) => Promise<T>,
): Promise<T> {
  const secrets = new Secrets(config.secretKey ?? keptSecretKey(config.dataDir), config.previousSecretKeys);
  const db = await openDatabase({
    url: config.databaseUrl,
    migrationsUrl: config.migrationsDatabaseUrl,
    pool: 2,
    dataDir: config.dataDir,
    clock: systemClock,
    secrets,
    logger: createLogger(config.logLevel),
    doorbell: SILENT,
  });
  try {
    return await body(db, secrets);
  } finally {
    await db.close();
  }
}
