import { reportBooks } from './books-report';
import { ConfigError, readConfig } from '../config';
import { withOperatorDatabase } from '../product/operator';
import { runCli } from './run';

const USAGE = `npm run books

Checks every invariant of every shop's books in DATABASE_URL (or, while the product is stopped, the embedded database) and
says where one does not hold. Reads only. Ends with 0 where all hold, with 1 where one does not, with 2 where they cannot
be checked.
`;

async function main(): Promise<number> {
  if (process.argv.length > 2) {
    process.stderr.write(USAGE);
    return 2;
  }
  return withOperatorDatabase(readConfig(process.env), async (db) => {
    const faulty = await reportBooks(db, (text) => process.stdout.write(text));
    return faulty === 0 ? 0 : 1;
  });
}

runCli(main, (error) => error instanceof ConfigError, 2);
