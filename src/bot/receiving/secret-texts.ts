/** What is kept of a message with a secret in it. */
export const WITHHELD = '•••';
export const WITHHELD_PIN = 'PIN •••';

/** What is kept of it: that it was a PIN, where it says so and names nothing else. */
export const withheld = (text: string): string =>
  /(?<!\p{L})pin(?!\p{L})/iu.test(text) &&
  !/smart\s?pos|chave|key|clave|secret|segredo|senha|token/iu.test(text)
    ? WITHHELD_PIN
    : WITHHELD;

/** Words that name a secret, in the three languages; and those that may name something else as well. */
const NAME =
  /(?<![\p{L}\d])(?:x-api-key[\w-]*|(?:api|client|app)?[ _-]?key[ _-]?(?:id|secret)|api[ _-]?keys?|(?:client[ _-]?)?secret(?:[ _-]?key)?|secreto|segredo|senha|password|credenci(?:al|ais|ales)|credentials?|contrase[nñ]a|pin)(?![\p{L}\d])/iu;
const VAGUE_NAME = /(?<![\p{L}\d])(?:tokens?|chaves?|claves?|keys?)(?![\p{L}\d])/iu;
/** Whose keys are handed over as page and chat ask for them: `conectar smartpos …`, `o código do smartpos é …`. */
const SMARTPOS = /(?<!\p{L})smart\s?pos(?!\p{L})/iu;
const OF_A_SALE = /(?<!\p{L})(?:vendas?|compras?|sales?|purchases?|ventas?)(?!\p{L})/iu;
/** What follows a name at once, or after the word or sign that gives it. */
const GIVEN = new RegExp(
  `${NAME.source}(?:\\s+(?:d[aeo]|del?|of|the|api|smartpos|pin))*\\s*(?<gives>[:=]|(?<!\\p{L})(?:é|eh|is|es)(?!\\p{L}))?\\s*(?<value>\\S+)`,
  'giu',
);

const SIGNING_SECRET = /whsec_[A-Za-z0-9+/=_-]{16,}/;
/** Handed over in an address. */
const IN_ADDRESS =
  /[?&#](?:k|key|api_?key|secret|token|access_token|password|senha)=(?=[\w+/=.~-]*\d)(?=[\w+/=.~-]*[a-z])[\w+/=.~-]{12}/i;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;
const PHONE = /(?<![\d-])(?:\+?55\s?)?\(?\d{2}\)?\s?(?:9\s?)?\d{4}[\s.-]?\d{4}(?![\d-])/g;
/** A random key of Pix is told to be paid by: it opens nothing. */
const PIX = /\bpix\b/i;
/** Of a NFC-e: printed on every receipt. */
const FISCAL_KEY = /^\d{6}[\dA-Z]{12}\d{26}$/i;
const VOUCHER_CODE = /^[\da-z]{4}-[\da-z]{4}$/i;
/** With letters in it, as new ones have. */
const CNPJ = /^[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}$/i;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Whether a text carries a key, a password or a PIN, which must never be kept: a signing secret, a long word of letters and
 * digits that nobody would write, such words and nothing else, or a shorter one beside a word that says what it is. What is
 * printed on receipts, addresses, phones, CNPJs and codes of vouchers are none.
 */
export function hasSecret(written: string): boolean {
  // Nothing invisible keeps it from being seen.
  const text = written.replaceAll(/\p{Cf}/gu, '');
  if (SIGNING_SECRET.test(text) || IN_ADDRESS.test(text) || givesSecret(text)) return true;
  const words = text
    .replaceAll(ADDRESS, ' ')
    .split(/[^\w+/=.~!$#&%*^@-]+/)
    .map((word) => word.replace(/[.!]+$/, ''))
    .filter((word) => word !== '' && !isPrinted(word));
  if (NAME.test(text)) return words.some((word) => isMixed(word, 10));
  if (VAGUE_NAME.test(text) && !PIX.test(text)) return words.some((word) => isMixed(word, 12));
  if (
    SMARTPOS.test(text) &&
    words.some((word) => isMixed(word, 16) && !(UUID.test(word) && OF_A_SALE.test(text)))
  )
    return true;
  return (words.length > 0 && words.every((word) => isMixed(word, 16))) || words.some(isUnlikeWords);
}

/** “senha: …”, “o secret é …”, “pin 4821”. */
function givesSecret(text: string): boolean {
  return [...text.replaceAll(PHONE, ' ').matchAll(GIVEN)].some(({ 0: whole, groups = {} }) => {
    const value = (groups.value ?? '').replace(/[.,;!?…]+$/u, '');
    if (/^\d+$/.test(value)) return value.length >= 4;
    if (value.length < 6 || isPrinted(value)) return false;
    if (/^x-api-key/i.test(whole)) return true;
    const hasSign = /[!$#&@%*^~=+/\\]/.test(value);
    if (/\d/.test(value)) return groups.gives !== undefined || hasSign || value.length >= 8;
    return value.length >= 16 || (groups.gives !== undefined && hasSign);
  });
}

const isPrinted = (word: string): boolean =>
  FISCAL_KEY.test(word) || VOUCHER_CODE.test(word) || CNPJ.test(word);

const isMixed = (word: string, length: number): boolean =>
  word.length >= length && ((/\d/.test(word) && /[a-z]/i.test(word)) || isRandomCase(word));

/** Small and capital letters by turns, as no name is written. */
const isRandomCase = (word: string): boolean => word.length >= 16 && /(?:[a-z]+[A-Z]+){4}/.test(word);

/** A key within a sentence that does not say so; UUIDs there name sales. */
function isUnlikeWords(word: string): boolean {
  if (UUID.test(word)) return false;
  const isOfBothCases = /[a-z]/.test(word) && /[A-Z]/.test(word);
  return isMixed(word, /^(?:key|sk|pk|api)[_-]/i.test(word) ? 16 : isOfBothCases ? 20 : 32);
}
