// Everything at once (docs/operations.md, "Chaos"): npm run chaos -- [--seed WORD] [--sales 10000] [--kills 100] …
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { createDatabase, openProductDatabase } from '../bench/lib/support.mjs';
import { Accidents } from './machines/accidents.mjs';
import { dueNow, waiting } from './checks/backlog.mjs';
import { checkAll } from './checks/index.mjs';
import { WorldClock } from './world/clock.mjs';
import { Cloud } from './world/cloud.mjs';
import { Fleet } from './machines/fleet.mjs';
import { People } from './world/people.mjs';
import { makePlan } from './plan/index.mjs';
import { Poster } from './world/poster.mjs';
import { argumentsOf, report, resultOf, slowness } from './report.mjs';
import { startServers } from './machines/servers.mjs';
import { SmartPos } from './world/smartpos.mjs';
import { openShop } from './world/shops.mjs';

/** The whole of it; every change is checked with less. */
const WHOLE = {
  sales: 10_000,
  seconds: 200,
  kills: 100,
  hostKills: 10,
  crashes: 5,
  flushes: 10,
  goneSeconds: 60,
  jumps: 6,
  people: 20,
  wishes: 10,
  webs: 2,
  workers: 2,
  hosts: 2,
};
/** After all was sold and broken, people say what they still want to for so long. */
const LAST_WORDS_MS = 5_000;
/** So long without a change, and what is left is left for good. */
const STANDSTILL_MS = 120_000;
/** What a killed process had in hand is taken up after minutes: at the end the clock goes on for that. */
const JUMP_MS = 16 * 60_000;
/** Of what is not due: its moment has to come. */
const JUMP_EVERY_MS = 1_500;
/** What is due is waited for so long before the clock goes on regardless: a message may be held for reasons of its own. */
const DUE_STANDSTILL_MS = 10_000;
const write = (text) => process.stdout.write(`${text}\n`);

function readSize() {
  const options = Object.fromEntries(
    ['seed', 'json', ...Object.keys(WHOLE)].map((name) => [name, { type: 'string' }]),
  );
  const { values } = parseArgs({ options });
  const numbers = Object.keys(WHOLE).map((name) => [name, Number(values[name] ?? WHOLE[name])]);
  return {
    ...Object.fromEntries(numbers),
    seed: values.seed ?? randomBytes(6).toString('hex'),
    json: values.json,
  };
}

/** How a run ends; 2: it could not be run. */
const [HELD, DID_NOT_HOLD, HELD_TOO_SLOWLY] = [0, 1, 3];

function statusOf({ faults, figures }, seconds) {
  if (faults.length > 0) return DID_NOT_HOLD;
  return slowness(figures, seconds).length > 0 ? HELD_TOO_SLOWLY : HELD;
}

