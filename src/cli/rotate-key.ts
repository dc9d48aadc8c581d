import { renewAccountSecrets } from '../bot/channels/cloud-api/account';
import { ConfigError, readConfig } from '../config';
import type { Database, Work } from '../db';
import { allShops, renewErasureKey, renewVoucherSecrets } from '../loyalty';
import { withOperatorDatabase } from '../product/operator';
import { renewConnectionSecrets } from '../sync/connections';
import { runCli } from './run';

const USAGE = `SECRET_KEY=<new> PREVIOUS_SECRET_KEYS=<old> npm run rotate-key

Encrypts everything that is encrypted anew under SECRET_KEY. First restart every process with the old key as SECRET_KEY and
the new one as PREVIOUS_SECRET_KEYS, so that all can read both; then with the two changed over; then run this, as the
tables' owner, while they run. It may be stopped and run again. When it says that nothing is left, PREVIOUS_SECRET_KEYS can go.
Stop the embedded product while this runs.
`;

/** Everything that is kept encrypted: each brings some under the present key, and says how many. */
const RENEWALS: readonly [string, (work: Work) => Promise<number>][] = [
  ['secrets of connections', renewConnectionSecrets],
  ['secrets of WhatsApp accounts', renewAccountSecrets],
  ['codes of vouchers', renewVoucherSecrets],
  ['keys of erased identities', renewErasureKey],
];

async function renewAll(db: Database): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { id } of await allShops(db))
    for (const [what, renew] of RENEWALS)
      for (;;) {
        const renewed = await db.asMerchant(id, renew);
        counts.set(what, (counts.get(what) ?? 0) + renewed);
        if (renewed === 0) break;
      }
  return counts;
}

async function main(): Promise<number> {
  const config = readConfig(process.env);
  if (process.argv.length > 2 || config.previousSecretKeys.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const owner = { ...config, databaseUrl: config.migrationsDatabaseUrl ?? config.databaseUrl };
  const counts = await withOperatorDatabase(owner, renewAll);
  for (const [what, count] of counts) process.stdout.write(`${what}: ${count} encrypted anew\n`);
  process.stdout.write('Nothing is left under a key of before.\n');
  return 0;
}

runCli(main, (error) => error instanceof ConfigError);
