import type { Language } from '../../../loyalty';
import type { Args, CommandName } from '../../command';

/** What a day of birth is called, and what happens on it. */
const BIRTHDAY: Record<Language, RegExp> = {
  pt: /\b(?:nasc\w*|nasci\w*|aniver\w*|anivers\w*|niver\w*|parabens|bday|(?:faco|farei|completo|completei|fazer|fiz) (?:\w+ )?(?:anos|idade)|data de nasc\w*|vim ao mundo)\b|\bsou d[eo]\b|\bminha data\b/,
  en: /\b(?:born|birth\w*|b ?day|bdays?|dob|turn|turning|years old|came into)\b/,
  es: /\b(?:naci\w*|cumple\w*|cumpli\w*|cumplo|anos|aniversario)\b/,
};
const CPF = /\b(?:cpf|documento|document|identidade|identidad|id)\b/;
const MOVED: Record<Language, RegExp> = {
  pt: /\b(?:mud\w+|troc\w+|nov[oa]|agora|atualiz\w+)\b/,
  en: /\b(?:chang\w+|new|now|switch\w+|updat\w+|moved)\b/,
  es: /\b(?:cambi\w+|nuev[oa]|ahora|actualiz\w+)\b/,
};

/** A date is nobody's birthday that no word says to be one: `termina dia 20/12`. */
export function isAskedFirst(name: CommandName, args: Args, said: string, lang: Language): boolean {
  return name === 'profile' && args.birthday !== undefined && !BIRTHDAY[lang].test(said);
}

/** Eleven digits may be a phone or a CPF: the words tell. */
export const saysCpf = (said: string): boolean => CPF.test(said);

/** A phone in words of a profile is a new one, or of somebody else. */
export const saysNewPhone = (said: string, lang: Language): boolean => MOVED[lang].test(said);
