import type { Work } from '../db';
import { salesNeedingItems, type Sale } from '../loyalty';
import { insertRows, query } from '../db/rows';
import type { DueEvent } from './due-events';
import { parseItems, type Product } from './smartpos/parse-items';

/** How long the judging of a sale waits for its items. */
const LONGEST_WAIT_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 3_000;

export interface Read {
  event: DueEvent;
  sale: Sale;
}

export interface WithItems {
  ready: Read[];
  /** To be read again at that moment, when their items may have come. */
  waiting: DueEvent[];
  lookAgainAt: number;
  /** Waited for long enough, or there are none: judged without, and kept for a person. */
  without: DueEvent[];
}

interface ItemsRow {
  sale_id: string;
  items: unknown;
  given_up: boolean;
}

/** Gives the sales the items that a rule asks for, and wants them of SmartPOS where they are not known. */
export async function giveItems(work: Work, reads: readonly Read[]): Promise<WithItems> {
  const result: WithItems = {
    ready: [],
    waiting: [],
    lookAgainAt: work.now + LOOK_AGAIN_MS,
    without: [],
  };
  const needing = await salesNeedingItems(
    work,
    reads.map(({ sale }) => sale),
  );
  if (needing.size === 0) return { ...result, ready: [...reads] };
  const known = await itemsOf(work, [...needing]);
  const products = known.size === 0 ? new Map<string, Product>() : await allProducts(work);
  const wanted = new Map<string, string>();
  for (const read of reads) {
    const { event, sale } = read;
    const row = needing.has(sale.externalId) && sale.items === null ? known.get(sale.externalId) : null;
    if (row === null) result.ready.push(read);
    else if (row !== undefined && row.items !== null && row.items !== undefined) {
      const items = parseItems(row.items, products);
      if (items === null) result.without.push(event);
      result.ready.push({ event, sale: { ...sale, items } });
    } else if (row?.given_up === true || work.now - event.receivedAt >= LONGEST_WAIT_MS) {
      result.without.push(event);
      result.ready.push(read);
    } else {
      wanted.set(sale.externalId, event.connectionId);
      result.waiting.push(event);
    }
  }
  await want(work, wanted);
  return result;
}

async function itemsOf(work: Work, ids: readonly string[]): Promise<Map<string, ItemsRow>> {
  const rows = await query<ItemsRow>(
    work,
    `SELECT sale_id, items, given_up FROM sale_items WHERE merchant_id = current_merchant() AND sale_id = ANY(?::text[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.sale_id, row]));
}

async function allProducts(work: Work): Promise<Map<string, Product>> {
  const rows = await query<Product & { id: string }>(
    work,
    'SELECT id, name, category FROM products WHERE merchant_id = current_merchant()',
  );
  return new Map(rows.map(({ id, name, category }) => [id, { name, category }]));
}

async function want(work: Work, wanted: ReadonlyMap<string, string>): Promise<void> {
  await insertRows(
    work,
    'sale_items',
    { sale_id: 'text', connection_id: 'text', next_try_at: 'timestamptz' },
    [...wanted].map(([id, connection]) => ({
      sale_id: id,
      connection_id: connection,
      next_try_at: work.now,
    })),
    'ON CONFLICT DO NOTHING',
  );
}
