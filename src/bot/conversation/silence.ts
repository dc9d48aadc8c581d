import type { Turn } from '../command';
import type { Said } from './burst';
import { isOpen, type Frame } from './flow';
import { hears } from './hearing';
import { whoAnswers } from './small-talk';
import { isAnswer, mayOptOut } from './wishes';

/**
 * What of this a silent bot answers: all of it where its own name is said, and otherwise only the wish to hear no more, also
 * where it is only likely, and the answer to whether that is meant. The rest is for the person who was called.
 */
export function reachingSilence(turn: Turn, said: readonly Said[], flow: readonly Frame[]): readonly Said[] {
  if (said.some(({ body }) => hears(turn, body, ['bot']) && whoAnswers(turn, body) === null)) return said;
  const asked = flow.at(-1);
  const isAsked =
    asked !== undefined &&
    asked.step === 'guess' &&
    asked.data['intent'] === 'opt-out' &&
    isOpen(asked, turn);
  const reaching = said.filter(({ body }) => mayOptOut(turn, body) || (isAsked && isAnswer(turn, body)));
  if (reaching.length > 0) return reaching;
  return mayOptOut(turn, said.map(({ body }) => body).join(' ')) ? said : [];
}
