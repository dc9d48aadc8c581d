import type { Command, Turn } from '../command';
import { asksForMore } from '../commands/answers';
import {
  afterLapse,
  alone,
  asking,
  byName,
  isAwaited,
  isList,
  isLong,
  isOffer,
  isOpen,
  lapsed,
  lapsing,
  ledBy,
  REFUSED,
  run,
  settled,
  staysBelow,
  type Frame,
  type Outcome,
} from './flow';
import { withOwnArea } from './area-code';
import { cancelledAll, isCancelOfAll } from './cancel-all';
import { hear, isSure } from './hearing';
import { answerChoice, answerGuess, askAgain, whichOf } from './offered';
import { askForPin, letsGoAhead, PIN_STEP, whileWaiting } from '../pin';
import {
  guessQuestion,
  isAskedAlready,
  nothingPutRight,
  putRight,
  putRightBefore,
  undoubted,
} from './repair';
import { keepingRefused, refusedRight } from './refused';
import { itPutRight, wishOfIt } from './it';
import { shopMatter } from './shop-matters';
import { lastSpokenOf, wishOfSpokenOf } from './spoken-of';
import { languageHint, smallTalk, whoAnswers } from './small-talk';
import { correctionIn, isCancel, isNo, isUnsure, isYes, type Understood } from '../understand';

/**
 * One text, one answer. Opt-out wins in every state; then the innermost open step has the word, and what is no answer
 * to it is understood as a new wish while the step stays open. A guess of something risky only opens a confirmation.
 */
export async function respond(turn: Turn, text: string, flow: readonly Frame[]): Promise<Outcome> {
  const last = flow.at(-1);
  const below = flow.slice(0, -1);
  if (last?.step === REFUSED)
    return (await refusedRight(turn, text, last, below)) ?? respond(turn, text, below);
  const heard = hear(turn, text);
  const isWish = heard.intent !== 'none' && heard.intent !== 'menu';
  const talk = whoAnswers(turn, text) ?? (isWish ? null : smallTalk(turn, text));
  const outcome =
    (isSure(heard) ? null : await answerWithArea(turn, text, flow)) ??
    (isSure(heard) ? null : await answerOfSpokenOf(turn, text, flow)) ??
    (isSure(heard) && heard.intent !== 'add-rule' ? null : await answerOfIt(turn, text, flow)) ??
    (await answerTo(turn, { text, heard, talk: talk?.text ?? null }, flow));
  return { ...outcome, hint: languageHint(turn, text, talk?.lang ?? heard.lang) };
}

/** A phone without its area code has the speaker's own, which is said; null where that makes nothing of it. */
async function answerWithArea(turn: Turn, text: string, flow: readonly Frame[]): Promise<Outcome | null> {
  const whole = withOwnArea(turn, text);
  if (whole === null) return null;
  const asWritten = await toOpenStep(turn, text, flow);
  if (asWritten !== null) return goneBack(asWritten, flow);
  const heard = hear(turn, whole.text);
  const outcome = isSure(heard)
    ? await answerTo(turn, { text: whole.text, heard, talk: null }, flow)
    : ((await toOpenStep(turn, whole.text, flow)) ?? (await putRight(turn, whole.text, flow)));
  if (outcome === null) return null;
  const { reply } = outcome;
  return { ...outcome, reply: { ...reply, text: `${turn.say.ownArea(whole.area)}\n${reply.text}` } };
}

/** `saldo dela`: of the customer whom the team named last in this chat. */
async function answerOfSpokenOf(turn: Turn, text: string, flow: readonly Frame[]): Promise<Outcome | null> {
  const heard = wishOfSpokenOf(turn, text);
  if (heard === null) return null;
  const toStep = await toOpenStep(turn, text, flow);
  if (toStep !== null) return goneBack(toStep, flow);
  const who = await lastSpokenOf(turn);
  if (who === null)
    return { reply: { text: turn.say.customers.named.whom }, flow: [...flow], understood: true };
  const { customer: _stands, ...args } = heard.args;
  return answerTo(turn, { text, heard: { ...heard, args: { ...args, ...who } }, talk: null }, flow);
}

