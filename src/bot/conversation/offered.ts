import type { Args, CommandName, Turn } from '../command';
import { readNumber } from '../commands/answers';
import { alone, asking, byName, isOffer, run, settled, type Frame, type Outcome } from './flow';
import { argsOf } from './hearing';
import { guessPutRight } from './repair';
import { isNo, isYes } from '../understand';

/** What is answered to a guess. */
export async function answerGuess(
  turn: Turn,
  text: string,
  frame: Frame,
  flow: Frame[],
): Promise<Outcome | null> {
  const { intent, args, said } = frame.data as { intent: CommandName; args: Args; said?: string };
  if (isYes(text, turn.lang)) return alone(await run(turn, intent, args, flow, said), flow);
  if (isNo(text, turn.lang)) return { reply: { text: turn.say.cancelled }, flow, understood: true };
  return guessPutRight(turn, text, { intent, args }, flow);
}

/** What is picked from what was offered; `below`: what the text is to the question that it was offered beside. */
export async function answerChoice(
  turn: Turn,
  text: string,
  { frame, flow, below }: { frame: Frame; flow: Frame[]; below: () => Promise<Outcome | null> },
): Promise<Outcome | null> {
  const { options, said } = frame.data as { options: CommandName[]; said?: string };
  const only = options.length === 1 && isYes(text, turn.lang);
  const number = readNumber(text) ?? (only ? 1 : null);
  if (number === null) {
    const more = await byName.get(frame.command)?.steps?.['more']?.(turn, text, frame.data);
    return more === undefined || more === null ? null : settled(turn, frame.command, more, flow);
  }
  const chosen = options[number - 1];
  if (chosen !== undefined)
    return alone(await run(turn, chosen, named(turn, chosen, said), flow, said), flow);
  return (flow.length === 0 ? null : await below()) ?? whichOf(turn, frame, flow);
}

/** Which of them, no yes and no greater number says. */
export const whichOf = (turn: Turn, frame: Frame, flow: readonly Frame[]): Outcome => {
  const { options } = frame.data as { options: CommandName[] };
  return { reply: { text: turn.say.numberFrom(options.length) }, flow: [...flow, frame], understood: true };
};

/** What the text named that led to the offer; of what a yes does not follow, nothing that was not seen. */
function named(turn: Turn, chosen: CommandName, said: string | undefined): Args {
  const command = byName.get(chosen);
  const isSeen = command?.risky === false || command?.steps?.['confirm'] !== undefined;
  return said === undefined || !isSeen ? {} : argsOf(turn, chosen, said);
}

/** Not understood: the likeliest wishes, numbered. */
export function askAgain(
  turn: Turn,
  alternatives: readonly CommandName[],
  flow: readonly Frame[],
  said?: string,
): Outcome {
  const last = flow.at(-1);
  if (last !== undefined && last.question !== '' && !isOffer(last))
    return { reply: { text: turn.say.stillOpen(last.question) }, flow: [...flow], understood: false };
  if (alternatives.length === 0)
    return { reply: { text: turn.say.notUnderstood }, flow: [...flow], understood: false };
  const lines = alternatives.map((name, i) => `${i + 1}. ${turn.say.label[name]}`).join('\n');
  const asked = asking(
    turn,
    { text: turn.say.didYouMean(lines) },
    'menu',
    'choose',
    { options: alternatives, said },
    flow,
  );
  return { ...asked, understood: false, offered: alternatives };
}
