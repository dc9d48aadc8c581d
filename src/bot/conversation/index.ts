import type { Database, Work } from '../../db';
import { logTraces, type Logger } from '../../telemetry';
import { loadShop, type Instant, type Shop } from '../../loyalty';
import { keepPlans, planAsBefore } from '../../db/planning';
import { query } from '../../db/rows';
import type { Turn } from '../command';
import type { Said } from './burst';
import { ownUnderstanding, type Frame, type Outcome } from './flow';
import { isQuiet } from './handover';
import { goneOn, withoutNext } from './in-turn';
import { answerInTime, sayingWhich } from './late';
import { messagesIn } from '../messages';
import { noteMisunderstood } from './misunderstood';
import { enqueueReply } from '../sending/outbox-rows';
import { aboutWaiting, afterPin } from '../pin/answer';
import { sayAgain } from './in-vain';
import { reachingSilence } from './silence';
import { forgetMedia } from '../receiving/receive';
import { tellWhatWasKept } from '../sending/kept';
import { speakerIn, type Chat } from './speaker';

const MESSAGES_AT_ONCE = 50;
const ATTEMPTS = 4;
const RETRY_MS = 1_000;
/** Longer than a burst or a retry is ever waited for: what is due later was written before the clock was put back (`turn_is_due`). */
const LONGEST_WAIT_MS = 15_000;

/** What the operator gives to each turn. */
type Hearing = Pick<Turn, 'understanding' | 'strangersMayOpen' | 'hasMail'>;
const ALONE: Hearing = { understanding: ownUnderstanding, strangersMayOpen: false, hasMail: false };

/**
 * Answers what was said in a chat. One turn at a time: the chat's row is locked, and the answer, everything it did, and
 * the note that the messages are handled are one transaction, so that a turn happens wholly and once.
 */
export async function takeTurn(
  db: Database,
  merchantId: number,
  chatId: string,
  { logger, ...given }: Partial<Hearing> & { logger?: Logger } = {},
): Promise<void> {
  const hearing: Hearing = { ...ALONE, ...given };
  const note = (said: readonly Said[], message: string): void =>
    logTraces(
      logger,
      said.map(({ id }) => id),
      { merchantId },
      message,
    );
  try {
    const handled = await db.asMerchant(merchantId, (work) => answerChat(work, chatId, hearing));
    note(handled, 'messages handled');
  } catch (error) {
    // Where the database itself is gone this fails too, and nothing is counted.
    const putOff = await db.asMerchant(merchantId, (work) => postpone(work, chatId));
    note(putOff, 'messages not handled');
    throw error;
  }
}

type OpenChat = Chat & { flow: Frame[]; misunderstood: number; quietUntil: number | null };

async function lockChat(work: Work, chatId: string): Promise<OpenChat | undefined> {
  const [chat] = await query<OpenChat>(
    work,
    `SELECT id, phone, customer_id AS "customerId", flow, misunderstood, quiet_until AS "quietUntil" FROM chats
     WHERE merchant_id = current_merchant() AND id = ? FOR UPDATE`,
    [chatId],
  );
  return chat;
}

/** @returns what is handled now */
async function answerChat(work: Work, chatId: string, hearing: Hearing): Promise<readonly Said[]> {
  // They run in this order: what is unanswered is read once the chat is locked.
  const [, chat, said, shop] = await Promise.all([
    keepPlans(work),
    lockChat(work, chatId),
    unanswered(work, chatId),
    loadShop(work),
  ]);
  const last = said.at(-1);
  if (chat === undefined || last === undefined) return [];
  const waitMs = last.due_at - work.now;
  if (waitMs > 0 && waitMs < LONGEST_WAIT_MS && said.length < MESSAGES_AT_ONCE) {
    work.ring('turns', `${work.merchantId}:${chatId}`, waitMs);
    return [];
  }
  const turn = await openTurn(work, { shop, chat, last, hearing });
  // A customer's wish is about their own few rows; of the team's many are about the shop's.
  if (turn.speaker.staff !== null) planAsBefore(work);
  const heard = isQuiet(chat, work.now) ? reachingSilence(turn, said, chat.flow) : said;
  if (heard.length > 0) {
    const answered = await answerInTime(turn, heard, chat.flow);
    const outcome = sayingWhich(turn, heard, await repaired(turn, heard, answered, chat));
    const misunderstood = outcome.understood ? 0 : chat.misunderstood + 1;
    enqueueReply(work, chatId, `turn:${last.id}`, outcome.reply);
    const heardAt = lastHeard(said);
    noteChat(work, chatId, {
      heardAt,
      flow: outcome.flow.map((frame) => ({ saidAt: heardAt, ...frame })),
      misunderstood,
    });
  } else noteChat(work, chatId, { heardAt: lastHeard(said) });
  noteHandled(work, said);
  if (said.length === MESSAGES_AT_ONCE) work.ring('turns', `${work.merchantId}:${chatId}`);
  return said;
}

const lastHeard = (said: readonly Said[]): Instant => Math.max(...said.map(({ sent_at }) => sent_at));

interface ChatChange {
  heardAt?: Instant;
  flow?: readonly Frame[];
  misunderstood?: number;
}

