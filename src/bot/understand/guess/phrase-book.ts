export interface Likeness {
  label: string;
  /** From 0, nothing in common with any of the label's phrases, to 1, the same as one of them. */
  likeness: number;
  /** What labels are ranked by: the likeness, and how much the text's words speak for the label rather than others. */
  score: number;
}

/** A feature's phrases in the book's order, and how rare it is. */
interface Posting {
  phrases: number[];
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
 * Bayes), since a long message dilutes its likeness to any one phrase but not what its words speak for.
 */
export class PhraseBook {
  private readonly postings = new Map<number, Posting>();
  private readonly labels: readonly string[];
  /** Of each phrase: its label, the weight of its features, whether it is a negation. */
  private readonly labelOf: Uint16Array;
  private readonly weightOf: Float64Array;
  private readonly turned: readonly boolean[];
  private readonly sizes: Uint16Array;
  private readonly unknown: number;

  /** Normalised phrases by their label. */
  constructor(book: ReadonlyMap<string, readonly string[]>) {
    const phrases = [...book.values()].flat();
    this.labels = [...book.keys()];
    this.sizes = Uint16Array.from(book.values(), (ofIt) => ofIt.length);
    this.labelOf = Uint16Array.from([...book.values()].flatMap((ofIt, label) => ofIt.map(() => label)));
    this.turned = phrases.map(isTurned);
    this.weightOf = new Float64Array(phrases.length);
    this.unknown = Math.log(1 + phrases.length);
    const features = phrases.map(featuresOf);
    for (const [phrase, of] of features.entries()) for (const feature of of) this.post(feature, phrase);
    for (const posting of this.postings.values())
      posting.rarity = Math.log(1 + phrases.length / posting.phrases.length);
    for (const [phrase, of] of features.entries()) this.weightOf[phrase] = this.weigh(of);
  }

  private post(feature: number, phrase: number): void {
    const posting = this.postings.get(feature);
    if (posting === undefined) this.postings.set(feature, { phrases: [phrase], rarity: 0 });
    else posting.phrases.push(phrase);
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

  private likenesses(features: ReadonlySet<number>, turned: boolean): Float64Array {
    const shared = new Float64Array(this.labelOf.length);
    for (const feature of features) {
      const posting = this.postings.get(feature);
      if (posting === undefined) continue;
      for (const phrase of posting.phrases) shared[phrase] = (shared[phrase] ?? 0) + posting.rarity;
    }
    const weight = TEXT_SHARE * this.weigh(features);
    const best = new Float64Array(this.labels.length);
    for (let phrase = 0; phrase < shared.length; phrase++) {
      const common = shared[phrase] ?? 0;
      if (common === 0) continue;
      const alike = common / (weight + (1 - TEXT_SHARE) * (this.weightOf[phrase] ?? 0));
      const like = this.turned[phrase] === turned ? alike : alike * OPPOSITE;
      const label = this.labelOf[phrase] ?? 0;
      if (like > (best[label] ?? 0)) best[label] = like;
    }
    return best;
  }

  /** The mean log-likelihood ratio of the text's known features, label by label. */
  private evidence(features: ReadonlySet<number>): Float64Array {
    const sums = new Float64Array(this.labels.length);
    let weight = 0;
    let common = 0;
    for (const feature of features) {
      const posting = this.postings.get(feature);
      if (posting === undefined) continue;
      const { phrases, rarity } = posting;
      const share = phrases.length / this.labelOf.length;
      const floor = PRIOR * share + FLOOR;
      weight += rarity;
      common += rarity * Math.log(floor / share);
      this.eachLabel(phrases, (label, count) => {
        sums[label] = (sums[label] ?? 0) + rarity * Math.log((count + floor) / floor);
      });
    }
    if (weight === 0) return sums;
    return sums.map((sum, label) => (sum + common) / weight - Math.log((this.sizes[label] ?? 0) + 0.5));
  }

  /** How many of the phrases are of each label; those of one stand together. */
  private eachLabel(phrases: readonly number[], note: (label: number, count: number) => void): void {
    let label = -1;
    let count = 0;
    for (const phrase of phrases) {
      const its = this.labelOf[phrase] ?? 0;
      if (its !== label && count > 0) note(label, count);
      count = its === label ? count + 1 : 1;
      label = its;
    }
    if (count > 0) note(label, count);
  }

  private weigh(features: Iterable<number>): number {
    let sum = 0;
    for (const feature of features) sum += this.postings.get(feature)?.rarity ?? this.unknown;
    return sum;
  }
}

const LETTERS = ' abcdefghijklmnopqrstuvwxyz0123456789@~#&%$-.,:/+';
const CODES = new Map(LETTERS.split('').map((letter, code) => [letter.charCodeAt(0), code]));
/** A trigram is three of 64 signs; whole words and pairs are hashed to other numbers than those. */
const WORDS = 64 ** 3;
const PAIRS = 2 ** 32;

/** As numbers, which cost a fraction of what pieces of text do. */
function featuresOf(text: string): ReadonlySet<number> {
  const features = new Set<number>();
  let before = 0;
  for (const word of text.split(' ')) {
    let a = 0;
    let b = 0;
    let hash = 0;
    for (let i = 0; i <= word.length; i++) {
      const c = i < word.length ? (CODES.get(word.charCodeAt(i)) ?? 63) : 0;
      if (i > 0) features.add((a * 64 + b) * 64 + c);
      [a, b] = [b, c];
      hash = (Math.imul(hash, 31) + c + 1) | 0;
    }
    features.add(WORDS + (hash >>> 0));
    if (before !== 0) features.add(PAIRS * 2 + ((Math.imul(before, 131) + hash) >>> 0));
    before = hash;
  }
  return features;
}

const isTurned = (text: string): boolean => text.split(' ').some((word) => TURNING.has(word));
