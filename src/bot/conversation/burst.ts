import type { InboundMessage } from '../channel';
import { codeOfLink, loadCustomer } from '../../loyalty';
import type { Reply, Turn } from '../command';
import { respond } from './dialog';
import { settled, type Frame, type Outcome } from './flow';
import { hear } from './hearing';
import { answerWishes, goneOn, merged, withoutNext } from './in-turn';
import { answerPicture } from '../receiving/pictures';
import { SECRET } from '../receiving/receive';
import { WITHHELD_PIN } from '../receiving/secret-texts';
import { isNo, isYes } from '../understand';
import { optOutsIn, withoutOptOut } from './wishes';

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

/** What was said, answered as one; what waited for a question that is answered now goes on. */
export async function answer(turn: Turn, said: readonly Said[], stored: readonly Frame[]): Promise<Outcome> {
  const { flow, next } = withoutNext(turn, stored);
  const { hint, ...outcome } = await goneOn(turn, await answerSaid(turn, said, flow), next);
  if (typeof hint !== 'string') return outcome;
  return { ...outcome, reply: { ...outcome.reply, text: `${outcome.reply.text}\n${hint}` } };
}

async function answerSaid(turn: Turn, said: readonly Said[], flow: Frame[]): Promise<Outcome> {
  const secret = said.find(({ kind }) => kind === SECRET);
  if (secret !== undefined) return { reply: secretTyped(turn, secret.body), flow, understood: true };
  const picture = said.findLast(({ kind }) => kind === 'image');
  if (picture !== undefined) {
    const { reply, isReceipt } = await answerPicture(turn, picture.id);
    // Words beside a picture that is no receipt are a wish of their own.
    if (isReceipt || said.every(({ body }) => body.trim() === ''))
      return settled(turn, 'claim-sale', reply, flow);
  }
  const unreadable = said.every((message) => message.kind !== 'text' && message.body === '');
  if (unreadable) return { reply: { text: wordsFor(turn, said.at(-1)?.kind) }, flow, understood: true };
  // A scanner at the counter's computer types the link of a voucher's QR.
  const written = said.map(({ body }) => codeOfLink(body) ?? body).filter((body) => body.trim() !== '');
  // Nothing is asked yet that a yes among several messages could be the answer to, nor a no before all others.
  const first = written.findIndex((body) => !isYesOrNo(turn, body));
  const wishes =
    flow.length > 0 ? written : written.filter((body, i) => i >= first && !isYes(body, turn.lang));
  return answerTexts(turn, said, wishes.length > 0 ? wishes : written, flow);
}

/** Opt-outs first, whatever else was said. */
async function answerTexts(
  turn: Turn,
  said: readonly Said[],
  texts: readonly string[],
  flow: Frame[],
): Promise<Outcome> {
  const { optOuts, rest } = optOutsIn(
    turn,
    texts.flatMap((text) => withoutOptOut(turn, text)),
  );
  if (optOuts.length === 0) return answerWishes(turn, texts, flow);
  const ofAll = optOuts.find((text) => hear(turn, text).args.kind === 'all');
  const optOut = ofAll ?? optOuts[0] ?? '';
  const saidIn = said.find(({ body }) => withoutOptOut(turn, body).includes(optOut))?.id ?? turn.saidIn;
  const done = await respond({ ...turn, messageId: `${turn.messageId}:out`, saidIn }, optOut, flow);
  if (rest.length === 0) return done;
  const { work, speaker } = turn;
  const customer = await loadCustomer(work, speaker.customer.id);
  const others = await answerWishes({ ...turn, speaker: { ...speaker, customer } }, rest, done.flow);
  // What is left of the same wish (`da lista`) is no other.
  const isOther = others.understood && others.flow.at(-1)?.step !== 'guess';
  return isOther ? merged([done, others], others.flow) : done;
}

const isYesOrNo = ({ lang }: Turn, text: string): boolean => isYes(text, lang) || isNo(text, lang);

/** What is shown in a chat is seen by whoever sees the chat: why it was not taken, and the way that is safe. */
function secretTyped({ say: { smartpos }, speaker }: Turn, kept: string): Reply {
  if (kept === WITHHELD_PIN) {
    const { pinTyped, pinTypedStaff } = smartpos;
    return { text: speaker.staff === null ? pinTyped : `${pinTyped} ${pinTypedStaff}` };
  }
  const { secretTyped: why, secretTypedOwner: instead } = smartpos;
  return { text: speaker.staff?.role === 'owner' ? `${why} ${instead}` : why };
}

function wordsFor(turn: Turn, kind: Said['kind'] | undefined): string {
  return kind === 'audio' ? turn.say.audio : turn.say.otherKind;
}
