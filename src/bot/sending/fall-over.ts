import type { Work } from '../../db';
import { outboxId } from '../../loyalty';
import { insertRows, query } from '../../db/rows';
import { emailOfStaff } from './addresses';
import type { DueMessage } from './claim';
import type { SendingEnd } from './ends';

/** They have no chat: who has no phone, and whose phone is not on the channel. */
const NO_CHAT: readonly string[] = ['no-address', 'not-on-this-channel'];

/**
 * Whether a message that no chat could bring goes on by e-mail: its customer has an address that takes mail. It is the same
 * row, so that nobody is told twice; it is asked anew whether it is wanted.
 */
export async function goesByEmail(work: Work, message: DueMessage, end: SendingEnd): Promise<boolean> {
  if (message.channel !== 'chat' || message.params === null || message.customerId === null) return false;
  if (end.state !== 'failed' || !NO_CHAT.includes(end.reason)) return false;
  const moved = await query(
    work,
    `UPDATE outbox o SET channel = 'email', state = 'queued', reason = NULL, attempts = 0, due_at = ?
     WHERE o.merchant_id = current_merchant() AND o.id = ? AND EXISTS (
       SELECT FROM customer_identities i WHERE i.merchant_id = o.merchant_id AND i.customer_id = o.customer_id
         AND i.kind = 'email' AND i.bouncing_since IS NULL)
     RETURNING o.id`,
    [new Date(work.now), message.id],
  );
  if (moved.length > 0) work.ring('outbound', String(work.merchantId));
  return moved.length > 0;
}

/**
 * Moves over what waits for customers who have an address, but neither phone nor chat: it need not wait for the number's pace,
 * nor for the number to be up. Looks at what was written after `seen` only and returns how far it looked, since a large
 * campaign may wait beside it; what it does not see goes the way above.
 */
export async function takeOver(work: Work, seen: number): Promise<number> {
  const [row] = await query<{ seen: number | null }>(
    work,
    `WITH waiting AS (
       SELECT id, seq FROM outbox WHERE merchant_id = current_merchant() AND state = 'queued' AND settled_at IS NULL
         AND channel = 'chat' AND customer_id IS NOT NULL AND chat_id IS NULL AND params IS NOT NULL AND seq > ?),
     moved AS (
       UPDATE outbox o SET channel = 'email' FROM waiting w
       WHERE o.merchant_id = current_merchant() AND o.id = w.id AND o.state = 'queued'
         AND o.customer_id IN (SELECT customer_id FROM customer_identities
           WHERE merchant_id = current_merchant() AND kind = 'email' AND bouncing_since IS NULL)
         AND NOT EXISTS (SELECT FROM customer_identities i
           WHERE i.merchant_id = o.merchant_id AND i.customer_id = o.customer_id AND i.kind = 'phone')
         AND NOT EXISTS (SELECT FROM chats c WHERE c.merchant_id = o.merchant_id AND c.customer_id = o.customer_id))
     SELECT max(seq) AS seen FROM waiting`,
    [seen],
  );
  return row?.seen ?? seen;
}

/**
 * What the shop wants by e-mail too goes there once the chat has it: a row of its own, one for each message, of which it is
 * asked anew whether it is wanted.
 */
export async function copyByEmail(work: Work, ids: readonly string[]): Promise<void> {
  const told = await query<Copied>(
    work,
    `SELECT o.cause, o.template, o.customer_id, o.params, o.priority, o.not_after
     FROM outbox o JOIN message_switches s ON s.merchant_id = o.merchant_id AND s.kind = o.template AND s.also_by_email
     WHERE o.merchant_id = current_merchant() AND o.id = ANY (?::uuid[]) AND o.channel = 'chat' AND o.params IS NOT NULL
       AND EXISTS (SELECT FROM customer_identities i WHERE i.merchant_id = o.merchant_id AND i.customer_id = o.customer_id
         AND i.kind = 'email' AND i.bouncing_since IS NULL)`,
    [ids],
  );
  if (told.length === 0) return;
  await insertRows(
    work,
    'outbox',
    COPY,
    told.map((row) => ({
      ...row,
      id: outboxId(row.cause, row.template, `${row.customer_id} by e-mail`),
      channel: 'email',
      is_copy: true,
      state: 'queued',
      due_at: work.now,
      created_at: work.now,
    })),
    'ON CONFLICT DO NOTHING',
  );
  work.ring('outbound', String(work.merchantId));
}

interface Copied {
  cause: string;
  template: string;
  customer_id: string;
  params: unknown;
  priority: number;
  not_after: number | null;
}

const COPY = {
  id: 'uuid',
  cause: 'text',
  template: 'text',
  customer_id: 'uuid',
  params: 'json',
  priority: 'smallint',
  not_after: 'timestamptz',
  channel: 'text',
  is_copy: 'boolean',
  state: 'text',
  due_at: 'timestamptz',
  created_at: 'timestamptz',
} as const;

/**
 * What the team has to know while their chat is down goes by e-mail to those who have one; to the others in the chat, once it
 * is back.
 */
export async function tellByEmail(work: Work, cause: string): Promise<void> {
  await query(
    work,
    `UPDATE outbox o SET channel = 'email' FROM staff s
     WHERE o.merchant_id = current_merchant() AND o.cause = ? AND o.channel = 'chat' AND o.state = 'queued' AND o.reason IS NULL
       AND s.merchant_id = o.merchant_id AND s.id = o.staff_id AND ${emailOfStaff('s.phone')} IS NOT NULL`,
    [cause],
  );
}

/** Whether a message to one of the team that their e-mail address does not take goes on in the chat after all. */
export async function goesByChat(
  work: Work,
  message: Pick<DueMessage, 'id' | 'channel' | 'staffId'>,
  end: SendingEnd,
): Promise<boolean> {
  if (message.channel !== 'email' || message.staffId === null) return false;
  if (end.state !== 'failed' || end.retry) return false;
  await work
    .trx('outbox')
    .where({ id: message.id })
    .update({
      channel: 'chat',
      state: 'queued',
      reason: end.reason,
      attempts: 0,
      settled_at: null,
      due_at: new Date(work.now),
    });
  return true;
}

/** Whether a message that its e-mail address did not take goes on, in the customer's chat or to another address of theirs. */
export async function goesOn(work: Work, id: string): Promise<boolean> {
  const moved = await query(
    work,
    `UPDATE outbox o SET channel = ways.channel, state = 'queued', reason = NULL, settled_at = NULL, provider_id = NULL, attempts = 0, due_at = ?
     FROM (SELECT f.id, CASE
         WHEN EXISTS (SELECT FROM chats c WHERE c.merchant_id = f.merchant_id AND c.customer_id = f.customer_id) THEN 'chat'
         WHEN EXISTS (SELECT FROM customer_identities i WHERE i.merchant_id = f.merchant_id AND i.customer_id = f.customer_id
           AND i.kind = 'email' AND i.bouncing_since IS NULL AND i.returned_at IS NULL) THEN 'email' END AS channel
       FROM outbox f WHERE f.merchant_id = current_merchant() AND f.id = ?) AS ways
     WHERE o.merchant_id = current_merchant() AND o.id = ways.id AND ways.channel IS NOT NULL RETURNING o.id`,
    [new Date(work.now), id],
  );
  if (moved.length > 0) work.ring('outbound', String(work.merchantId));
  return moved.length > 0;
}
