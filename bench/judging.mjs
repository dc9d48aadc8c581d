// Sales judged, posted and their notices written, in sets, beside pgbench's TPC-B on the same server: under one rule, and
// under a program as shops have them.
import { randomBytes } from 'node:crypto';
import { drain, fill, tpcB } from './lib/inboxes.mjs';
import { putProgram } from './lib/program.mjs';
import { createDatabase, median, openProductDatabase, prepareShop, requiredUrl } from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SHOPS = 8;
const SALES_A_SHOP = 8_000;

async function round(workers, prepare) {
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key);
  const shops = [];
  for (let i = 0; i < SHOPS + workers; i++) shops.push(await prepareShop(db));
  for (const { merchantId } of shops) await prepare(db, merchantId);
  await fill(db, shops, SALES_A_SHOP);
  await db.call('ANALYZE').catch(() => undefined);
  const seconds = await drain(database.url, key, shops.slice(workers), workers, shops.slice(0, workers));
  await db.close();
  await database.drop();
  return (SHOPS * SALES_A_SHOP) / seconds;
}

export async function benchJudging() {
  requiredUrl('TEST_DATABASE_URL');
  const peer = await tpcB(ROUNDS);
  const nothing = () => undefined;
  const rates = { one: [], two: [], program: [] };
  for (let i = 0; i < ROUNDS; i++) {
    rates.one.push(await round(1, nothing));
    rates.two.push(await round(2, nothing));
    rates.program.push(await round(2, putProgram));
  }
  const beside = (name, asked) => `${(median(rates[name]) / peer).toFixed(1)} of TPC-B (asked: ${asked})`;
  return [
    ['pgbench TPC-B, transactions/s', peer, null],
    ['sales judged and posted/s, one worker', median(rates.one), beside('one', 5)],
    ['sales judged and posted/s, two workers', median(rates.two), beside('two', 5)],
    ['  under eight rules, two workers', median(rates.program), beside('program', 4)],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchJudging());
