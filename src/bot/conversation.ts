import type { Database, Work } from '../db';
import { loadShop } from '../loyalty';
import { query } from '../rows';
import type { InboundMessage } from './channel';
import type { Reply, Turn } from './command';
import { aboutWaiting, afterPin, ownUnderstanding, respond, type Frame, type Outcome } from './dialog';
import { messagesIn } from './messages';
import { noteMisunderstood } from './misunderstood';
import { enqueueReply } from './outbox-rows';
import { forgetMedia, LONGEST_MESSAGE, SECRET } from './receive';
import { answerPicture } from './pictures';
import { speakerIn, type Chat } from './speaker';
import { isNo, isYes, type Understanding } from './understand';

const MESSAGES_AT_ONCE = 50;
const ATTEMPTS = 4;
const RETRY_MS = 1_000;
/** A longer text is nobody's wish. */
const LONGEST_WISH = 1_000;

interface Said {
  id: string;
  kind: InboundMessage['kind'] | typeof SECRET;
  body: string;
  name: string;
  due_at: number;
  attempts: number;
}

/**
 * Answers what was said in a chat. One turn at a time: the chat's row is locked, and the answer, everything it did, and
 * the note that the messages are handled are one transaction, so that a turn happens wholly and once.
 */
export async function takeTurn(
  db: Database,
  merchantId: number,
  chatId: string,
  understanding: Understanding = ownUnderstanding,
): Promise<void> {
  try {
    await db.asMerchant(merchantId, (work) => answerChat(work, chatId, understanding));
  } catch (error) {
    // Where the database itself is gone this fails too, and nothing is counted.
    await db.asMerchant(merchantId, (work) => postpone(work, chatId));
    throw error;
  }
}

type OpenChat = Chat & { flow: Frame[]; misunderstood: number };

async function lockChat(work: Work, chatId: string): Promise<OpenChat | undefined> {
  const [chat] = await query<OpenChat>(
    work,
    `SELECT id, phone, customer_id AS "customerId", flow, misunderstood FROM chats
     WHERE merchant_id = current_merchant() AND id = ? FOR UPDATE`,
    [chatId],
  );
  return chat;
}

async function answerChat(work: Work, chatId: string, understanding: Understanding): Promise<void> {
  const chat = await lockChat(work, chatId);
  if (chat === undefined) return;
  const said = await unanswered(work, chatId);
  const last = said.at(-1);
  if (last === undefined) return;
  if (last.due_at > work.now && said.length < MESSAGES_AT_ONCE) {
    work.ring('turns', `${work.merchantId}:${chatId}`, last.due_at - work.now);
    return;
  }
  const turn = await openTurn(work, chat, last, understanding);
  const { reply, flow, understood, offered = [] } = await answer(turn, said, chat.flow);
  if (!understood) await noteMisunderstood(turn, said.map(({ body }) => body).join(' '), offered);
  await enqueueReply(work, chatId, `turn:${last.id}`, reply);
  const answered = said.map((message) => message.id);
  await query(
    work,
    `UPDATE inbound_messages SET handled_at = ? WHERE merchant_id = current_merchant() AND id = ANY(?::text[])`,
    [new Date(work.now), answered],
  );
  await forgetMedia(work, answered);
  await work
    .trx('chats')
    .where({ id: chatId })
    .update({ flow: JSON.stringify(flow), misunderstood: understood ? 0 : chat.misunderstood + 1 });
  if (said.length === MESSAGES_AT_ONCE) work.ring('turns', `${work.merchantId}:${chatId}`);
}

/**
 * Runs what waits in a chat for the PIN of this member of the team, as an answer in that chat; in the transaction in which
 * the PIN was found right. False where it waits no more.
 */
export async function answerPin(
  work: Work,
  { chatId, staffId, request }: { chatId: string; staffId: string; request: string },
): Promise<boolean> {
  const chat = await lockChat(work, chatId);
  if (chat === undefined) return false;
  const turn = await openTurn(work, chat, { id: `pin:${request}`, name: '' });
  const outcome = turn.speaker.staff?.id === staffId ? await afterPin(turn, chat.flow, request) : null;
  if (outcome === null) return false;
  await enqueueReply(work, chatId, turn.messageId, outcome.reply);
  await work
    .trx('chats')
    .where({ id: chatId })
    .update({ flow: JSON.stringify(outcome.flow) });
  return true;
}

/** A turn that failed is tried again; after the last try it is given up with an apology, so that the chat goes on. */
async function postpone(work: Work, chatId: string): Promise<void> {
  await work.trx('chats').where({ id: chatId }).forUpdate().select('id');
  const said = await unanswered(work, chatId);
  const last = said.at(-1);
  if (last === undefined) return;
  const { attempts } = last;
  const givenUp = attempts + 1 >= ATTEMPTS;
  if (givenUp) {
    const shop = await loadShop(work);
    await enqueueReply(work, chatId, `turn:${last.id}`, { text: messagesIn(shop.language).failed });
    await work.trx('chats').where({ id: chatId }).update({ flow: '[]' });
  }
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
}

