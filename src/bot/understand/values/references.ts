import { fiscalKey } from '../../../loyalty';

/**
 * What a receipt is known by, from normalised words: a fiscal key (44 characters), in groups or not; an authorization code,
 * which has a digit; an NSU. Null for anything else.
 */
export function parseReference(words: string): string | null {
  const written = words.replaceAll(' ', '');
  if (written.length === 44) return fiscalKey(written);
  if (/^\d{3,12}$/.test(words)) return words;
  return /^(?=.*\d)[0-9a-z]{6}$/.test(words) ? words.toUpperCase() : null;
}
