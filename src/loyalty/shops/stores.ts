import type { Work } from '../../db';
import { query } from '../../db/rows';
import { folded } from '../core/people/names';
import { storeNames, type Sale } from '../core/sales/sale';

/** A store as the shop's sales name it. */
type KnownStore = Pick<Sale, 'store' | 'storeName'>;

/** Each once, by its name, or else its id. */
const shown = (stores: readonly KnownStore[]): string[] => [
  ...new Set(stores.flatMap(({ store, storeName }) => storeName ?? store ?? [])),
];

/** The stores that the shop's machines sell in. */
const knownStores = (work: Work): Promise<KnownStore[]> =>
  query<KnownStore>(
    work,
    `SELECT DISTINCT store, store_name AS "storeName" FROM machines
     WHERE merchant_id = current_merchant() AND num_nonnulls(store, store_name) > 0
     ORDER BY store_name NULLS LAST, store`,
  );

const called = (stores: readonly KnownStore[], name: string): KnownStore[] =>
  stores.filter((store) => storeNames(store).some((one) => folded(one) === folded(name)));

/** What the store of any of these names is called, by all that is known of it; without regard to case and accents. */
export async function allNames(work: Work, said: readonly string[]): Promise<string[]> {
  const known = await knownStores(work);
  return [...said, ...said.flatMap((name) => called(known, name).flatMap(storeNames))];
}

/** Stores as their sales call them, or else as they were named; which of them no sale is of, and which are known. */
export async function storesNamed(
  work: Work,
  names: readonly string[],
): Promise<{ stores: string[]; unknown: string[]; known: string[] }> {
  const known = await knownStores(work);
  const unknown = names.filter((name) => called(known, name).length === 0);
  const stores = names.map((name) => shown(called(known, name))[0] ?? name);
  return { stores: [...new Set(stores)], unknown, known: shown(known) };
}
