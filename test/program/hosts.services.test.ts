import { randomBytes } from 'node:crypto';
import { createClient } from 'redis';
import { systemClock } from '../../src/clock';
import type { Database } from '../../src/db';
import { applySales } from '../../src/loyalty';
import { Secrets } from '../../src/secrets';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { Program } from '../support/program';
import { ownRedis, requiredService } from '../support/services';
import { openShop, percent, saleOf } from '../support/shop';
import { untilSeen } from '../support/until';

const SHOPS = 6;
const redisUrl = ownRedis('hosts');
const key = randomBytes(32);
let own: Awaited<ReturnType<typeof createDatabase>>;
let db: Database;
let redis: ReturnType<typeof createClient>;
const shops: number[] = [];

beforeAll(async () => {
  redis = createClient({ url: redisUrl });
  await redis.connect();
  await redis.flushDb();
  own = await createDatabase(requiredService('TEST_DATABASE_URL'));
  db = await openBeside(own.url, new Secrets(key), 4);
  for (let i = 0; i < SHOPS; i++) shops.push(await openShop(db, [percent(500)]));
});
afterEach(() => Program.endAll());
afterAll(async () => {
  await db.close();
  await own.drop();
  redis.destroy();
});

/** How many channels each process holds, as the leases say. */
async function loads(): Promise<number[]> {
  const holders = await redis.mGet(shops.map((shop) => `smartbis:lease:channel:${shop}`));
  const counts = new Map<string, number>();
  for (const holder of holders) if (holder !== null) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => a - b);
}

/** A lease lasts a minute, and is looked at by every process in its turn. */
const PATIENCE = { seconds: 300, everyMs: 200 };

const carry = (...shares: number[]): Promise<number[]> =>
  untilSeen(`loads of ${String(shares)}`, loads, (seen) => String(seen) === String(shares), PATIENCE);
const allAreTold = (times: number): Promise<number[]> =>
  untilSeen(
    `messages ${times} in each`,
    told,
    (counts) => counts.every((count) => count === times),
    PATIENCE,
  );

const sell = async (): Promise<void> => {
  for (const shop of shops)
    await db.asMerchant(shop, (work) =>
      applySales(work, [saleOf({ occurredAt: systemClock.now(), updatedAt: systemClock.now() })]),
    );
};

/** Of each shop, what its customers were told: a message twice would be two rows of one cause, or a missing one. */
async function told(): Promise<number[]> {
  const counts = shops.map((shop) =>
    db.asMerchant(shop, async (work) => Number((await work.trx('simulator_messages').count())[0]?.['count'])),
  );
  return Promise.all(counts);
}

it('three hosts share the numbers; one dies, its numbers move, and what waited for them goes once', async () => {
  const env = {
    DATABASE_URL: own.url,
    REDIS_URL: redisUrl,
    SECRET_KEY: key.toString('base64'),
    ROLES: 'whatsapp',
    SWEEP_SECONDS: '0.5',
  };
  const hosts = [Program.run(env), Program.run(env), Program.run(env)];
  await Promise.all(hosts.map((host) => host.works()));
  await carry(2, 2, 2);
  await sell();
  await allAreTold(1);

  await hosts[0]?.stop('SIGKILL');
  await sell();
  await carry(3, 3);
  await allAreTold(2);
  expect(await Promise.all(hosts.slice(1).map((host) => host.stop()))).toEqual([0, 0]);
  expect(await loads()).toEqual([]);
}, 1_800_000);
