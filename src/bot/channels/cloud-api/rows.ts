import type { Work } from '../../../db';
import {
  canonicalPhone,
  findCustomers,
  identityKey,
  loadCustomer,
  saidElsewhere,
  stopMarketing,
} from '../../../loyalty';
import { query } from '../../../db/rows';
import { recordDeliveries } from '../../sending/outbox-rows';
import { OPTED_OUT_THERE } from '../../channel';
import { phoneOfChat } from '../whatsapp-web/ids';
import type { CloudStatus, CloudStop } from './parse';

/** The latest message that was received in a chat; null where none was. */
export async function latestHeard(work: Work, chatId: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    work,
    `SELECT id FROM inbound_messages WHERE merchant_id = current_merchant() AND chat_id = ? ORDER BY seq DESC LIMIT 1`,
    [chatId],
  );
  return row?.id ?? null;
}

/** When somebody was last heard in each of these chats, in milliseconds since 1970; those in which nobody was are left out. */
export async function lastHeard(
  work: Work,
  chatIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ id: string; at: number }>(
    work,
    `SELECT id, heard_at AS at FROM chats WHERE merchant_id = current_merchant() AND id = ANY (?::text[]) AND heard_at IS NOT NULL`,
    [chatIds],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
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
  const [row] = await query<{ id: string; customerId: string | null }>(
    work,
    `UPDATE outbox SET reason = ? WHERE merchant_id = current_merchant() AND provider_id = ? AND state = 'failed'
     RETURNING id, customer_id AS "customerId"`,
    [reason, providerId],
  );
  if (reason === OPTED_OUT_THERE && row !== undefined && row.customerId !== null)
    await stopOf(work, row.customerId, row.id);
}

/** Who tells WhatsApp itself that they want no offers of this number gets none, in whatever channel. */
export async function noteStops(work: Work, stops: readonly CloudStop[]): Promise<void> {
  for (const { chatId, at } of stops) {
    const customerId = await customerOf(work, chatId);
    if (customerId !== null) await stopOf(work, customerId, `user-preferences:${chatId}:${at}`);
  }
}

async function stopOf(work: Work, customerId: string, messageId: string): Promise<void> {
  const { id } = await loadCustomer(work, customerId);
  await stopMarketing(work, { customerId: id, messageId, shown: saidElsewhere(OPTED_OUT_THERE) });
}

async function customerOf(work: Work, chatId: string): Promise<string | null> {
  const [chat] = await query<{ customerId: string | null }>(
    work,
    `SELECT customer_id AS "customerId" FROM chats WHERE merchant_id = current_merchant() AND id = ?`,
    [chatId],
  );
  if (chat !== undefined && chat.customerId !== null) return chat.customerId;
  const phone = canonicalPhone(phoneOfChat(chatId) ?? '');
  if (phone === null) return null;
  const identity = { kind: 'phone', value: phone } as const;
  return (await findCustomers(work, [{ identity }])).get(identityKey(identity)) ?? null;
}
