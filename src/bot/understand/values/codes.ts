import { CODE_ALPHABET, CODE_LENGTH } from '../../../loyalty';
import { plain } from '../normalise';

const SHAPE = /^(?:[0-9a-z]{8}|[0-9a-z]{4}[- ]{1,3}[0-9a-z]{4}|[0-9a-z](?:[ -]+[0-9a-z]){7})$/;

const KNOWN = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/**
 * A voucher's code as people type it: eight characters of Crockford's base 32 in any case, with or without dash and
 * spaces, O for 0, I or L for 1. Upper case, without the dash; null where it is no code.
 */
export function parseCode(text: string): string | null {
  const written = plain(text).trim();
  if (!SHAPE.test(written)) return null;
  const code = written
    .replaceAll(/[^0-9a-z]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return KNOWN.test(code) ? code : null;
}

/**
 * The code within a sentence, where words must not be taken for one: `cashback` and `nota 1234` have a code's shape
 * too. With its dash it is a code. Otherwise it must have a digit as it was typed, or too few vowels for a word.
 */
export function codeAmongWords(text: string, isWord: (word: string) => boolean): string | null {
  const code = parseCode(text);
  if (code === null || text.includes('-')) return code;
  if (text.split(' ').some((part) => part.length > 1 && isWord(part))) return null;
  return /\d/.test(text) || (text.match(/[aeiou]/g) ?? []).length < 2 ? code : null;
}
