import type { Work } from '../../../db';
import { query } from '../../../rows';

/** The latest message that was received in a chat; null where none was. */
export async function latestHeard(work: Work, chatId: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    work,
    `SELECT id FROM inbound_messages WHERE merchant_id = current_merchant() AND chat_id = ? ORDER BY seq DESC LIMIT 1`,
    [chatId],
  );
  return row?.id ?? null;
}

/** When somebody was last heard in a chat, in milliseconds since 1970; null where nobody was. */
export async function heardAt(work: Work, chatId: string): Promise<number | null> {
  const row = await work
    .trx<{ id: string; heard_at: number | null }>('chats')
    .where({ id: chatId })
    .first('heard_at');
  return row?.heard_at ?? null;
}

/** Whether this is the shop's latest answer in its chat. */
export async function isLatestAnswer(work: Work, chatId: string, providerId: string): Promise<boolean> {
  const [row] = await query<{ provider_id: string }>(
    work,
    `SELECT provider_id FROM outbox
     WHERE merchant_id = current_merchant() AND chat_id = ? AND template = 'reply' AND provider_id IS NOT NULL
     ORDER BY seq DESC LIMIT 1`,
    [chatId],
  );
  return row?.provider_id === providerId;
}

/** As this program's own rows are named; another's message says what it likes. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A sending whose end this program did not note, and that left all the same, as Meta's callback says. */
export async function noteSent(work: Work, outboxId: string, providerId: string): Promise<void> {
  if (!UUID.test(outboxId)) return;
  await query(
    work,
    `UPDATE outbox SET state = 'sent', provider_id = ?, settled_at = ?, reason = NULL
     WHERE merchant_id = current_merchant() AND id = ?::uuid AND provider_id IS NULL AND state IN ('sending', 'unknown', 'queued')
       AND NOT EXISTS (SELECT FROM outbox o WHERE o.merchant_id = current_merchant() AND o.provider_id = ?)`,
    [providerId, new Date(work.now), outboxId, providerId],
  );
}

/** Why what was sent did not arrive. */
export async function noteReason(work: Work, providerId: string, reason: string): Promise<void> {
  await work.trx('outbox').where({ provider_id: providerId, state: 'failed' }).update({ reason });
}
