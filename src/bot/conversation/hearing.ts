import { Zone } from '../../loyalty';
import type { CommandName, Turn } from '../command';
import type { Understood } from '../understand';

/** The day on the shop's calendar, YYYY-MM-DD. */
export const todayOf = ({ now, shop }: Turn): string => Zone.of(shop.zone).local(now).date;

/** What the text is, said by whoever speaks. */
export const hear = (turn: Turn, text: string): Understood =>
  turn.understanding.understand(text, {
    lang: turn.lang,
    role: turn.speaker.staff?.role ?? 'customer',
    today: todayOf(turn),
  });

/** Whether the text is one of these wishes, surely. */
export function hears(turn: Turn, text: string, names: readonly CommandName[]): boolean {
  const { intent, guessed } = hear(turn, text);
  return !guessed && names.some((name) => name === intent);
}

/** Whether the text is surely a wish of its own, and no answer to what was asked. */
export function isWish(turn: Turn, text: string): boolean {
  const { intent, guessed } = hear(turn, text);
  return intent !== 'none' && !guessed;
}
