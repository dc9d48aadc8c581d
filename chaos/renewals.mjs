// Processes are asked to end (SIGTERM) under load, one after another, as an upgrade does: npm run chaos:renewals [-- --json FILE].
// A request was accepted when what it brought is in the database: each of those must have been answered.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  createDatabase,
  keyOf,
  openProductDatabase,
  prepareShop,
  saleEvent,
  signed,
  withOwner,
} from '../bench/lib/support.mjs';
import { waiting } from './checks/backlog.mjs';
import { WorldClock } from './world/clock.mjs';
import { Fleet } from './machines/fleet.mjs';
import { Counter, prepareCounter } from './world/counter.mjs';
import { Poster } from './world/poster.mjs';
import { startServers } from './machines/servers.mjs';

const RENEWALS = Number(process.env.RENEWALS ?? 20);
/** So many more are asked to end while they start, each somewhat later in its start. */
const YOUNG = Number(process.env.RENEWALS_YOUNG ?? 10);
const YOUNG_STEP_MS = 200;
const RATE = Number(process.env.RENEWALS_RATE ?? 200);
const COUNTS = { web: 2, worker: 2, whatsapp: 1 };
const PAUSE_MS = 300;
/** Whoever gives up waiting cannot say whether it was accepted. */
const ANSWER_MS = 120_000;
const LONGEST_S = 30;
const write = (text) => process.stdout.write(`${text}\n`);

/** Sends events at a steady rate, each try under an id of its own; notes how each was answered. */
class Load {
  answers = new Map();
  #sending = [];

  constructor(poster, shop) {
    Object.assign(this, {
      poster,
      shop,
      key: keyOf(shop),
    });
  }

  async run(isOver) {
    const began = performance.now();
    for (let i = 0; !isOver(); i++) {
      const wait = began + (i * 1000) / RATE - performance.now();
      if (wait > 1) await sleep(wait);
      this.#sending.push(this.#send(i));
    }
    await Promise.all(this.#sending);
  }

  async #send(i) {
    const body = saleEvent(i);
    for (let tries = 0; ; tries++) {
      const id = `renewal-${i}-${tries}`;
      const { headers } = signed(body, this.key, id);
      const fields = Object.fromEntries(
        headers
          .trim()
          .split('\r\n')
          .map((line) => line.split(': ')),
      );
      const { status } = await this.poster.once(`/v1/smartpos/events/${this.shop.id}`, {
        headers: fields,
        body,
      });
      this.answers.set(id, status);
      if (status === 202) return;
      await sleep(50);
    }
  }
}

async function run(folder, stops) {
  const servers = await startServers(new AbortController().signal);
  stops.push(() => servers.stop());
  process.env.TEST_DATABASE_URL = servers.postgres.url;
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key);
  stops.push(() => db.close());
  const shop = await prepareShop(db);
  const at = await prepareCounter(db, shop);
  const clock = new WorldClock(join(folder, 'clock'), Date.now());
  const env = {
    PATH: process.env.PATH,
    CHAOS_CLOCK: clock.file,
    DATABASE_URL: database.url,
    REDIS_URL: servers.redis.url,
    SECRET_KEY: key.toString('base64'),
    SANDBOX: 'off',
    PRIVATE_PORT: '0',
    LOG_LEVEL: 'warn',
    POLL_SECONDS: '0',
    EVENTS_PER_SECOND: '100000',
  };
  const fleet = await Fleet.create({ env, counts: COUNTS, logs: folder });
  stops.push(() => fleet.abandon());
  await fleet.start();
  const poster = new Poster(fleet.webPorts, ANSWER_MS);
  stops.push(() => poster.close());
  const load = new Load(poster, shop);
  const asking = new Poster(fleet.webPorts, ANSWER_MS);
  stops.push(() => asking.close());
  const counter = new Counter(asking, at);
  let isOver = false;
  const loading = Promise.all([load.run(() => isOver), counter.run(() => isOver)]);
  // Of a load that meets nobody nothing is accepted.
  const allServe = () =>
    Promise.all(fleet.members.filter(({ role }) => role === 'web').map((one) => one.works()));
  const ends = [];
  for (let i = 0; i < RENEWALS; i++) {
    await sleep(PAUSE_MS);
    await allServe();
    // Every other one serves requests.
    const members = fleet.members.filter(({ role }) => (role === 'web') === (i % 2 === 0));
    ends.push(await members[Math.floor(i / 2) % members.length].renew());
  }
  for (let i = 0; i < YOUNG; i++) {
    await allServe();
    ends.push(await fleet.members[i % fleet.members.length].renewYoung(i * YOUNG_STEP_MS));
  }
  isOver = true;
  await loading;
  while ((await waiting(database.url)).events > 0) await sleep(200);
  const idsOf = (sql) =>
    withOwner(database.url, async (client) => (await client.query(sql)).rows.map(({ id }) => id));
  const taken = await idsOf('SELECT delivery_id AS id FROM inbox_events');
  const sales = (await idsOf("SELECT id FROM sales WHERE id <> 'counter'")).length;
  const atTills = counter.faults(await idsOf('SELECT idempotency_key AS id FROM till_requests'));
  const tally = { events: poster.answers, ...counter.answers };
  return { ends, answers: load.answers, tally, taken, sales, atTills, odd: fleet.ends };
}

/** One that does not listen to signals yet has begun nothing. */
const isInOrder = (end, isYoung) => end === 0 || (isYoung && end === 'SIGTERM');

function faultsOf({ ends, answers, taken, sales, atTills, odd }) {
  const failed = taken.filter((id) => answers.get(id) !== 202);
  const there = new Set(taken);
  const acknowledged = [...answers].filter(([, status]) => status === 202);
  return [
    ...atTills,
    ...failed.map((id) => `${id} was accepted and answered by ${answers.get(id)}`),
    ...acknowledged.filter(([id]) => !there.has(id)).map(([id]) => `${id} was acknowledged and is lost`),
    ...[...answers]
      .filter(([, status]) => status >= 500)
      .map(([id, status]) => `${id} was answered by ${status}`),
    ...ends
      .filter(({ end, seconds, isYoung }) => !isInOrder(end, isYoung) || seconds > LONGEST_S)
      .map(({ name, end, seconds }) => `${name} ended with ${end} after ${seconds} s`),
    ...odd.map(({ name, end }) => `${name} ended by itself with ${end}`),
    ...(sales === acknowledged.length ? [] : [`${sales} sales of ${acknowledged.length}`]),
  ];
}

async function main() {
  const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
  const folder = mkdtempSync(join(tmpdir(), 'smartbis-renewals-'));
  const stops = [];
  try {
    const result = await run(folder, stops);
    const faults = faultsOf(result);
    const slowest = Math.max(...result.ends.map(({ seconds }) => seconds));
    write(
      `${result.ends.length} processes ended in order under ${RATE} events/s, ${YOUNG} of them while they started, ` +
        `the slowest in ${slowest.toFixed(2)} s`,
    );
    write(`answers: ${JSON.stringify(result.tally)}; ${result.sales} sales`);
    for (const fault of faults.slice(0, 10)) write(`FAULT: ${fault}`);
    write(faults.length === 0 ? '0 accepted requests failed' : `${faults.length} faults`);
    if (json !== undefined)
      writeFileSync(
        json,
        JSON.stringify({
          ended: result.ends.length,
          slowest,
          taken: result.taken.length,
          faults,
        }),
      );
    if (faults.length === 0) rmSync(folder, { recursive: true, force: true });
    return faults.length === 0 ? 0 : 1;
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

process.exitCode = await main();
