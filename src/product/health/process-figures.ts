import type { Registry } from 'prom-client';
import type { SessionLoad } from '../../db';
import { gaugeIn } from './gauge';

/** How this process's sessions with the database are taken. */
export function watchSessions(registry: Registry, look: () => SessionLoad): void {
  const gauge = (name: string, help: string, value: () => number): unknown =>
    gaugeIn(registry, name, help, { look: value });
  gauge('database_sessions', 'Sessions with the database that are in use', () => look().inUse);
  gauge('database_sessions_most', 'Sessions that this process may have', () => look().most);
  gauge('database_waiting', 'Transactions that wait for a session', () => look().waiting);
}

/** Whether this process is connected to Redis; not told where there is none. */
export function watchRedis(registry: Registry, isConnected: () => boolean): void {
  const look = (): number => (isConnected() ? 1 : 0);
  gaugeIn(registry, 'redis_up', 'Whether this process is connected to Redis', { look });
}

/** What the nightly check of the books found, by this process. */
export function watchBooks(registry: Registry, faultyShops: () => number): void {
  gaugeIn(registry, 'books_faulty_shops', 'Shops whose books did not all hold in their last check', {
    look: faultyShops,
  });
}
