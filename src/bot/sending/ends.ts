import type { Work } from '../../db';
import {
  loadCustomer,
  loadShop,
  noteMailFault,
  saidElsewhere,
  stopMarketing,
  tellOwners,
  Zone,
  PRIORITY,
  type MailFault,
} from '../../loyalty';
import { insertRows, query, updateRows } from '../../db/rows';
import { BOUNCED, OPTED_OUT_THERE, RETURNED } from '../channel';
import type { DueMessage } from './claim';
import { copyByEmail, goesByChat, goesByEmail, goesOn } from './fall-over';
import { KEPT } from './kept';

const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 600_000;
/** With the waits between them about an hour. */
const ATTEMPTS = 12;

export type SendingEnd =
  | { state: 'sent'; providerId: string; chatId: string }
  | { state: 'failed'; reason: string; retry: boolean; fault?: MailFault }
  /** It may have left: it is looked for in the chat before it is sent again. */
  | { state: 'unknown'; reason: string }
  /** The channel cannot send now: it waits, and no try is counted. */
  | { state: 'held'; reason: string; waitMs: number }
  /** What it was about is over. */
  | { state: 'suppressed'; reason: string };

export interface Ended {
  message: DueMessage;
  end: SendingEnd;
}

/** Notes how sendings ended. What may pass is tried again; `byEmail`: what reaches nobody in a chat may go by e-mail. */
export async function recordEnds(
  work: Work,
  ended: readonly Ended[],
  { byEmail = false }: { byEmail?: boolean } = {},
): Promise<void> {
  const open = await stillOpen(work, ended);
  await recordSent(work, ended);
  if (byEmail) await copyByEmail(work, toldInChats(ended));
  for (const { message, end } of ended)
    if (end.state !== 'sent' && open.has(message.id)) {
      if (byEmail && (await goesByEmail(work, message, end))) continue;
      if (await goesByChat(work, message, end)) continue;
      await recordOther(work, message, end);
    }
  const last = ended.flatMap(({ message }) => (message.forgetWhenSent ? [message.id] : []));
  if (last.length > 0) await forget(work, last);
}

