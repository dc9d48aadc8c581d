/**
 * Reais as SmartPOS writes them, as cents; null where it is not a decimal of at most two places.
 *
 * A JSON number has passed through a double by the time it is here. That loses nothing of any amount that is believed:
 * a double gives back every decimal of up to 15 significant digits (IEEE 754), its shortest text is that decimal, and
 * only that text is read. No arithmetic is done before it is an integer.
 */
export function centsOf(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const match = /^(-?)(\d{1,13})(?:[.,](\d{1,2})0*)?$/.exec(text);
  if (match === null) return null;
  const [, sign, whole, fraction = ''] = match;
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return sign === '-' && cents !== 0 ? -cents : cents;
}