async function unanswered(work: Work, chatId: string): Promise<Said[]> {
  return query<Said>(
    work,
    `SELECT id, kind, body, name, due_at, attempts FROM inbound_messages
     WHERE merchant_id = current_merchant() AND chat_id = ? AND handled_at IS NULL ORDER BY seq LIMIT ${MESSAGES_AT_ONCE}`,
    [chatId],
  );
}

async function openTurn(
  work: Work,
  chat: Chat,
  last: Pick<Said, 'id' | 'name'>,
  understanding: Understanding = ownUnderstanding,
): Promise<Turn> {
  const shop = await loadShop(work);
  const speaker = await speakerIn(work, chat, last.name);
  const lang = speaker.customer.language ?? shop.language;
  const { now } = work;
  const say = messagesIn(lang);
  return { work, shop, speaker, lang, say, understanding, chatId: chat.id, messageId: last.id, now };
}

type Answer = Outcome;

/**
 * A burst is one wish in pieces: together first; if that means nothing, one by one, each in its turn, and the answers
 * go out as one.
 */
async function answer(turn: Turn, said: readonly Said[], flow: Frame[]): Promise<Answer> {
  if (said.some(({ kind }) => kind === SECRET)) return { reply: secretTyped(turn), flow, understood: true };
  const picture = said.findLast(({ kind }) => kind === 'image');
  if (picture !== undefined) {
    const { reply, isReceipt } = await answerPicture(turn, picture.id);
    // Words beside a picture that is no receipt are a wish of their own.
    if (isReceipt || said.every(({ body }) => body.trim() === '')) return { reply, flow, understood: true };
  }
  const unreadable = said.every((message) => message.kind !== 'text' && message.body === '');
  if (unreadable) return { reply: { text: wordsFor(turn, said.at(-1)?.kind) }, flow, understood: true };
  const written = said.map((message) => message.body).filter((body) => body.trim() !== '');
  // Nothing is asked yet that a yes among several messages could be the answer to.
  const isAnswer = (body: string): boolean => isYes(body, turn.lang) || isNo(body, turn.lang);
  const wishes = flow.length > 0 ? written : written.filter((body) => !isAnswer(body));
  const texts = wishes.length > 0 ? wishes : written;
  const together = await answerText(turn, texts.join(' '), flow);
  if (texts.length < 2 || together.understood) return together;
  let last: Answer = { ...together, flow };
  const replies: Reply[] = [];
  for (const [i, text] of texts.entries()) {
    // What was said before a question was seen is no answer to it.
    const openedHere = last.flow.length > flow.length;
    if (openedHere && isAnswer(text)) continue;
    last = await answerText({ ...turn, messageId: `${turn.messageId}:${i}` }, text, last.flow);
    if (last.understood) replies.push(last.reply);
  }
  if (replies.length === 0) return together;
  const card = replies.find((reply) => reply.card !== undefined)?.card;
  const document = replies.find((reply) => reply.document !== undefined)?.document;
  const text = replies.map((reply) => reply.text).join('\n\n');
  const reply = { text, ...(card && { card }), ...(document && { document }) };
  return { ...last, understood: true, reply };
}

async function answerText(turn: Turn, text: string, flow: Frame[]): Promise<Answer> {
  const simple = (words: string): Answer => ({ reply: { text: words }, flow, understood: true });
  if (text.trim() === '') return simple(turn.say.empty);
  if (text.length > LONGEST_WISH || text.length > LONGEST_MESSAGE) return simple(turn.say.tooLong);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    // A thumb is no yes: money may hang on it.
    const { question } = flow.at(-1) ?? {};
    if (question !== undefined) return simple(turn.say.stillOpen(question));
    return simple(/\p{Extended_Pictographic}/u.test(text) ? turn.say.emojiOnly : turn.say.notUnderstood);
  }
  return respond(turn, text, flow);
}

/** What is shown in a chat is seen by whoever sees the chat: why it was not taken, and the way that is safe. */
function secretTyped({ say: { smartpos }, speaker }: Turn): Reply {
  const { secretTyped: why, secretTypedOwner: instead } = smartpos;
  return { text: speaker.staff?.role === 'owner' ? `${why} ${instead}` : why };
}

function wordsFor(turn: Turn, kind: Said['kind'] | undefined): string {
  return kind === 'audio' ? turn.say.audio : turn.say.otherKind;
}

/** What a request that waits for its PIN is about, as it was asked; null where it waits no more. */
export async function waitingIn(
  work: Work,
  { chatId, request }: { chatId: string; request: string },
): Promise<string | null> {
  const chat = await lockChat(work, chatId);
  return chat === undefined ? null : aboutWaiting(chat.flow, request, work.now);
}
