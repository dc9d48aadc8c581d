import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const require = createRequire(import.meta.url);
/** As `npm start` has them: a larger young generation, since most of what a sale makes is soon gone. */
export const NODE_FLAGS = ['--max-semi-space-size=32'];
export const ROOT = join(import.meta.dirname, '..', '..');
export const dist = (name) => require(join(ROOT, 'dist', name));

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export function requiredUrl(name) {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run this by npm run bench`);
  return url;
}

/** With a session of the login in `url`; what the server does to it (a crash) is told by the statement that it meets. */
export async function withOwner(url, body) {
  const { Client } = require('pg');
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}

/** A database of this run's own on the server. */
export async function createDatabase() {
  const server = requiredUrl('TEST_DATABASE_URL');
  const name = `smartbis_bench_${randomBytes(4).toString('hex')}`;
  const asOwner = (sql) => withOwner(server, (client) => client.query(sql));
  await asOwner(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asOwner(`DROP DATABASE ${name} WITH (FORCE)`) };
}

const LOG_MB = 1_024;

/**
 * A server that has worked for a while writes its log into files that it has already; a new one makes each of them, which
 * takes longer than writing. Has the server keep a gigabyte of them, and fills it once.
 */
export async function workIn(server = requiredUrl('TEST_DATABASE_URL')) {
  await withOwner(server, async (client) => {
    await client.query(`ALTER SYSTEM SET min_wal_size = '${LOG_MB}MB'`);
    await client.query(`ALTER SYSTEM SET max_wal_size = '${4 * LOG_MB}MB'`);
    await client.query('SELECT pg_reload_conf()');
    for (let written = 0; written < LOG_MB; written += 8)
      await client.query("SELECT pg_logical_emit_message(false, 'bench', repeat('x', 8 * 1024 * 1024))");
    await client.query('CHECKPOINT');
  });
}

/**
 * A server that has been at work on a database has its pages in memory, as far as they fit; after a bulk load those of the
 * indexes are on the disk alone, and the first sale to touch each would wait for it.
 */
export async function warm(url) {
  await withOwner(url, async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_prewarm');
    await client.query(
      `SELECT pg_prewarm(oid) FROM (SELECT oid FROM pg_class WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace
         ORDER BY pg_relation_size(oid) DESC) AS relation`,
    );
  });
}

/** A benchmark that fails leaves nothing running. */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill()));

/** Starts a node program and waits for the line that says where it listens, or that it works, where it serves nobody. */
export async function start(file, env, args = [], flags = []) {
  const child = spawn(process.execPath, [...NODE_FLAGS, ...flags, file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let out = '';
  const port = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const match = /127\.0\.0\.1:(\d+)|is working/.exec(out);
      if (match) resolve(Number(match[1]));
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${out}`)));
  });
  return {
    port,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** What a measured product has in its environment: nothing beside it, any port, and as many events as come. */
export const QUIET = {
  SANDBOX: 'off',
  PORT: '0',
  PRIVATE_PORT: '0',
  LOG_LEVEL: 'error',
  EVENTS_PER_SECOND: '1000000',
};
/** The same on that PostgreSQL. */
export const quietOn = (url, key) => ({ ...QUIET, DATABASE_URL: url, SECRET_KEY: key.toString('base64') });

export const residentMb = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** How a request of the load begins that brings an event to this connection. */
export const eventHead = ({ id }) =>
  `POST /v1/smartpos/events/${id} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json`;

/** The key that a connection's events are signed by. */
export const keyOf = ({ signingSecret }) => dist('sync/signature.js').signingKey(signingSecret);

/** A sale event of about 1 KB. */
export function saleEvent(i, phones = 10_000) {
  const at = new Date().toISOString();
  return JSON.stringify({
    type: 'sale.approved',
    timestamp: at,
    data: {
      id: i,
      uniqueIdentifier: `${randomBytes(8).toString('hex')}-${i}`,
      creationDate: at,
      updatedAt: at,
      orderName: `Mesa ${i % 40}`,
      totalAmount: (1000 + (i % 90_000)) / 100,
      discountAmount: 0,
      refundedAmount: 0,
      isCanceled: false,
      store: { id: 'loja-1', cnpj: '11222333000181', name: 'Padaria Central' },
      terminal: { id: `MP-${i % 8}`, serial: 'N950NCB801234', acquirer: 'mercado-pago' },
      payment: {
        method: 'credit',
        brand: 'visa',
        last4: '0010',
        installments: 1,
        nsu: String(i),
        authorizationCode: 'A1B2C3',
        cardFingerprint: `fp_${i % phones}`,
      },
      customer: {
        name: 'Ana',
        phone: `+55119${String(i % phones).padStart(8, '0')}`,
        cpf: null,
        email: null,
      },
      fiscalKey: '35261011222333000181650010000123451876543210',
      voucherCode: null,
      note: 'x'.repeat(220),
    },
  });
}

export function signed(body, key, id = `msg_${randomBytes(10).toString('hex')}`) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    headers: `webhook-id: ${id}\r\nwebhook-timestamp: ${timestamp}\r\nwebhook-signature: v1,${signature}\r\n`,
    body,
  };
}

const REAL_TIME = { now: () => Date.now() };
const UNHEARD = { ring() {}, ringHere() {}, answer() {}, close: async () => {} };

/** Opens the product’s own database access for preparing and reading; what rings is heard by nobody but the doorbell given. */
export async function openProductDatabase(url, key, clock = REAL_TIME, doorbell = UNHEARD) {
  const { openDatabase } = dist('db/index.js');
  const { Secrets } = dist('secrets.js');
  const secrets = new Secrets(key);
  return openDatabase({
    logger: console,
    url,
    migrationsUrl: null,
    pool: 8,
    dataDir: undefined,
    clock,
    secrets,
    doorbell,
  });
}

/** An active shop with one rule and a connection. */
export async function prepareShop(db) {
  const { createShop, addRule, activate } = dist('loyalty/index.js');
  const { createConnection } = dist('sync/connections.js');
  const id = await createShop(db, {
    name: 'Bench',
    cnpj: null,
    zone: 'America/Sao_Paulo',
    language: 'pt',
    channel: 'simulator',
  });
  const connection = await db.asMerchant(id, async (work) => {
    const rule = {
      benefit: { kind: 'cashback-percent', bps: 500 },
      conditions: { min_cents: 1000, min_inclusive: true },
      validity: { valid_days: 30 },
    };
    await addRule(work, { rule, by: null, key: 'bench' });
    await activate(work, { by: null, override: true });
    return createConnection(work, {
      baseUrl: 'http://127.0.0.1:9/v1',
      company: null,
      apiKeyId: 'x',
      apiKeySecret: 'x',
    });
  });
  return { merchantId: id, ...connection };
}
