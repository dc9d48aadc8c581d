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

/** The text with dots where a voucher's code was. */
export const withoutCodes = (text: string): string => text.replaceAll(PLACE, '····-····');

/** The text with each voucher's code in its place. Throws where one is not known. */
export function withCodes(text: string, codes: ReadonlyMap<string, { code: string }>): string {
  return text.replaceAll(PLACE, (_place, id: string) => {
    const known = codes.get(id);
    if (known === undefined) throw new Error(`the code of voucher ${id} is not known`);
    return codeText(known.code);
  });
}
