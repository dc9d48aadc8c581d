import { canonicalCode, CODE_LENGTH } from '../../loyalty';
import { codeText } from './format';

/** A control character, which no name or text of anybody's keeps: it parts a voucher's place from the words around. */
const MARK = '\u0001';
const PLACE = new RegExp(`${MARK}([^${MARK}]+)${MARK}`, 'g');

/**
 * Where a voucher's code is to stand in a text. Texts wait in the outbox, and a code is kept only as a hash and encrypted:
 * so it is put in where the text is sent.
 */
export const codePlace = (voucherId: string): string => `${MARK}${voucherId}${MARK}`;

export const voucherIdsIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, id = '']) => id);

const HIDDEN = '····-····';

const HALF = `[0-9A-Za-z]{${CODE_LENGTH / 2}}`;
/** At each place, so that a word before a code does not part it: a code as it is typed, spelt, or said by a QR and its link. */
const LIKE_A_CODE = new RegExp(
  `(?:(?<![0-9A-Za-z])|(?<=%20))(?=(${HALF}[- ]{0,3}${HALF}|[0-9A-Za-z](?:[ -]{1,3}[0-9A-Za-z]){${CODE_LENGTH - 1}})(?![0-9A-Za-z]))`,
  'g',
);

/** A code has a digit in each half; a word with O, I or L in both (`telefone`) has none that was typed. */
function mayBeCode(written: string): boolean {
  const code = canonicalCode(written);
  if (code === null) return false;
  const isParted = /^\w{4} /.test(written);
  const typed = isParted ? written.toUpperCase().replaceAll(/[ -]/g, '') : code;
  const halves = [typed.slice(0, CODE_LENGTH / 2), typed.slice(CODE_LENGTH / 2)];
  return /\d/.test(written) && halves.every((half) => /\d/.test(half));
}

/** The text with dots where a voucher's code was, and where anything stands that may be one. */
export function withoutCodes(text: string): string {
  const shown = text.replaceAll(PLACE, HIDDEN);
  let hidden = '';
  let end = 0;
  for (const { index, 1: written = '' } of shown.matchAll(LIKE_A_CODE)) {
    if (!mayBeCode(written)) continue;
    if (index >= end) hidden += shown.slice(end, index) + HIDDEN;
    end = index + written.length;
  }
  return hidden + shown.slice(end);
}

/** The text with each voucher's code in its place. Throws where one is not known. */
export function withCodes(text: string, codes: ReadonlyMap<string, { code: string }>): string {
  return text.replaceAll(PLACE, (_place, id: string) => {
    const known = codes.get(id);
    if (known === undefined) throw new Error(`the code of voucher ${id} is not known`);
    return codeText(known.code);
  });
}
