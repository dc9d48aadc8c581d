import type { Reply, Turn } from '../command';
import { respond, toOpenStep } from './dialog';
import { isAwaited, isList, isOpen, type Frame, type Outcome } from './flow';
import { hears } from './hearing';
import { PIN_STEP } from '../pin';
import { putRight, resumed } from './repair';
import { LONGEST_WISH } from '../understand';
import {
  isAnswer,
  isWhole,
  mayAsk,
  mends,
  tellingParts,
  wishesIn,
  withoutAnd,
  withoutRepeats,
} from './wishes';

/** Several messages: the wishes that they are, in their turn, and then back to the question that is open. */
export async function answerWishes(turn: Turn, texts: readonly string[], flow: Frame[]): Promise<Outcome> {
  const isAsked = flow.some(isAwaited);
  const [one = '', ...more] = texts;
  const written = more.length === 0 && !isAsked ? tellingParts(turn, one) : texts;
  const said = written.map((text, i) => (i === 0 ? text : withoutAnd(turn, text)));
  const wishes = withoutRepeats(turn, wishesIn(turn, said, isAsked));
  const [only = []] = wishes;
  const outcome = wishes.length > 1 ? await eachInTurn(turn, wishes, flow) : await together(turn, only, flow);
  const { besides, ...answered } = outcome;
  return besides === undefined ? answered : resumed(turn, answered, besides);
}

/** The pieces of one wish: together, and where that means nothing, one by one. */
async function together(turn: Turn, pieces: readonly string[], flow: Frame[]): Promise<Outcome> {
  const outcome = await answerText(turn, pieces.join(' '), flow);
  // What all of it together is only like may be two wishes.
  const isGuessed = outcome.flow.at(-1)?.step === 'guess';
  if (pieces.length < 2 || (outcome.understood && !isGuessed)) return outcome;
  const each = await eachInTurn(
    turn,
    pieces.map((piece) => [piece]),
    flow,
  );
  return each.understood ? each : outcome;
}

/** Where the answers to several wishes have come to. */
interface Standing {
  done: Outcome[];
  /** What one of them asks: one question at a time, and the last that is said. */
  asked: Outcome | null;
  flow: Frame[];
  later: string[];
}

/** Each in its turn. What would ask beside a question that one of them asks waits for its answer. */
async function eachInTurn(turn: Turn, wishes: readonly string[][], flow: Frame[]): Promise<Outcome> {
  const standing: Standing = { done: [], asked: null, flow, later: [] };
  // Whoever is called is called last, since the bot is silent then: nothing is asked that no answer could reach.
  const isCall = ([text = '']: readonly string[]): boolean =>
    turn.speaker.staff === null && hears(turn, text, ['human']);
  const calls = wishes.filter(isCall);
  const others = wishes.filter(
    (wish) => !isCall(wish) && (calls.length === 0 || !mayAsk(turn, wish.join(' '))),
  );
  const inOrder = [...others, ...calls];
  let isAnswered = false;
  for (const [i, pieces] of inOrder.entries()) {
    const text = pieces.join(' ');
    // One answer to what was asked before; what is asked here was not seen when this was said, and can only be left.
    if (isAnswer(turn, text)) {
      const isLeft = standing.asked !== null && mends(turn, text);
      if (!isLeft && (standing.asked !== null || isAnswered)) continue;
      isAnswered ||= !isLeft;
    }
    await answerNext({ ...turn, messageId: `${turn.messageId}:${i}` }, pieces, standing);
  }
  const { done, asked, later } = standing;
  if (asked === null) return merged(done, withList(standing.flow, done));
  return merged([...done, asked], waitingFor(asked.flow, later));
}

async function answerNext(turn: Turn, pieces: readonly string[], standing: Standing): Promise<void> {
  const { asked, flow } = standing;
  const text = pieces.join(' ');
  // What was said last is what is meant.
  const isOfLater = standing.later.length > 0 && mends(turn, text);
  const taken = asked === null || isOfLater ? null : await takenBy(turn, text, asked);
  if (asked !== null && taken === null && (isOfLater || mayAsk(turn, text))) {
    standing.later.push(text);
    return;
  }
  const outcome = taken ?? (await together(turn, pieces, asked === null ? flow : []));
  if (!outcome.understood) return;
  const opened = outcome.flow.at(-1);
  const isAsked = opened !== undefined && isAwaited(opened) && !flow.includes(opened);
  if (isAsked) standing.asked = outcome;
  else standing.done.push(outcome);
  if (asked === null || taken !== null) standing.flow = outcome.flow;
  if (taken !== null && !isAsked) standing.asked = null;
}

