import { sha256 } from '../ids';

/** Of SHA-256, in bytes. */
const BLOCK = 64;
const DIGEST = 32;
/** Of every call, since there is one at a time; grows to the longest message. */
let inner = Buffer.alloc(4096);
const outer = Buffer.alloc(BLOCK + DIGEST);

/**
 * HMAC-SHA256 (RFC 2104) of a text whose characters are bytes, as those of a header are, and of what follows it, under a key of
 * at most 64 bytes. By two calls of the one-shot hash: `createHmac` makes an object for each message, which under load costs
 * twice as much as the hashing.
 */
export function hmacSha256(key: Buffer, text: string, following: Buffer): Buffer {
  const end = BLOCK + text.length + following.length;
  if (inner.length < end) inner = Buffer.alloc(end);
  pad(inner, 0x36, key);
  inner.write(text, BLOCK, 'latin1');
  following.copy(inner, BLOCK + text.length);
  pad(outer, 0x5c, key);
  outer.write(sha256(inner.subarray(0, end), 'base64'), BLOCK, 'base64');
  return sha256(outer);
}

function pad(block: Buffer, byte: number, key: Buffer): void {
  block.fill(byte, 0, BLOCK);
  for (let i = 0; i < key.length; i++) block[i] = byte ^ (key[i] ?? 0);
}
