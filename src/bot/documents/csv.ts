/** What a spreadsheet would take for a formula, also after spaces, and in its full-width forms (OWASP, "CSV Injection"). */
const FORMULA = /^\s*[=+\-@\t\r\n|＝＋－＠]/u;
/** The same after what a spreadsheet of another language takes for the end of a cell. */
const FORMULA_AFTER = /((?:[,;]|(?<=\S\s*)\t)\s*"*\s*)(?=[=+\-@|＝＋－＠])/gu;
const NEEDS_QUOTES = /[";\r\n]/;

/** What spreadsheets take for the mark of UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A text as a cell that no spreadsheet runs: one that could be a formula begins with an apostrophe. */
export function textCell(text: string): string {
  const parts = text.replaceAll(FORMULA_AFTER, "$1'");
  const safe = FORMULA.test(parts) ? `'${parts}` : parts;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** By RFC 4180, but for the semicolon: where the comma is the decimal sign it cannot separate. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(';')}\r\n`;
