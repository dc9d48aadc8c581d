import type { Meanings } from '../meanings';

/** Where features are kept; a power of two, so large that few share a place. */
export const PLACES = 2 ** 14;

/** How far apart two meanings may stand to be one thing that is said. */
const NEAR = 4;
const WEIGHTS = { word: 1, pair: 1, first: 0.7, trigram: 0.4, meaning: 1, meanings: 0.7 } as const;
type Kind = keyof typeof WEIGHTS;
const SALTS: Record<Kind, number> = { word: 1, pair: 2, first: 3, trigram: 4, meaning: 5, meanings: 6 };

/** A text as weights at places, of length one. */
export interface Features {
  places: Int32Array;
  weights: Float32Array;
}

/** Gathers what one text has; there is one, since making as many as there are phrases takes its time. */
class Gathering {
  private readonly weights = new Float32Array(PLACES);
  private places: number[] = [];

  note(kind: Kind, value: number): void {
    const place = placeOf(value, SALTS[kind]);
    const weight = this.weights[place] ?? 0;
    if (weight === 0) this.places.push(place);
    this.weights[place] = weight + WEIGHTS[kind];
  }

  /** All of it, of length one; what is next gathered begins anew. */
  take(): Features {
    const places = Int32Array.from(this.places);
    const weights = new Float32Array(places.length);
    let squares = 0;
    for (let i = 0; i < places.length; i++) {
      const weight = this.weights[places[i] ?? 0] ?? 0;
      squares += weight * weight;
      weights[i] = weight;
      this.weights[places[i] ?? 0] = 0;
    }
    const length = Math.sqrt(squares);
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / length;
    this.places = [];
    return { places, weights };
  }
}

const gathering = new Gathering();

/**
 * What a normalised text has: its words, pairs of words, letter trigrams (which forgive typing), and what its words mean, alone
 * and in pairs.
 */
export function featuresOf(text: string, meanings: Meanings): Features {
  const words = text.split(' ');
  let before = 0;
  for (const [i, word] of words.entries()) {
    const hash = hashOf(word);
    gathering.note('word', hash);
    gathering.note(i === 0 ? 'first' : 'pair', i === 0 ? hash : mixed(before, hash));
    noteTrigrams(word);
    before = hash;
  }
  noteMeanings(meanings.of(words));
  return gathering.take();
}

function noteMeanings(of: readonly (readonly number[])[]): void {
  const seen = new Set<number>();
  for (const [i, its] of of.entries())
    for (const meaning of its) {
      if (!seen.has(meaning)) gathering.note('meaning', meaning);
      seen.add(meaning);
      for (let back = Math.max(0, i - NEAR); back < i; back++)
        for (const other of of[back] ?? [])
          if (other !== meaning)
            gathering.note('meanings', mixed(Math.min(other, meaning), Math.max(other, meaning)));
    }
}

/** Of words that can be mistyped. */
function noteTrigrams(word: string): void {
  if (word.length <= 3) return;
  let [a, b] = [0, 0];
  for (let i = 0; i <= word.length; i++) {
    const c = i < word.length ? word.charCodeAt(i) : 0;
    if (i > 0) gathering.note('trigram', (a * 128 + b) * 128 + c);
    [a, b] = [b, c];
  }
}

export function hashOf(word: string): number {
  let hash = 7;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
  return hash;
}

const mixed = (a: number, b: number): number => (Math.imul(a, 0x01_00_01_93) ^ b) | 0;

/** Murmur's last steps: what is alike ends far apart. */
function placeOf(value: number, salt: number): number {
  let hash = value ^ Math.imul(salt, 0x9e_37_79_b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) & (PLACES - 1);
}
