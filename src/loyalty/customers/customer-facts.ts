import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';

/** What rules ask of the customer, and not of their sales. */
export interface CustomerFacts {
  /** MM-DD. */
  birthday: string | null;
  labels: string[];
}

export async function customerFacts(
  work: Work,
  customers: readonly string[],
): Promise<Map<string, CustomerFacts>> {
  if (customers.length === 0) return new Map();
  const rows = await query<CustomerFacts & { id: string }>(
    work,
    `SELECT c.id, c.birthday,
       ARRAY(SELECT l.label FROM customer_labels l
             WHERE l.merchant_id = c.merchant_id AND l.customer_id = c.id ORDER BY l.label) AS labels
     FROM customers c WHERE c.merchant_id = ${THIS_SHOP} AND c.id = ANY(?::uuid[])`,
    [customers],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
