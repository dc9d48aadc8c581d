import { z } from 'zod';
import type { Language } from '../../../loyalty';
import { SIGN_OF } from '../guess/mask';
import { normalise } from '../normalise';

/** An operator's own phrases by language and wish. */
export type Extension = Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>>;

export const NO_EXTENSION: Extension = { pt: new Map(), en: new Map(), es: new Map() };

const file = z.record(z.string(), z.array(z.string()));
const LONGEST = 160;
const MOST = 5_000;

/** What a phrase may have in braces. */
export const PHRASE_SLOTS: ReadonlySet<string> = new Set([
  ...Object.keys(SIGN_OF),
  ...'amount_cents points number reference birthday cpf from to period'.split(' '),
]);

/** `{"balance": ["quanto tem na caixinha", …], …}`: the phrases, or all faults of the text. */
export function readPhraseFile(
  text: string,
  lang: Language,
  isWish: (name: string) => boolean,
): { phrases: ReadonlyMap<string, readonly string[]>; faults: string[] } {
  const parsed = file.safeParse(parseJson(text));
  if (!parsed.success)
    return { phrases: new Map(), faults: ['must be JSON: an object of wishes, each a list of phrases'] };
  const faults: string[] = [];
  const wishOf = new Map<string, string>();
  const phrases = new Map(Object.entries(parsed.data));
  for (const [wish, ofIt] of phrases) {
    if (!isWish(wish)) faults.push(`there is no wish “${wish}”`);
    for (const phrase of ofIt) {
      const fault = faultOf(phrase);
      if (fault !== null) faults.push(`${wish}: “${phrase}” ${fault}`);
      const words = normalise(phrase, lang);
      const other = wishOf.get(words) ?? wish;
      if (other !== wish) faults.push(`“${phrase}” stands under both ${other} and ${wish}`);
      wishOf.set(words, wish);
    }
  }
  if (wishOf.size > MOST) faults.push(`has more than ${MOST} phrases`);
  return { phrases, faults };
}

function faultOf(phrase: string): string | null {
  if (phrase.length > LONGEST) return `is longer than ${LONGEST} characters`;
  const slot = [...phrase.matchAll(/\{(\w*)\}/g)].find(([, name = '']) => !PHRASE_SLOTS.has(name));
  if (slot !== undefined) return `has ${slot[0]}, which is none of ${[...PHRASE_SLOTS].join(', ')}`;
  const words = phrase.replaceAll(/\{\w+\}/g, '');
  if (/\d/.test(words)) return 'has a number: write {amount_cents}, {points} or {number}';
  return /\p{L}/u.test(words) ? null : 'has no words';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
