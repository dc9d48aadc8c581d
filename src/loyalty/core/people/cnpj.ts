const FIRST = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const SECOND = [6, ...FIRST];

/**
 * The fourteen characters of a CNPJ whose check digits hold; else null. Since July 2026 the first twelve may be letters:
 * each counts as its ASCII code less 48, modulus 11 (Receita Federal, Instrução Normativa 2.229/2024).
 */
export function validCnpj(text: string): string | null {
  const written = text.toUpperCase().replaceAll(/[.\-/\s]/g, '');
  if (!/^[0-9A-Z]{12}\d{2}$/.test(written) || /^(.)\1{13}$/.test(written)) return null;
  const first = checkDigit(written, FIRST);
  return first === written[12] && checkDigit(written, SECOND) === written[13] ? written : null;
}

function checkDigit(written: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, i) => total + weight * (written.charCodeAt(i) - 48), 0);
  const rest = sum % 11;
  return rest < 2 ? '0' : String(11 - rest);
}

/** `11.222.333/0001-81`. */
export const cnpjText = (cnpj: string): string =>
  `${cnpj.slice(0, 2)}.${cnpj.slice(2, 5)}.${cnpj.slice(5, 8)}/${cnpj.slice(8, 12)}-${cnpj.slice(12)}`;
