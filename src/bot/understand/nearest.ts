export interface Likeness {
  label: string;
  /** From 0, nothing in common with any of the label's phrases, to 1, the same as one of them. */
  likeness: number;
  /** What labels are ranked by: the likeness, and how much the text's words speak for the label rather than others. */
  score: number;
}

interface Entry {
  label: number;
  weight: number;
  /** Whether it is a negation. */
  turned: boolean;
}

/** A feature's phrases, one by one and by label. */
interface Posting {
  phrases: number[];
  labels: Map<number, number>;
  /** How rare it is in the book. */
  rarity: number;
}

/** They turn a sentence into its opposite, so that likeness in everything else counts for little. */
const TURNING = new Set(['nao', 'not', 'no', 'nunca', 'never', 'sem', 'sin', 'without']);
const OPPOSITE = 0.6;

/** Of the likeness (Tversky): how much what only the text has counts, the rest being what only the phrase has. */
const TEXT_SHARE = 0.4;
/** Of the score. */
const LIKENESS_WEIGHT = 2;
const EVIDENCE_WEIGHT = 0.5;
/** Smoothing of how often a label has a feature: by what the whole book has, and by a constant. */
const PRIOR = 0.1;
const FLOOR = 0.02;

/**
 * A book of phrases, each with a label. A text is compared by words, pairs of words and letter trigrams, each weighted by how
 * rare it is in the book: with the nearest phrase of each label (Tversky's index), and with all of them (as in naive
 * Bayes), since a long message dilutes its likeness to any one phrase but not what its words speak for. Phrases are
 * normalised text.
 */
export class PhraseBook {
  private readonly postings = new Map<string, Posting>();
  private readonly labels: string[] = [];
  private readonly phrasesOf: number[] = [];
  private readonly entries: Entry[] = [];

  constructor(phrases: readonly { label: string; text: string }[]) {
    const indexOf = new Map<string, number>();
    const features = phrases.map(({ label, text }, index) => {
      const its = indexOf.get(label) ?? this.labels.push(label) - 1;
      indexOf.set(label, its);
      this.phrasesOf[its] = (this.phrasesOf[its] ?? 0) + 1;
      this.entries.push({ label: its, weight: 0, turned: isTurned(text) });
      const of = featuresOf(text);
      for (const feature of of) this.post(feature, index, its);
      return of;
    });
    for (const posting of this.postings.values())
      posting.rarity = Math.log(1 + phrases.length / posting.phrases.length);
    for (const [index, entry] of this.entries.entries()) entry.weight = this.weightOf(features[index] ?? []);
  }

  private post(feature: string, phrase: number, label: number): void {
    const posting = this.postings.get(feature) ?? { phrases: [], labels: new Map<number, number>(), rarity: 0 };
    posting.phrases.push(phrase);
    posting.labels.set(label, (posting.labels.get(label) ?? 0) + 1);
    this.postings.set(feature, posting);
  }

  /** Every label that has something in common with the text, the likeliest first. */
  nearest(text: string): Likeness[] {
    const features = featuresOf(text);
    const likeness = this.likenesses(features, isTurned(text));
    const evidence = this.evidence(features);
    const found: Likeness[] = [];
    for (const [index, label] of this.labels.entries()) {
      const like = likeness[index] ?? 0;
      if (like === 0) continue;
      const score = LIKENESS_WEIGHT * like + EVIDENCE_WEIGHT * (evidence[index] ?? 0);
      found.push({ label, likeness: like, score });
    }
    return found.sort((a, b) => b.score - a.score);
  }

  private likenesses(features: ReadonlySet<string>, turned: boolean): Float64Array {
    const shared = new Float64Array(this.entries.length);
    for (const feature of features) {
      const posting = this.postings.get(feature);
      if (posting === undefined) continue;
      for (const phrase of posting.phrases) shared[phrase] = (shared[phrase] ?? 0) + posting.rarity;
    }
    const weight = this.weightOf(features);
    const best = new Float64Array(this.labels.length);
    for (const [index, entry] of this.entries.entries()) {
      const common = shared[index] ?? 0;
      if (common === 0) continue;
      const alike = common / (TEXT_SHARE * weight + (1 - TEXT_SHARE) * entry.weight);
      const like = entry.turned === turned ? alike : alike * OPPOSITE;
      if (like > (best[entry.label] ?? 0)) best[entry.label] = like;
    }
    return best;
  }

  /** The mean log-likelihood ratio of the text's known features, label by label. */
  private evidence(features: ReadonlySet<string>): Float64Array {
    const total = this.entries.length;
    const sums = new Float64Array(this.labels.length);
    let weight = 0;
    let common = 0;
    for (const feature of features) {
      const posting = this.postings.get(feature);
      if (posting === undefined) continue;
      const share = posting.phrases.length / total;
      const floor = PRIOR * share + FLOOR;
      weight += posting.rarity;
      common += posting.rarity * Math.log(floor / share);
      for (const [label, count] of posting.labels)
        sums[label] = (sums[label] ?? 0) + posting.rarity * Math.log((count + floor) / floor);
    }
    if (weight === 0) return sums;
    return sums.map((sum, label) => (sum + common) / weight - Math.log((this.phrasesOf[label] ?? 0) + 0.5));
  }

  private weightOf(features: Iterable<string>): number {
    const unknown = Math.log(1 + this.entries.length);
    let sum = 0;
    for (const feature of features) sum += this.postings.get(feature)?.rarity ?? unknown;
    return sum;
  }
}

function featuresOf(text: string): ReadonlySet<string> {
  const words = text.split(' ');
  const features = new Set<string>();
  for (const [index, word] of words.entries()) {
    const padded = ` ${word} `;
    // The whole word, so that it counts for more than its parts.
    features.add(padded);
    for (let i = 0; i + 3 <= padded.length; i++) features.add(padded.slice(i, i + 3));
    if (index > 0) features.add(`${words[index - 1]} ${word}`);
  }
  return features;
}

const isTurned = (text: string): boolean => text.split(' ').some((word) => TURNING.has(word));
