/** Uniform in [0, 1). */
export type Random = () => number;

/**
 * A generator that gives the same numbers for the same seed everywhere: Mulberry32 (T. Ettinger), 32 bits a draw. For
 * simulation and permutation, never for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Brings a random choice of `count` of the values to the front, each choice equally likely (Fisher–Yates). */
export function chooseToFront(values: Float64Array, count: number, random: Random): void {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (values.length - i));
    const held = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = held;
  }
}