/** Builds the world, lets everything happen, and says what came of it. */
async function main() {
  const size = readSize();
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'smartbis-chaos-'));
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => abort.abort(new Error(`stopped by ${signal}`)));
  write(`seed ${size.seed}: npm run chaos -- ${argumentsOf(size)}`);
  const stops = [];
  try {
    const result = await run({ size, folder, stops, cancelled: abort.signal });
    const seconds = (performance.now() - began) / 1000;
    report(result, seconds, write);
    if (size.json !== undefined) writeFileSync(size.json, JSON.stringify({ ...result, seconds }));
    const status = statusOf(result, seconds);
    if (status === HELD) rmSync(folder, { recursive: true, force: true });
    else write(`what the processes said is in ${folder}`);
    return status;
  } catch (error) {
    write(`${error.stack}\nwhat the processes said is in ${folder}`);
    return 2;
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function run({ size, folder, stops, cancelled }) {
  const plan = makePlan(size);
  const phases = new Phases();
  const servers = await startServers(cancelled);
  stops.push(() => servers.stop());
  const world = await buildWorld({ plan, servers, folder, stops });
  const { fleet, smartpos, cloud, people, poster, accidents, shops, clock } = world;
  await fleet.start();
  write(`${fleet.members.length} processes work; ${plan.steps.length} steps in ${size.seconds} s`);
  phases.ended('starting');
  cloud.begin(shops, poster);
  const stopped = new Promise((_resolve, reject) =>
    cancelled.addEventListener('abort', () => reject(cancelled.reason)),
  );
  const load = Promise.all([smartpos.run(shops, poster), accidents.run()]).then(() => sleep(LAST_WORDS_MS));
  await Promise.race([Promise.all([load, people.run(load)]), stopped]);
  cloud.behave();
  await cloud.settled();
  phases.ended('load');
  write('all was sold, said and broken; draining');
  const drain = await Promise.race([drainAll(world.url, { clock, cloud }), stopped]);
  clock.setRight();
  await Promise.race([people.speakLast(), stopped]);
  await Promise.race([drainAll(world.url, { clock, cloud }), stopped]);
  phases.ended('draining');
  const ends = await fleet.stop();
  poster.close();
  phases.ended('stopping');
  const checks = await checkAll(world);
  phases.ended('checking');
  return resultOf({ size, world, drain, ends, checks, phases: phases.seconds });
}

/** Seconds of each part of a run. */
class Phases {
  seconds = {};
  #since = performance.now();

  ended(name) {
    const now = performance.now();
    this.seconds[name] = Math.round((now - this.#since) / 100) / 10;
    this.#since = now;
  }
}

async function buildWorld({ plan, servers, folder, stops }) {
  process.env.TEST_DATABASE_URL = servers.postgres.url;
  const logger = pino({ level: 'silent' });
  const clock = new WorldClock(join(folder, 'clock'));
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key, clock);
  stops.push(() => db.close());
  const smartpos = await SmartPos.start({ plan, clock, folder, logger });
  stops.push(() => smartpos.stop());
  const cloud = await Cloud.start(plan, clock);
  stops.push(() => cloud.stop());
  const shops = [];
  for (const place of plan.shops.keys()) shops.push(await openShop(db, { plan, place, smartpos, cloud }));
  const env = {
    PATH: process.env.PATH,
    CHAOS_CLOCK: clock.file,
    DATABASE_URL: database.url,
    DATABASE_POOL: '8',
    REDIS_URL: servers.redis.url,
    SECRET_KEY: key.toString('base64'),
    CLOUD_API_URL: cloud.url,
    SANDBOX: 'off',
    PRIVATE_PORT: '0',
    LOG_LEVEL: 'warn',
    POLL_SECONDS: '10',
    SWEEP_SECONDS: '1',
    EVENTS_PER_SECOND: '100000',
  };
  const counts = { web: plan.webs, worker: plan.workers, whatsapp: plan.hosts };
  const fleet = await Fleet.create({ env, counts, logs: folder });
  stops.push(() => fleet.abandon());
  const poster = new Poster(fleet.webPorts);
  stops.push(() => poster.close());
  const people = new People({ plan, cloud, poster, shops });
  const accidents = new Accidents({ plan, url: database.url, fleet, servers, clock, smartpos, db, shops });
  fleet.wasAway = (since) => accidents.wasAway(since);
  return { clock, db, url: database.url, smartpos, cloud, shops, fleet, poster, people, accidents };
}

/** Until nothing waits; once nothing is due any more, what was put off to a later moment is brought nearer. */
async function drainAll(url, { clock, cloud }) {
  const began = performance.now();
  clock.setRight();
  let before = '';
  let changedAt = began;
  let jumpedAt = began;
  for (;;) {
    await cloud.settled();
    const { told } = cloud;
    const left = await waiting(url);
    if (Object.values(left).every((count) => count === 0)) {
      // What was sent last is told of last: only then nothing more comes.
      await cloud.settled();
      if (cloud.told === told) break;
    }
    const now = performance.now();
    if (JSON.stringify(left) !== before) changedAt = now;
    before = JSON.stringify(left);
    if (now - changedAt > STANDSTILL_MS) break;
    const patience = (await dueNow(url, clock.productNow())) > 0 ? DUE_STANDSTILL_MS : JUMP_EVERY_MS;
    if (now - Math.max(changedAt, jumpedAt) > patience) {
      clock.jump(JUMP_MS);
      jumpedAt = performance.now();
    }
    await sleep(250);
  }
  return (performance.now() - began) / 1000;
}

// Waits that nobody needs any more would keep the process for another minute.
process.exit(await main());
