import type { Turn } from '../command';
import type { Said } from './burst';
import { isOpen, type Frame } from './flow';
import { hears } from './hearing';
import { whoAnswers } from './small-talk';
import { isAnswer, isWhole, mayOptOut } from './wishes';

const NAME = /^\s*(?:(?:oi|ei|hey|hi|hola|oye)[\s,]+)?(?:bot|rob[oôó]t?)[\s,.:;!-]+(?=\S)/iu;

/** A message that calls the bot; by its name before a wish, the call and the wish apart. Null where it does not. */
function calledIn(turn: Turn, said: Said): Said[] | null {
  const { body } = said;
  if (hears(turn, body, ['bot'])) return whoAnswers(turn, body) === null ? [said] : null;
  const wish = body.replace(NAME, '');
  return wish !== body && isWhole(turn, wish)
    ? [
        { ...said, body: 'bot' },
        { ...said, body: wish },
      ]
    : null;
}

/**
 * What of this a silent bot answers: all of it where its own name is said, and otherwise only the wish to hear no more, also
 * where it is only likely, and the answer to whether that is meant. The rest is for the person who was called.
 */
export function reachingSilence(turn: Turn, said: readonly Said[], flow: readonly Frame[]): readonly Said[] {
  const called = said.map((one) => calledIn(turn, one));
  if (called.some((parts) => parts !== null)) return said.flatMap((one, i) => called[i] ?? one);
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