/** `passa ela para 200 pontos`: of what was spoken of just before, or is asked about. */
async function answerOfIt(turn: Turn, text: string, flow: readonly Frame[]): Promise<Outcome | null> {
  const right = await itPutRight(turn, text, flow);
  if (right !== null) return right;
  const heard = await wishOfIt(turn, text);
  return heard === null ? null : answerTo(turn, { text, heard, talk: null }, flow);
}

interface Message {
  text: string;
  heard: Understood;
  /** The answer where it is no wish but a greeting or thanks. */
  talk: string | null;
}

async function answerTo(
  turn: Turn,
  { text, heard, talk }: Message,
  flow: readonly Frame[],
): Promise<Outcome> {
  if (heard.intent === 'opt-out' && !heard.guessed) {
    const left = await run(turn, 'opt-out', heard.args, []);
    return { ...left, reply: lapsing(turn, left.reply, flow) };
  }
  if (isCancelOfAll(text)) return cancelledAll(turn, flow);
  if (flow.length === 0 && talk !== null) return { reply: { text: talk }, flow: [], understood: true };
  // `e agora` has a yes in it, and asks for the next step where none is open.
  const isAnswered = flow.length > 0 || !isSure(heard);
  const toStep =
    (isAnswered ? await toOpenStep(turn, text, flow) : null) ?? (await putRight(turn, text, flow));
  if (toStep !== null) return goneBack(toStep, flow);
  const unsure = flow.at(-1);
  if (
    unsure !== undefined &&
    !isOffer(unsure) &&
    unsure.question !== '' &&
    isOpen(unsure, turn) &&
    isUnsure(text, turn.lang)
  )
    return { reply: { text: turn.say.unsure(unsure.question) }, flow: [...flow], understood: true };
  if (talk !== null) return { reply: { text: talk }, flow: [...flow], understood: true };
  const open = flow.filter((frame) => isOpen(frame, turn));
  const matter = shopMatter(turn, text, heard);
  if (matter !== null)
    return asking(turn, { text: matter }, 'menu', 'guess', { intent: 'human', args: {} }, open);
  // A simulation is understood, and has no command to run it.
  if (heard.intent === 'none' && open.length < flow.length)
    return afterLapse(
      turn,
      flow.filter((frame) => !open.includes(frame)),
      open,
    );
  // A number said later is no answer to a list that another answer has followed.
  const isKept = (frame: Frame): boolean =>
    isLong(frame) || KEEPS_OPEN.has(heard.intent) || (frame.step !== 'guess' && frame.recalled !== true);
  const kept = open.filter((frame) => !isList(frame) && isKept(frame));
  if (!isSure(heard) && asksForMore(text))
    return { reply: { text: turn.say.menuNoMore }, flow: kept, understood: true };
  if (heard.intent === 'none') return askAgain(turn, heard.alternatives, open, text);
  if (nothingPutRight(turn, text, heard, open) || isAskedAlready(heard, open.at(-1)))
    return askAgain(turn, [], open);
  if (heard.confirm) {
    const data = { intent: heard.intent, args: heard.args, said: text };
    return asking(turn, { text: guessQuestion(turn, heard.intent, heard.args) }, 'menu', 'guess', data, open);
  }
  const outcome = alone(await run(turn, heard.intent, heard.args, kept, text), kept);
  return { ...keepingRefused(turn, text, heard, outcome), besides: kept };
}

/** Wishes that take no question away: it stays open, or is said to lapse. */
const KEEPS_OPEN: ReadonlySet<Understood['intent']> = new Set(['menu', 'human']);

/** What an answer leaves open is put again: it was asked before something else was. */
function goneBack(outcome: Outcome, flow: readonly Frame[]): Outcome {
  const left = outcome.flow.at(-1);
  const isLeft = left !== undefined && outcome.flow.length < flow.length && flow.includes(left);
  return isLeft ? { ...outcome, besides: outcome.flow } : outcome;
}

/** What the innermost open step makes of a text; null where that is no answer to it. */
export const toOpenStep = async (turn: Turn, text: string, flow: readonly Frame[]): Promise<Outcome | null> =>
  answerOpenStep(turn, text, [...flow]);

