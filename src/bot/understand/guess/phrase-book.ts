import { featuresOf, PLACES, type Features } from './features';
import type { Meanings } from './meanings';

export interface Likeness {
  label: string;
  /** How much the text speaks for the label: about 1 and about 0 for what the book's own phrases are and are not. */
  score: number;
}

/** How often all phrases are learnt from, and the most that one may change at a time. */
const ROUNDS = 4;
const STEP = 0.3;
/** How far ahead of all others a phrase's own label is to be. */
const AHEAD = 1;
/** What is ahead by so much more is not looked at again. */
const SETTLED = 0.2;
const SEED = 12_345;

/**
 * A book of phrases, each with a label, learnt by a linear classifier: the passive-aggressive rule of Crammer et al.
 * (JMLR 7, 2006, PA-I for many classes). What is learnt is the same each time.
 */
export class PhraseBook {
  private readonly labels: readonly string[];
  /** The label of each phrase as it stands: what is said word for word is no guess. */
  private readonly known = new Map<string, string>();
  /** Of each place the weights of all labels. */
  private readonly weights: Float32Array;

  /** Normalised phrases by their label. */
  constructor(
    book: ReadonlyMap<string, readonly string[]>,
    private readonly meanings: Meanings,
  ) {
    this.labels = [...book.keys()];
    for (const [label, ofIt] of book) for (const text of ofIt) this.known.set(text, label);
    const phrases = [...book.values()].flatMap((ofIt, label) =>
      ofIt.map((text) => ({ label, features: featuresOf(text, meanings) })),
    );
    this.weights = learnt(phrases, this.labels.length);
  }

  /** Every label, the likeliest first. `whole`: with the courtesies around it. */
  nearest(text: string, whole = text): Likeness[] {
    const scores = new Float32Array(this.labels.length);
    score(featuresOf(text, this.meanings), this.weights, scores);
    const known = this.known.get(text) ?? this.known.get(whole);
    return this.labels
      .map((label, i) => ({ label, score: (scores[i] ?? 0) + (label === known ? AHEAD : 0) }))
      .sort((a, b) => b.score - a.score);
  }
}

interface Phrase {
  label: number;
  features: Features;
}

function learnt(phrases: readonly Phrase[], labels: number): Float32Array {
  const weights = new Float32Array(PLACES * labels);
  const scores = new Float32Array(labels);
  let order = [...phrases];
  let seed = SEED;
  for (let round = 0; round < ROUNDS; round++) {
    seed = shuffled(order, seed);
    const unsure: Phrase[] = [];
    for (const phrase of order) {
      const { label, features } = phrase;
      score(features, weights, scores);
      const other = likeliestBut(label, scores);
      const loss = AHEAD + (scores[other] ?? 0) - (scores[label] ?? 0);
      if (loss > -SETTLED) unsure.push(phrase);
      if (loss <= 0) continue;
      const by = Math.min(STEP, loss / 2);
      for (let i = 0; i < features.places.length; i++) {
        const at = (features.places[i] ?? 0) * labels;
        const change = by * (features.weights[i] ?? 0);
        weights[at + label] = (weights[at + label] ?? 0) + change;
        weights[at + other] = (weights[at + other] ?? 0) - change;
      }
    }
    order = unsure;
  }
  return weights;
}

/** Into `scores`, of which there is one a label. */
function score({ places, weights }: Features, of: Float32Array, scores: Float32Array): void {
  const labels = scores.length;
  scores.fill(0);
  for (let i = 0; i < places.length; i++) {
    const at = (places[i] ?? 0) * labels;
    const weight = weights[i] ?? 0;
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] ?? 0) + weight * (of[at + label] ?? 0);
  }
}

function likeliestBut(label: number, scores: Float32Array): number {
  let best = label === 0 ? 1 : 0;
  for (let i = 0; i < scores.length; i++) if (i !== label && (scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
  return best;
}

/** Fisher and Yates; the seed of the next time. */
function shuffled(of: Phrase[], from: number): number {
  let seed = from;
  for (let i = of.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    const j = Math.floor((seed / 2 ** 31) * (i + 1));
    const [a, b] = [of[i] as Phrase, of[j] as Phrase];
    [of[i], of[j]] = [b, a];
  }
  return seed;
}
