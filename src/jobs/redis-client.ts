import { createClient } from 'redis';
import type { Logger } from '../telemetry';

/** Between two tries to reach Redis, by how often it was tried, in milliseconds. */
export const reconnectIn = (times: number): number => Math.min(50 * 2 ** times, 1_000);

/**
 * A client that goes on trying by itself, and the promise of its first connection. `keeps`: what is asked while Redis is away
 * waits for it; else it is refused at once.
 */
export function connectRedis(url: string, logger: Logger, { keeps }: { keeps: boolean }) {
  const socket = { reconnectStrategy: reconnectIn };
  const client = createClient({ url, disableOfflineQueue: !keeps, socket });
  const warn = (error: unknown): void => logger.warn({ err: error }, 'Redis cannot be reached');
  client.on('error', warn);
  const connected = client.connect();
  connected.catch(warn);
  return { client, connected };
}

export type RedisClient = ReturnType<typeof connectRedis>['client'];
