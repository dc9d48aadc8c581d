import type { Database, Work } from '../../db';
import { canonicalPhone, type Instant } from '../../loyalty';
import { arrayLiteral, query, storable } from '../../db/rows';
import type { InboundMedia, InboundMessage, MissingMedia, TypedMessage } from '../channel';
import { hasSecret, WITHHELD, withheld } from './secret-texts';

/** Longer messages are cut: they are far beyond what is read as a wish. */
const LONGEST_MESSAGE = 4_000;

/** The kind of a message that had a secret in it, which nothing kept. */
export const SECRET = 'secret';

/**
 * Makes messages durable, each once by its id, in their order, and rings for their turns after the time in which a burst
 * gathers. Resolves when they are durable; the channel may hand the same messages again.
 */
export async function receiveAll(
  db: Database,
  merchantId: number,
  messages: readonly InboundMessage[],
  burstMs: number,
): Promise<void> {
  await db.asMerchant(merchantId, async (work) => {
    knowChats(work, messages);
    keepMessages(work, messages, burstMs);
    for (const { id, media } of messages) if (media !== undefined) await keepMedia(work, id, media);
    for (const chatId of new Set(messages.map((message) => message.chatId)))
      work.ring('turns', `${merchantId}:${chatId}`, burstMs);
  });
}

export const receive = (
  db: Database,
  merchantId: number,
  message: InboundMessage,
  burstMs: number,
): Promise<void> => receiveAll(db, merchantId, [message], burstMs);

/**
 * INVARIANT: waits for no turn, which holds its chat's row and notes itself when it was heard; only for a phone that was not
 * known.
 */
function knowChats(work: Work, messages: readonly InboundMessage[]): void {
  const known = new Map<string, { phone: string | null; at: Instant }>();
  for (const { chatId, phone, at } of messages) {
    const before = known.get(chatId);
    known.set(chatId, {
      phone: phone === null ? (before?.phone ?? null) : canonicalPhone(phone),
      at: Math.max(at, before?.at ?? at),
    });
  }
  // In one order everywhere, so that two transactions cannot wait for each other.
  const chats = [...known].map(([id, chat]) => ({ id, ...chat })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const given = [
    arrayLiteral('text', chats, 'id'),
    arrayLiteral('text', chats, 'phone'),
    arrayLiteral('timestamptz', chats, 'at'),
  ];
  const from = 'unnest(?::text[], ?::text[], ?::timestamptz[]) AS u (id, phone, heard_at)';
  work.sendAlong(
    `INSERT INTO chats (merchant_id, id, phone, heard_at) SELECT current_merchant(), u.* FROM ${from} ON CONFLICT DO NOTHING`,
    given,
  );
  work.sendAlong(
    `WITH u AS (SELECT * FROM ${from}),
     free AS (SELECT c.id FROM chats c JOIN u ON c.id = u.id
       WHERE c.merchant_id = current_merchant() AND (c.heard_at IS NULL OR c.heard_at < u.heard_at)
       FOR NO KEY UPDATE OF c SKIP LOCKED)
     UPDATE chats c SET phone = coalesce(u.phone, c.phone), heard_at = greatest(c.heard_at, u.heard_at) FROM u
     WHERE c.merchant_id = current_merchant() AND c.id = u.id
       AND (u.phone <> c.phone OR u.phone IS NOT NULL AND c.phone IS NULL OR c.id IN (SELECT id FROM free))`,
    given,
  );
}

function keepMessages(work: Work, messages: readonly InboundMessage[], burstMs: number): void {
  const rows = messages.map(({ id, chatId, name, kind, text, at }) => {
    const isSecret = hasSecret(text);
    return {
      id,
      chatId,
      name: storable(name ?? '').slice(0, 200),
      kind: isSecret ? SECRET : kind,
      body: isSecret ? withheld(text) : storable(text).slice(0, LONGEST_MESSAGE),
      at,
    };
  });
  work.sendAlong(
    `INSERT INTO inbound_messages (merchant_id, id, chat_id, name, kind, body, sent_at, due_at)
     SELECT current_merchant(), u.*, ?::timestamptz
     FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[]) AS u ON CONFLICT DO NOTHING`,
    [
      new Date(work.now + burstMs),
      ...(['id', 'chatId', 'name', 'kind', 'body'] as const).map((name) => arrayLiteral('text', rows, name)),
      arrayLiteral('timestamptz', rows, 'at'),
    ],
  );
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
export function forgetMedia(work: Work, messageIds: readonly string[]): void {
  work.sendAlong(
    'DELETE FROM inbound_media WHERE merchant_id = current_merchant() AND message_id = ANY(?::text[])',
    [messageIds],
  );
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

/** What was kept of an unanswered text turned out to be a secret. */
export const withhold = (work: Work, chatId: string, text: string): Promise<unknown> =>
  query(
    work,
    `UPDATE inbound_messages SET body = ?
     WHERE merchant_id = current_merchant() AND chat_id = ? AND handled_at IS NULL AND btrim(body) = ?`,
    [WITHHELD, chatId, text.trim()],
  );
