import { ConfigError, readConfig } from './config';
import { allShops, checkBooks } from './loyalty';
import { withOperatorDatabase } from './operator';

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
    const started = performance.now();
    let faulty = 0;
    const shops = await allShops(db);
    for (const { id } of shops) {
      const { checks, postings, sales, faults } = await db.snapshot(id, checkBooks);
      const state = faults.length === 0 ? 'all hold' : 'NOT ALL HOLD';
      process.stdout.write(
        `shop ${id}: ${sales} sales, ${postings} postings, ${checks} invariants: ${state}\n`,
      );
      for (const { check, about, detail, ofAll } of faults)
        process.stdout.write(`  ${check}: ${about}: ${detail} (one of ${ofAll})\n`);
      if (faults.length > 0) faulty += 1;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${shops.length} shops checked in ${seconds} s, ${faulty} with faults\n`);
    return faulty === 0 ? 0 : 1;
  });
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${error instanceof ConfigError ? error.message : text}\n`);
    process.exitCode = 2;
  },
);
