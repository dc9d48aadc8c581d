import { choicesOf } from './choices';
import type { Args, Command, CommandName, Reply, Turn } from '../command';
import { commands } from '../commands';
import { askForPin, PIN_STEP } from '../pin';
import { mayRun } from '../roles';
import { createUnderstanding } from '../understand';

const OPEN_MS = 10 * 60_000;
/** Somebody looks for the CNPJ, and serves customers meanwhile. */
const OPENING_MS = 60 * 60_000;
/** As long as its link. */
const PIN_OPEN_MS = 15 * 60_000;
/** More open steps than this are forgotten, the outermost first. */
const DEEPEST_FLOW = 3;
/** A longer question is put again by its last line. */
const LONGEST_AGAIN = 500;

/** An open step: the next message goes to it first. `choose` and `guess` are the dialog's own. */
export interface Frame {
  command: CommandName;
  step: string;
  data: Record<string, unknown>;
  askedAt: number;
  /** When what it follows was said, by the clock of the channel. */
  saidAt?: number;
  /** As it was put, to be put again. */
  question: string;
  /** Whether it was put again after something else: the next wish ends it. */
  recalled?: boolean;
  /** Something that was said to it was asked about: a yes is none to that, and has it put again first. */
  doubted?: boolean;
  /** What the wish named, to be put right or asked again in another language. */
  args?: Args;
  /** The whole of it, where a PIN may be asked for. */
  asked?: string;
  /** The step whose answer led here, and the answer: it may be put right, or given again in another language. */
  before?: Pick<Frame, 'step' | 'data'> & { said?: string };
  /** What was said with it and would ask as well: it waits until this is answered. */
  next?: readonly string[];
}

export interface Outcome {
  reply: Reply;
  flow: Frame[];
  understood: boolean;
  /** What was offered instead of what was not understood. */
  offered?: readonly CommandName[];
  /** To who writes in another language: how to have it. */
  hint?: string | null;
  /** What was open before it was answered and still is: it is put again. */
  besides?: readonly Frame[];
}

/** With no phrases but its own. */
export const ownUnderstanding = createUnderstanding(commands);
export const byName = new Map(commands.map((command) => [command.name, command]));

export const isInTime = (frame: Frame, { now }: Pick<Turn, 'now'>): boolean =>
  now - frame.askedAt < (frame.step === PIN_STEP ? PIN_OPEN_MS : isOpening(frame) ? OPENING_MS : OPEN_MS);

/** Who has left the team since the question answers it no more. */
export const isOpen = (frame: Frame, turn: Pick<Turn, 'now' | 'speaker'>): boolean =>
  isInTime(frame, turn) && mayAnswer(turn, frame);

function mayAnswer(turn: Pick<Turn, 'speaker'>, { command }: Frame): boolean {
  const asked = byName.get(command);
  return asked === undefined || maySay(turn, asked);
}

/** What is said to an answer that comes too late, or of whom may give it no more. */
export function lapsed(turn: Turn, flow: readonly Frame[]): string {
  const [mine] = flow.filter((frame) => !mayAnswer(turn, frame));
  const who = mine === undefined ? 'customer' : (byName.get(mine.command)?.who ?? 'customer');
  if (who !== 'customer') return turn.say.notAllowed(who);
  return flow.some((frame) => isOpening(frame) && !isOpen(frame, turn))
    ? turn.say.shop.lapsed
    : turn.say.expired;
}

/** The customer's wish that a lapsed question was about is asked about again, so that a yes has the question put anew. */
export function afterLapse(turn: Turn, late: readonly Frame[], open: readonly Frame[]): Outcome {
  const text = lapsed(turn, late);
  const frame = late.at(-1);
  const wish = text === turn.say.expired && frame !== undefined ? wishBehind(frame) : null;
  if (wish === null) return { reply: { text }, flow: [...open], understood: true };
  const { intent, args } = wish;
  const again = { text: turn.say.expiredAgain(wishOf(turn, intent, args)) };
  return asking(turn, again, 'menu', 'guess', { intent, args }, open);
}

/** Null of a list, which a number would be said to, and of what waits for a PIN. */
function wishBehind(frame: Frame): { intent: CommandName; args: Args } | null {
  const { command, step, data, args } = frame;
  const wish = step === 'guess' ? (data as { intent: CommandName; args: Args }) : { intent: command, args };
  const isWish = wish.intent !== 'menu' && step !== PIN_STEP && !isList(frame);
  const isCustomers = byName.get(wish.intent)?.who === 'customer';
  return isWish && isCustomers ? { intent: wish.intent, args: wish.args ?? {} } : null;
}

/** Opening a shop is many questions, which go on after whatever comes between them. */
const OPENING = 'setup-start';
export const isOpening = ({ command }: Frame): boolean => command === OPENING;
/** A text that is being written goes on too. */
export const isLong = (frame: Frame): boolean => isOpening(frame) || frame.step === 'text';
export const staysBelow = (frame: Frame): boolean => frame.step === PIN_STEP || isLong(frame);

/** The steps that show a list and take a number of it, or more of it. */
const LIST_STEPS: ReadonlySet<string> = new Set([
  'choose',
  'more',
  'pick',
  'which',
  'what',
  'keys',
  'decide',
  'change',
]);
export const isList = ({ step }: Frame): boolean => LIST_STEPS.has(step);

/** Whatever comes next may put right what was refused; it asks nothing, and is forgotten after one message. */
export const REFUSED = 'refused';

/** What only offers, and asks nothing: the menu, more of a list, the same in another language, what was noted. */
const ONLY_OFFERS: ReadonlySet<string> = new Set(['choose', 'more', 'other', 'noted', REFUSED]);

