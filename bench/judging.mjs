// Sales judged, posted and their notices written, in sets, beside pgbench's TPC-B on the same server.
import { execFileSync, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  createDatabase,
  median,
  NODE_FLAGS,
  openProductDatabase,
  prepareShop,
  requiredUrl,
  saleEvent,
} from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SHOPS = 8;
const SALES_A_SHOP = 8_000;
const CLIENTS = 64;

function pgbench(url, args) {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base) : [];
  const found = versions.map((v) => join(base, v, 'bin', 'pgbench')).find((path) => existsSync(path));
  return execFileSync(found ?? 'pgbench', [...args, url], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The peer: TPC-B with as many branches as clients, so that none waits for another's branch. */
async function tpcB() {
  const database = await createDatabase();
  pgbench(database.url, ['-i', '-q', '-s', String(CLIENTS)]);
  const rates = [];
  for (let i = 0; i < ROUNDS; i++) {
    const out = pgbench(database.url, ['-c', String(CLIENTS), '-j', '2', '-T', '6']);
    rates.push(Number(/tps = ([\d.]+)/.exec(out)?.[1]));
  }
  await database.drop();
  return median(rates);
}

async function fill(db, shops) {
  for (const shop of shops) {
    for (let done = 0; done < SALES_A_SHOP; done += 500) {
      const events = Array.from({ length: 500 }, (_, i) => saleEvent(done + i, 2_000));
      const hash = (body) => createHash('sha256').update(body).digest().subarray(0, 16);
      await db.call('SELECT take_in(?::integer[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?, now())', [
        events.map(() => shop.merchantId),
        events.map(() => `msg_${randomBytes(10).toString('hex')}`),
        events.map(hash),
        events.map(() => shop.id),
        events.map(() => 'webhook'),
        events.join('\x1e'),
      ]);
    }
  }
}

/** Drains the inboxes by that many worker processes; sales a second. */
async function drain(url, key, shops, workers) {
  const children = [];
  for (let i = 0; i < workers; i++) {
    const child = fork(join(import.meta.dirname, 'lib', 'worker.mjs'), { execArgv: NODE_FLAGS });
    child.send({
      url,
      key: key.toString('base64'),
      shops: shops.filter((_, j) => j % workers === i).map((s) => s.merchantId),
    });
    await once(child, 'message');
    children.push(child);
  }
  const started = performance.now();
  for (const child of children) child.send('go');
  await Promise.all(children.map((child) => once(child, 'message')));
  const seconds = (performance.now() - started) / 1000;
  for (const child of children) child.kill();
  return (shops.length * SALES_A_SHOP) / seconds;
}

export async function benchJudging() {
  requiredUrl('TEST_DATABASE_URL');
  const peer = await tpcB();
  const rates = { 1: [], 2: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const workers of [1, 2]) {
      const database = await createDatabase();
      const key = randomBytes(32);
      const db = await openProductDatabase(database.url, key);
      const shops = [];
      for (let i = 0; i < SHOPS; i++) shops.push(await prepareShop(db));
      await fill(db, shops);
      await db.call('ANALYZE').catch(() => undefined);
      rates[workers].push(await drain(database.url, key, shops, workers));
      await db.close();
      await database.drop();
    }
  const ratio = (workers) => `${(median(rates[workers]) / peer).toFixed(1)} of TPC-B (asked: 5)`;
  return [
    ['pgbench TPC-B, transactions/s', peer, null],
    ['sales judged and posted/s, one worker', median(rates[1]), ratio(1)],
    ['sales judged and posted/s, two workers', median(rates[2]), ratio(2)],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchJudging());
