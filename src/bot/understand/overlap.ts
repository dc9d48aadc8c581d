import type { Language } from '../../loyalty';
import type { Pattern, Place } from './pattern';
import { slots, type SlotName } from './values/slots';

/** A sentence that both patterns match, or null: slots overlap where one reads a sample of the other. */
export function commonSentence(a: Pattern, b: Pattern): string | null {
  if (!mayBeginAlike(a, b)) return null;
  const seen = new Set<number>();
  const queue: { i: number; j: number; said: string }[] = [];
  const step = (is: Iterable<number>, js: Iterable<number>, said: string): void => {
    for (const i of is)
      for (const j of js) {
        const key = i * b.places.length + j;
        const shared = seen.has(key) ? null : sharedBy(a.places[i], b.places[j], a.lang);
        if (shared === null) continue;
        seen.add(key);
        queue.push({ i, j, said: `${said} ${shared}`.trim() });
      }
  };
  step(a.first, b.first, '');
  for (const { i, j, said } of queue) {
    if (a.last.has(i) && b.last.has(j)) return said;
    step(a.follow[i] ?? [], b.follow[j] ?? [], said);
  }
  return null;
}

/** Most pairs are told apart by their first words. */
function mayBeginAlike({ firstWords: a }: Pattern, { firstWords: b }: Pattern): boolean {
  return a === null || b === null || [...a].some((word) => b.has(word));
}

function sharedBy(a: Place | undefined, b: Place | undefined, lang: Language): string | null {
  if (a === undefined || b === undefined) return null;
  if ('word' in a) {
    if ('word' in b) return a.word === b.word ? a.word : null;
    return reads(b.slot, a.word, lang) ? a.word : null;
  }
  if ('word' in b) return sharedBy(b, a, lang);
  const sample =
    slots[a.slot].samples[lang].find((text) => reads(b.slot, text, lang)) ??
    slots[b.slot].samples[lang].find((text) => reads(a.slot, text, lang));
  return sample ?? null;
}

const reads = (slot: SlotName, text: string, lang: Language): boolean =>
  slots[slot].read(text, { lang, isWord: () => true, today: '2026-01-01' }) !== null;
