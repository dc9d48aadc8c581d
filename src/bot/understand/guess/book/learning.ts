import { featuresOf, hashOf, PLACES, type Features } from './features';
import type { Meanings } from '../meanings';

/** How often all phrases are learnt from, and the most that one may change at a time. */
const ROUNDS = 4;
const STEP = 0.3;
/** How far ahead of all others a phrase's own label is to be. */
const AHEAD = 1;
/** What is ahead by so much more is not looked at again. */
const SETTLED = 0.2;
const SEED = 12_345;
const MOST = 2 ** 15 - 1;

/** What was learnt of a book of phrases. */
export interface Learnt {
  labels: readonly string[];
  /** Of each place the weights of all labels, in units of `unit`. */
  weights: Int16Array;
  unit: number;
  /** By the hash of each phrase as it stands the place of its label: what is said word for word is no guess. */
  known: ReadonlyMap<number, number>;
}

/** Normalised phrases by their label. */
export type Book = ReadonlyMap<string, readonly string[]>;

interface Phrase {
  label: number;
  features: Features;
}

/**
 * A book of phrases, each with a label, learnt by a linear classifier: the passive-aggressive rule of Crammer et al.
 * (JMLR 7, 2006, PA-I for many classes). What is learnt is the same each time.
 */
export function learn(book: Book, meanings: Meanings): Learnt {
  const labels = [...book.keys()];
  return taught(
    { labels, weights: new Int16Array(PLACES * labels.length), unit: 0, known: new Map() },
    book,
    meanings,
  );
}

/** What is known after more phrases of labels that it has. */
export function taught(before: Learnt, book: Book, meanings: Meanings): Learnt {
  const { labels, unit } = before;
  const known = new Map(before.known);
  const phrases: Phrase[] = [];
  for (const [label, texts] of book) {
    const place = labels.indexOf(label);
    for (const text of texts) {
      known.set(hashOf(text), place);
      phrases.push({ label: place, features: featuresOf(text, meanings) });
    }
  }
  const weights = Float32Array.from(before.weights, (weight) => weight * unit);
  learnInto(weights, phrases, labels.length);
  return { labels, known, ...compact(weights) };
}

/** In units of a 32,767th of the greatest, which is far below what decides. */
function compact(weights: Float32Array): Pick<Learnt, 'weights' | 'unit'> {
  const greatest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = greatest / MOST;
  return { unit, weights: Int16Array.from(weights, (weight) => Math.round(weight / (unit || 1))) };
}

function learnInto(weights: Float32Array, phrases: readonly Phrase[], labels: number): void {
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
}

/** Into `scores`, of which there is one a label. */
export function score(
  { places, weights }: Features,
  of: Float32Array | Int16Array,
  scores: Float32Array,
): void {
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
