import type { Work } from '../../db';
import { query } from '../../db/rows';

/** The customer that an id stands for now: the same, or the one that it was merged into. */
export async function livingCustomer(work: Work, id: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    work,
    `SELECT coalesce(merged_into, id) AS id FROM customers WHERE merchant_id = current_merchant() AND id = ?`,
    [id],
  );
  if (row === undefined) throw new Error('there is no such customer');
  return row.id;
}

/** These customers and all that were merged into them: whose past is theirs. */
export async function withMerged(work: Work, customers: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }>(
    work,
    `SELECT id FROM customers WHERE merchant_id = current_merchant() AND merged_into = ANY(?::uuid[])`,
    [customers],
  );
  return [...customers, ...rows.map(({ id }) => id)];
}
