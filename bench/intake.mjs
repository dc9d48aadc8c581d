// Signed events made durable and acknowledged, a second, beside bare express; then with judging going on beside it, in a worker's
// process and in the same one, and under the secret that was replaced, of which each event is tried under the new one first.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { load } from './lib/load.mjs';
import {
  createDatabase,
  dist,
  eventHead,
  keyOf,
  median,
  openProductDatabase,
  prepareShop,
  quietOn,
  requiredUrl,
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
  const env = {
    ...quietOn(database.url, key),
    REDIS_URL: requiredUrl('TEST_REDIS_URL'),
    POLL_SECONDS: '0',
  };
  const main = join(ROOT, 'dist', 'main.js');
  const express = await start(join(ROOT, 'bench', 'peers', 'bare-express.mjs'), {});
  const head = eventHead(shop);
  const round = (port) => {
    const requests = Array.from({ length: 25_000 * SECONDS }, (_, i) => ({
      head,
      ...signed(saleEvent(i), signingKey),
    }));
    return load({ port, requests, connections: CONNECTIONS, seconds: SECONDS });
  };
  /** Each round after one of the peer, which this machine gives all it has: its speed changes within minutes. */
  const beside = async (roles, others = []) => {
    const product = await start(main, { ...env, ROLES: roles });
    const tell = (signal) => [product, ...others].forEach(({ pid }) => process.kill(pid, signal));
    const pairs = [];
    for (let i = 0; i < ROUNDS; i++) {
      tell('SIGSTOP');
      // A process that is stopped would not hear that it is to end either.
      const peer = await round(express.port).finally(() => tell('SIGCONT'));
      pairs.push({ peer, own: await round(product.port) });
    }
    await product.stop();
    return pairs;
  };
  const alone = await beside('web');
  // A backlog is judged meanwhile; sending is paced by the number, and has a process of its own.
  const worker = await start(main, { ...env, ROLES: 'worker' });
  const judging = await beside('web', [worker]);
  await worker.stop();
  const together = await beside('web,worker');
  // The one before counts for a day.
  await db.asMerchant(shop.merchantId, (work) => dist('sync/connect.js').rotateSigningSecret(work, null));
  const replaced = await beside('web');
  await express.stop();
  const loads = [...alone, ...judging, ...together, ...replaced].map((pair) => pair.own);
  const sum = (figure) => loads.reduce((total, one) => total + one[figure], 0);
  const refused = sum('refused');
  const acknowledged = sum('count') - refused;
  const { stored, judged } = await db.asMerchant(shop.merchantId, async ({ trx }) => ({
    stored: Number((await trx('inbox_events').count())[0].count),
    judged: Number((await trx('sales').count())[0].count),
  }));
  // At the end of a load an event of each connection may be stored whose answer nobody waits for.
  if (stored < acknowledged || stored > acknowledged + loads.length * CONNECTIONS)
    throw new Error(`${acknowledged} were acknowledged, ${stored} are there`);
  await db.close();
  await database.drop();

  const own = (pairs, figure) => median(pairs.map((pair) => pair.own[figure]));
  const ratio = (pairs, figure) =>
    median(pairs.map((pair) => pair.own[figure] / pair.peer[figure])).toFixed(2);
  return [
    ['bare express, events/s', median(alone.map(({ peer }) => peer.rate)), null],
    [
      'signed, durable, acknowledged, events/s',
      own(alone, 'rate'),
      `${ratio(alone, 'rate')} of bare express (asked: 2.0)`,
    ],
    [
      '  p99 ms, beside bare express',
      own(alone, 'p99'),
      `${ratio(alone, 'p99')} of bare express (asked: at most 1.3)`,
    ],
    [
      '  with judging beside it, events/s',
      own(judging, 'rate'),
      `${ratio(judging, 'rate')} of bare express (asked: 0.75)`,
    ],
    [
      '  with judging in the same process, events/s',
      own(together, 'rate'),
      `${ratio(together, 'rate')} of bare express (asked: 0.75)`,
    ],
    ['  sales judged meanwhile', judged, null],
    [
      '  signed with the secret before, events/s',
      own(replaced, 'rate'),
      `${ratio(replaced, 'rate')} of bare express (asked: 2.0)`,
    ],
    ['answers other than 202', refused, null],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchIntake());
