import type { Language } from '../../loyalty';
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
