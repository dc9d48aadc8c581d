import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Chance } from '../chance';
import type { Clock } from '../clock';

/**
 * Everything that is drawn in a simulation comes from its seed, each matter from a stream of its own, so that what is
 * drawn more often in one changes no other. The generator is sfc32 (Chris Doty-Humphrey, PractRand).
 */
export class Draws {
  private readonly state: Uint32Array;

  constructor(seed: number, stream: string) {
    const digest = createHash('sha256').update(`${seed} ${stream}`).digest();
    this.state = Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at));
  }

  /** A whole number from 0 to below 2^32. */
  word(): number {
    const [a, b, c, counter] = this.state as unknown as [number, number, number, number];
    const drawn = (a + b + counter) | 0;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = (c + (c << 3)) | 0;
    this.state[2] = ((c << 21) | (c >>> 11)) + drawn;
    this.state[3] = counter + 1;
    return drawn >>> 0;
  }

  /** From 0 to below 1. */
  fraction(): number {
    return this.word() / 2 ** 32;
  }

  /** A whole number, both ends in. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  of<T>(all: readonly T[]): T {
    const drawn = all[this.between(0, all.length - 1)];
    if (drawn === undefined) throw new RangeError('nothing to draw from');
    return drawn;
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.word() & 0xff));
  }
}

/** The product's ids, codes and jitter, drawn from the seed; ids go by the simulated time, and up within a millisecond. */
export function chanceOf(draws: Draws, clock: Clock): Chance {
  let last = 0;
  let seq = 0;
  return {
    bytes: (count) => draws.bytes(count),
    id: () => {
      const msecs = clock.now();
      seq = msecs === last ? seq + 1 : 0;
      last = msecs;
      return v7({ random: draws.bytes(16), msecs, seq });
    },
  };
}
