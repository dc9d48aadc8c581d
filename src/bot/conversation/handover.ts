import type { Work } from '../../db';
import { loadShop, tellManagers } from '../../loyalty';
import { query } from '../../db/rows';
import type { TypedMessage } from '../channel';
import type { Turn } from '../command';
import { cleanText, messagesIn } from '../messages';
import { enqueueReply } from '../sending/outbox-rows';
import { speakerIn, type Chat } from './speaker';

/** How long the bot keeps out of a chat in which a person was asked for, or wrote. */
const QUIET_MS = 12 * 60 * 60_000;
const QUOTED_MESSAGES = 3;
const QUOTED_MS = 30 * 60_000;
const LONGEST_QUOTE = 300;

export const isQuiet = ({ quietUntil }: { quietUntil: number | null }, now: number): boolean =>
  quietUntil !== null && quietUntil > now;

/** Calls a person into this chat: the staff get the question and how to answer, the bot keeps out. */
export async function callPerson(turn: Turn): Promise<void> {
  const { work, shop, speaker, chatId } = turn;
  const { name, phone } = speaker.customer;
  await keepOut(work, chatId, work.now);
  const notice = {
    kind: 'person-asked',
    shop: shop.name,
    name,
    phone,
    question: await lastWords(work, chatId),
  } as const;
  await tellManagers(work, { cause: `person-asked:${turn.messageId}`, notice });
}

async function keepOut(work: Work, chatId: string, from: number): Promise<void> {
  const until = new Date(from + QUIET_MS);
  await work.trx('chats').where({ id: chatId }).update({ quiet_until: until, flow: '[]', misunderstood: 0 });
}

/** The bot answers again; false where it had not been silent. */
export async function callBot(work: Work, chatId: string): Promise<boolean> {
  const rows = await query(
    work,
    `UPDATE chats SET quiet_until = NULL
     WHERE merchant_id = current_merchant() AND id = ? AND quiet_until > ? RETURNING id`,
    [chatId, new Date(work.now)],
  );
  return rows.length > 0;
}

/** The chat in which this phone's owner writes, if they ever did. */
export async function chatOfPhone(work: Work, phone: string): Promise<string | null> {
  const row = await work.trx<{ id: string; phone: string }>('chats').where({ phone }).first('id');
  return row?.id ?? null;
}

/**
 * A person of the shop wrote in this chat, on the shop's own phone: the bot keeps out from then on. Both are told, once
 * for as long as it stays silent.
 */
export async function personWrote(work: Work, { chatId, at }: TypedMessage): Promise<void> {
  const [chat] = await query<Chat & { quietUntil: number | null }>(
    work,
    `SELECT id, phone, customer_id AS "customerId", quiet_until AS "quietUntil" FROM chats
     WHERE merchant_id = current_merchant() AND id = ? FOR UPDATE`,
    [chatId],
  );
  // What was written while the program was away may be long past.
  if (chat === undefined || at + QUIET_MS <= work.now) return;
  await keepOut(work, chatId, at);
  if (isQuiet(chat, work.now)) return;
  const shop = await loadShop(work);
  const { customer, staff } = await speakerIn(work, chat, '');
  if (staff !== null) return;
  const { human: say } = messagesIn(customer.language ?? shop.language);
  const cause = `person-wrote:${chatId}:${at}`;
  enqueueReply(work, chatId, cause, { text: say.personHere });
  const { name, phone } = customer;
  await tellManagers(work, { cause, notice: { kind: 'person-wrote', shop: shop.name, name, phone } });
}

/** What the customer wrote lately, as a quotation without markup. */
async function lastWords(work: Work, chatId: string): Promise<string> {
  const rows = await query<{ body: string }>(
    work,
    `SELECT body FROM inbound_messages
     WHERE merchant_id = current_merchant() AND chat_id = ? AND kind = 'text' AND sent_at > ? ORDER BY seq DESC LIMIT ?`,
    [chatId, new Date(work.now - QUOTED_MS), QUOTED_MESSAGES],
  );
  const words = rows
    .map(({ body }) => cleanText(body).replaceAll('\n', ' ').trim())
    .filter((body) => body !== '')
    .toReversed()
    .join(' / ');
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE - 1)}…`;
}
