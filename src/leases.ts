import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import type { Leases } from './bot/hosts';
import type { Logger } from './telemetry';

const LEASE_MS = 30_000;
/** Renews only what is still held by the same process. */
const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

/** Without Redis there is one process, which holds everything. */
export const soleProcess: Leases & { close(): Promise<void> } = {
  hold: () => Promise.resolve(true),
  release: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/**
 * Leases in Redis, of thirty seconds, to be renewed more often. While Redis is gone what is held stays held (its number
 * would otherwise fall silent), and nothing new is taken.
 */
export function redisLeases(url: string, logger: Logger): Leases & { close(): Promise<void> } {
  const me = randomUUID();
  const held = new Set<string>();
  const client = createClient({ url, disableOfflineQueue: true });
  client.on('error', (error: unknown) => logger.warn({ err: error }, 'Redis cannot be reached'));
  // It goes on trying by itself; until then every lease is answered as below.
  client.connect().catch((error: unknown) => logger.warn({ err: error }, 'Redis cannot be reached'));
  const key = (name: string): string => `smartbis:lease:${name}`;
  return {
    hold: async (name) => {
      try {
        const renewed = await client.eval(RENEW, { keys: [key(name)], arguments: [me, String(LEASE_MS)] });
        const mine = renewed === 1 || (await client.set(key(name), me, { NX: true, PX: LEASE_MS })) === 'OK';
        if (mine) held.add(name);
        else held.delete(name);
        return mine;
      } catch {
        return held.has(name);
      }
    },
    release: async (name) => {
      held.delete(name);
      await client.eval(RELEASE, { keys: [key(name)], arguments: [me] }).catch(() => undefined);
    },
    close: () => {
      client.destroy();
      return Promise.resolve();
    },
  };
}
