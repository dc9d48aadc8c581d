import type { SaleItem } from '../../loyalty';
import { centsOf } from './decimal';
import { fields, isFields, text } from './fields';

export interface Product {
  name: string | null;
  category: string | null;
}

const NONE: Product = { name: null, category: null };
const MOST_ITEMS = 2_000;

/**
 * A sale's lines in SmartPOS's form; null where a line's total cannot be read, since a rule on items would then be wrong.
 * `products` knows what the lines themselves do not say.
 */
export function parseItems(
  raw: unknown,
  products: ReadonlyMap<string, Product> = new Map(),
): SaleItem[] | null {
  if (!Array.isArray(raw) || raw.length > MOST_ITEMS) return null;
  const items: SaleItem[] = [];
  for (const line of raw as unknown[]) {
    if (!isFields(line)) return null;
    const product = fields(line['product']);
    const sku = text(product['id'], 100);
    const known = products.get(sku ?? '') ?? NONE;
    const quantity = quantityOf(line['quantity']);
    const cents = centsOf(line['netItem']) ?? totalOf(line['usedPrice'] ?? line['listPrice'], quantity);
    if (cents === null || cents < 0) return null;
    items.push({
      sku,
      category: categoryOf(product['category'] ?? line['category']) ?? known.category,
      // A line without a product is typed in at the till ("AVULSO").
      name: text(product['name'], 200) ?? known.name ?? 'AVULSO',
      quantity,
      cents,
    });
  }
  return items;
}

/** `{ id, name, category }` of `GET /products`, the category as an object, a name, or an id of `GET /categories`. */
export function parseProduct(
  raw: unknown,
  categories: ReadonlyMap<string, string>,
): (Product & { id: string }) | null {
  if (!isFields(raw)) return null;
  const id = text(raw['id'], 100);
  if (id === null) return null;
  const inner = fields(raw['category']);
  const key = text(raw['categoryId'], 100) ?? text(inner['id'], 100) ?? text(raw['category'], 100) ?? '';
  const category = categoryOf(inner) ?? categories.get(key) ?? categoryOf(raw['category']);
  return { id, name: text(raw['name'], 200), category };
}

export const categoryOf = (raw: unknown): string | null =>
  isFields(raw) ? text(raw['name'], 100) : typeof raw === 'string' ? text(raw, 100) : null;

/** Kilograms and pieces alike; 1 where it is not said. */
function quantityOf(raw: unknown): number {
  const value = typeof raw === 'string' ? Number(raw.replace(',', '.')) : raw;
  return typeof value === 'number' && value > 0 && value < 1_000_000 ? value : 1;
}

/** Only where the quantity is whole: how SmartPOS rounds a weight's price is its own. */
function totalOf(price: unknown, quantity: number): number | null {
  const cents = centsOf(price);
  return cents !== null && Number.isSafeInteger(quantity) ? cents * quantity : null;
}