/** With a list to pick from. */
const OFFERS: ReadonlySet<string> = new Set([...ONLY_OFFERS, 'pick']);

/** Lists that were asked for to be read: a question beside them stays open. */
const LISTED: ReadonlySet<string> = new Set(['more', 'pick', 'change', 'decide', 'keys']);

/** What is asked, below a list that was shown besides. */
export const askedIn = (flow: readonly Frame[]): readonly Frame[] => {
  const list = flow.at(-1);
  return list !== undefined && isList(list) && flow.slice(0, -1).some(isAwaited) ? flow.slice(0, -1) : flow;
};

export const isOffer = ({ step }: Frame): boolean => ONLY_OFFERS.has(step);

/** Whether its answer is waited for, so that no other question is put besides. */
export const isAwaited = (frame: Frame): boolean => !OFFERS.has(frame.step) && !isLong(frame);

/**
 * INVARIANT: a question that another one followed is no longer open: nobody's second yes may do what they do not see any more.
 * What waits for a PIN, which no yes answers, a shop that is being opened and a text that is written stay below.
 */
export function alone(outcome: Outcome, below: readonly Frame[]): Outcome {
  const asked = outcome.flow.at(-1);
  // What only offers or lists leaves the question, which is told with it.
  const isBeside = asked?.step === 'choose' || (asked && LISTED.has(asked.step) && below.some(isAwaited));
  if (asked === undefined || asked === below.at(-1) || isBeside === true) return outcome;
  // What was noted on the way can be put right where nothing else is asked.
  if (asked.step === 'noted' && below.length > 0) return { ...outcome, flow: [...below] };
  // What is begun anew is begun once.
  const stays = (frame: Frame): boolean =>
    staysBelow(frame) && (frame.step === PIN_STEP || frame.command !== asked.command);
  return { ...outcome, flow: [...below.filter(stays), asked] };
}

export async function run(
  turn: Turn,
  name: CommandName,
  args: Args,
  flow: readonly Frame[],
  said?: string,
): Promise<Outcome> {
  const command = byName.get(name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  if (command.who !== 'customer' && !maySay(turn, command))
    return { reply: { text: turn.say.notAllowed(command.who) }, flow: [...flow], understood: true };
  const isConfirmed = command.steps?.['confirm'] !== undefined;
  if (!isConfirmed && (await command.pin?.(turn, { ...args })) === true) {
    const wish = { step: null, text: '', data: { ...args }, about: turn.say.label[name] };
    return settled(turn, name, await askForPin(turn, wish), flow);
  }
  return settled(turn, name, await command.handle(turn, args, said), flow, { args });
}

/** What a guess names is said with it: the yes is to that. */
export const wishOf = (turn: Turn, name: CommandName, args: Args): string =>
  byName.get(name)?.wish?.(turn, args) ?? turn.say.label[name];

export const maySay = ({ speaker }: Pick<Turn, 'speaker'>, { who }: Command): boolean =>
  who === 'customer' || mayRun(who, speaker.staff?.role ?? null);

export function settled(
  turn: Turn,
  name: Command['name'],
  reply: Reply,
  flow: readonly Frame[],
  { args, before }: Pick<Frame, 'args' | 'before'> = {},
): Outcome {
  if (reply.ends === true) return ended(turn, reply, flow);
  if (reply.ask === undefined) return { reply, flow: [...flow], understood: true };
  const { step, data } = reply.ask;
  const outcome = asking(turn, reply, name, step, data, flow, reply.ask.args ?? args);
  const asked = outcome.flow.at(-1);
  if (asked === undefined || before === undefined) return outcome;
  return { ...outcome, flow: [...outcome.flow.slice(0, -1), { ...asked, before }] };
}

/** The bot is silent from here on: what was asked lapses, and is said to. */
export const ended = (turn: Turn, reply: Reply, flow: readonly Frame[]): Outcome => ({
  reply: lapsing(turn, reply, flow),
  flow: flow.filter(isOpening),
  understood: true,
});

/** Says that what was asked lapses. */
export function lapsing(turn: Turn, reply: Reply, flow: readonly Frame[]): Reply {
  const isAsked = flow.some((frame) => isAwaited(frame) && isOpen(frame, turn));
  return isAsked ? { ...reply, text: `${reply.text}\n${turn.say.human.lapsed}` } : reply;
}

/** What led to what is asked after an answer to this step: the step itself, but for one that only takes a yes. */
export const ledBy = ({ step, data, before }: Frame, said: string): Pick<Frame, 'before'> => {
  const led = isQuestion({ step }) ? before : { step, data, said };
  return led === undefined ? {} : { before: led };
};

/** The steps that take a yes, to what was said before. */
export const isQuestion = ({ step }: Pick<Frame, 'step'>): boolean => step === 'confirm' || step === 'link';

export function asking(
  turn: Turn,
  reply: Reply,
  command: CommandName,
  step: string,
  data: Record<string, unknown>,
  flow: readonly Frame[],
  args?: Args,
): Outcome {
  // Of a shop that is being opened and of a text that is written, what was said before the question is over.
  const isWhole = reply.text.length <= LONGEST_AGAIN && command !== OPENING && step !== 'text';
  const question = isWhole ? reply.text : (reply.text.split('\n').at(-1) ?? '');
  const asked = byName.get(command)?.pin === undefined ? {} : { asked: reply.text };
  const frame: Frame = { command, step, data, askedAt: turn.now, question, ...asked, ...(args && { args }) };
  const choices = choicesOf(reply, step, data, turn, (name) => byName.get(name));
  return {
    reply: choices === null ? reply : { ...reply, choices },
    flow: [...flow, frame].slice(-DEEPEST_FLOW),
    understood: true,
  };
}
