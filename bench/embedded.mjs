// The embedded default: acknowledged events beside bare express, start-up, memory at rest, and SIGKILL in mid-write.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/services/programs.mjs';
import { load } from './lib/load.mjs';
import {
  dist,
  eventHead,
  keyOf,
  median,
  prepareShop,
  QUIET,
  residentMb,
  ROOT,
  saleEvent,
  signed,
  start,
} from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const KILLS = Number(process.env.BENCH_KILLS ?? 20);

/** Opens the embedded database in this process, while no product runs on it. */
async function withDatabase(dataDir, body) {
  const { openDatabase } = dist('db/index.js');
  const { Secrets, keptSecretKey } = dist('secrets.js');
  const doorbell = { ring() {}, ringHere() {}, answer() {}, close: async () => {} };
  const secrets = new Secrets(keptSecretKey(dataDir));
  const db = await openDatabase({
    logger: console,
    url: null,
    migrationsUrl: null,
    pool: 1,
    dataDir,
    clock: { now: () => Date.now() },
    secrets,
    doorbell,
  });
  try {
    return await body(db);
  } finally {
    await db.close();
  }
}

/** The product alone on that directory, taking in as much as comes. */
const quietEnv = (dataDir) => ({ ...QUIET, DATA_DIR: dataDir, POLL_SECONDS: '0' });

async function waitForPage(port) {
  for (;;) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/`)).ok) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** `npm start` as a person does it, to the first page; then the memory at rest. */
async function startUp(dataDir) {
  const [port, privatePort, sandboxPort] = [await freePort(), await freePort(), await freePort()];
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: port,
    PRIVATE_PORT: privatePort,
    SANDBOX_PORT: sandboxPort,
  };
  delete env.DATABASE_URL;
  const started = performance.now();
  const child = spawn('npm', ['start'], { cwd: ROOT, env, stdio: 'ignore', detached: true });
  await waitForPage(port);
  const seconds = (performance.now() - started) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  const rss = residentMb(await nodeOf(child.pid));
  // The whole group: npm, its shell and the product.
  process.kill(0 - Number(child.pid), 'SIGTERM');
  await once(child, 'exit');
  return { seconds, rss };
}

/** The product's process below npm and its shell. */
async function nodeOf(pid) {
  let current = pid;
  for (;;) {
    const children = readFileSync(`/proc/${current}/task/${current}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    if (children.length === 0) return current;
    current = Number(children[0]);
  }
}

async function throughput(dataDir, shop) {
  const env = quietEnv(dataDir);
  const express = await start(join(ROOT, 'bench', 'peers', 'bare-express.mjs'), {});
  const product = await start(join(ROOT, 'dist', 'main.js'), env);
  const key = keyOf(shop);
  const head = eventHead(shop);
  const rates = { express: [], product: [] };
  for (let i = 0; i < ROUNDS; i++)
    for (const [name, side] of [
      ['express', express],
      ['product', product],
    ]) {
      const requests = Array.from({ length: 25_000 * SECONDS }, (_, j) => ({
        head,
        ...signed(saleEvent(j), key),
      }));
      rates[name].push((await load({ port: side.port, requests, connections: 64, seconds: SECONDS })).rate);
    }
  await product.stop();
  await express.stop();
  return { express: median(rates.express), product: median(rates.product) };
}

/** Kills the product while events come in; counts what was acknowledged and is not there afterwards. */
async function kills(dataDir, shop) {
  const env = quietEnv(dataDir);
  const key = keyOf(shop);
  const acknowledged = [];
  const restarts = [];
  const startTimed = async () => {
    const started = performance.now();
    const product = await start(join(ROOT, 'dist', 'main.js'), env);
    return { product, seconds: (performance.now() - started) / 1000 };
  };
  let { product } = await startTimed();
  for (let i = 0; i < KILLS; i++) {
    let alive = true;
    const sender = async () => {
      while (alive) {
        const id = `kill-${i}-${Math.random().toString(36).slice(2)}`;
        const { body, headers } = signed(saleEvent(acknowledged.length), key, id);
        const response = await fetch(`http://127.0.0.1:${product.port}/v1/smartpos/events/${shop.id}`, {
          method: 'POST',
          headers: Object.fromEntries(
            headers
              .trim()
              .split('\r\n')
              .map((line) => line.split(': ')),
          ),
          body,
        }).catch(() => null);
        if (response?.status === 202) acknowledged.push(id);
        else alive = false;
      }
    };
    const senders = Array.from({ length: 16 }, sender);
    await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700));
    process.kill(product.pid, 'SIGKILL');
    await Promise.all(senders);
    await product.stop();
    const again = await startTimed();
    product = again.product;
    restarts.push(again.seconds);
  }
  await product.stop();
  const lost = await withDatabase(dataDir, (db) =>
    db.asMerchant(shop.merchantId, async ({ trx }) => {
      const rows = await trx('inbox_events').select('delivery_id');
      const known = new Set(rows.map((row) => row.delivery_id));
      return acknowledged.filter((id) => !known.has(id)).length;
    }),
  );
  return {
    acknowledged: acknowledged.length,
    lost,
    restart: median(restarts),
    slowest: Math.max(...restarts),
  };
}

export async function benchEmbedded() {
  const dataDir = mkdtempSync(join(tmpdir(), 'smartbis-bench-'));
  const demoDir = mkdtempSync(join(tmpdir(), 'smartbis-demo-'));
  try {
    const shop = await withDatabase(dataDir, prepareShop);
    const rates = await throughput(dataDir, shop);
    const killed = await kills(dataDir, shop);
    await startUp(demoDir);
    const starts = [];
    for (let i = 0; i < Math.min(ROUNDS, 5); i++) starts.push(await startUp(demoDir));
    return [
      [
        'embedded: acknowledged events/s',
        rates.product,
        `${(rates.product / rates.express).toFixed(2)} of bare express (asked: 0.8)`,
      ],
      [`embedded: lost of ${killed.acknowledged} acknowledged, ${KILLS} SIGKILLs`, killed.lost, 'asked: 0'],
      [
        'embedded: start after SIGKILL, s',
        killed.restart,
        `slowest ${killed.slowest.toFixed(1)} (asked: at most 3)`,
      ],
      ['second npm start to the first page, s', median(starts.map((s) => s.seconds)), 'asked: at most 3'],
      ['resident at rest, MB', median(starts.map((s) => s.rss)), 'asked: at most 600'],
    ];
  } finally {
    for (const dir of [dataDir, demoDir]) rmSync(dir, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchEmbedded());
