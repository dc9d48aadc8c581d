import type { Work } from '../../../db';
import { query } from '../../../db/rows';
import { recordDeliveries } from '../../sending/outbox-rows';
import type { CloudStatus } from './parse';

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

/**
 * Notes what became of messages, of many at once: first that they left, where this program did not note the end of a sending,
 * then how far they came. Rows are locked in the order of their ids, as `recordEnds` does.
 */
export async function noteStatuses(work: Work, statuses: readonly CloudStatus[]): Promise<void> {
  const own = statuses.filter(({ outboxId }) => outboxId !== null && UUID.test(outboxId));
  const outboxIds = own.map(({ outboxId }) => outboxId ?? '');
  const providerIds = statuses.map(({ providerId }) => providerId);
  await query(
    work,
    `SELECT id FROM outbox WHERE merchant_id = current_merchant() AND (id = ANY (?::uuid[]) OR provider_id = ANY (?::text[]))
     ORDER BY id FOR UPDATE`,
    [outboxIds, providerIds],
  );
  await query(
    work,
    `UPDATE outbox o SET state = 'sent', provider_id = s.provider_id, settled_at = ?, reason = NULL
     FROM (SELECT DISTINCT ON (id) id, provider_id FROM unnest(?::uuid[], ?::text[]) AS u (id, provider_id)) AS s
     WHERE o.merchant_id = current_merchant() AND o.id = s.id AND o.provider_id IS NULL
       AND o.state IN ('sending', 'unknown', 'queued')
       AND NOT EXISTS (SELECT FROM outbox p WHERE p.merchant_id = current_merchant() AND p.provider_id = s.provider_id)`,
    [new Date(work.now), outboxIds, own.map(({ providerId }) => providerId)],
  );
  for (const state of ['sent', 'delivered', 'read', 'failed'] as const)
    await recordDeliveries(
      work,
      statuses.filter((status) => status.state === state).map(({ providerId }) => providerId),
      state,
    );
}

/** Why what was sent did not arrive. */
export async function noteReason(work: Work, providerId: string, reason: string): Promise<void> {
  await work.trx('outbox').where({ provider_id: providerId, state: 'failed' }).update({ reason });
}
