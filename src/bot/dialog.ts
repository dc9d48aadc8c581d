import { choicesOf } from './choices';
import type { Args, Command, CommandName, Reply, Turn } from './command';
import { commands } from './commands';
import { mayRun } from './roles';
import { askForPin, letsGoAhead, PIN_STEP, waiting, whileWaiting } from './pin';
import { languageHint, smallTalk } from './small-talk';
import { createUnderstanding, isCancel, isNo, isYes, type Understood } from './understand';

const OPEN_MS = 10 * 60_000;
/** As long as its link. */
const PIN_OPEN_MS = 15 * 60_000;
/** More open steps than this are forgotten, the outermost first. */
const DEEPEST_FLOW = 3;

/** An open step: the next message goes to it first. `choose` and `guess` are the dialog's own. */
export interface Frame {
  command: CommandName;
  step: string;
  data: Record<string, unknown>;
  askedAt: number;
  /** As it was put, to be put again. */
  question: string;
  /** The whole of it, where a PIN may be asked for. */
  asked?: string;
}

export interface Outcome {
  reply: Reply;
  flow: Frame[];
  understood: boolean;
  /** What was offered instead of what was not understood. */
  offered?: readonly CommandName[];
}

/** With no phrases but its own. */
export const ownUnderstanding = createUnderstanding(commands);
const byName = new Map(commands.map((command) => [command.name, command]));

/**
 * One text, one answer. Opt-out wins in every state; then the innermost open step has the word, and what is no answer
 * to it is understood as a new wish while the step stays open. A guess of something risky only opens a confirmation.
 */
export async function respond(turn: Turn, text: string, flow: readonly Frame[]): Promise<Outcome> {
  const heard = hear(turn, text);
  const isWish = heard.intent !== 'none' && heard.intent !== 'menu';
  const talk = isWish ? null : smallTalk(turn, text);
  const outcome = await answerTo(turn, { text, heard, talk: talk?.text ?? null }, flow);
  const hint = languageHint(turn, talk?.lang ?? heard.lang);
  if (hint === null) return outcome;
  return { ...outcome, reply: { ...outcome.reply, text: `${outcome.reply.text}\n${hint}` } };
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
  if (heard.intent === 'opt-out' && !heard.guessed) return run(turn, 'opt-out', {}, []);
  const toStep = await answerOpenStep(turn, text, [...flow]);
  if (toStep !== null) return toStep;
  if (talk !== null) return { reply: { text: talk }, flow: [...flow], understood: true };
  const open = flow.filter((frame) => isOpen(frame, turn));
  // A simulation is understood, and has no command to run it.
  if (heard.intent === 'none') return askAgain(turn, heard.alternatives, open);
  if (heard.confirm) {
    const data = { intent: heard.intent, args: heard.args };
    return asking(
      turn,
      { text: turn.say.confirmGuess(turn.say.label[heard.intent]) },
      'menu',
      'guess',
      data,
      open,
    );
  }
  return run(turn, heard.intent, heard.args, open);
}

function hear(turn: Turn, text: string): Understood {
  const today = new Date(turn.now).toLocaleDateString('en-CA', { timeZone: turn.shop.zone });
  return turn.understanding.understand(text, {
    lang: turn.lang,
    role: turn.speaker.staff?.role ?? 'customer',
    today,
  });
}

/** Null where no step is open, or the text is no answer to it. */
async function answerOpenStep(turn: Turn, text: string, flow: Frame[]): Promise<Outcome | null> {
  const frame = flow.pop();
  const isAnswer = isYes(text, turn.lang) || isNo(text, turn.lang);
  if (frame === undefined)
    return isAnswer ? { reply: { text: turn.say.nothingOpen }, flow: [], understood: true } : null;
  if (!isOpen(frame, turn))
    return isAnswer ? { reply: { text: turn.say.expired }, flow, understood: true } : null;
  if (isCancel(text, turn.lang)) return { reply: { text: turn.say.cancelled }, flow, understood: true };
  if (frame.step === 'guess') return answerGuess(turn, text, frame, flow);
  if (frame.step === 'choose') return answerChoice(turn, text, frame, flow);
  const command = byName.get(frame.command);
  if (frame.step === PIN_STEP) {
    const reply = isNo(text, turn.lang) ? { text: turn.say.cancelled } : whileWaiting(turn, text);
    return reply && { reply, flow: isNo(text, turn.lang) ? flow : [...flow, frame], understood: true };
  }
  // Who has left the team since the question answers it no more.
  if (command === undefined || !maySay(turn, command)) return null;
  if (await needsPin(turn, command, frame, text)) {
    const { data, question, asked = question } = frame;
    const reply = await askForPin(turn, { step: frame.step, text, data, about: asked });
    return settled(turn, frame.command, reply, flow);
  }
  const reply = await command.steps?.[frame.step]?.(turn, text, frame.data);
  return reply === undefined || reply === null ? null : settled(turn, frame.command, reply, flow);
}

const isOpen = ({ step, askedAt }: Frame, { now }: Pick<Turn, 'now'>): boolean =>
  now - askedAt < (step === PIN_STEP ? PIN_OPEN_MS : OPEN_MS);

