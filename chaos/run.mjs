// Everything at once (docs/operations.md, "Chaos"): npm run chaos -- [--seed WORD] [--sales 10000] [--kills 100] …
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { attempt } from './attempt.mjs';
import { Accidents } from './machines/accidents.mjs';
import { checkAll } from './checks/index.mjs';
import { drainAll } from './checks/drain.mjs';
import { makePlan } from './plan/index.mjs';
import { argumentsOf, report, resultOf, slowness } from './report.mjs';
import { startServers } from './machines/servers.mjs';
import { buildWorld } from './world/index.mjs';

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
  write(`seed ${size.seed}: npm run chaos -- ${argumentsOf(size)}`);
  return attempt('chaos', async (run) => {
    const result = await play({ size, ...run });
    const seconds = (performance.now() - began) / 1000;
    report(result, seconds, write);
    if (size.json !== undefined) writeFileSync(size.json, JSON.stringify({ ...result, seconds }));
    return statusOf(result, seconds);
  });
}

async function play({ size, folder, stops, cancelled }) {
  const plan = makePlan(size);
  const phases = new Phases();
  const servers = await startServers(cancelled);
  stops.push(() => servers.stop());
  const counts = { web: plan.webs, worker: plan.workers, whatsapp: plan.hosts };
  const world = await buildWorld({ plan, servers, folder, counts, stops });
  const { fleet, smartpos, cloud, people, poster, shops, clock } = world;
  const accidents = new Accidents({ ...world, plan, servers });
  fleet.wasAway = (since) => accidents.wasAway(since);
  await fleet.start();
  write(`${fleet.members.length} processes work; ${plan.steps.length} steps in ${size.seconds} s`);
  phases.ended('starting');
  cloud.begin(shops, poster);
  const load = Promise.all([smartpos.run(shops, poster), accidents.run()]).then(() => sleep(LAST_WORDS_MS));
  await Promise.all([load, people.run(load)]);
  cloud.behave();
  await cloud.settled();
  phases.ended('load');
  write('all was sold, said and broken; draining');
  const drain = await drainAll(world.url, { clock, cloud });
  clock.setRight();
  await people.speakLast();
  await drainAll(world.url, { clock, cloud });
  phases.ended('draining');
  const ends = await fleet.stop();
  poster.close();
  phases.ended('stopping');
  const checks = await checkAll(world);
  phases.ended('checking');
  return resultOf({ size, world: { ...world, accidents }, drain, ends, checks, phases: phases.seconds });
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

// Waits that nobody needs any more would keep the process for another minute.
process.exit(await main());
