import type { CommandName, Turn } from '../command';
import { asking, ended, isOpening, run, type Outcome } from './flow';
import { resumed } from './repair';

const TIMES_IN_VAIN = { shortMenu: 2, person: 3 } as const;
const SHORT_MENU: readonly CommandName[] = ['balance', 'redeem', 'program', 'human'];

/** What is not understood again and again: the short menu, then a person. */
export async function sayAgain(turn: Turn, times: number, answered: Outcome): Promise<Outcome> {
  const { short, calledAfterTrying } = turn.say.human;
  // Nobody of another shop helps whoever opens their own.
  if (answered.flow.some(isOpening)) return answered;
  if (times >= TIMES_IN_VAIN.person) {
    const called = await run(turn, 'human', {}, []);
    return ended(turn, { ...called.reply, text: calledAfterTrying }, answered.flow);
  }
  if (times < TIMES_IN_VAIN.shortMenu) return answered;
  const lines = SHORT_MENU.map((name, i) => `${i + 1}. ${turn.say.label[name]}`);
  const text = [short.title, ...lines, short.more].join('\n');
  const open = answered.flow.filter(({ step }) => step === 'confirm');
  return resumed(turn, asking(turn, { text }, 'menu', 'choose', { options: SHORT_MENU }, open), open);
}
