import { storable } from '../../db/rows';
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fields = (value: unknown): Fields => (isFields(value) ? value : {});

/** A text or a number, without what PostgreSQL cannot hold; null where it is anything else, empty or too long. */
export function text(value: unknown, longest: number): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string') return null;
  const cleaned = storable(value).trim();
  return cleaned === '' || cleaned.length > longest ? null : cleaned;
}
