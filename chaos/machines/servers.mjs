// PostgreSQL and Redis of a run's own, with the accidents that happen to them.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import { findPostgres, startPostgres } from '../../scripts/services/postgres.mjs';
import { findRedis, startRedis } from '../../scripts/services/redis.mjs';

export async function startServers(cancelled) {
  const programs = [await findPostgres(), findRedis()];
  const starting = await Promise.allSettled([
    startPostgres(programs[0], cancelled),
    startRedis(programs[1], cancelled),
  ]);
  const [postgres, redis] = starting.map(({ value }) => value);
  const stop = () => Promise.all([postgres?.stop(), redis?.stop()]);
  const failed = starting.find(({ status }) => status === 'rejected');
  if (failed === undefined) return { postgres, redis, stop };
  await stop();
  throw failed.reason;
}

/** The server ends without a checkpoint and is started again at once; for how long it was away, in milliseconds. */
export async function crashPostgres(postgres, signal) {
  const began = performance.now();
  await postgres.kill(signal);
  await postgres.startAgain();
  return performance.now() - began;
}

export async function flushRedis(redis) {
  const client = createClient({ url: redis.url, disableOfflineQueue: true });
  client.on('error', () => undefined);
  await client.connect();
  await client.flushAll().finally(() => client.destroy());
}

export async function loseRedis(redis, ms) {
  await redis.kill('SIGKILL');
  await sleep(ms);
  await redis.startAgain();
}
