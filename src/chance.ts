import { randomBytes as systemBytes } from 'node:crypto';
import { v4, v7 } from 'uuid';

/** Where all that is drawn comes from. */
export interface Chance {
  bytes(count: number): Buffer;
  /** A UUID that sorts by when it was made (version 7). */
  id(): string;
}

const system: Chance = { bytes: systemBytes, id: () => v7() };
let source = system;

/** Ids, codes and jitter are drawn from the system, unless a simulation draws them from its seed: null ends that. */
export function drawFrom(chance: Chance | null): void {
  source = chance ?? system;
}

export const randomBytes = (count: number): Buffer => source.bytes(count);

/** Of a new row: ids sort by when they were made. */
export const newId = (): string => source.id();

/** An id that tells nothing, not even when it was made (UUID version 4). */
export const newToken = (): string => v4({ random: source.bytes(16) });

/** From 0 to below 1, in steps of 2^-32. */
export const fraction = (): number => source.bytes(4).readUInt32BE() / 2 ** 32;
