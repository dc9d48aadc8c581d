import { createHash } from 'node:crypto';

/** The UUID (version 8, RFC 9562) that these words always have: a row under it can be written only once. */
export function idOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\0')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
