import type { Args, CommandName, Turn } from '../command';
import { REFUSED, alone, isOpen, run, type Frame, type Outcome } from './flow';
import { hear, isSure } from './hearing';
import { correctionIn, sentencesRight, type Understood } from '../understand';

const SENTENCES: ReadonlySet<Understood['intent']> = new Set([
  'add-rule',
  'edit-rule',
  'set-program',
  'simulate',
]);

/** What a wish was made of that only a sentence of the program has. */
const isSentence = ({ intent, args }: Understood): boolean =>
  SENTENCES.has(intent) &&
  [args.ask, args.rule, args.change, args.settings].some((part) => part !== undefined) &&
  (intent !== 'simulate' || args.ask !== undefined);

/** With the sentence kept that was answered and led to no question: `cashback 500%`. */
export function keepingRefused(turn: Turn, text: string, heard: Understood, outcome: Outcome): Outcome {
  if (outcome.flow.length > 0 || !isSentence(heard)) return outcome;
  const command = heard.intent as CommandName;
  const frame: Frame = { command, step: REFUSED, data: { said: text }, askedAt: turn.now, question: '' };
  return { ...outcome, flow: [frame] };
}

/** `não, 5%` after `cashback 500%`: the sentence as it is then; null where that makes none of it. */
export async function refusedRight(turn: Turn, text: string, frame: Frame): Promise<Outcome | null> {
  const said = correctionIn(text, turn.lang) ?? (isPart(turn, text) ? text.trim() : null);
  if (said === null || !isOpen(frame, turn)) return null;
  const sentence = String(frame.data['said']);
  const put = heardAs(turn, frame, sentencesRight(sentence, said, turn.lang));
  const more = /\d/.test(said) ? heardAs(turn, frame, [`${sentence}, ${said}`, `${said} ${sentence}`]) : [];
  const [understood, ...others] = [whole(put), whole(more), put].find((all) => all.length > 0) ?? [];
  if (others.length > 0)
    return { reply: { text: turn.say.ruleQuestion.figureOfWhat(said) }, flow: [frame], understood: true };
  if (understood === undefined) return null;
  const { heard, words } = understood;
  const outcome = alone(await run(turn, frame.command, heard.args, []), []);
  return keepingRefused(turn, words, heard, outcome);
}

interface Again {
  words: string;
  heard: Understood;
}

/** No wish, or a sentence of which the refused one may be the rest: `5%`. */
function isPart(turn: Turn, text: string): boolean {
  const heard = hear(turn, text);
  return !isSure(heard) || heard.args.ask !== undefined;
}

/** The sentences that are still of the same wish, each meaning once; nobody knows what one means that is asked about. */
function heardAs(turn: Turn, { command }: Frame, sentences: readonly string[]): Again[] {
  const all = sentences
    .map((words) => ({ words, heard: hear(turn, words) }))
    .filter(({ heard }) => heard.intent === command && !heard.guessed);
  const meaning = ({ words, heard }: Again): string =>
    isWhole(heard.args) ? JSON.stringify(heard.args) : words;
  return [...new Map(all.map((one) => [meaning(one), one])).values()];
}

const isWhole = ({ ask }: Args): boolean => ask === undefined;
const whole = (all: readonly Again[]): Again[] => all.filter(({ heard }) => isWhole(heard.args));
