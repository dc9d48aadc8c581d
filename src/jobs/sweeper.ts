import type { Clock } from '../clock';
import type { Database } from '../db';
import type { Logger } from '../telemetry';
import type { Doorbell } from './doorbell';

/**
 * Rings for whatever is due, so that a lost ring costs seconds and nothing else: Redis wiped, a worker killed, a retry
 * whose time has come.
 */
export async function sweep(db: Database, clock: Clock, doorbell: Doorbell): Promise<void> {
  const moment = new Date(clock.now());
  const events = await db.call<{ id: number }>('SELECT merchants_with_events(?) AS id', [moment]);
  for (const { id } of events) doorbell.ring('sales', String(id));
  const chats = await db.call<{ merchant_id: number; chat_id: string }>(
    'SELECT * FROM chats_with_messages(?)',
    [moment],
  );
  for (const chat of chats) doorbell.ring('turns', `${chat.merchant_id}:${chat.chat_id}`);
  const outbox = await db.call<{ id: number }>('SELECT merchants_with_outbox(?) AS id', [moment]);
  for (const { id } of outbox) doorbell.ring('outbound', String(id));
}

/** Does something again and again, never twice at once; a failure is logged and the next time comes. */
export function every(
  seconds: number,
  what: string,
  logger: Logger,
  body: () => Promise<void>,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = body()
        .catch((error: unknown) => logger.error({ err: error }, `${what} failed`))
        .finally(next);
    }, seconds * 1000);
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
