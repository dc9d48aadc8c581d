import type { Language } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { hear, isWish } from '../../../conversation/hearing';
import { correctionIn, isGreeting, isUnsure, readLanguage } from '../../../understand';

/** What a member of the team writes while the text of a message is asked for, and what else it can be. */

/** A name in braces: nobody but who writes a text puts one. */
const PLACE = /\{[^{}]*\}/;
const CHANGES =
  /^\s*(?:(?:eu )?(?:quero|queria|preciso|i want to|i need to|quiero|necesito)\s+)?(?:mud|alter|edit|troc|reescrev|personaliz|chang|rewo|rewri|cambi|modific|reescrib)/iu;
const QUOTED = /["“”«'‘](.+)["“”»'’]\s*[.!]?\s*$/su;

/** The message that a wish to change another one names, with the text that it is to have. */
export function ofAnother(turn: Turn, text: string): { kind: string; body: string | null } | null {
  if (!CHANGES.test(text)) return null;
  const { intent, args } = hear(turn, text);
  if (intent !== 'edit-message' || args.kind === undefined) return null;
  return { kind: args.kind, body: args.body ?? null };
}

export const isAnotherWish = (turn: Turn, text: string): boolean => !PLACE.test(text) && isWish(turn, text);

/** Help, but not the menu by its name. */
export function asksForHelp(turn: Turn, text: string): boolean {
  const { intent, guessed } = hear(turn, text);
  return !guessed && intent === 'menu' && !/menu|men[uú]/iu.test(text) && !isGreeting(text, turn.lang);
}

/** `em português: …`. */
export function readIn({ lang }: Turn, text: string): { language: Language; written: string } | null {
  const [, named = '', written] = /^\s*(?:em|in|en)\s+([\p{L} ]{2,25}?)\s*:\s*(.+)$/su.exec(text) ?? [];
  const language = readLanguage(named, lang);
  return written === undefined || language === null ? null : { language, written };
}

/** Words enough for a text, where they have no name in braces. */
const WORDS = 4;

/** The new text that is written at the preview of another: after a no, or by itself; null where it can be none. */
export function newTextIn(turn: Turn, text: string): string | null {
  const { lang } = turn;
  const isNo = /^\s*(?:n[aã]o|no|na verdade|actually|en realidad)\s*[,:;.!]/iu.test(text);
  const said = (isNo ? correctionIn(text, lang) : null) ?? text.trim();
  const written = QUOTED.exec(said)?.index === 0 ? said.slice(1, -1) : said;
  if (PLACE.test(written) || readIn(turn, written) !== null || /^original$/i.test(written)) return written;
  const isText = written.split(/\s+/).length >= WORDS && !/\?\s*$/.test(written);
  return isText && !isWish(turn, written) && !isUnsure(written, lang) ? written : null;
}
