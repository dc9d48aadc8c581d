import { isDeepStrictEqual } from 'node:util';
import { customersNamed, loadCustomer, type Language } from '../../loyalty';
import type { Args, CommandName, Reply, Turn } from '../command';
import {
  alone,
  askedIn,
  byName,
  isAwaited,
  isList,
  isLong,
  isOpen,
  isQuestion,
  run,
  settled,
  wishOf,
  type Frame,
  type Outcome,
} from './flow';
import { hear, isWish, personIn, todayOf } from './hearing';
import { questionText } from '../commands/staff/rules/rule-question';
import { formatIn, messagesIn } from '../messages';
import { PIN_STEP } from '../pin';
import { isChoice, refusedFrame } from './refused';
import {
  corrected,
  correctionIn,
  endIn,
  figureWithin,
  isFigureOfMany,
  leftOfRule,
  parseAmount,
  parseBrazilianPhone,
  printRule,
  reasonNamed,
  type Understood,
} from '../understand';

/** Back to the question that is open, once, after something else was answered: in the new language where that was changed. */
export async function resumed(turn: Turn, outcome: Outcome, open: readonly Frame[]): Promise<Outcome> {
  const frame = open.at(-1);
  if (frame === undefined) return outcome;
  const offered = outcome.flow.at(-1);
  if (offered !== undefined && isList(offered) && outcome.flow.at(-2) === frame && frame.step !== PIN_STEP) {
    const told = offered.step === 'choose' ? frame : { ...frame, recalled: true };
    const flow = [...outcome.flow.slice(0, -2), told, offered];
    return { ...withQuestion(turn, outcome, frame), flow };
  }
  const isAside = outcome.flow.length === open.length && outcome.flow.at(-1) === frame;
  const isPutAgain = frame.step === 'confirm' || isLong(frame);
  if (!isAside || !(isPutAgain || isAwaited(frame))) return outcome;
  const lang = (await loadCustomer(turn.work, turn.speaker.customer.id)).language ?? turn.shop.language;
  if (lang !== turn.lang && frame.args !== undefined) {
    const again = await putAgain({ ...turn, lang, say: messagesIn(lang) }, frame, open.slice(0, -1));
    return {
      ...again,
      reply: {
        ...again.reply,
        text: `${outcome.reply.text}

${again.reply.text}`,
      },
    };
  }
  if (!isPutAgain) return outcome;
  const flow = [...outcome.flow.slice(0, -1), { ...frame, recalled: true }];
  return { ...withQuestion(turn, outcome, frame), flow };
}

/** By its command; or by the answer that led to it, where that is the same answer in this language; or by the wish. */
async function putAgain(turn: Turn, frame: Frame, below: Frame[]): Promise<Outcome> {
  const { command: name, data, args = {}, before } = frame;
  const command = byName.get(name);
  const question = (await command?.again?.(turn, data)) ?? (await answeredAgain(turn, frame));
  if (question === null) return run(turn, name, args, below);
  return settled(turn, name, question, below, { args, ...(before && { before }) });
}

async function answeredAgain(turn: Turn, { command, step, data, before }: Frame): Promise<Reply | null> {
  const answer = before && byName.get(command)?.steps?.[before.step];
  if (answer === undefined || before?.said === undefined) return null;
  const reply = await answer(turn, before.said, before.data);
  const isSame = reply?.ask?.step === step && isDeepStrictEqual(withoutKey(reply.ask.data), withoutKey(data));
  return isSame ? reply : null;
}

/** As it is kept; its key is of the message. */
const withoutKey = ({ key: _key, ...data }: Frame['data']): unknown => JSON.parse(JSON.stringify(data));

/** What fits a screen. */
const SCREEN = 640;

/** Put again whole; where that is longer than a screen, by what it is about, its first line, and what it asks, its last. */
function withQuestion(turn: Turn, outcome: Outcome, { question }: Frame): Outcome {
  const { reply } = outcome;
  const again = (words: string): string => `${reply.text}\n\n${turn.say.backTo(words)}`;
  const lines = question.split('\n');
  const isLonger = lines.length > 2 && again(question).length > SCREEN;
  const text = again(isLonger ? [lines[0], lines.at(-1)].join('\n') : question);
  return { ...outcome, reply: { ...reply, text } };
}

/**
 * `não, 30`, or the figure alone, to a question: the wish again with what was put right, to be confirmed again; or else the
 * answer that led to it, given again.
 */
export async function putRight(turn: Turn, text: string, open: readonly Frame[]): Promise<Outcome | null> {
  const flow = askedIn(open);
  const frame = flow.at(-1);
  const said =
    correctionIn(text, turn.lang) ??
    figureIn(text, turn.lang) ??
    endIn(frame?.args ?? {}, text, turn.lang) ??
    partOfRule(turn, text, frame);
  if (frame === undefined || said === null || isList(frame) || isLong(frame) || !isOpen(frame, turn))
    return null;
  const below = flow.slice(0, -1);
  const { args = {}, command, before } = frame;
  const right =
    corrected(args, said, turn.lang, todayOf(turn)) ??
    (await customerPutRight(turn, args, said)) ??
    reasonPutRight(turn, args, said);
  if (right !== null) return run(turn, command, right, below);
  if (!isQuestion(frame)) return null;
  if (isFigureOfMany(args, said, turn.lang))
    return asksFirst(frame, below, turn.say.ruleQuestion.figureOfWhat(said));
  const ask = args.rule === undefined ? null : leftOfRule(args.rule, said, turn.lang, todayOf(turn));
  if (ask !== null && args.rule !== undefined) {
    const asked = asksFirst(frame, below, questionText(turn, ask));
    if (!isChoice(ask)) return asked;
    // What is answered to that goes into the rule.
    const sentence = `${printRule(args.rule, turn.lang)}, ${said}`;
    return { ...asked, flow: [...asked.flow, refusedFrame(turn, command, sentence)] };
  }
  const step = before && byName.get(command)?.steps?.[before.step];
  if (before === undefined || step === undefined) return null;
  for (const answer of [said, figureWithin(said, turn.lang)]) {
    const reply = answer === null ? null : await step(turn, answer, before.data);
    if (reply !== null) return settled(turn, command, reply, below, { args, before });
  }
  return null;
}

