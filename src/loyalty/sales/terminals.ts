import type { Work } from '../../db';
import { insertRows } from '../../db/rows';
import type { Instant, Sale } from '../core/sales/sale';

interface SeenTerminal extends Pick<Sale, 'store' | 'storeName'> {
  id: string;
  acquirer: string;
  first: Instant;
  last: Instant;
}

/** Notes the machines behind these sales, each with its last sale. Acquirers number theirs each for themselves. */
export async function noteTerminals(work: Work, sales: readonly Sale[]): Promise<void> {
  const seen = new Map<string, SeenTerminal>();
  for (const { terminal: id, acquirer: named, store, storeName, occurredAt } of sales) {
    if (id === null) continue;
    const acquirer = named ?? '';
    const key = JSON.stringify([id, acquirer]);
    const row = seen.get(key) ?? { id, acquirer, store, storeName, first: occurredAt, last: occurredAt };
    row.first = Math.min(row.first, occurredAt);
    if (occurredAt >= row.last && (store ?? storeName) !== null) Object.assign(row, { store, storeName });
    row.last = Math.max(row.last, occurredAt);
    seen.set(key, row);
  }
  await insertRows(
    work,
    'machines',
    {
      id: 'text',
      acquirer: 'text',
      store: 'text',
      store_name: 'text',
      first_sale_at: 'timestamptz',
      last_sale_at: 'timestamptz',
    },
    [...seen.values()].map(({ storeName, first, last, ...row }) => ({
      ...row,
      store_name: storeName,
      first_sale_at: first,
      last_sale_at: last,
    })),
    `ON CONFLICT (merchant_id, id, acquirer) DO UPDATE SET last_sale_at = excluded.last_sale_at,
       store = coalesce(excluded.store, machines.store),
       store_name = CASE WHEN excluded.store IS NULL OR excluded.store = machines.store
         THEN coalesce(excluded.store_name, machines.store_name) ELSE excluded.store_name END
     WHERE machines.last_sale_at < excluded.last_sale_at
       OR machines.last_sale_at = excluded.last_sale_at AND machines.store_name IS NULL AND excluded.store_name IS NOT NULL`,
  );
}
