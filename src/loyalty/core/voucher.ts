import { WHOLE_BPS } from './money';

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or from paper is not mistaken. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

/** A code of 40 bits from as many random bytes as it has characters. */
export function codeFrom(random: Uint8Array): string {
  if (random.length !== CODE_LENGTH) throw new RangeError(`a code takes ${CODE_LENGTH} random bytes`);
  return Array.from(random, (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
}

/** How much of a voucher a purchase may use, in cents: the rest goes back to where it came from. */
export function usableOf(valueCents: number, purchaseCents: number, maxBps: number): number {
  return Math.min(valueCents, Number((BigInt(purchaseCents) * BigInt(maxBps)) / BigInt(WHOLE_BPS)));
}
