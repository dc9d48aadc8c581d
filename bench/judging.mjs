// Sales judged, posted and their notices written, in sets, beside pgbench's TPC-B on the same server: under one rule, and
// under a program as shops have them.
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { allJudged, drain, fill, openTpcB } from './lib/inboxes.mjs';
import { putProgram } from './lib/program.mjs';
import { createDatabase, median, openProductDatabase, prepareShop, requiredUrl } from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SHOPS = 8;
const SALES_A_SHOP = 8_000;

async function round({ workers, prepare = () => Promise.resolve(), atOnce = 2 }) {
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key);
  const shops = [];
  for (let i = 0; i < SHOPS + workers; i++) shops.push(await prepareShop(db));
  for (const { merchantId } of shops) await prepare(db, merchantId);
  await fill(db, shops, SALES_A_SHOP);
  await db.call('ANALYZE').catch(() => undefined);
  const { seconds, cores } = await drain(database.url, key, shops.slice(workers), workers, {
    first: shops.slice(0, workers),
    atOnce,
  });
  await allJudged(db, shops.slice(workers), SALES_A_SHOP);
  await db.close();
  await database.drop();
  return { rate: (SHOPS * SALES_A_SHOP) / seconds, cores };
}

export async function benchJudging() {
  requiredUrl('TEST_DATABASE_URL');
  const tpcB = await openTpcB();
  const peers = [];
  const kinds = {
    one: { workers: 1 },
    two: { workers: 2 },
    program: { workers: 2, prepare: putProgram },
    // What a second worker adds: the first one's waiting for the database is not filled by a second shop of its own.
    oneByOne: { workers: 1, atOnce: 1 },
    twoByOne: { workers: 2, atOnce: 1 },
  };
  const rounds = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  // Each round after one of the peer: this machine's speed changes within minutes.
  for (let i = 0; i < ROUNDS; i++) {
    peers.push(tpcB.round());
    for (const [kind, how] of Object.entries(kinds)) rounds[kind].push(await round(how));
  }
  await tpcB.close();
  const rate = (name) => median(rounds[name].map((one) => one.rate));
  const cores = (name) => median(rounds[name].map((one) => one.cores));
  const ratio = (name) => median(rounds[name].map((one, i) => one.rate / peers[i]));
  const beside = (name, asked) => `${ratio(name).toFixed(1)} of TPC-B (asked: ${asked})`;
  // What one worker leaves idle is all that a second can add.
  const room = availableParallelism() / cores('one');
  return [
    ['pgbench TPC-B, transactions/s', median(peers), null],
    ['sales judged and posted/s, one worker', rate('one'), beside('one', 5)],
    ['  cores busy meanwhile', cores('one'), `of ${availableParallelism()}`],
    ['sales judged and posted/s, two workers', rate('two'), beside('two', 5)],
    ['  beside one', rate('two') / rate('one'), `cores leave room for ${room.toFixed(2)} (asked: 1.35)`],
    ['  under eight rules, two workers', rate('program'), beside('program', 4)],
    ['one worker that reads one shop at a time', rate('oneByOne'), null],
    [
      '  two of them',
      rate('twoByOne'),
      `${(rate('twoByOne') / rate('oneByOne')).toFixed(2)} of one (asked: 1.35)`,
    ],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchJudging());
