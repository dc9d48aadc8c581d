import { idOf, sha256 } from '../../ids';
import { HASH_BYTES } from '../intake';
import { saleIdOf } from '../smartpos/parse-sale';
import { understood } from '../smartpos/understood';

/** A pulled sale as it is kept: the text, and the delivery that it is. */
export interface RawSale {
  /** By what it is the same sale. */
  key: string;
  deliveryId: string;
  body: string;
  /** Of what is understood of it: what changes and nobody reads is no news. */
  hash: Buffer;
}

/** What is nested deeper than can be written down is kept as a note of that. */
const TOO_DEEP = '"nested too deeply"';

/** The delivery is named by the sale's id, by which an erasure finds it (`pulled_delivery` in SQL). */
export function rawSale(sale: unknown): RawSale {
  const body = written(sale);
  const hash = sha256(body === TOO_DEEP ? body : JSON.stringify(understood(sale))).subarray(0, HASH_BYTES);
  const name = (sale as { uniqueIdentifier?: unknown } | null)?.uniqueIdentifier;
  const key = saleIdOf(name) ?? (typeof name === 'string' ? name : hash.toString('base64'));
  return { key, deliveryId: `pull:${idOf('pull', key)}`, body, hash };
}

function written(sale: unknown): string {
  try {
    return JSON.stringify(sale) ?? 'null';
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}