/** Locked, in the order of their ids. The network's own word that it has a message may come before the end of its sending, and holds. */
async function stillOpen(work: Work, ended: readonly Ended[]): Promise<ReadonlySet<string>> {
  const ids = ended.map(({ message }) => message.id);
  if (ids.length === 0) return new Set();
  const rows = await query<{ id: string }>(
    work,
    `SELECT id FROM outbox WHERE merchant_id = current_merchant() AND id = ANY (?::uuid[]) AND settled_at IS NULL
     ORDER BY id FOR UPDATE`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

const toldInChats = (ended: readonly Ended[]): string[] =>
  ended.flatMap(({ message: { id, channel, customerId, params }, end }) =>
    end.state === 'sent' && channel === 'chat' && customerId !== null && params !== null ? [id] : [],
  );

/** What was said to somebody who is erased: once it is over, not even where it went is kept. */
async function forget(work: Work, ids: readonly string[]): Promise<void> {
  await work
    .trx('outbox')
    .whereIn('id', [...ids])
    .whereNotNull('settled_at')
    .update({ chat_id: null, body: null, provider_id: null });
}

async function recordSent(work: Work, ended: readonly Ended[]): Promise<void> {
  const sent = ended.flatMap(({ message, end }) =>
    end.state === 'sent'
      ? [{ id: message.id, providerId: end.providerId, chatId: chatOf(message, end.chatId) }]
      : [],
  );
  const moment = `'${new Date(work.now).toISOString()}'`;
  await updateRows(
    work,
    'outbox',
    { id: 'uuid', providerId: 'text', chatId: 'text' },
    ['id'],
    `state = CASE WHEN t.state IN ('delivered', 'read') THEN t.state ELSE 'sent' END, reason = NULL, settled_at = ${moment}, provider_id = u."providerId", chat_id = coalesce(u."chatId", t.chat_id)`,
    sent,
  );
  const greeted = new Map(
    ended.flatMap(({ message, end }) =>
      end.state === 'sent' && message.channel === 'chat' && message.params !== null && message.first
        ? [[end.chatId, message.customerId] as const]
        : [],
    ),
  );
  await introduce(work, greeted);
}

/** An address is no chat. */
const chatOf = ({ channel }: DueMessage, chatId: string): string | null =>
  channel === 'chat' ? chatId : null;

/** The chat of a first notice becomes the customer's, so that their answer finds them. */
async function introduce(work: Work, greeted: ReadonlyMap<string, string | null>): Promise<void> {
  await insertRows(
    work,
    'chats',
    { id: 'text', customer_id: 'uuid', introduced_at: 'timestamptz' },
    [...greeted].map(([id, customer_id]) => ({ id, customer_id, introduced_at: work.now })),
    `ON CONFLICT (merchant_id, id) DO UPDATE SET introduced_at = coalesce(chats.introduced_at, excluded.introduced_at),
       customer_id = coalesce(chats.customer_id, excluded.customer_id)`,
  );
}

type OtherEnd = Exclude<SendingEnd, { state: 'sent' }>;

async function recordOther(work: Work, message: DueMessage, end: OtherEnd): Promise<void> {
  const outbox = work.trx('outbox').where({ id: message.id });
  const settled_at = new Date(work.now);
  if (end.state === 'suppressed') {
    await outbox.update({ state: 'suppressed', reason: end.reason, settled_at });
    return;
  }
  // INVARIANT: one that may have left before is looked for in its chat before it goes again, however often it has to wait.
  const waits = message.interrupted ? 'unknown' : 'queued';
  if (end.state === 'held') {
    await outbox.update({
      state: waits,
      reason: end.reason,
      attempts: message.attempts - 1,
      due_at: new Date(work.now + end.waitMs),
    });
    return;
  }
  if ((end.state === 'unknown' || end.retry) && message.attempts < ATTEMPTS) {
    const wait = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (message.attempts - 1));
    const state = end.state === 'unknown' ? 'unknown' : waits;
    await outbox.update({ state, reason: end.reason, due_at: new Date(work.now + wait) });
    return;
  }
  const { fault } = end.state === 'failed' ? end : {};
  const { customerId, email } = message;
  if (fault !== undefined && customerId !== null && email !== null)
    await noteMailFault(work, { customerId, address: email, fault });
  await settleFailed(work, message, { state: end.state, reason: end.reason, fault });
}

/** What is asked about a message that failed. */
export type FailedMessage = Pick<
  DueMessage,
  'id' | 'customerId' | 'params' | 'priority' | 'isCopy' | 'phone'
>;

/** Settles what failed for good, at once or when it came back later; the owner is told. */
export async function settleFailed(
  work: Work,
  message: FailedMessage,
  end: { state: 'failed' | 'unknown'; reason: string; fault?: MailFault | undefined },
): Promise<void> {
  const outbox = work.trx('outbox').where({ id: message.id });
  const settled_at = new Date(work.now);
  if (end.reason === OPTED_OUT_THERE && message.customerId !== null)
    await stopMarketing(work, {
      customerId: message.customerId,
      messageId: message.id,
      shown: saidElsewhere(OPTED_OUT_THERE),
    });
  const isOwed = !message.isCopy && message.customerId !== null && message.priority !== PRIORITY.marketing;
  if (isOwed && reachesNobody(end)) {
    if (end.fault === undefined || !(await goesOn(work, message.id)))
      await outbox.update({ state: 'suppressed', reason: KEPT, settled_at });
  } else {
    // INVARIANT: marketing of which nobody can tell is never sent again.
    await outbox.update({ state: end.state, reason: end.reason, settled_at });
  }
  await tellOfFailure(work, message, end);
}

/** No channel has them: what they are owed is kept until they are heard. */
const reachesNobody = (end: { state: string; reason: string }): boolean =>
  end.state === 'failed' && ['no-address', 'not-on-this-channel', BOUNCED, RETURNED].includes(end.reason);

/** What is the customer's own, and told once of each. */
const UNREACHABLE: Partial<
  Record<string, { cause: string; reason: 'not-on-channel' | 'email-bounced' | 'email-returned' }>
> = {
  'not-on-this-channel': { cause: 'unreachable', reason: 'not-on-channel' },
  [BOUNCED]: { cause: 'email-bounced', reason: 'email-bounced' },
  [RETURNED]: { cause: 'email-returned', reason: 'email-returned' },
};
/** Of an address, for whatever message. */
const ABOUT_ADDRESS: readonly string[] = [BOUNCED, RETURNED];

/**
 * A customer who missed a message will ask the shop. Told once for each number that is not on the channel, and once a day
 * for what failed otherwise: a channel that is down must not bury its owner in notices.
 */
async function tellOfFailure(
  work: Work,
  message: FailedMessage,
  { reason, fault }: { reason: string; fault?: MailFault | undefined },
): Promise<void> {
  const { params, customerId, priority } = message;
  if (params === null || customerId === null || reason === 'no-address') return;
  if ((message.isCopy || priority === PRIORITY.marketing) && !ABOUT_ADDRESS.includes(reason)) return;
  const shop = await loadShop(work);
  const { name } = await loadCustomer(work, customerId);
  const why = UNREACHABLE[reason];
  const today = Zone.of(shop.zone).local(work.now).date;
  await tellOwners(work, {
    cause: why === undefined ? `not-delivered:${today}` : `${why.cause}:${customerId}`,
    notice: {
      kind: 'message-not-delivered',
      shop: shop.name,
      to: name,
      phone: message.phone,
      reason: why?.reason ?? 'sending-failed',
      ...(fault === undefined ? {} : { fault }),
    },
  });
}
