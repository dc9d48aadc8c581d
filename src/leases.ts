import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import type { Leases } from './bot/hosts';
import type { Logger } from './telemetry';

/** All in milliseconds. */
export interface LeaseTimes {
  /** How long a lease lasts that is not renewed. */
  lasts: number;
  /** What its holder needs to stop what it holds it for: so long before the end it counts as lost. */
  stopping: number;
  /** For Redis to answer; a connection that is cut may say nothing at all. */
  answer: number;
}

const DEFAULT_TIMES: LeaseTimes = { lasts: 60_000, stopping: 30_000, answer: 3_000 };

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
 * Leases in Redis, to be renewed several times within their duration. INVARIANT: a holder that is cut off from Redis is told
 * that its lease is lost early enough to stop before another process can take it. Nothing new is taken meanwhile.
 */
export function redisLeases(
  url: string,
  logger: Logger,
  times: LeaseTimes = DEFAULT_TIMES,
): Leases & { close(): Promise<void> } {
  const me = randomUUID();
  /** Until when each lease surely lasts, by this process's own monotonic clock. */
  const held = new Map<string, number>();
  const client = createClient({ url, disableOfflineQueue: true });
  client.on('error', (error: unknown) => logger.warn({ err: error }, 'Redis cannot be reached'));
  // It goes on trying by itself; until then every lease is answered as below.
  client.connect().catch((error: unknown) => logger.warn({ err: error }, 'Redis cannot be reached'));
  const key = (name: string): string => `smartbis:lease:${name}`;
  const take = async (name: string): Promise<boolean> => {
    const renewed = await client.eval(RENEW, { keys: [key(name)], arguments: [me, String(times.lasts)] });
    return renewed === 1 || (await client.set(key(name), me, { NX: true, PX: times.lasts })) === 'OK';
  };
  return {
    hold: async (name) => {
      const asked = performance.now();
      try {
        const mine = await answered(take(name), times.answer);
        if (mine) held.set(name, asked + times.lasts);
        else held.delete(name);
        return mine;
      } catch {
        return (held.get(name) ?? 0) - times.stopping > performance.now();
      }
    },
    release: async (name) => {
      held.delete(name);
      const released = client.eval(RELEASE, { keys: [key(name)], arguments: [me] });
      await answered(released, times.answer).catch(() => undefined);
    },
    close: () => {
      client.destroy();
      return Promise.resolve();
    },
  };
}

/** What Redis answers, or a rejection after `ms`; an answer that comes later is ignored. */
async function answered<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer')), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
