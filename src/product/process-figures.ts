import { Gauge, type Registry } from 'prom-client';
import type { SessionLoad } from '../db';

/** How this process's sessions with the database are taken. */
export function watchSessions(registry: Registry, look: () => SessionLoad): void {
  gauge(registry, 'database_sessions', 'Sessions with the database that are in use', () => look().inUse);
  gauge(registry, 'database_sessions_most', 'Sessions that this process may have', () => look().most);
  gauge(registry, 'database_waiting', 'Transactions that wait for a session', () => look().waiting);
}

/** Whether this process is connected to Redis; not told where there is none. */
export function watchRedis(registry: Registry, isConnected: () => boolean): void {
  gauge(registry, 'redis_up', 'Whether this process is connected to Redis', () => (isConnected() ? 1 : 0));
}

function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  const own = new Gauge({
    name: `smartbis_${name}`,
    help,
    registers: [registry],
    collect() {
      own.set(value());
    },
  });
}
