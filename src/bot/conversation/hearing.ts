import { LANGUAGES, Zone, type Language, type Role } from '../../loyalty';
import type { Args, CommandName, Turn } from '../command';
import { readPerson, type Understood } from '../understand';

/** The day on the shop's calendar, YYYY-MM-DD. */
export const todayOf = ({ now, shop }: Turn): string => Zone.of(shop.zone).local(now).date;

const hearAs = (turn: Turn, text: string, role: Role | 'customer', lang: Language): Understood =>
  turn.understanding.understand(text, { lang, role, today: todayOf(turn) });

/** What the text is, said by whoever speaks. A guess is made in the chat's language; who wants to hear no more is heard in any. */
export function hear(turn: Turn, text: string): Understood {
  const heardIn = (lang: Language): Understood =>
    hearAs(turn, text, turn.speaker.staff?.role ?? 'customer', lang);
  const heard = heardIn(turn.lang);
  if (heard.intent !== 'none') return heard;
  const others = LANGUAGES.filter((lang) => lang !== turn.lang);
  return others.map(heardIn).find(({ intent }) => intent === 'opt-out') ?? heard;
}

/** What the text names of this wish, which was chosen for it. */
export const argsOf = (turn: Turn, name: CommandName, text: string): Args =>
  turn.understanding.argsOf(name, text, {
    lang: turn.lang,
    role: turn.speaker.staff?.role ?? 'customer',
    today: todayOf(turn),
  });

/** Who is called so, where the text is a name alone. */
export const personIn = ({ lang, understanding }: Turn, text: string): string | null =>
  readPerson(text, { lang, isWord: (word) => understanding.knows(word, lang) });

/** Whether it is a wish, and no guess at one. */
export const isSure = ({ intent, guessed }: Understood): boolean => intent !== 'none' && !guessed;

/** Whether the text is one of these wishes, surely. */
export function hears(turn: Turn, text: string, names: readonly CommandName[]): boolean {
  const { intent, guessed } = hear(turn, text);
  return !guessed && names.some((name) => name === intent);
}

/** Whether the text is surely a wish of its own, and no answer to what was asked. */
export const isWish = (turn: Turn, text: string): boolean => isSure(hear(turn, text));

/** Whether the text is surely what the team of an open shop says to it; what it is called is asked while it is opened. */
export function isOfTeam(turn: Turn, text: string): boolean {
  const heard = hearAs(turn, text, 'owner', turn.lang);
  return isSure(heard) && heard.intent !== 'shop';
}
