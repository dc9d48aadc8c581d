// A history of sales into PostgreSQL from SmartPOS's answers already in memory; how fast, and in how much memory.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createDatabase, median, NODE_FLAGS, openProductDatabase, prepareShop } from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SALES = Number(process.env.BENCH_IMPORT_SALES ?? 100_000);
const MANY = Number(process.env.BENCH_IMPORT_MANY ?? 1_000_000);

/** One import in a process of its own. */
async function importSales(sales) {
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key);
  const { merchantId, id } = await prepareShop(db);
  await db.close();
  const child = fork(join(import.meta.dirname, 'lib', 'importer.mjs'), { execArgv: NODE_FLAGS });
  child.send({ url: database.url, key: key.toString('base64'), merchantId, connectionId: id, sales });
  const [result] = await once(child, 'message');
  child.kill();
  await database.drop();
  return result;
}

export async function benchImport() {
  const rates = [];
  for (let round = 0; round < ROUNDS; round++) rates.push((await importSales(SALES)).rate);
  const many = await importSales(MANY);
  return [
    ['history imported, sales/s', median(rates), 'asked: 15,000'],
    [`the same over ${MANY.toLocaleString('en')} sales, sales/s`, many.rate, null],
    ['its memory in the first tenth, MB', many.early, null],
    ['its memory at the most, MB', many.most, 'asked: 300, flat'],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchImport());
