// What many shops cost: events spread over N shops, acknowledged by one web process and judged by one worker; and one
// process with all roles at rest, which hosts their channels and pulls their sales.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drain } from './lib/inboxes.mjs';
import { load } from './lib/load.mjs';
import {
  createDatabase,
  eventHead,
  keyOf,
  openProductDatabase,
  prepareShop,
  quietOn,
  require,
  residentMb,
  ROOT,
  saleEvent,
  signed,
  start,
} from './lib/support.mjs';

const SIZES = (process.env.BENCH_SHOPS ?? '1,10,100,1000').split(',').map(Number);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const POLL_SECONDS = 30;
const QUIET_SECONDS = 10;
/** In each shop's window. */
const SALES_TO_PULL = 20;
const CONNECTIONS = 64;
const TICKS_A_SECOND = 100;

export async function benchShops() {
  const rows = [];
  for (const size of SIZES) {
    const database = await createDatabase();
    const key = randomBytes(32);
    const db = await openProductDatabase(database.url, key);
    const shops = [];
    for (let i = 0; i < size; i++) shops.push(await prepareShop(db));
    await db.call('ANALYZE').catch(() => undefined);
    const env = quietOn(database.url, key);
    const taken = await acknowledge(env, shops);
    const { seconds } = await drain(database.url, key, shops, 1);
    const rest = await atRest(env, database.url, shops);
    const of = `${size} shop${size === 1 ? '' : 's'}`;
    rows.push(
      [`${of}: events acknowledged/s`, taken.rate, `p99 ${taken.p99.toFixed(1)} ms`],
      ['  judged/s, one worker', taken.count / seconds, null],
      ['  all roles at rest, resident MB', rest.megabytes, null],
      ['  its processor time, % of a core', rest.quietPercent, 'without pulling'],
      ['  the same, pulling', rest.percent, `every ${POLL_SECONDS} s`],
      ['  processor time of one pull, ms', rest.pullMs, null],
      ['  longest between two pulls of a shop, s', rest.longest, `asked: at most ${POLL_SECONDS}`],
    );
    await db.close();
    await database.drop();
  }
  return rows;
}

async function acknowledge(env, shops) {
  const web = await start(join(ROOT, 'dist', 'main.js'), { ...env, ROLES: 'web', POLL_SECONDS: '0' });
  const keys = shops.map(keyOf);
  const heads = shops.map(eventHead);
  const requests = Array.from({ length: 16_000 * SECONDS }, (_, i) => {
    const shop = i % shops.length;
    return { head: heads[shop], ...signed(saleEvent(i), keys[shop]) };
  });
  const result = await load({ port: web.port, requests, connections: CONNECTIONS, seconds: SECONDS });
  await web.stop();
  if (result.refused > 0) throw new Error(`${result.refused} events were refused`);
  return result;
}

/** All roles in one process, with nothing to do but to look; SmartPOS has a few sales of each shop, which it knows by then. */
async function atRest(env, url, shops) {
  const smartpos = await startSmartPos();
  const { Client } = require('pg');
  const client = new Client(url);
  await client.connect();
  await client.query(`UPDATE connections SET base_url = '${smartpos.url}/' || merchant_id`);
  await client.end();
  const quiet = await measure({ ...env, POLL_SECONDS: '0' }, QUIET_SECONDS);
  const pulling = await measure({ ...env, POLL_SECONDS: String(POLL_SECONDS) }, POLL_SECONDS);
  const { pulls, longest } = smartpos.seen(pulling.began);
  smartpos.close();
  if (pulls < shops.length) throw new Error(`${pulls} pulls of ${shops.length} shops`);
  const spentMs = Math.max(0, pulling.share - quiet.share) * POLL_SECONDS * 1000;
  return {
    megabytes: pulling.megabytes,
    quietPercent: quiet.share * 100,
    percent: pulling.share * 100,
    longest,
    pullMs: spentMs / pulls,
  };
}

/** Over so many seconds, after as many in which everything is new. */
async function measure(env, period) {
  const product = await start(join(ROOT, 'dist', 'main.js'), env);
  await sleep(period * 1000);
  const began = performance.now();
  const before = processorSeconds(product.pid);
  await sleep(period * 1000);
  const share = (processorSeconds(product.pid) - before) / period;
  const megabytes = residentMb(product.pid);
  await product.stop();
  return { began, share, megabytes };
}

/** Spent by a process until now. */
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** A SmartPOS with as many companies as are asked for, each with the same few sales. */
async function startSmartPos() {
  const sales = Array.from({ length: SALES_TO_PULL }, (_, i) => JSON.parse(saleEvent(i)).data);
  const body = JSON.stringify(sales);
  const calls = new Map();
  const server = createServer((request, response) => {
    const [, company, what] = /^\/v1\/(\d+)\/(\w+)/.exec(request.url) ?? [];
    if (what !== 'sales') return response.writeHead(404).end('{}');
    calls.set(company, [...(calls.get(company) ?? []), performance.now()]);
    return response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    /** Pulls of sales since a moment, and the longest time in seconds between two of one shop. */
    seen: (since) => {
      const all = [...calls.values()];
      const gaps = all.flatMap((times) => times.slice(1).map((at, i) => at - times[i]));
      return { pulls: all.flat().filter((at) => at >= since).length, longest: Math.max(...gaps) / 1000 };
    },
    close: () => server.closeAllConnections() || server.close(),
  };
}

if (process.argv[1] === import.meta.filename) console.table(await benchShops());
