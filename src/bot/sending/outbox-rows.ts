import type { Work } from '../../db';
import { outboxId, PRIORITY, type Instant } from '../../loyalty';
import type { Reply } from '../command';

/** Writes an answer beside what it answers; the same turn again writes nothing. */
export function enqueueReply(
  work: Work,
  chatId: string,
  cause: string,
  reply: Reply,
  dueAt: Instant = work.now,
): void {
  const { text, card, document, choices, forgetWhenSent = false } = reply;
  const messages = [{ body: text, card, choices, document: card === undefined ? document : undefined }];
  // A message carries one of the two.
  if (card !== undefined && document !== undefined)
    messages.push({ body: '', card: undefined, choices: undefined, document });
  for (const [index, message] of messages.entries())
    work.sendAlong(
      `INSERT INTO outbox (merchant_id, id, cause, template, chat_id, body, card, document, choices, forget_when_sent,
         state, priority, due_at, created_at)
       VALUES (current_merchant(), ?, ?, 'reply', ?, ?, ?, ?, ?, ?, 'queued', ${PRIORITY.answer}, ?, ?) ON CONFLICT DO NOTHING`,
      [
        outboxId(cause, index === 0 ? 'reply' : 'document', chatId),
        forgetWhenSent ? 'erased' : cause,
        chatId,
        message.body,
        stored(message.card),
        stored(message.document),
        stored(message.choices),
        forgetWhenSent,
        new Date(dueAt),
        new Date(work.now),
      ],
    );
  work.ring('outbound', String(work.merchantId));
}

const stored = (value: object | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value);

const STEPS = ['sent', 'delivered', 'read'];

/** Delivery states come unordered and may skip steps; they only move forward. */
export async function recordDeliveries(
  work: Work,
  providerIds: readonly string[],
  state: 'sent' | 'delivered' | 'read' | 'failed',
): Promise<void> {
  const earlier = state === 'failed' ? ['sent'] : STEPS.slice(0, STEPS.indexOf(state));
  if (providerIds.length === 0 || earlier.length === 0) return;
  await work
    .trx('outbox')
    .whereIn('provider_id', [...providerIds])
    .whereIn('state', earlier)
    .update({ state });
}

export const recordDelivery = (
  work: Work,
  providerId: string,
  state: 'sent' | 'delivered' | 'read' | 'failed',
): Promise<void> => recordDeliveries(work, [providerId], state);
