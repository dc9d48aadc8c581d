/** A phrase of the book, or something said, broken into what can be compared. */
type Features = ReadonlySet<string>;

export interface Likeness {
  label: string;
  /** From 0, nothing in common, to 1, the same. */
  score: number;
}

interface Entry {
  label: string;
  weight: number;
  /** Whether it is a negation. */
  turned: boolean;
}

/** They turn a sentence into its opposite, so that likeness in everything else counts for nothing. */
const TURNING = new Set(['nao', 'not', 'no', 'nunca', 'never', 'sem', 'sin', 'without']);

/**
 * A nearest-neighbour book: phrases, each with a label, compared by the letter trigrams of their words (Dice's
 * coefficient, each trigram weighted by how rare it is in the book). Phrases are normalised text.
 */
export class PhraseBook {
  private readonly postings = new Map<string, number[]>();
  private readonly entries: readonly Entry[];
  private readonly size: number;

  constructor(phrases: readonly { label: string; text: string }[]) {
    const features = phrases.map(({ text }) => featuresOf(text));
    for (const [index, of] of features.entries())
      for (const feature of of) {
        const posting = this.postings.get(feature);
        if (posting === undefined) this.postings.set(feature, [index]);
        else posting.push(index);
      }
    this.size = phrases.length;
    this.entries = phrases.map(({ label, text }, index) => ({
      label,
      weight: this.weightOf(features[index] ?? []),
      turned: isTurned(text),
    }));
  }

  /** Every label that has something in common with the text, by its likest phrase, the likest first. */
  nearest(text: string): Likeness[] {
    const features = featuresOf(text);
    const shared = new Map<number, number>();
    for (const feature of features)
      for (const index of this.postings.get(feature) ?? [])
        shared.set(index, (shared.get(index) ?? 0) + this.rarity(feature));
    const weight = this.weightOf(features);
    const turned = isTurned(text);
    const best = new Map<string, number>();
    for (const [index, common] of shared) {
      const entry = this.entries[index];
      if (entry === undefined) continue;
      const alike = (2 * common) / (weight + entry.weight);
      const score = entry.turned === turned ? alike : alike * OPPOSITE;
      if (score > (best.get(entry.label) ?? 0)) best.set(entry.label, score);
    }
    return [...best].map(([label, score]) => ({ label, score })).sort((a, b) => b.score - a.score);
  }

  private rarity(feature: string): number {
    return Math.log(1 + this.size / (this.postings.get(feature)?.length ?? 1));
  }

  private weightOf(features: Iterable<string>): number {
    let sum = 0;
    for (const feature of features) sum += this.rarity(feature);
    return sum;
  }
}

/** Likeness of a sentence and its negation: enough to be offered, too little to be believed. */
const OPPOSITE = 0.5;

function featuresOf(text: string): Features {
  return new Set(text.split(' ').flatMap((word) => trigramsOf(word)));
}

/** A word's trigrams with its edges, and the word itself, so that a whole one counts for more than its parts. */
function trigramsOf(word: string): string[] {
  const padded = ` ${word} `;
  const trigrams = [padded];
  for (let i = 0; i + 3 <= padded.length; i++) trigrams.push(padded.slice(i, i + 3));
  return trigrams;
}

const isTurned = (text: string): boolean => text.split(' ').some((word) => TURNING.has(word));
