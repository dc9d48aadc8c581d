import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from './hmac';

/** Each way, in seconds (Standard Webhooks, "Verifying webhook authenticity"). */
export const TOLERANCE_SECONDS = 300;

export type SignatureFault = 'missing' | 'malformed' | 'stale' | 'wrong';

export interface SignedHeaders {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
}

/** The key inside a secret: `whsec_` and base64 of 24 to 64 bytes. Throws a RangeError for any other text. */
export function signingKey(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (!secret.startsWith('whsec_') || key.length < 24 || key.length > 64)
    throw new RangeError('a signing secret is whsec_ and base64 of 24 to 64 bytes');
  return key;
}

/**
 * Verifies a delivery as Standard Webhooks fixes it: HMAC-SHA256 over `id.timestamp.body`, any `v1` signature under any
 * of the keys. The reference library serves one secret an instance and hashes in JavaScript; this is on the hot path,
 * and is tested against it. Null where it holds.
 */
export function verifySignature(
  headers: SignedHeaders,
  body: Buffer,
  keys: readonly Buffer[],
  nowMs: number,
): SignatureFault | null {
  const { id, timestamp, signature } = headers;
  if (id === undefined || timestamp === undefined || signature === undefined) return 'missing';
  if (id === '' || id.length > 200 || !/^\d{1,12}$/.test(timestamp)) return 'malformed';
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return 'stale';
  const given = signature
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  for (const key of keys) {
    const expected = hmacSha256(key, `${id}.${timestamp}.`, body);
    if (given.some((one) => one.length === expected.length && timingSafeEqual(one, expected))) return null;
  }
  return 'wrong';
}
