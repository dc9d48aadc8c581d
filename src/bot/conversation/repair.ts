import { loadCustomer } from '../../loyalty';
import type { CommandName, Turn } from '../command';
import { asking, isOpen, isOpening, run, type Frame, type Outcome } from './flow';
import { todayOf } from './hearing';
import { messagesIn } from '../messages';
import { corrected, correctionIn, isFigureOfMany } from '../understand';

/** Back to the question that is open, once, after something else was answered: in the new language where that was changed. */
export async function resumed(turn: Turn, outcome: Outcome, open: readonly Frame[]): Promise<Outcome> {
  const frame = open.at(-1);
  if (frame === undefined || !(frame.step === 'confirm' || isOpening(frame))) return outcome;
  const isOffered = outcome.flow.at(-1)?.step === 'choose' && outcome.flow.at(-2) === frame;
  if (isOffered) return withQuestion(turn, outcome, frame);
  const isAside = outcome.flow.length === open.length && outcome.flow.at(-1) === frame;
  if (!isAside) return outcome;
  const lang = (await loadCustomer(turn.work, turn.speaker.customer.id)).language ?? turn.shop.language;
  if (lang !== turn.lang && frame.args !== undefined) {
    const spoken = { ...turn, lang, say: messagesIn(lang) };
    const again = await run(spoken, frame.command, frame.args, open.slice(0, -1));
    return {
      ...again,
      reply: {
        ...again.reply,
        text: `${outcome.reply.text}

${again.reply.text}`,
      },
    };
  }
  const flow = [...outcome.flow.slice(0, -1), { ...frame, recalled: true }];
  return { ...withQuestion(turn, outcome, frame), flow };
}

function withQuestion(turn: Turn, outcome: Outcome, { question }: Frame): Outcome {
  const text = `${outcome.reply.text}

${turn.say.backTo(question)}`;
  return { ...outcome, reply: { ...outcome.reply, text } };
}

/** `não, 30` to a question: the wish again with what was put right, to be confirmed again. */
export async function putRight(turn: Turn, text: string, flow: readonly Frame[]): Promise<Outcome | null> {
  const frame = flow.at(-1);
  const said = correctionIn(text, turn.lang);
  if (frame?.step !== 'confirm' || frame.args === undefined || said === null || !isOpen(frame, turn))
    return null;
  const args = corrected(frame.args, said, turn.lang, todayOf(turn));
  if (args !== null) return run(turn, frame.command, args, flow.slice(0, -1));
  if (!isFigureOfMany(frame.args, said, turn.lang)) return null;
  return { reply: { text: turn.say.ruleQuestion.figureOfWhat(said) }, flow: [...flow], understood: true };
}

const TIMES_IN_VAIN = { shortMenu: 2, person: 3 } as const;
const SHORT_MENU: readonly CommandName[] = ['balance', 'redeem', 'program', 'human'];

/** What is not understood again and again: the short menu, then a person. */
export async function sayAgain(turn: Turn, times: number, answered: Outcome): Promise<Outcome> {
  const { short, calledAfterTrying } = turn.say.human;
  // Nobody of another shop helps whoever opens their own.
  if (answered.flow.some(isOpening)) return answered;
  if (times >= TIMES_IN_VAIN.person) {
    const called = await run(turn, 'human', {}, []);
    return { ...called, reply: { text: calledAfterTrying } };
  }
  if (times < TIMES_IN_VAIN.shortMenu) return answered;
  const lines = SHORT_MENU.map((name, i) => `${i + 1}. ${turn.say.label[name]}`);
  const text = [short.title, ...lines, short.more].join('\n');
  const open = answered.flow.filter(({ step }) => step === 'confirm');
  return resumed(turn, asking(turn, { text }, 'menu', 'choose', { options: SHORT_MENU }, open), open);
}
