// An older version serves under load while today's migrates its database and takes over, process by process, as operations.md
// says: npm run chaos:upgrade -- GIT_REF [--seed WORD] [--sales 3000] …
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDatabase, openProductDatabase, withOwner } from '../bench/lib/support.mjs';
import { attempt } from './attempt.mjs';
import { checkAll, named } from './checks/index.mjs';
import { drainAll } from './checks/drain.mjs';
import { checkSchema } from './checks/schema.mjs';
import { checkOperation } from './checks/operation.mjs';
import { PRODUCT } from './machines/fleet.mjs';
import { startServers } from './machines/servers.mjs';
import { buildVersion, versionIn } from './machines/version.mjs';
import { makePlan } from './plan/index.mjs';
import { buildWorld } from './world/index.mjs';
import { Poster } from './world/poster.mjs';

const SIZE = { sales: 3_000, seconds: 90, people: 10, wishes: 8 };
/** Nothing is broken but what an upgrade ends. */
const UNBROKEN = { kills: 0, hostKills: 0, crashes: 0, flushes: 0, goneSeconds: 0, jumps: 0 };
const COUNTS = { web: 2, worker: 2, whatsapp: 2 };
/** Both versions are at work beside each other for so long before the next step. */
const BESIDE_MS = 6_000;
/** However slow the machine is. */
const ANSWER_MS = 120_000;
/** An event that is answered so, or by nobody, is sent again. */
const RETRIED = ['503', 'none'];
const write = (text) => process.stdout.write(`${text}\n`);

function readArguments() {
  const options = Object.fromEntries(
    ['seed', ...Object.keys(SIZE)].map((name) => [name, { type: 'string' }]),
  );
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length !== 1) throw new Error('say which version is upgraded: a commit, a tag, a branch');
  const numbers = Object.entries(SIZE).map(([name, value]) => [name, Number(values[name] ?? value)]);
  const size = {
    ...UNBROKEN,
    ...Object.fromEntries(numbers),
    seed: values.seed ?? randomBytes(6).toString('hex'),
  };
  return { ref: positionals[0], size };
}

const migrationsIn = (url) =>
  withOwner(url, async (client) =>
    (await client.query('SELECT name FROM migrations ORDER BY name')).rows.map(({ name }) => name),
  );

/** The steps of operations.md, and an older process that is started over the newer database; how each ended. */
async function upgrade({ fleet, url, events }) {
  const ends = [];
  const of = (role) => fleet.members.filter((member) => member.role === role);
  const before = await migrationsIn(url);
  await sleep(BESIDE_MS);
  const [first] = of('worker');
  ends.push(await first.renewAs(PRODUCT));
  const added = (await migrationsIn(url)).filter((name) => !before.includes(name));
  write(`${added.length} migrations beside the older version: ${added.join(' ')}`);
  const answered = events.answers[202] ?? 0;
  await sleep(BESIDE_MS);
  for (const role of Object.keys(COUNTS)) {
    const old = of(role).at(-1);
    ends.push(await old.renewAs(old.program));
  }
  await sleep(BESIDE_MS);
  for (const member of fleet.members)
    if (member !== first) {
      ends.push(await member.renewAs(PRODUCT));
      await sleep(BESIDE_MS / 4);
    }
  write(`${(events.answers[202] ?? 0) - answered} events taken in while both versions were at work`);
  return ends;
}

async function play({ size, folder, older, stops, cancelled }) {
  const plan = makePlan(size);
  const servers = await startServers(cancelled);
  stops.push(() => servers.stop());
  const version = await versionIn(older);
  const world = await buildWorld({ plan, servers, folder, counts: COUNTS, stops, version });
  const { fleet, smartpos, cloud, people, poster, shops, clock, url, key } = world;
  const events = new Poster(fleet.webPorts, ANSWER_MS);
  stops.push(() => events.close());
  cloud.behave();
  await fleet.start();
  cloud.begin(shops, poster);
  const selling = smartpos.run(shops, events);
  const talking = people.run(selling);
  const ends = await upgrade({ ...world, events });
  await Promise.all([selling, talking]);
  await cloud.settled();
  await drainAll(url, { clock, cloud });
  await people.speakLast();
  await drainAll(url, { clock, cloud });
  const db = await openProductDatabase(url, key, clock);
  stops.push(() => db.close());
  ends.push(...(await fleet.stop()));
  const { url: newUrl } = await createDatabase();
  await (await openProductDatabase(newUrl, key, clock)).close();
  return {
    checks: [
      ...(await checkAll({ ...world, db })),
      ...checkOperation({ fleet, ends }),
      await checkSchema(url, newUrl),
    ],
    ends,
    events,
    world,
  };
}

function checkAnswers({ answers }) {
  const odd = Object.keys(answers).filter((status) => status !== '202' && !RETRIED.includes(status));
  return {
    what: 'each event is answered by 202, or by 503 or nobody and then sent again',
    faults: odd.map((status) => `${answers[status]} events were answered by ${status}`),
  };
}

/** What the processes warned of, and how often. */
function warnings({ fleet }) {
  const counts = {};
  for (const { log } of fleet.members)
    for (const [, said] of readFileSync(log, 'utf8').matchAll(/^\{"level":40,.*"msg":"([^"]*)"/gm))
      counts[said] = (counts[said] ?? 0) + 1;
  return counts;
}

function report({ checks, ends, events, world }) {
  const all = [...checks, checkAnswers(events)];
  const { smartpos, cloud, people } = world;
  const slowest = Math.max(...ends.map(({ seconds }) => seconds));
  write(
    `answers to events: ${JSON.stringify(events.answers)}, the slowest in ${(events.slowestMs / 1000).toFixed(1)} s`,
  );
  write(
    `${smartpos.outcomes().length} sales, ${cloud.said.length} messages said, ${people.redeemed.size} vouchers redeemed; ` +
      `${ends.length} processes ended in order, the slowest in ${slowest.toFixed(1)} s`,
  );
  write(`warnings: ${JSON.stringify(warnings(world))}`);
  for (const { what, faults } of all) {
    write(`${faults.length === 0 ? 'holds' : 'DOES NOT HOLD'}: ${what}`);
    for (const fault of named(faults)) write(`  ${fault}`);
  }
  return all.every(({ faults }) => faults.length === 0);
}

async function main() {
  const { ref, size } = readArguments();
  return attempt('upgrade', async (run) => {
    const older = join(run.folder, 'older');
    write(`from ${buildVersion(ref, older, run.stops)} to today's, seed ${size.seed}`);
    return report(await play({ size, older, ...run })) ? 0 : 1;
  });
}

// Waits that nobody needs any more would keep the process for another minute.
process.exit(await main());
