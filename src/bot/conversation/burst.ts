import type { InboundMessage } from '../channel';
import type { Reply, Turn } from '../command';
import { respond } from './dialog';
import { settled, type Frame, type Outcome } from './flow';
import { answerPicture } from '../receiving/pictures';
import { SECRET } from '../receiving/receive';
import { isNo, isYes, LONGEST_WISH } from '../understand';

/** A message that waits for its answer. */
export interface Said {
  id: string;
  kind: InboundMessage['kind'] | typeof SECRET;
  body: string;
  name: string;
  sent_at: number;
  due_at: number;
  attempts: number;
}

/**
 * A burst is one wish in pieces: together first; if that means nothing, one by one, each in its turn, and the answers
 * go out as one.
 */
export async function answer(turn: Turn, said: readonly Said[], flow: Frame[]): Promise<Outcome> {
  if (said.some(({ kind }) => kind === SECRET)) return { reply: secretTyped(turn), flow, understood: true };
  const picture = said.findLast(({ kind }) => kind === 'image');
  if (picture !== undefined) {
    const { reply, isReceipt } = await answerPicture(turn, picture.id);
    // Words beside a picture that is no receipt are a wish of their own.
    if (isReceipt || said.every(({ body }) => body.trim() === ''))
      return settled(turn, 'claim-sale', reply, flow);
  }
  const unreadable = said.every((message) => message.kind !== 'text' && message.body === '');
  if (unreadable) return { reply: { text: wordsFor(turn, said.at(-1)?.kind) }, flow, understood: true };
  const written = said.map((message) => message.body).filter((body) => body.trim() !== '');
  // Nothing is asked yet that a yes among several messages could be the answer to.
  const isAnswer = (body: string): boolean => isYes(body, turn.lang) || isNo(body, turn.lang);
  const wishes = flow.length > 0 ? written : written.filter((body) => !isAnswer(body));
  const texts = wishes.length > 0 ? wishes : written;
  const together = await answerText(turn, texts.join(' '), flow);
  // What all of it together is only like may be two wishes.
  const isGuessed = together.flow.at(-1)?.step === 'guess';
  if (texts.length < 2 || (together.understood && !isGuessed)) return together;
  let last: Outcome = { ...together, flow };
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

async function answerText(turn: Turn, text: string, flow: Frame[]): Promise<Outcome> {
  const simple = (words: string): Outcome => ({ reply: { text: words }, flow, understood: true });
  if (text.trim() === '') return simple(turn.say.empty);
  if (text.length > LONGEST_WISH) return simple(turn.say.tooLong);
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
