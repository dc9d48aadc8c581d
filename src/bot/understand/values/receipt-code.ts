import { fiscalKey } from '../../../loyalty';
import { parseDecimal } from './amounts';

/** What the QR code of an NFC-e says of its sale. */
export interface ReceiptCode {
  key: string;
  /** Only receipts that were issued offline carry it. */
  cents: number | null;
}

const LONGEST = 2_000;
/** Versions 2 and 3 issued offline have more parts: after the environment the day of the month, and the total. */
const OFFLINE_PARTS = 7;
const TOTAL = 4;

/**
 * The text of an NFC-e's QR code: an address with `p=key|2|environment|…` or `p=key|3|environment|…`, or of version 1 with
 * `chNFe=key` and `vNF=total` (Manual de Especificações Técnicas do DANFE NFC-e e QR Code). The address itself is not
 * looked at: states have many, and nothing is fetched. Null where it is none.
 */
export function readReceiptCode(text: string): ReceiptCode | null {
  if (text.length > LONGEST) return null;
  const query = new URLSearchParams(text.slice(text.indexOf('?') + 1));
  const named = fiscalKey(query.get('chNFe') ?? '');
  if (named !== null) return { key: named, cents: amountOf(query.get('vNF')) };
  const parts = (query.get('p') ?? '').split('|');
  const key = fiscalKey(parts[0] ?? '');
  if (key === null || !/^[123]$/.test(parts[1] ?? '')) return null;
  return { key, cents: parts.length >= OFFLINE_PARTS ? amountOf(parts[TOTAL]) : null };
}

/** `52.90`, as the fiscal files write it. */
function amountOf(written: string | null | undefined): number | null {
  if (written === null || written === undefined || !/^\d{1,9}\.\d{2}$/.test(written)) return null;
  const cents = parseDecimal(written);
  return typeof cents === 'number' ? cents : null;
}
