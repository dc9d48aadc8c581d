import { canonicalPhone, type Language } from '../../loyalty';
import type { Args } from '../command';
import { applyChange, parseChange } from './rule';
import { parseAmount } from './values/amounts';
import { parseCode } from './values/codes';

/** How people take back what they just said, before saying it right. */
const NO_BUT: Record<Language, RegExp> = {
  pt: /^\s*(?:n[aã]o|na verdade|opa|ops|errei|corrigindo|quis dizer|melhor|ali[aá]s)\b[\s,.:;!-]*(?:(?:eu\s+)?(?:quis dizer|era|[eé]|s[aã]o|muda para|coloca)\b)?\s*(.+)$/iu,
  en: /^\s*(?:no|oops|sorry|actually|i meant|rather|make it)\b[\s,.:;!-]*(?:(?:i meant|it is|it's|make it)\b)?\s*(.+)$/iu,
  es: /^\s*(?:no|perd[oó]n|ups|mejor|quise decir|digo)\b[\s,.:;!-]*(?:(?:quise decir|era|es|son|que sea)\b)?\s*(.+)$/iu,
};

/** What follows "no, …"; null where the message is nothing of the kind. */
export const correctionIn = (text: string, lang: Language): string | null =>
  NO_BUT[lang].exec(text)?.[1]?.trim() ?? null;

/** The arguments of a wish with the one put right that the correction can be; null where it can be none. */
export function corrected(args: Args, said: string, lang: Language, today: string): Args | null {
  if (args.rule !== undefined) return rulePutRight(args, said, lang, today);
  const code = args.code === undefined ? null : parseCode(said);
  if (code !== null) return { ...args, code };
  const phone = args.phone === undefined ? null : canonicalPhone(said);
  if (phone !== null) return { ...args, phone };
  const cents = args.amount_cents === undefined ? null : parseAmount(said, lang);
  if (typeof cents === 'number') return { ...args, amount_cents: cents };
  const whole = /^\d{1,7}$/.test(said) ? Number(said) : null;
  if (whole !== null && args.points !== undefined) return { ...args, points: whole };
  if (whole !== null && args.number !== undefined) return { ...args, number: whole };
  return null;
}

/** `não, 10%` of a rule is what `na regra 1, 10%` would make of it. */
function rulePutRight(args: Args, said: string, lang: Language, today: string): Args | null {
  const lead: Record<Language, string> = {
    pt: 'mude a regra 1 para',
    en: 'change rule 1 to',
    es: 'cambia la regla 1 a',
  };
  const read = parseChange(`${lead[lang]} ${said}`, lang, today);
  if (read === null || 'ask' in read || args.rule === undefined) return null;
  const changed = applyChange(args.rule, read.change);
  return 'rule' in changed ? { ...args, rule: changed.rule } : null;
}
