import { z } from 'zod';
import { newToken } from '../../chance';
import { pinStateOf } from '../../loyalty';
import { issueLink } from '../../pages/one-time-links';
import type { Command, Reply, Turn } from '../command';
import { formatIn } from '../messages';
import { withhold } from '../receiving/receive';
import { isNo, isYes } from '../understand';

/** The step in which a request waits for its PIN: the page finds it there by `request`, and runs what it says. */
export const PIN_STEP = 'pin';

export const waiting = z.object({
  request: z.string(),
  /** The step that goes on; null: the command itself, with `data` for its arguments. */
  step: z.string().nullable(),
  /** What answered it. */
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** The question as it was put: what the PIN says yes to. */
  about: z.string(),
});
export type Waiting = z.infer<typeof waiting>;

/** Whether an answer to a command's confirmation lets it go ahead. */
export const letsGoAhead = (text: string, { lang }: Turn, { yes }: Command): boolean =>
  isYes(text, lang) || (yes?.test(text) === true && !isNo(text, lang));

/** Asks for the PIN, on a page of its own; what waits for it is exactly this. */
export async function askForPin(turn: Turn, held: Omit<Waiting, 'request'>): Promise<Reply> {
  const { work, say, lang, shop, speaker, chatId } = turn;
  if (speaker.staff === null) throw new Error('only a member of the team has a PIN');
  const staffId = speaker.staff.id;
  const state = await pinStateOf(work, staffId);
  if (state !== null && state.lockedUntil !== null)
    return { text: say.pin.locked(formatIn(lang, shop.zone).time(state.lockedUntil)) };
  const request = newToken();
  const link = await issueLink(work, { purpose: 'pin', holder: { staffId }, chatId, payload: { request } });
  const data: Waiting = { ...held, request };
  return { text: state === null ? say.pin.askNew(link) : say.pin.ask(link), ask: { step: PIN_STEP, data } };
}

/** What is said while a request waits: null where it is something else. A PIN that is written here is not kept. */
export async function whileWaiting(turn: Turn, text: string): Promise<Reply | null> {
  if (/^\s*\d{4,8}\s*$/.test(text)) {
    await withhold(turn.work, turn.chatId, text);
    return { text: turn.say.pin.notHere };
  }
  return isYes(text, turn.lang) ? { text: turn.say.pin.waiting } : null;
}
