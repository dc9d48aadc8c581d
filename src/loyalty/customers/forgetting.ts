import type { Work } from '../../db';
import { query } from '../../db/rows';

/** What a customer can have forgotten by itself. */
export type ForgettableFact = 'email' | 'birthday' | 'cpf';

/** `kept`: it is proven or the only thing that they are known by, and a balance hangs on it. */
export type Forgettable = 'known' | 'unknown' | 'kept';

export async function forgettable(
  work: Work,
  customerId: string,
  fact: ForgettableFact,
): Promise<Forgettable> {
  const [row] = await query<{ birthday: boolean; declared: boolean; known: boolean; otherwise: boolean }>(
    work,
    `SELECT c.birthday IS NOT NULL AS birthday,
       EXISTS (SELECT FROM declared_identities d WHERE d.merchant_id = c.merchant_id AND d.customer_id = c.id AND d.kind = ?) AS declared,
       EXISTS (SELECT FROM customer_identities i WHERE i.merchant_id = c.merchant_id AND i.customer_id = c.id AND i.kind = ?) AS known,
       EXISTS (SELECT FROM customer_identities i WHERE i.merchant_id = c.merchant_id AND i.customer_id = c.id AND i.kind = 'phone') AS otherwise
     FROM customers c WHERE c.merchant_id = current_merchant() AND c.id = ?`,
    [fact, fact, customerId],
  );
  if (row === undefined) throw new Error('there is no such customer');
  if (fact === 'birthday') return row.birthday ? 'known' : 'unknown';
  if (row.known && (fact === 'cpf' || !row.otherwise)) return 'kept';
  return row.known || row.declared ? 'known' : 'unknown';
}

/** Forgets one fact of a customer, where it is `known`; all else stays. */
export async function forgetFact(
  work: Work,
  customerId: string,
  fact: ForgettableFact,
): Promise<Forgettable> {
  const state = await forgettable(work, customerId, fact);
  if (state !== 'known') return state;
  if (fact === 'birthday') {
    await work.trx('customers').where({ id: customerId }).update({ birthday: null });
    return state;
  }
  for (const table of ['declared_identities', 'customer_identities'])
    await work.trx(table).where({ customer_id: customerId, kind: fact }).delete();
  return state;
}
