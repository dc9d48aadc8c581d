// Signed events made durable and acknowledged, a second, beside bare express; then with judging going on beside it, and under
// the secret that was replaced, of which each event is tried under the new one first.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  createDatabase,
  dist,
  eventHead,
  keyOf,
  load,
  median,
  openProductDatabase,
  prepareShop,
  quietOn,
  ROOT,
  saleEvent,
  signed,
  start,
  workIn,
} from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const CONNECTIONS = 64;

export async function benchIntake() {
  await workIn();
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key);
  const shop = await prepareShop(db);
  const signingKey = keyOf(shop);
  const env = { ...quietOn(database.url, key), POLL_SECONDS: '0' };
  const main = join(ROOT, 'dist', 'main.js');
  const sides = {
    express: await start(join(ROOT, 'bench', 'peers', 'bare-express.mjs'), {}),
    intake: await start(main, { ...env, ROLES: 'web' }),
  };
  const head = eventHead(shop);
  const round = (side) => {
    const requests = Array.from({ length: 40_000 * SECONDS }, (_, i) => signed(saleEvent(i), signingKey));
    return load({ port: side.port, head, requests, connections: CONNECTIONS, seconds: SECONDS });
  };
  const results = { express: [], intake: [], judging: [], replaced: [] };
  for (let i = 0; i < ROUNDS; i++)
    for (const name of ['express', 'intake']) results[name].push(await round(sides[name]));
  await sides.intake.stop();
  // In one process, and a backlog that is judged meanwhile; sending is paced by the number, and has a process of its own.
  const both = await start(main, { ...env, ROLES: 'web,worker' });
  for (let i = 0; i < ROUNDS; i++) results.judging.push(await round(both));
  await both.stop();
  // The one before counts for a day.
  await db.asMerchant(shop.merchantId, (work) => dist('sync/connect.js').rotateSigningSecret(work, null));
  const replaced = await start(main, { ...env, ROLES: 'web' });
  for (let i = 0; i < ROUNDS; i++) results.replaced.push(await round(replaced));
  await replaced.stop();
  await sides.express.stop();
  await db.close();
  await database.drop();

  const rate = (name) => median(results[name].map((r) => r.rate));
  const p99 = (name) => median(results[name].map((r) => r.p99));
  const refused = Object.values(results)
    .flat()
    .flatMap((r) => Object.keys(r.statuses))
    .filter((s) => s !== '202');
  return [
    ['bare express, events/s', rate('express'), null],
    [
      'signed, durable, acknowledged, events/s',
      rate('intake'),
      `${(rate('intake') / rate('express')).toFixed(2)} of bare express (asked: 2.0)`,
    ],
    [
      '  p99 ms, beside bare express',
      p99('intake'),
      `${(p99('intake') / p99('express')).toFixed(2)} of bare express (asked: at most 1.3)`,
    ],
    [
      '  with judging beside it, events/s',
      rate('judging'),
      `${(rate('judging') / rate('express')).toFixed(2)} of bare express (asked: 0.75)`,
    ],
    [
      '  signed with the secret before, events/s',
      rate('replaced'),
      `${(rate('replaced') / rate('express')).toFixed(2)} of bare express (asked: 2.0)`,
    ],
    ['answers other than 202', refused.length, null],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchIntake());
