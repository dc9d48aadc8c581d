// What the figures' triggers and each index cost judging, in CPU a sale: node scripts/with-services.mjs node
// bench/judging-parts.mjs. The same inboxes are drained with and without them, in turns; medians. CPU is that of the
// worker's process and of all of PostgreSQL's, so that it says the same on a busy machine. Linux only.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './lib/inboxes.mjs';
import { putProgram } from './lib/program.mjs';
import {
  createDatabase,
  median,
  NODE_FLAGS,
  openProductDatabase,
  prepareShop,
  require,
} from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SHOPS = 4;
const SALES_A_SHOP = Number(process.env.BENCH_SALES ?? 4_000);
const TICK_US = 10_000;

const TRIGGERS = {
  sales: ['note_new', 'note_changed'],
  postings: ['note_new'],
  lots: ['note_new', 'note_changed'],
  lot_uses: ['note_new'],
};
const off = (...tables) =>
  tables
    .flatMap((name) => TRIGGERS[name].map((trigger) => `ALTER TABLE ${name} DISABLE TRIGGER ${trigger}`))
    .join(';');
const VARIANTS = {
  'as it is': '',
  "without the figures' triggers": off('sales', 'postings', 'lots', 'lot_uses'),
  '  that of sales': off('sales'),
  '  that of postings': off('postings'),
  '  those of lots and their uses': off('lots', 'lot_uses'),
  'without the index sales_by_time': 'DROP INDEX sales_by_time',
  'without those of sales that are nobody’s':
    'DROP INDEX sales_unclaimed; DROP INDEX sales_unclaimed_by_key; DROP INDEX sales_unidentified',
  'without lots_expiring': 'DROP INDEX lots_expiring',
  'without lots_waiting': 'DROP INDEX lots_waiting',
};

const stat = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  } catch {
    return null;
  }
};
/** User and system time of a process, without what its ended children took. */
const own = (fields) => (Number(fields[11]) + Number(fields[12])) * TICK_US;

/** Of a server: its processes that run, and those that have ended. */
function ofServer(postmaster) {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(stat)
    .filter((fields) => fields !== null && Number(fields[1]) === postmaster);
  const main = stat(postmaster);
  const ended = (Number(main[13]) + Number(main[14])) * TICK_US;
  return children.reduce((sum, fields) => sum + own(fields), own(main) + ended);
}

async function measure(sql, prepare) {
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key);
  const shops = [];
  for (let i = 0; i < SHOPS; i++) shops.push(await prepareShop(db));
  for (const { merchantId } of shops) await prepare(db, merchantId);
  await fill(db, shops, SALES_A_SHOP);
  const { Client } = require('pg');
  const client = new Client(database.url);
  await client.connect();
  if (sql !== '') await client.query(sql);
  await client.query('ANALYZE');
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  const postmaster = Number(stat(rows[0].pid)[1]);
  const child = fork(join(import.meta.dirname, 'lib', 'worker.mjs'), { execArgv: NODE_FLAGS });
  child.send({
    url: database.url,
    key: key.toString('base64'),
    shops: shops.map((s) => s.merchantId),
    first: null,
  });
  await once(child, 'message');
  const before = [own(stat(child.pid)), ofServer(postmaster)];
  child.send('go');
  await once(child, 'message');
  const after = [own(stat(child.pid)), ofServer(postmaster)];
  child.kill();
  await once(child, 'exit');
  await client.end();
  await db.close();
  await database.drop();
  return after.map((us, i) => (us - before[i]) / (SHOPS * SALES_A_SHOP));
}

async function table(name, prepare) {
  const found = Object.fromEntries(
    Object.keys(VARIANTS).map((variant) => [variant, { worker: [], server: [] }]),
  );
  for (let round = 0; round < ROUNDS; round++)
    for (const [variant, sql] of Object.entries(VARIANTS)) {
      const [worker, server] = await measure(sql, prepare);
      found[variant].worker.push(worker);
      found[variant].server.push(server);
    }
  const total = ({ worker, server }) => median(worker) + median(server);
  const whole = total(found['as it is']);
  process.stdout.write(
    `\n| ${name} | worker, µs a sale | PostgreSQL, µs a sale | of the whole |\n| --- | ---: | ---: | ---: |\n`,
  );
  for (const [variant, each] of Object.entries(found))
    process.stdout.write(
      `| ${variant} | ${median(each.worker).toFixed(0)} | ${median(each.server).toFixed(0)} | ${((total(each) / whole - 1) * 100).toFixed(1)}% |\n`,
    );
}

await table('one rule', () => undefined);
await table('eight rules', putProgram);
