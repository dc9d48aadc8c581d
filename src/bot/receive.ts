import type { Database } from '../db';
import { canonicalPhone } from '../loyalty';
import { query } from '../rows';
import type { InboundMessage } from './channel';

/** Longer messages are cut: nobody's wish takes more, and the answer says so. */
export const LONGEST_MESSAGE = 4_000;

/**
 * Makes a message durable, once by its id, and rings for its turn after the time in which a burst gathers. Resolves
 * when it is durable; the channel may hand the same message again.
 */
export async function receive(
  db: Database,
  merchantId: number,
  message: InboundMessage,
  burstMs: number,
): Promise<void> {
  await db.asMerchant(merchantId, async (work) => {
    const phone = message.phone === null ? null : canonicalPhone(message.phone);
    await query(
      work,
      `INSERT INTO chats (merchant_id, id, phone) VALUES (current_merchant(), ?, ?)
       ON CONFLICT (merchant_id, id) DO UPDATE SET phone = coalesce(excluded.phone, chats.phone)
       WHERE chats.phone IS DISTINCT FROM coalesce(excluded.phone, chats.phone)`,
      [message.chatId, phone],
    );
    await query(
      work,
      `INSERT INTO inbound_messages (merchant_id, id, chat_id, name, kind, body, sent_at, due_at)
       VALUES (current_merchant(), ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [
        message.id,
        message.chatId,
        storable(message.name ?? '').slice(0, 200),
        message.kind,
        storable(message.text).slice(0, LONGEST_MESSAGE + 1),
        new Date(message.at),
        new Date(work.now + burstMs),
      ],
    );
    work.ring('turns', `${merchantId}:${message.chatId}`, burstMs);
  });
}

/** Without what PostgreSQL's text cannot hold. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