/** Null where no step is open, or the text is no answer to it. */
async function answerOpenStep(turn: Turn, text: string, flow: Frame[]): Promise<Outcome | null> {
  const frame = flow.pop();
  const leaves = isCancel(text, turn.lang);
  const isRefusal = isNo(text, turn.lang);
  const isAnswer = leaves || isYes(text, turn.lang) || isRefusal;
  const closed = { reply: { text: turn.say.smallTalk.closed }, flow, understood: true };
  if (frame === undefined) {
    if (isRefusal && !leaves) return closed;
    const { nothingOpen, nothingToCancel } = turn.say;
    const words = leaves ? nothingToCancel : nothingOpen;
    return isAnswer ? { reply: { text: words }, flow: [], understood: true } : null;
  }
  if (!isOpen(frame, turn)) {
    const left = { reply: { text: lapsed(turn, [frame]) }, flow, understood: true };
    return leaves || isRefusal ? left : isAnswer ? afterLapse(turn, [frame], flow) : null;
  }
  if (leaves) return { reply: { text: turn.say.cancelled }, flow: flow.filter(staysBelow), understood: true };
  if (frame.doubted === true && goesAhead(turn, text, frame)) return undoubted(turn, frame, flow);
  if (frame.step === 'guess') return answerGuess(turn, text, frame, flow);
  // A menu that was shown besides takes its numbers; what is none answers the question below.
  if (frame.step === 'choose')
    return (
      (await answerChoice(turn, text, { frame, flow, below: () => toOpenStep(turn, text, flow) })) ??
      (flow.length > 0 ? answerOpenStep(turn, text, flow) : isRefusal ? closed : null) ??
      (isAnswer ? whichOf(turn, frame, flow) : null)
    );
  const command = byName.get(frame.command);
  if (frame.step === PIN_STEP) {
    const reply = isNo(text, turn.lang) ? { text: turn.say.cancelled } : await whileWaiting(turn, text);
    return reply && { reply, flow: isNo(text, turn.lang) ? flow : [...flow, frame], understood: true };
  }
  if (command === undefined) return null;
  if (await needsPin(turn, command, frame, text)) {
    const { data, question, asked = question } = frame;
    const reply = await askForPin(turn, { step: frame.step, text, data, about: asked });
    return settled(turn, frame.command, reply, flow);
  }
  const step = command.steps?.[frame.step];
  const right = isList(frame) ? null : await putRightBefore(turn, text, frame, flow);
  if (right !== null) return right;
  const isBeside = isList(frame) && flow.some(isAwaited);
  const said = frame.step === 'confirm' || isBeside ? null : correctionIn(text, turn.lang);
  // `não, 5` to `quanto quer usar?`: what follows is the answer.
  const reply =
    (await step?.(turn, text, frame.data)) ?? (said === null ? null : await step?.(turn, said, frame.data));
  if (reply === undefined || reply === null) return untaken(turn, text, frame, flow);
  const { args } = frame;
  return alone(
    settled(turn, frame.command, reply, flow, { ...(args && { args }), ...ledBy(frame, text) }),
    flow,
  );
}

/** What is no answer to a step: a no leaves it all the same, and what is none to it is one to what goes on below it. */
async function untaken(turn: Turn, text: string, frame: Frame, flow: Frame[]): Promise<Outcome | null> {
  const { say, lang } = turn;
  const isRefusal = isNo(text, lang);
  if (isList(frame) && flow.some(isAwaited)) return answerOpenStep(turn, text, flow);
  if (isRefusal && !isLong(frame)) {
    const words = isList(frame) ? say.smallTalk.closed : say.cancelled;
    return { reply: { text: words }, flow, understood: true };
  }
  if (isYes(text, lang) && isAwaited(frame) && !isList(frame)) return askAgain(turn, [], [...flow, frame]);
  return flow.some(isLong) && !isLong(frame) ? answerOpenStep(turn, text, flow.filter(isLong)) : null;
}

const goesAhead = (turn: Turn, text: string, { command }: Frame): boolean => {
  const asked = byName.get(command);
  return isYes(text, turn.lang) || (asked !== undefined && letsGoAhead(text, turn, asked));
};

async function needsPin(turn: Turn, command: Command, { step, data }: Frame, text: string): Promise<boolean> {
  if (step !== 'confirm' || !letsGoAhead(text, turn, command)) return false;
  return (await command.pin?.(turn, data)) ?? false;
}
