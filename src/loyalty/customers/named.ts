import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import { folded } from '../core/people/names';

/** A customer with a phone, by whose end they are told from another of that name. */
export interface NamedCustomer {
  name: string;
  /** E.164. */
  phone: string;
}

const ACCENTED = 'áàâãäåéèêëíìîïóòôõöúùûüçñ';
const PLAIN = 'aaaaaaeeeeiiiiooooouuuucn';

/**
 * The shop's customers in whose names each of the words stands as a word, without regard to case and accents: those who
 * are called just that first. Who has no phone is left out.
 */
export async function customersNamed(work: Work, name: string, limit: number): Promise<NamedCustomer[]> {
  const words = folded(name).match(/[a-z0-9]+/g) ?? [];
  if (words.length === 0) return [];
  return query<NamedCustomer>(
    work,
    `SELECT c.name, p.phone FROM (
       SELECT id, name, translate(lower(normalize(name, NFC)), '${ACCENTED}', '${PLAIN}') AS plain
       FROM customers WHERE merchant_id = ${THIS_SHOP} AND name IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL) AS c
     CROSS JOIN LATERAL (SELECT min(i.value) AS phone FROM customer_identities i
       WHERE i.merchant_id = ${THIS_SHOP} AND i.customer_id = c.id AND i.kind = 'phone') AS p
     WHERE p.phone IS NOT NULL AND c.plain ~ ALL (?::text[])
     ORDER BY trim(c.plain) = ? DESC, c.plain, p.phone LIMIT ?`,
    [words.map((word) => `\\m${word}\\M`), words.join(' '), limit],
  );
}