/** `não, 5` to `qual o motivo?` puts right what was said before, and is no answer, whatever words the step takes. */
export async function putRightBefore(
  turn: Turn,
  text: string,
  frame: Frame,
  below: readonly Frame[],
): Promise<Outcome | null> {
  const said = correctionIn(text, turn.lang);
  if (said === null || frame.args === undefined || isQuestion(frame) || isLong(frame)) return null;
  const right = corrected(frame.args, said, turn.lang, todayOf(turn));
  return right === null ? null : run(turn, frame.command, right, below);
}

/** `não, a Carla`, of whom the team named; where a reason may be meant, whoever there is. */
async function customerPutRight(turn: Turn, args: Args, said: string): Promise<Args | null> {
  const customer = args.customer === undefined ? null : personIn(turn, said);
  if (customer === null) return null;
  const isReason = args.reason !== undefined && (await customersNamed(turn.work, customer, 1)).length === 0;
  const { phone: _before, ...others } = args;
  return isReason ? null : { ...others, customer };
}

/** `não, troca de produto`: any words can be a reason that no other part of the wish can be, nor a wish. */
function reasonPutRight(turn: Turn, args: Args, said: string): Args | null {
  const reason = reasonNamed(said);
  return args.reason === undefined || /\d/.test(said) || isWish(turn, said) ? null : { ...args, reason };
}

/** What was said is asked about: a yes to that is none to the question, which stays. */
const asksFirst = (frame: Frame, below: readonly Frame[], text: string): Outcome => ({
  reply: { text },
  flow: [...below, { ...frame, doubted: true }],
  understood: true,
});

/** `vale 30 dias`, while a rule is asked about: what is no wish of its own. */
const partOfRule = (turn: Turn, text: string, frame: Frame | undefined): string | null =>
  frame?.step === 'confirm' && frame.args?.rule !== undefined && isPart(turn, text) ? text.trim() : null;

/** No wish, or a sentence that lacks what a rule gives. */
const isPart = (turn: Turn, text: string): boolean =>
  !isWish(turn, text) || LACKING.has(hear(turn, text).args.ask?.reason);
const LACKING: ReadonlySet<string | undefined> = new Set([
  'no-benefit',
  'number-left-over',
  'which-of',
  'until-when',
]);

/** A figure or a phone that stands alone. */
const figureIn = (text: string, lang: Language): string | null =>
  parseAmount(text, lang) !== null || parseBrazilianPhone(text.trim()) !== null ? text.trim() : null;

/**
 * Whether it puts something right that cannot be: it is no new wish, and least of all one of the staff's own wallet, however
 * like one it is.
 */
export function nothingPutRight(
  { lang, speaker }: Turn,
  text: string,
  { intent, guessed, confirm }: Understood,
  open: readonly Frame[],
): boolean {
  const asked = open.at(-1);
  // `começa dia 1 de dezembro` speaks of what is asked, and is not understood.
  if (guessed && confirm && intent === 'profile' && asked !== undefined && isQuestion(asked)) return true;
  if (!guessed || correctionIn(text, lang) === null) return false;
  if (asked !== undefined && (isQuestion(asked) || asked.step === 'guess')) return true;
  const command = [...byName.values()].find(({ name }) => name === intent);
  return speaker.staff !== null && command?.who === 'customer' && command.risky;
}

/** `golpe` to `bloqueio …?`: a guess that names nothing more than what is asked. */
export const isAskedAlready = ({ intent, args, confirm }: Understood, asked: Frame | undefined): boolean =>
  confirm && asked?.command === intent && isQuestion(asked) && Object.keys(args).length === 0;

/** What goes ahead is the question as it stands, once it is seen again: not what could not be put right. */
export function undoubted(turn: Turn, frame: Frame, below: readonly Frame[]): Outcome {
  const asked = { ...frame, doubted: false };
  return { reply: { text: turn.say.backTo(asked.question) }, flow: [...below, asked], understood: true };
}

/** `na verdade só a metade` to a guess of something whose amount is asked for, and that is confirmed after that. */
export async function guessPutRight(
  turn: Turn,
  text: string,
  { intent, args }: { intent: CommandName; args: Args },
  below: readonly Frame[],
): Promise<Outcome | null> {
  const said = correctionIn(text, turn.lang);
  const { amount, confirm } = byName.get(intent)?.steps ?? {};
  if (said === null || amount === undefined || confirm === undefined) return null;
  const right = corrected(args, said, turn.lang, todayOf(turn));
  if (right !== null) return alone(await run(turn, intent, right, below), below);
  const asked = (await run(turn, intent, args, [])).flow.at(-1);
  const reply = asked?.step === 'amount' ? await amount(turn, said, asked.data) : null;
  return reply === null ? null : alone(settled(turn, intent, reply, below, { args }), below);
}

/** Whether a guess is meant, with what it would write. */
export function guessQuestion(turn: Turn, intent: CommandName, args: Args): string {
  const { say, lang, shop } = turn;
  return intent === 'profile' && args.birthday !== undefined
    ? say.profile.isBirthday(formatIn(lang, shop.zone).birthday(args.birthday))
    : say.confirmGuess(wishOf(turn, intent, args));
}
