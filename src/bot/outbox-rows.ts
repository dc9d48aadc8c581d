import type { Work } from '../db';
import { outboxId, PRIORITY, type Language, type Notice } from '../loyalty';
import { query } from '../rows';
import type { Card, Reply } from './command';

/** How long a sending may take before it counts as interrupted: longer than a channel's own limits together. */
const SENDING_MS = 180_000;
const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 600_000;
/** With the waits between them about an hour. */
const ATTEMPTS = 12;

/** A message that is due, claimed for sending. */
export interface DueMessage {
  id: string;
  template: string;
  chatId: string | null;
  /** Of the recipient, where there is no chat yet. */
  phone: string | null;
  body: string | null;
  params: Notice | null;
  card: Card | null;
  language: Language | null;
  /** No notice went to this chat before. */
  first: boolean;
  /** Its sending began before and its end was not noted. */
  interrupted: boolean;
  attempts: number;
  /** In which it was written. */
  seq: number;
  priority: number;
}

/** Writes an answer beside what it answers; the same turn again writes nothing. */
export async function enqueueReply(work: Work, chatId: string, cause: string, reply: Reply): Promise<void> {
  await work
    .trx('outbox')
    .insert({
      merchant_id: work.merchantId,
      id: outboxId(cause, 'reply', chatId),
      cause,
      template: 'reply',
      chat_id: chatId,
      body: reply.text,
      card: reply.card === undefined ? null : JSON.stringify(reply.card),
      state: 'queued',
      priority: PRIORITY.answer,
      due_at: new Date(work.now),
      created_at: new Date(work.now),
    })
    .onConflict(['merchant_id', 'id'])
    .ignore();
  work.ring('outbound', String(work.merchantId));
}

/** Claims what is due, answers first (notices wait while the shop's messages are paused), and notes that its sending begins. */
export async function claimDue(work: Work, limit: number): Promise<DueMessage[]> {
  const messages = await query<DueMessage>(
    work,
    `WITH due AS (
       SELECT id, state FROM outbox
       WHERE merchant_id = current_merchant() AND state IN ('queued', 'sending', 'unknown') AND due_at <= ?
         AND (params IS NULL OR NOT (SELECT messages_paused FROM merchants))
       ORDER BY priority, seq LIMIT ? FOR UPDATE SKIP LOCKED)
     UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, due_at = ?
     FROM due
     WHERE o.merchant_id = current_merchant() AND o.id = due.id
     RETURNING o.id, o.seq, o.priority, o.template, o.body, o.params, o.card, o.attempts, due.state <> 'queued' AS interrupted,
       coalesce(o.chat_id, (SELECT c.id FROM chats c WHERE c.merchant_id = o.merchant_id AND c.customer_id = o.customer_id
                            ORDER BY c.id LIMIT 1)) AS "chatId",
       (SELECT i.value FROM customer_identities i
        WHERE i.merchant_id = o.merchant_id AND i.customer_id = o.customer_id AND i.kind = 'phone' LIMIT 1) AS phone,
       (SELECT k.language FROM customers k WHERE k.merchant_id = o.merchant_id AND k.id = o.customer_id) AS language,
       NOT EXISTS (SELECT FROM chats c WHERE c.merchant_id = o.merchant_id AND c.customer_id = o.customer_id
                   AND c.introduced_at IS NOT NULL) AS first`,
    [new Date(work.now), limit, new Date(work.now + SENDING_MS)],
  );
  // What an UPDATE returns is in no order.
  return messages.sort((a, b) => a.priority - b.priority || a.seq - b.seq);
}

export type SendingEnd =
  | { state: 'sent'; providerId: string; chatId: string }
  | { state: 'failed'; reason: string; retry: boolean }
  | { state: 'unknown'; reason: string };

/** Notes how a sending ended. What may pass is tried again; what is unknown is first looked for in the chat. */
export async function recordEnd(work: Work, message: DueMessage, end: SendingEnd): Promise<void> {
  const outbox = work.trx('outbox').where({ id: message.id });
  if (end.state === 'sent') {
    await outbox.update({
      state: 'sent',
      provider_id: end.providerId,
      chat_id: end.chatId,
      settled_at: new Date(work.now),
      reason: null,
    });
    if (message.params !== null) await introduce(work, end.chatId, message.id);
    return;
  }
  const again = (end.state === 'unknown' || end.retry) && message.attempts < ATTEMPTS;
  const state = end.state === 'unknown' && again ? 'unknown' : again ? 'queued' : 'failed';
  await outbox.update({
    state,
    reason: end.reason,
    due_at: new Date(work.now + Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (message.attempts - 1))),
    settled_at: again ? null : new Date(work.now),
  });
}

/** The chat of a first notice becomes the customer's, so that their answer finds them. */
async function introduce(work: Work, chatId: string, messageId: string): Promise<void> {
  await query(
    work,
    `INSERT INTO chats (merchant_id, id, customer_id, introduced_at)
     SELECT merchant_id, ?, customer_id, ? FROM outbox WHERE merchant_id = current_merchant() AND id = ?
     ON CONFLICT (merchant_id, id) DO UPDATE SET introduced_at = coalesce(chats.introduced_at, excluded.introduced_at),
       customer_id = coalesce(chats.customer_id, excluded.customer_id)`,
    [chatId, new Date(work.now), messageId],
  );
}

const STEPS = ['sent', 'delivered', 'read'];

/** Delivery states come unordered and may skip steps; they only move forward. */
export async function recordDelivery(
  work: Work,
  providerId: string,
  state: 'sent' | 'delivered' | 'read' | 'failed',
): Promise<void> {
  const earlier = state === 'failed' ? ['sent'] : STEPS.slice(0, STEPS.indexOf(state));
  await work.trx('outbox').where({ provider_id: providerId }).whereIn('state', earlier).update({ state });
}
