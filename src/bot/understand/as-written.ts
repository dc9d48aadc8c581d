import type { Language } from '../../loyalty';
import type { Args } from '../command';
import { firstClause, reasonAfter } from './clauses';
import type { Understood } from './match';
import { normalise } from './normalise';

/**
 * The words of a message that normalise to these, as they were written: `café`, not `cafe`. The normalised ones where
 * none do, as after a correction.
 */
export function asWritten(text: string, normalised: string, lang: Language): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let start = 0; start < words.length; start++)
    for (let end = start + 1; end <= words.length; end++) {
      const written = words.slice(start, end).join(' ');
      if (normalise(written, lang) === normalised) return withoutEdges(written);
    }
  return normalised;
}

/** Punctuation at the ends belongs to the sentence. */
const withoutEdges = (written: string): string =>
  written.replace(/^[\s:;,.!?"'“”‘’-]+/u, '').replace(/[\s:;,.!?"'“”‘’-]+$/u, '');

const OF_A_PERSON = new Set<Understood['intent']>(['profile', 'add-staff', 'remove-staff']);

/** With free words as they were written. */
export function inItsWords(
  { intent, args, lang }: Pick<Understood, 'intent' | 'args' | 'lang'>,
  text: string,
): Args {
  const words = { ...args };
  const reason = intent === 'adjust' && args.reason === undefined ? reasonAfter(text) : null;
  if (reason !== null) words.reason = reason;
  for (const free of ['name', 'reason', 'customer', 'stores'] as const)
    if (words[free] !== undefined) words[free] = asWritten(text, words[free], lang);
  if (words.name !== undefined && OF_A_PERSON.has(intent)) words.name = firstClause(words.name);
  return words;
}
