import { canonicalPhone } from '../../../loyalty';

export { canonicalPhone };

/** A trunk call's zero, with or without the two digits of a carrier, and people's placeholder for them. */
const TRUNK = /^(?:0(?:xx|\d{2})(?=\d{10,11}$)|0(?=\d{10,11}$))/;

/**
 * A Brazilian phone as people type it (spaces, brackets, +55, a trunk zero, a carrier), as E.164; a mobile's ninth digit
 * is put where it was left out, a landline stays as it is. Null where it is none, also for an area code that does not
 * exist or is missing.
 */
export function parseBrazilianPhone(text: string): string | null {
  const written = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s().-]/g, '');
  if (!/^\+?[\dx]+$/.test(written)) return null;
  const phone = canonicalPhone(written.replace(TRUNK, ''));
  return phone !== null && phone.startsWith('+55') ? phone : null;
}
