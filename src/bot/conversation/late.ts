import type { Turn } from '../command';
import { answer, type Said } from './burst';
import { isList, isOffer, isOpen, type Frame, type Outcome } from './flow';
import { cleanText, formatIn } from '../messages';
import { SECRET } from '../receiving/receive';
import { mayOptOut } from './wishes';

/** So long on its way, a message is late: its writer has put the phone away. Clocks differ by less. */
const LATE_MS = 30 * 60_000;
const LONGEST_QUOTE = 40;

const isLate = ({ now }: Turn, { sent_at }: Said): boolean => now - sent_at > LATE_MS;

/** Whether it was written before the question was asked, or at least before that could be seen. */
function isBefore(turn: Turn, said: Said, { saidAt, askedAt }: Frame): boolean {
  // Not where the clock was put back, or is behind the channel's.
  const isOlder = saidAt !== undefined && saidAt <= turn.now && said.sent_at < saidAt;
  return isOlder || (isLate(turn, said) && said.sent_at < askedAt);
}

/**
 * INVARIANT: nothing answers a question that was asked after it was written, however late it comes: a yes of two days ago
 * confirms nothing of today. While a question is open, what is older does nothing at all, but for the wish to hear no more.
 */
export async function answerInTime(
  turn: Turn,
  said: readonly Said[],
  stored: readonly Frame[],
): Promise<Outcome> {
  const newer = stored.filter(
    (frame) => isOpen(frame, turn) && said.some((one) => isBefore(turn, one, frame)),
  );
  const asked = newer.findLast((frame) => !isOffer(frame) && !isList(frame));
  if (asked === undefined)
    return answer(
      turn,
      said,
      stored.filter((frame) => !newer.includes(frame)),
    );
  const left = said.filter((one) => isBefore(turn, one, asked) && !mayOptOut(turn, one.body));
  if (left.length === 0) return answer(turn, said, stored);
  const { say } = turn;
  const note = say.late.left(whichOf(turn, left));
  const others = said.filter((one) => !left.includes(one));
  if (others.length > 0) return leading(note, await answer(turn, others, stored));
  const text = asked.question === '' ? note : `${note}\n\n${say.backTo(asked.question)}`;
  return { reply: { text }, flow: [...stored], understood: true };
}

/** Who has waited long for an answer is told what it is to. */
export function sayingWhich(turn: Turn, said: readonly Said[], outcome: Outcome): Outcome {
  const late = said.filter((one) => isLate(turn, one));
  const which = late.length === 0 ? '' : whichOf(turn, late);
  return late.length === 0 || outcome.reply.text.includes(which)
    ? outcome
    : leading(turn.say.late.answered(which), outcome);
}

const leading = (line: string, outcome: Outcome): Outcome => ({
  ...outcome,
  reply: { ...outcome.reply, text: `${line}\n\n${outcome.reply.text}` },
});

/** By its words and its time; a secret is not repeated. */
function whichOf({ say, lang, shop }: Turn, said: readonly Said[]): string {
  const words = said
    .filter(({ kind }) => kind !== SECRET)
    .map(({ body }) => cleanText(body).replaceAll(/\s+/g, ' ').trim())
    .filter((body) => body !== '')
    .join(' / ');
  const quote = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words;
  const { dayAndMonth, time } = formatIn(lang, shop.zone);
  const at = said[0]?.sent_at ?? 0;
  return say.late.message(quote === '' ? null : quote, say.late.at(dayAndMonth(at), time(at)));
}
