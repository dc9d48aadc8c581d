import type { Turn } from '../../command';
import { isWish } from '../../conversation/hearing';
import { cleanName } from '../../messages';
import { correctionIn, isGreeting, isNo, isUnsure, isYes } from '../../understand';

/** `o nome é`, `a loja se chama`, `it's called`. */
const NAMES =
  /^(?:(?:[eé]h?|it['’]?s|it is)\s+)?(?:(?:(?:o|a|the|its|my|el|la|meu|minha|mi|su)\s+)?(?:(?:loja|shop|store|tienda|ela|it|negocio|neg[oó]cio)\s+)?(?:nome|name|nombre)(?:\s+(?:d[aeo]|dela|of|del?)(?:\s+(?:the|la|minha|my|mi))?(?:\s+(?:loja|shop|tienda))?)?\s*,?\s*(?:[eé]h?|is|es|:)\s+|(?:(?:a|the|my|la|mi|minha)\s+)?(?:(?:loja|shop|store|tienda|ela|it|negocio)\s+)?(?:se\s+|is\s+)?(?:chama(?:-se)?|called|llama)\s+)/iu;
/** `é Bar do Tonho`. */
const IS = /^(?:é|eh|it['’]s|it is|es)\s+/iu;
/** A no that says what it is instead. */
const INSTEAD =
  /^\s*(?:n[aã]o|no|na verdade|actually|en realidad|ali[aá]s|corrigindo|errei|ops|opa|oops|ups)\b.*?(?:\s(?:é|eh|is|it['’]s|es)\s|\bcham|\bcalled|\bllama)/iu;

const named = (text: string): string | null => cleanName(text.trim().replace(NAMES, '').replace(IS, ''));

/** The name that somebody gives their shop, without the words around it; null where it is none: an answer, a question. */
export function shopNameIn({ lang }: Turn, text: string): string | null {
  const isAnswer = isYes(text, lang) || isNo(text, lang) || isGreeting(text, lang) || isUnsure(text, lang);
  return isAnswer || /\?\s*$/.test(text) ? null : named(text);
}

/** The name that is put right after a no. `isAsked`: something else is, so that it must say that it is the name. */
export function nameInstead(turn: Turn, text: string, isAsked: boolean): string | null {
  const said = correctionIn(text, turn.lang);
  if (said === null || isWish(turn, said) || (isAsked && !INSTEAD.test(text))) return null;
  return shopNameIn(turn, said);
}