/** What is not told stays; nobody was heard earlier than is known already. */
function noteChat(work: Work, chatId: string, { heardAt, flow, misunderstood }: ChatChange): void {
  work.sendAlong(
    `UPDATE chats SET flow = coalesce(?::jsonb, flow), misunderstood = coalesce(?::integer, misunderstood),
       heard_at = greatest(heard_at, ?::timestamptz)
     WHERE merchant_id = current_merchant() AND id = ?`,
    [
      flow === undefined ? null : JSON.stringify(flow),
      misunderstood ?? null,
      heardAt === undefined ? null : new Date(heardAt),
      chatId,
    ],
  );
}

function noteHandled(work: Work, said: readonly Said[]): void {
  const ids = said.map(({ id }) => id);
  work.sendAlong(
    `UPDATE inbound_messages SET handled_at = ? WHERE merchant_id = current_merchant() AND id = ANY(?::text[])`,
    [new Date(work.now), ids],
  );
  if (said.some(({ kind }) => kind !== 'text')) forgetMedia(work, ids);
}

/** What a customer says in vain: the second time they see the short menu, the third a person is called. */
async function repaired(
  turn: Turn,
  said: readonly Said[],
  answered: Outcome,
  chat: OpenChat,
): Promise<Outcome> {
  if (answered.understood) return answered;
  await noteMisunderstood(turn, said.map(({ body }) => body).join(' '), answered.offered ?? []);
  if (turn.speaker.staff !== null) return answered;
  const again = await sayAgain(turn, chat.misunderstood + 1, answered);
  return { ...again, understood: false };
}

/**
 * Runs what waits in a chat for the PIN of this member of the team, as an answer in that chat; in the transaction in which
 * the PIN was found right. False where it waits no more.
 */
export async function answerPin(
  work: Work,
  { chatId, staffId, request }: { chatId: string; staffId: string; request: string },
): Promise<boolean> {
  const [chat, shop] = await Promise.all([lockChat(work, chatId), loadShop(work)]);
  if (chat === undefined) return false;
  const turn = await openTurn(work, { shop, chat, last: { id: `pin:${request}`, name: '' }, hearing: ALONE });
  const { flow, next } = withoutNext(turn, chat.flow);
  const done = turn.speaker.staff?.id === staffId ? await afterPin(turn, flow, request) : null;
  if (done === null) return false;
  const outcome = await goneOn(turn, done, next);
  enqueueReply(work, chatId, turn.messageId, outcome.reply);
  noteChat(work, chatId, { flow: outcome.flow });
  return true;
}

/** A turn that failed is tried again; after the last try it is given up with an apology, so that the chat goes on. */
async function postpone(work: Work, chatId: string): Promise<readonly Said[]> {
  await work.trx('chats').where({ id: chatId }).forUpdate().select('id');
  const said = await unanswered(work, chatId);
  const last = said.at(-1);
  if (last === undefined) return said;
  const { attempts } = last;
  const givenUp = attempts + 1 >= ATTEMPTS;
  if (givenUp) {
    const shop = await loadShop(work);
    enqueueReply(work, chatId, `turn:${last.id}`, { text: messagesIn(shop.language).failed });
  }
  noteChat(work, chatId, { heardAt: lastHeard(said), ...(givenUp && { flow: [] }) });
  await work
    .trx('inbound_messages')
    .whereIn(
      'id',
      said.map((message) => message.id),
    )
    .update({
      attempts: attempts + 1,
      due_at: new Date(work.now + RETRY_MS * 2 ** attempts),
      handled_at: givenUp ? new Date(work.now) : null,
    });
  return said;
}

async function unanswered(work: Work, chatId: string): Promise<Said[]> {
  return query<Said>(
    work,
    `SELECT id, kind, body, name, sent_at, due_at, attempts FROM inbound_messages
     WHERE merchant_id = current_merchant() AND chat_id = ? AND handled_at IS NULL ORDER BY seq LIMIT ${MESSAGES_AT_ONCE}`,
    [chatId],
  );
}

interface Opened {
  shop: Shop;
  chat: Chat;
  last: Pick<Said, 'id' | 'name'>;
  hearing: Hearing;
}

async function openTurn(work: Work, { shop, chat, last, hearing }: Opened): Promise<Turn> {
  const { customerId: known } = chat;
  const [{ isNew, ...speaker }] = await Promise.all([
    speakerIn(work, chat, last.name),
    known === null ? undefined : tellWhatWasKept(work, known, chat.id),
  ]);
  const { id } = speaker.customer;
  if (id !== known && !isNew) await tellWhatWasKept(work, id, chat.id);
  const lang = speaker.customer.language ?? shop.language;
  const { now } = work;
  const say = messagesIn(lang);
  const of = { chatId: chat.id, messageId: last.id, saidIn: last.id };
  return { work, shop, speaker, lang, say, ...hearing, ...of, now };
}

/** What a request that waits for its PIN is about, as it was asked; null where it waits no more. */
export async function waitingIn(
  work: Work,
  { chatId, request }: { chatId: string; request: string },
): Promise<string | null> {
  const chat = await lockChat(work, chatId);
  return chat === undefined ? null : aboutWaiting(chat.flow, request, work.now);
}
