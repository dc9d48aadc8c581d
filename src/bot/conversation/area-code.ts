import type { Turn } from '../command';
import { parseBrazilianPhone } from '../understand';

/** A mobile's nine digits, and what stands before them and may be their area code. */
const MOBILE = /((?<![\d.,])\(?\d{2}\)?\s?)?(?<!\d)(9\d{4}[- ]?\d{4})(?!\d)/;

/** A text as it is meant where one of the team leaves out the area code: their own; null where nothing is left out. */
export function withOwnArea({ speaker }: Turn, text: string): { text: string; area: string } | null {
  const area = /^\+55(\d{2})\d{9}$/.exec(speaker.customer.phone ?? '')?.[1];
  const [whole, before = '', phone] = MOBILE.exec(text) ?? [];
  if (speaker.staff === null || area === undefined || whole === undefined || phone === undefined) return null;
  if (parseBrazilianPhone(whole) !== null) return null;
  return { text: text.replace(whole, `${before}${area} ${phone}`), area };
}
