import type { Database, Work } from '../../db';
import { canonicalPhone } from '../../loyalty';
import { query } from '../../db/rows';
import type { InboundMedia, InboundMessage, MissingMedia, TypedMessage } from '../channel';
import { hasSecret, WITHHELD } from './secret-texts';

/** Longer messages are cut: they are far beyond what is read as a wish. */
const LONGEST_MESSAGE = 4_000;

/** The kind of a message that had a secret in it, which nothing kept. */
export const SECRET = 'secret';

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
    const isSecret = hasSecret(message.text);
    const phone = message.phone === null ? null : canonicalPhone(message.phone);
    const chat = query(
      work,
      `INSERT INTO chats (merchant_id, id, phone, heard_at) VALUES (current_merchant(), ?, ?, ?)
       ON CONFLICT (merchant_id, id) DO UPDATE SET phone = coalesce(excluded.phone, chats.phone),
         heard_at = greatest(chats.heard_at, excluded.heard_at)`,
      [message.chatId, phone, new Date(message.at)],
    );
    const inbound = query(
      work,
      `INSERT INTO inbound_messages (merchant_id, id, chat_id, name, kind, body, sent_at, due_at)
       VALUES (current_merchant(), ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [
        message.id,
        message.chatId,
        storable(message.name ?? '').slice(0, 200),
        isSecret ? SECRET : message.kind,
        isSecret ? WITHHELD : storable(message.text).slice(0, LONGEST_MESSAGE),
        new Date(message.at),
        new Date(work.now + burstMs),
      ],
    );
    await Promise.all([chat, inbound]);
    if (message.media !== undefined) await keepMedia(work, message.id, message.media);
    work.ring('turns', `${merchantId}:${message.chatId}`, burstMs);
  });
}

async function keepMedia(work: Work, messageId: string, media: InboundMedia): Promise<void> {
  const { mimeType } = media;
  const found =
    'bytes' in media ? { bytes: media.bytes, missing: null } : { bytes: null, missing: media.missing };
  await work
    .trx('inbound_media')
    .insert({ merchant_id: work.merchantId, message_id: messageId, mime_type: mimeType, ...found })
    .onConflict(['merchant_id', 'message_id'])
    .ignore();
}

/** What came with a message that is not answered yet; null where nothing did. */
export async function mediaOf(work: Work, messageId: string): Promise<InboundMedia | null> {
  const row = await work
    .trx<{ message_id: string; mime_type: string; bytes: Buffer | null; missing: MissingMedia | null }>(
      'inbound_media',
    )
    .where({ message_id: messageId })
    .first('mime_type', 'bytes', 'missing');
  if (row === undefined) return null;
  const { mime_type: mimeType, bytes, missing } = row;
  return bytes === null ? { mimeType, missing: missing ?? 'unavailable' } : { mimeType, bytes };
}

/** Media are no archive: what was answered is forgotten. */
export async function forgetMedia(work: Work, messageIds: readonly string[]): Promise<void> {
  await work
    .trx('inbound_media')
    .whereIn('message_id', [...messageIds])
    .delete();
}

/** The phone that the channel once vouched for in this chat. */
export async function phoneOf(work: Work, chatId: string): Promise<string | null> {
  const row = await work
    .trx<{ id: string; phone: string | null }>('chats')
    .where({ id: chatId })
    .first('phone');
  return row?.phone ?? null;
}

/** Notes when a person of the shop last wrote in the chat, on the shop's own phone. */
export async function noteTyped(work: Work, { chatId, at }: TypedMessage): Promise<void> {
  await query(
    work,
    `INSERT INTO chats (merchant_id, id, person_wrote_at) VALUES (current_merchant(), ?, ?)
     ON CONFLICT (merchant_id, id) DO UPDATE SET person_wrote_at = greatest(chats.person_wrote_at, excluded.person_wrote_at)`,
    [chatId, new Date(at)],
  );
}

/** Without what PostgreSQL's text cannot hold. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
