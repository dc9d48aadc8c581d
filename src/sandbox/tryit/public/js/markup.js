const ELEMENTS = { '*': 'strong', _: 'em', '~': 's' };

/**
 * WhatsApp's markup: ```mono```, and *bold*, _italic_, ~strike~ where the sign stands at the edge of a word and touches
 * what it encloses. Links are found too, and win over signs inside them.
 */
const TOKEN =
  /```([\s\S]+?)```|(https?:\/\/[^\s<>"”]*[^\s<>"”.,;:!?)*_~])|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:(?!\3)[^\n])*(?!\3)\S)\3(?![\p{L}\p{N}])/gu;

/** The text as nodes. Nothing in it can become an element of its own. */
export function formatted(text) {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    fragment.append(text.slice(end, match.index), elementOf(match));
    end = match.index + match[0].length;
  }
  fragment.append(text.slice(end));
  return fragment;
}

/** What is short and bold (an amount, a code, a date) is never broken over two lines. */
const WHOLE = 16;

function elementOf([, mono, url, sign, inner]) {
  const element = document.createElement(mono ? 'code' : url ? 'a' : ELEMENTS[sign]);
  if (url) Object.assign(element, { href: url, target: '_blank', rel: 'noopener noreferrer' });
  if (sign === '*' && inner.length <= WHOLE) element.className = 'whole';
  element.append(mono ?? url ?? formatted(inner));
  return element;
}

const CODE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/;

/** The voucher code that a text shows, if any. */
export const voucherCodeIn = (text) => CODE.exec(text)?.[0] ?? null;

/** What texts give as an example of a code, so that no voucher of anybody's stands there. */
const EXAMPLE_CODE = /\bABCD-?1234\b/i;

/** What a text offers to say: the words that it puts in quotation marks, unless nobody could mean them. */
export function offeredWords(text) {
  const words = [...text.matchAll(/[“"]([^”"\n]{1,40})[”"]/g)].map(([, word]) => word.trim());
  return [...new Set(words.filter((word) => word !== '' && !EXAMPLE_CODE.test(word)))];
}