async function needsPin(turn: Turn, command: Command, { step, data }: Frame, text: string): Promise<boolean> {
  if (step !== 'confirm' || !letsGoAhead(text, turn, command)) return false;
  return (await command.pin?.(turn, data)) ?? false;
}

const held = (flow: readonly Frame[], request: string, now: number): Frame | undefined =>
  flow.find(
    (frame) =>
      frame.step === PIN_STEP && isOpen(frame, { now }) && waiting.parse(frame.data).request === request,
  );

/** The question that a request which waits for its PIN was put by; null where none of that name waits. */
export function aboutWaiting(flow: readonly Frame[], request: string, now: number): string | null {
  const frame = held(flow, request, now);
  return frame === undefined ? null : waiting.parse(frame.data).about;
}

/** Runs what waits for a PIN that was entered; null where nothing of that name waits any more. */
export async function afterPin(turn: Turn, flow: readonly Frame[], request: string): Promise<Outcome | null> {
  const frame = held(flow, request, turn.now);
  const command = frame === undefined ? undefined : byName.get(frame.command);
  if (frame === undefined || command === undefined || !maySay(turn, command)) return null;
  const { step, text, data } = waiting.parse(frame.data);
  const reply =
    step === null ? await command.handle(turn, data) : await command.steps?.[step]?.(turn, text, data);
  const rest = flow.filter((one) => one !== frame);
  return reply === undefined || reply === null ? null : settled(turn, frame.command, reply, rest);
}

async function answerGuess(turn: Turn, text: string, frame: Frame, flow: Frame[]): Promise<Outcome | null> {
  const { intent, args } = frame.data as { intent: CommandName; args: Args };
  if (isYes(text, turn.lang)) return run(turn, intent, args, flow);
  if (isNo(text, turn.lang)) return { reply: { text: turn.say.cancelled }, flow, understood: true };
  return null;
}

async function answerChoice(turn: Turn, text: string, frame: Frame, flow: Frame[]): Promise<Outcome | null> {
  const { options } = frame.data as { options: CommandName[] };
  const only = options.length === 1 && isYes(text, turn.lang) ? '1' : undefined;
  const number = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text)?.[1] ?? only;
  if (number === undefined) {
    const more = await byName.get(frame.command)?.steps?.['more']?.(turn, text, frame.data);
    return more === undefined || more === null ? null : settled(turn, frame.command, more, flow);
  }
  const chosen = options[Number(number) - 1];
  if (chosen !== undefined) return run(turn, chosen, {}, flow);
  return { reply: { text: turn.say.numberFrom(options.length) }, flow: [...flow, frame], understood: true };
}

/** Not understood: the likeliest wishes, numbered. */
function askAgain(turn: Turn, alternatives: readonly CommandName[], flow: readonly Frame[]): Outcome {
  const question = flow.at(-1)?.question ?? '';
  if (question !== '')
    return { reply: { text: turn.say.stillOpen(question) }, flow: [...flow], understood: false };
  if (alternatives.length === 0)
    return { reply: { text: turn.say.notUnderstood }, flow: [...flow], understood: false };
  const lines = alternatives.map((name, i) => `${i + 1}. ${turn.say.label[name]}`).join('\n');
  const asked = asking(
    turn,
    { text: turn.say.didYouMean(lines) },
    'menu',
    'choose',
    { options: alternatives },
    flow,
  );
  return { ...asked, understood: false, offered: alternatives };
}

async function run(turn: Turn, name: CommandName, args: Args, flow: readonly Frame[]): Promise<Outcome> {
  const command = byName.get(name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  if (command.who !== 'customer' && !maySay(turn, command))
    return { reply: { text: turn.say.notAllowed(command.who) }, flow: [...flow], understood: true };
  const isConfirmed = command.steps?.['confirm'] !== undefined;
  if (!isConfirmed && (await command.pin?.(turn, { ...args })) === true) {
    const wish = { step: null, text: '', data: { ...args }, about: turn.say.label[name] };
    return settled(turn, name, await askForPin(turn, wish), flow);
  }
  return settled(turn, name, await command.handle(turn, args), flow);
}

const maySay = ({ speaker }: Turn, { who }: Command): boolean =>
  who === 'customer' || mayRun(who, speaker.staff?.role ?? null);

function settled(turn: Turn, name: Command['name'], reply: Reply, flow: readonly Frame[]): Outcome {
  if (reply.ask === undefined) return { reply, flow: [...flow], understood: true };
  return asking(turn, reply, name, reply.ask.step, reply.ask.data, flow);
}

function asking(
  turn: Turn,
  reply: Reply,
  command: CommandName,
  step: string,
  data: Record<string, unknown>,
  flow: readonly Frame[],
): Outcome {
  const question = reply.text.split('\n').at(-1) ?? '';
  const asked = byName.get(command)?.pin === undefined ? {} : { asked: reply.text };
  const frame: Frame = { command, step, data, askedAt: turn.now, question, ...asked };
  const choices = choicesOf(reply, step, data, turn, (name) => byName.get(name));
  return {
    reply: choices === null ? reply : { ...reply, choices },
    flow: [...flow, frame].slice(-DEEPEST_FLOW),
    understood: true,
  };
}
