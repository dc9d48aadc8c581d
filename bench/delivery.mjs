// From the sale on the machine to the message in the outbox: events at a steady rate whatever the answers take, then sales
// that only the pull finds. A message counts from when others can see its row.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createDatabase,
  keyOf,
  openProductDatabase,
  prepareShop,
  quietOn,
  require,
  ROOT,
  saleEvent,
  signed,
  start,
} from './lib/support.mjs';

const RATE = Number(process.env.BENCH_RATE ?? 300);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const POLL_SECONDS = Number(process.env.BENCH_POLL_SECONDS ?? 30);
/** A second, of sales that only the pull finds; over two periods. */
const PULLED_RATE = 20;
const LOOK_MS = 10;
/** What has not come by then does not come. */
const GIVE_UP_MS = 60_000;

export async function benchDelivery() {
  const send = (parts) => sendEvents(parts, RATE, SECONDS);
  const events = await within({ POLL_SECONDS: '0' }, send);
  const pulled = await within({ POLL_SECONDS: String(POLL_SECONDS) }, makeSalesToPull);
  return [
    [`sale → message in the outbox at ${RATE} events/s, p50 ms`, quantile(events.waits, 0.5), null],
    ['  p99 ms', quantile(events.waits, 0.99), 'asked: at most 2,000'],
    ['  slowest ms', quantile(events.waits, 1), null],
    ['  without a message', events.missing, 'asked: 0'],
    [`poll-only, every ${POLL_SECONDS} s: p50 s`, quantile(pulled.waits, 0.5) / 1000, null],
    ['  slowest s', quantile(pulled.waits, 1) / 1000, `asked: at most ${POLL_SECONDS}`],
    ['  without a message', pulled.missing, 'asked: 0'],
  ];
}

/**
 * One product in one process, a shop of its own, and who looks into its outbox; how long each sale's message took, and how
 * many have none. `flags` are node's.
 */
export async function within(env, makeSales, flags = []) {
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key);
  const shop = await prepareShop(db);
  await db.close();
  const { Client } = require('pg');
  const client = new Client(database.url);
  await client.connect();
  const server = await startSmartPos();
  await client.query('UPDATE connections SET base_url = $1', [server.url]);
  const environment = {
    ...quietOn(database.url, key),
    // Sending is paced by the number and has its own process.
    ROLES: 'web,worker',
    ...env,
  };
  const product = await start(join(ROOT, 'dist', 'main.js'), environment, [], flags);
  const watch = watchOutbox(client);
  const madeAt = await makeSales({ product, shop, server });
  const result = await watch.until(madeAt);
  await product.stop();
  server.close();
  await client.end();
  await database.drop();
  return result;
}

/** Open loop: the next event is due when it is due. When each sale was made. */
export async function sendEvents({ product, shop }, rate, seconds) {
  const signingKey = keyOf(shop);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const madeAt = new Map();
  const began = performance.now();
  const answers = [];
  for (let i = 0; i < rate * seconds; i++) {
    const wait = began + (i * 1000) / rate - performance.now();
    if (wait > 1) await sleep(wait);
    const body = saleEvent(i);
    madeAt.set(JSON.parse(body).data.uniqueIdentifier, performance.now());
    answers.push(post(agent, product.port, `/v1/smartpos/events/${shop.id}`, signed(body, signingKey)));
  }
  const refused = (await Promise.all(answers)).filter((status) => status !== 202);
  if (refused.length > 0) throw new Error(`${refused.length} events were answered by ${refused[0]}`);
  agent.destroy();
  return madeAt;
}

async function makeSalesToPull({ server }) {
  const madeAt = new Map();
  for (let i = 0; i < PULLED_RATE * POLL_SECONDS * 2; i++) {
    await sleep(1000 / PULLED_RATE);
    const { data } = JSON.parse(saleEvent(i));
    madeAt.set(data.uniqueIdentifier, performance.now());
    server.sales.push(data);
  }
  return madeAt;
}

function post(agent, port, path, { headers, body }) {
  const fields = headers
    .trim()
    .split('\r\n')
    .map((line) => line.split(': '));
  return new Promise((resolve, reject) => {
    const options = {
      port,
      path,
      method: 'POST',
      agent,
      headers: {
        ...Object.fromEntries(fields),
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    };
    request(options, (response) => response.resume().on('end', () => resolve(response.statusCode)))
      .on('error', reject)
      .end(body);
  });
}

/** A SmartPOS that has these sales and nothing else. */
async function startSmartPos() {
  const sales = [];
  const server = createServer((incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url, 'http://localhost');
    if (pathname !== '/v1/sales') return response.writeHead(404).end('{}');
    const [from, to] = ['start', 'end'].map((name) => Date.parse(searchParams.get(name)));
    const found = sales.filter(({ creationDate }) => {
      const at = Date.parse(creationDate);
      return at >= from && at <= to;
    });
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(found));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    sales,
    url: `http://127.0.0.1:${server.address().port}/v1`,
    close: () => server.closeAllConnections() || server.close(),
  };
}

/** When each sale's message could first be seen by others. */
function watchOutbox(client) {
  const seenAt = new Map();
  let last = 0;
  const stopping = new AbortController();
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      const { rows } = await client.query(
        `SELECT seq::integer AS seq, cause FROM outbox WHERE seq > $1 AND template = 'benefit-earned' ORDER BY seq`,
        [last],
      );
      const now = performance.now();
      for (const { seq, cause } of rows) {
        last = Math.max(last, seq);
        seenAt.set(cause.split(':')[1], now);
      }
      await sleep(LOOK_MS);
    }
  })();
  return {
    until: async (madeAt) => {
      const end = performance.now() + GIVE_UP_MS;
      while (seenAt.size < madeAt.size && performance.now() < end) await sleep(50);
      stopping.abort();
      await looking;
      const waits = [...madeAt].flatMap(([id, at]) => (seenAt.has(id) ? [seenAt.get(id) - at] : []));
      return { waits, missing: madeAt.size - waits.length };
    },
  };
}

export const quantile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
};

if (process.argv[1] === import.meta.filename) console.table(await benchDelivery());
