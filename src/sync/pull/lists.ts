import type { Database } from '../../db';
import { knowCustomers } from '../../loyalty';
import { insertRows } from '../../db/rows';
import { SmartPosFault, type ListName, type SmartPos } from '../smartpos/client';
import { text } from '../smartpos/fields';
import { categoryOf, parseProduct } from '../smartpos/parse-items';
import { parseBuyer } from '../smartpos/parse-sale';

/**
 * Reads products (with their categories) and customers whole. What the shop's plan does not have is left out: products and
 * customers then come with sales only. Throws a SmartPosFault for what may pass.
 */
export async function readLists(db: Database, merchantId: number, api: SmartPos): Promise<void> {
  const categories = new Map<string, string>();
  await eachPage(api, 'categories', async (entries) => {
    for (const entry of entries) {
      const id = text((entry as { id?: unknown } | null)?.id, 100);
      const name = categoryOf(entry);
      if (id !== null && name !== null) categories.set(id, name);
    }
  });
  await eachPage(api, 'products', (entries) => keepProducts(db, merchantId, entries, categories));
  await eachPage(api, 'customers', async (entries) => {
    await db.asMerchant(merchantId, (work) =>
      knowCustomers(
        work,
        entries.map((one) => parseBuyer(one)),
      ),
    );
  });
}

async function keepProducts(
  db: Database,
  merchantId: number,
  entries: readonly unknown[],
  categories: ReadonlyMap<string, string>,
): Promise<void> {
  const products = new Map(
    entries.flatMap((entry) => {
      const product = parseProduct(entry, categories);
      return product === null ? [] : [[product.id, product] as const];
    }),
  );
  await db.asMerchant(merchantId, (work) =>
    insertRows(
      work,
      'products',
      { id: 'text', name: 'text', category: 'text' },
      [...products.values()],
      `ON CONFLICT (merchant_id, id) DO UPDATE SET name = excluded.name, category = excluded.category
       WHERE (products.name, products.category) IS DISTINCT FROM (excluded.name, excluded.category)`,
    ),
  );
}

async function eachPage(
  api: SmartPos,
  name: ListName,
  take: (entries: unknown[]) => Promise<void>,
): Promise<void> {
  try {
    for await (const entries of api.pages(name)) await take(entries);
  } catch (error) {
    if (!(error instanceof SmartPosFault) || error.kind === 'unreachable') throw error;
  }
}
