import { ConfigError, publicUrlOf, readConfig } from '../config';
import type { Database } from '../db';
import { withOperatorDatabase } from '../product/operator';
import type { Secrets } from '../secrets';
import { runCli } from './run';

interface Ground {
  db: Database;
  secrets: Secrets;
  /** How the outside reaches the public port. */
  base: string;
}

/**
 * Runs a command that does one thing about a shop and says what came of it, line by line. Null of `readWish`: the words do
 * not say what is needed, and the usage is shown.
 */
export function runWish<Wish>(
  usage: string,
  readWish: () => Wish | null,
  carryOut: (wish: Wish, ground: Ground) => Promise<string[]>,
): void {
  const main = async (): Promise<number> => {
    const wish = process.argv.includes('--help') ? null : readWish();
    if (wish === null) {
      process.stderr.write(usage);
      return 2;
    }
    const config = readConfig(process.env);
    const base = publicUrlOf(config);
    const lines = await withOperatorDatabase(config, (db, secrets) => carryOut(wish, { db, secrets, base }));
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  };
  runCli(main, (error) => [ConfigError, RangeError, TypeError].some((kind) => error instanceof kind));
}
