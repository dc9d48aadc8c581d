import type { Work } from '../db';
import {
  loadCustomer,
  loadShop,
  outboxId,
  PRIORITY,
  tellOwners,
  Zone,
  type Language,
  type Notice,
  type StaffNotice,
  type Switches,
} from '../loyalty';
import { query } from '../rows';
import type { Card, DocumentRequest, Reply } from './command';

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
  customerId: string | null;
  /** Where a member of staff is addressed. */
  staffId: string | null;
  chatId: string | null;
  /** Of the recipient, where there is no chat yet. */
  phone: string | null;
  body: string | null;
  params: Notice | StaffNotice | null;
  card: Card | null;
  document: DocumentRequest | null;
  language: Language | null;
  /** The customer's. */
  name: string | null;
  /** When it loses its sense. */
  notAfter: number | null;
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
  const { text, card, document } = reply;
  const messages = [{ body: text, card, document: card === undefined ? document : undefined }];
  // A message carries one of the two.
  if (card !== undefined && document !== undefined) messages.push({ body: '', card: undefined, document });
  for (const [index, message] of messages.entries())
    await work
      .trx('outbox')
      .insert({
        merchant_id: work.merchantId,
        id: outboxId(cause, index === 0 ? 'reply' : 'document', chatId),
        cause,
        template: 'reply',
        chat_id: chatId,
        body: message.body,
        card: stored(message.card),
        document: stored(message.document),
        state: 'queued',
        priority: PRIORITY.answer,
        due_at: new Date(work.now),
        created_at: new Date(work.now),
      })
      .onConflict(['merchant_id', 'id'])
      .ignore();
  work.ring('outbound', String(work.merchantId));
}

const stored = (value: object | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value);

/**
 * Claims what is due, answers first, and notes that its sending begins. Notices wait while the shop's messages, or those
 * of their kind, are paused.
 */
export async function claimDue(work: Work, limit: number, switches: Switches): Promise<DueMessage[]> {
  const paused = [...switches].filter(([, state]) => state === 'paused').map(([kind]) => kind);
  const messages = await query<DueMessage>(
    work,
    `WITH due AS (
       SELECT id, state FROM outbox
       WHERE merchant_id = current_merchant() AND state IN ('queued', 'sending', 'unknown') AND settled_at IS NULL
         AND due_at <= ?
         AND (params IS NULL OR staff_id IS NOT NULL
              OR NOT (SELECT messages_paused FROM merchants) AND template <> ALL (?::text[]))
       ORDER BY priority, seq LIMIT ? FOR UPDATE SKIP LOCKED)
     UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, due_at = ?, tried_at = ?
     FROM due
     WHERE o.merchant_id = current_merchant() AND o.id = due.id
     RETURNING o.id, o.seq, o.priority, o.template, o.body, o.params, o.card, o.document, o.attempts, due.state <> 'queued' AS interrupted,
       o.customer_id AS "customerId", o.staff_id AS "staffId",
       coalesce(o.chat_id, (SELECT c.id FROM chats c
                            WHERE c.merchant_id = o.merchant_id AND (c.customer_id = o.customer_id OR c.phone = (SELECT s.phone
                              FROM staff s WHERE s.merchant_id = o.merchant_id AND s.id = o.staff_id))
                            ORDER BY c.id LIMIT 1)) AS "chatId",
       coalesce((SELECT s.phone FROM staff s WHERE s.merchant_id = o.merchant_id AND s.id = o.staff_id),
         (SELECT i.value FROM customer_identities i
          WHERE i.merchant_id = o.merchant_id AND i.customer_id = o.customer_id AND i.kind = 'phone' LIMIT 1)) AS phone,
       o.not_after AS "notAfter",
       (SELECT k.name FROM customers k WHERE k.merchant_id = o.merchant_id AND k.id = o.customer_id) AS name,
       (SELECT k.language FROM customers k WHERE k.merchant_id = o.merchant_id AND k.id = coalesce(o.customer_id,
          (SELECT i.customer_id FROM customer_identities i JOIN staff s ON s.merchant_id = i.merchant_id AND s.phone = i.value
           WHERE i.merchant_id = o.merchant_id AND i.kind = 'phone' AND s.id = o.staff_id))) AS language,
       NOT EXISTS (SELECT FROM chats c WHERE c.merchant_id = o.merchant_id AND c.customer_id = o.customer_id
                   AND c.introduced_at IS NOT NULL) AS first`,
    [new Date(work.now), paused, limit, new Date(work.now + SENDING_MS), new Date(work.now)],
  );
  // What an UPDATE returns is in no order.
  return messages.sort((a, b) => a.priority - b.priority || a.seq - b.seq);
}

export type SendingEnd =
  | { state: 'sent'; providerId: string; chatId: string }
  | { state: 'failed'; reason: string; retry: boolean }
  | { state: 'unknown'; reason: string }
  /** The channel cannot send now: it waits, and no try is counted. */
  | { state: 'held'; reason: string; waitMs: number }
  /** What it was about is over. */
  | { state: 'suppressed'; reason: string };

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
  if (end.state === 'suppressed') {
    await outbox.update({ state: 'suppressed', reason: end.reason, settled_at: new Date(work.now) });
    return;
  }
  if (end.state === 'held') {
    await outbox.update({
      state: 'queued',
      reason: end.reason,
      attempts: message.attempts - 1,
      due_at: new Date(work.now + end.waitMs),
    });
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
  if (!again) await tellOfFailure(work, message, end.reason);
}

/**
 * A customer who missed a message will ask the shop. Told once for each number that is not on the channel, and once a day
 * for what failed otherwise: a channel that is down must not bury its owner in notices.
 */
async function tellOfFailure(work: Work, message: DueMessage, reason: string): Promise<void> {
  if (message.params === null || message.customerId === null || reason === 'no-address') return;
  const shop = await loadShop(work);
  const { name } = await loadCustomer(work, message.customerId);
  const isUnreachable = reason === 'not-on-this-channel';
  const today = Zone.of(shop.zone).local(work.now).date;
  await tellOwners(work, {
    cause: isUnreachable ? `unreachable:${message.customerId}` : `not-delivered:${today}`,
    notice: {
      kind: 'message-not-delivered',
      shop: shop.name,
      to: name,
      phone: message.phone,
      reason: isUnreachable ? 'not-on-channel' : 'sending-failed',
    },
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