/** What the question of a wish before makes of it: `pausar`, `mensagens`. */
async function takenBy(turn: Turn, text: string, { flow }: Outcome): Promise<Outcome | null> {
  const frame = flow.at(-1);
  // Nothing goes ahead by it: it is put right or left.
  if (frame !== undefined && mends(turn, text))
    return (await toOpenStep(turn, text, flow)) ?? putRight(turn, text, flow);
  if (frame === undefined || ['confirm', 'guess', PIN_STEP].includes(frame.step)) return null;
  return isList(frame) || !isWhole(turn, text) ? toOpenStep(turn, text, flow) : null;
}

/** A list that was shown among other answers still takes its numbers. */
function withList(flow: Frame[], done: readonly Outcome[]): Frame[] {
  const list = done
    .map((outcome) => outcome.flow.at(-1))
    .findLast((frame) => frame !== undefined && isList(frame));
  return list === undefined ? flow : [...flow.filter((frame) => !isList(frame)), list];
}

/** Several answers as one. */
export function merged(outcomes: readonly Outcome[], flow: Frame[]): Outcome {
  const replies = outcomes.map(({ reply }) => reply);
  const text = [...new Set(replies.map((reply) => reply.text))].join('\n\n');
  const first = <Name extends keyof Reply>(name: Name): Pick<Reply, Name> | undefined =>
    replies.find((reply) => reply[name] !== undefined);
  const choices = replies.findLast((one) => one.choices !== undefined)?.choices;
  const { card } = first('card') ?? {};
  const { document } = first('document') ?? {};
  const { forgetWhenSent } = first('forgetWhenSent') ?? {};
  const { ends } = first('ends') ?? {};
  const besides = outcomes.findLast((one) => one.besides !== undefined)?.besides;
  const hint = outcomes.find((one) => typeof one.hint === 'string')?.hint;
  return {
    reply: {
      text,
      ...(card && { card }),
      ...(document && { document }),
      ...(choices && { choices }),
      ...(forgetWhenSent && { forgetWhenSent }),
      ...(ends && { ends }),
    },
    flow,
    understood: outcomes.some(({ understood }) => understood),
    ...(besides && { besides }),
    ...(hint !== undefined && { hint }),
  };
}

/** What waits, kept with the question that it waits for. */
function waitingFor(flow: Frame[], next: readonly string[]): Frame[] {
  const question = flow.findLast(isAwaited);
  if (question === undefined || next.length === 0) return flow;
  const all = [...(question.next ?? []), ...next];
  return flow.map((frame) => (frame === question ? { ...frame, next: all } : frame));
}

/** What is open, and apart from it what waits for that; with a question that has lapsed, so has what waits for it. */
export function withoutNext(turn: Turn, stored: readonly Frame[]): { flow: Frame[]; next: string[] } {
  const next = stored.flatMap((frame) => (isOpen(frame, turn) ? (frame.next ?? []) : []));
  const flow = stored.map((frame) => {
    const { next: waiting, ...alone } = frame;
    return waiting === undefined ? frame : alone;
  });
  return { flow, next };
}

/** What waited goes on once no question is open. */
export async function goneOn(turn: Turn, outcome: Outcome, next: readonly string[]): Promise<Outcome> {
  if (next.length === 0 || outcome.reply.ends === true) return outcome;
  if (outcome.flow.some((frame) => isAwaited(frame) && isOpen(frame, turn)))
    return { ...outcome, flow: waitingFor(outcome.flow, next) };
  const at = { ...turn, messageId: `${turn.messageId}:next` };
  const wishes = next.map((text) => [text]);
  const more = await eachInTurn(at, wishes, outcome.flow);
  return more.reply.text === '' ? outcome : merged([outcome, more], more.flow);
}

async function answerText(turn: Turn, text: string, flow: Frame[]): Promise<Outcome> {
  const simple = (words: string): Outcome => ({ reply: { text: words }, flow, understood: true });
  if (text.trim() === '') return simple(turn.say.empty);
  if (text.length > LONGEST_WISH) return simple(turn.say.tooLong);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    // A thumb is no yes: money may hang on it.
    const { question = '', step } = flow.at(-1) ?? {};
    if (question !== '') return simple(step === 'choose' ? question : turn.say.stillOpen(question));
    return simple(/\p{Extended_Pictographic}/u.test(text) ? turn.say.emojiOnly : turn.say.notUnderstood);
  }
  return respond(turn, text, flow);
}
