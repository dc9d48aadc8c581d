import type { Clock } from '../clock';
import type { Database } from '../db';
import type { Doorbell } from '../jobs/doorbell';

/**
 * Rings for whatever is due, so that a lost ring costs seconds and nothing else: Redis wiped or gone, a worker killed, a
 * retry whose time has come. It rings in its own process: the safety net hangs on the database alone.
 */
export async function sweep(db: Database, clock: Clock, doorbell: Doorbell): Promise<void> {
  const moment = new Date(clock.now());
  const events = await db.call<{ id: number }>('SELECT merchants_with_events(?) AS id', [moment]);
  for (const { id } of events) doorbell.ringHere('sales', String(id));
  const chats = await db.call<{ merchant_id: number; chat_id: string }>(
    'SELECT * FROM chats_with_messages(?)',
    [moment],
  );
  for (const chat of chats) doorbell.ringHere('turns', `${chat.merchant_id}:${chat.chat_id}`);
  const outbox = await db.call<{ id: number }>('SELECT merchants_with_outbox(?) AS id', [moment]);
  for (const { id } of outbox) doorbell.ringHere('outbound', String(id));
}
