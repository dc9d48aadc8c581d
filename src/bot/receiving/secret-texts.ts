/** What is kept of a message with a secret in it. */
export const WITHHELD = '•••';

/** Words that say that a secret follows, in the three languages. */
const NAMED =
  /\b(?:api[ _-]?key|key[ _-]?(?:id|secret)|x-api-key[\w-]*|secret|secreto|segredo|senha|password|contrase[nñ]a|token|chaves?|claves?)\b/i;
const SIGNING_SECRET = /whsec_[A-Za-z0-9+/=_-]{16,}/;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;
/** Of a NFC-e: printed on every receipt. */
const FISCAL_KEY = /^\d{6}[\dA-Z]{12}\d{26}$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Whether a text carries a key or a password, which must never be kept: a signing secret, a long word of letters and digits
 * that nobody would write, or a shorter one beside a word that says what it is. What is printed on receipts, addresses
 * and codes of vouchers are none.
 */
export function hasSecret(text: string): boolean {
  if (SIGNING_SECRET.test(text)) return true;
  const isNamed = NAMED.test(text);
  return text
    .replaceAll(ADDRESS, ' ')
    .split(/[\s"'“”‘’«»<>()[\]{},;:]+/)
    .some((word) => isSecret(word, isNamed));
}

function isSecret(word: string, isNamed: boolean): boolean {
  if (!/^[\w+/=.~-]+$/.test(word) || FISCAL_KEY.test(word.toUpperCase())) return false;
  if (!/\d/.test(word) || !/[a-z]/i.test(word)) return false;
  if (isNamed) return word.length >= 12;
  if (UUID.test(word)) return false;
  const isMixed = /[a-z]/.test(word) && /[A-Z]/.test(word);
  return /^(?:key|sk|pk|api)[_-]/i.test(word) ? word.length >= 16 : word.length >= (isMixed ? 20 : 32);
}
