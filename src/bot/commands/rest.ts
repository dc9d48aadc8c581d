import type { Language } from '../../loyalty';
import type { Args, CommandName, Turn } from '../command';
import { hear, isWish } from '../conversation/hearing';

/** What a wish still lacks, said without the words that begin it; null where it is a wish of its own, or nothing of this one. */
export function restOf(
  turn: Turn,
  text: string,
  command: CommandName,
  begins: Record<Language, string>,
): Args | null {
  if (isWish(turn, text)) return null;
  const { intent, args } = hear(turn, `${begins[turn.lang]} ${text}`);
  return intent === command && Object.keys(args).length > 0 ? args : null;
}
