import { statSync } from 'node:fs';
import { backUp, BackupRefused, restore } from '../product/backup';
import { reportBooks } from './books-report';
import { ConfigError, readConfig, type Config } from '../config';
import { DirectoryRefused } from '../embedded/lock';
import { withOperatorDatabase } from '../product/operator';
import { runCli } from './run';

const USAGE = `npm run backup -- FILE
npm run restore -- FILE

The whole database, DATABASE_URL or (while the product is stopped) the embedded one, into a file; and from such a file into an
empty database, after which every shop's books are checked. With MIGRATIONS_DATABASE_URL both are done as the tables' owner.
The file holds customers' data; the secrets in it open only with SECRET_KEY (the embedded one's is in DATA_DIR/secret-key),
which is not in it: keep a copy of that elsewhere.
Ends with 0 when done, with 1 where a restored book does not hold, with 2 where it could not be done.
`;

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
const write = (text: string): boolean => process.stdout.write(text);

async function backUpTo(config: Config, file: string): Promise<number> {
  const started = performance.now();
  await backUp(config, file);
  write(`${file}: ${(statSync(file).size / 1_000_000).toFixed(1)} MB in ${seconds(started)} s\n`);
  return 0;
}

async function restoreFrom(config: Config, file: string): Promise<number> {
  const started = performance.now();
  await restore(config, file);
  write(`restored in ${seconds(started)} s\n`);
  return withOperatorDatabase(config, async (db) => ((await reportBooks(db, write)) === 0 ? 0 : 1));
}

async function main(): Promise<number> {
  const [command, file, ...more] = process.argv.slice(2);
  const act = { backup: backUpTo, restore: restoreFrom }[command ?? ''];
  if (act === undefined || file === undefined || file.startsWith('-') || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  return act(readConfig(process.env), file);
}

runCli(
  main,
  (error) => [ConfigError, BackupRefused, DirectoryRefused].some((kind) => error instanceof kind),
  2,
);
