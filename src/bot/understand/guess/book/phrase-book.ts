import { featuresOf, hashOf } from './features';
import { score, type Learnt } from './learning';
import type { Meanings } from '../meanings';

export interface Likeness {
  label: string;
  /** How much the text speaks for the label: about 1 and about 0 for what the book's own phrases are and are not. */
  score: number;
}

/** By how much a phrase of the book itself is ahead. */
const WORD_FOR_WORD = 1;

/** What a text is like, by what was learnt of a book of phrases. */
export class PhraseBook {
  constructor(
    private readonly learnt: Learnt,
    private readonly meanings: Meanings,
  ) {}

  /** Every label, the likeliest first. `whole`: with the courtesies around it. */
  nearest(text: string, whole = text): Likeness[] {
    const { labels, weights, unit, known } = this.learnt;
    const scores = new Float32Array(labels.length);
    score(featuresOf(text, this.meanings), weights, scores);
    const said = known.get(hashOf(text)) ?? known.get(hashOf(whole));
    return labels
      .map((label, i) => ({ label, score: (scores[i] ?? 0) * unit + (i === said ? WORD_FOR_WORD : 0) }))
      .sort((a, b) => b.score - a.score);
  }
}
