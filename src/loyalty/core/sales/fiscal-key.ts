/** cUF 2, AAMM 4, CNPJ 14 (digits, or capitals since July 2026), the rest digits: model 2, series 3, number 9, tpEmis 1, cNF 8, DV 1. */
const FORM = /^\d{6}[0-9A-Z]{12}\d{26}$/;
/** NFC-e. */
const MODEL = '65';

/**
 * An NFC-e's access key (44 characters), as it is written with spaces or not; null where it is none. Its last digit checks
 * the others: weights 2 to 9 from the right, over again; ASCII − 48; 11 − (sum mod 11), 0 for more than 9.
 */
export function fiscalKey(written: string): string | null {
  const key = written.replaceAll(/[\s.-]/g, '').toUpperCase();
  if (!FORM.test(key) || key.slice(20, 22) !== MODEL) return null;
  let sum = 0;
  for (let i = 42; i >= 0; i--) sum += (key.charCodeAt(i) - 48) * (2 + ((42 - i) % 8));
  const digit = 11 - (sum % 11);
  return Number(key.at(-1)) === (digit > 9 ? 0 : digit) ? key : null;
}
