/** NFC-e is model 65; emission type 1 is the normal one. */
const MODEL = '65';
const NORMAL_EMISSION = '1';
const SAO_PAULO = '35';

export interface FiscalDocument {
  /** 14 characters, in capitals. */
  cnpj: string;
  /** YYMM of the issue. */
  yearMonth: string;
  /** 1 to 999999999. */
  number: number;
  /** 8 digits that the issuer draws. */
  randomCode: string;
}

/** The access key of an NFC-e: 44 characters (Manual de Orientação do Contribuinte, "chave de acesso"). */
export function fiscalKeyOf({ cnpj, yearMonth, number, randomCode }: FiscalDocument): string {
  const series = '001';
  const body = [SAO_PAULO, yearMonth, cnpj, MODEL, series, String(number).padStart(9, '0')].join('');
  const unchecked = `${body}${NORMAL_EMISSION}${randomCode}`;
  return `${unchecked}${checkDigit(unchecked)}`;
}

/** Modulo 11 with weights 2 to 9 from the right; a letter counts as its ASCII code less 48. */
function checkDigit(text: string): number {
  let sum = 0;
  for (let fromRight = 0; fromRight < text.length; fromRight++)
    sum += (text.charCodeAt(text.length - 1 - fromRight) - 48) * (2 + (fromRight % 8));
  const digit = 11 - (sum % 11);
  return digit > 9 ? 0 : digit;
}
