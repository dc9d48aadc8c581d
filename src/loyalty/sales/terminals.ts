import type { Work } from '../../db';
import { insertRows } from '../../db/rows';
import type { Instant, Sale } from '../core/sales/sale';

/** Notes the machines behind these sales, each with its last sale. */
export async function noteTerminals(work: Work, sales: readonly Sale[]): Promise<void> {
  const seen = new Map<
    string,
    { id: string; acquirer: string | null; store: string | null; first: Instant; last: Instant }
  >();
  for (const { terminal, acquirer, store, occurredAt } of sales) {
    if (terminal === null) continue;
    const row = seen.get(terminal) ?? { id: terminal, acquirer, store, first: occurredAt, last: occurredAt };
    row.first = Math.min(row.first, occurredAt);
    row.last = Math.max(row.last, occurredAt);
    seen.set(terminal, row);
  }
  await insertRows(
    work,
    'terminals',
    {
      id: 'text',
      acquirer: 'text',
      store: 'text',
      first_sale_at: 'timestamptz',
      last_sale_at: 'timestamptz',
    },
    [...seen.values()].map(({ first, last, ...row }) => ({
      ...row,
      first_sale_at: first,
      last_sale_at: last,
    })),
    `ON CONFLICT (merchant_id, id) DO UPDATE SET last_sale_at = greatest(terminals.last_sale_at, excluded.last_sale_at),
       acquirer = coalesce(excluded.acquirer, terminals.acquirer), store = coalesce(excluded.store, terminals.store)
     WHERE terminals.last_sale_at < excluded.last_sale_at`,
  );
}
