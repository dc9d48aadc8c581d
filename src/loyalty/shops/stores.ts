import type { Work } from '../../db';
import { query } from '../../db/rows';
import { storeKey } from '../core/people/names';
import { storeNames, type Sale } from '../core/sales/sale';

/** A store as the shop's sales name it. */
type KnownStore = Pick<Sale, 'store' | 'storeName'>;

/** The stores that a shop's machines sell in, by SmartPOS's id or by name, as `storeKey` compares them. */
export class Stores {
  constructor(private readonly known: readonly KnownStore[]) {}

  /** All names, each once; ids where a store has none. */
  get names(): string[] {
    return [...new Set(this.known.flatMap(({ store, storeName }) => storeName ?? store ?? []))];
  }

  /** As people call the store of that id or name, or by its id where that was said and another has the same name; null where none is known. */
  called(said: string): string | null {
    const [found] = this.of(said);
    if (found === undefined) return null;
    const { store, storeName } = found;
    if (storeName === null) return store;
    const isId = store !== null && storeKey(store) === storeKey(said);
    const ids = new Set(this.of(storeName).map((one) => one.store));
    return isId && ids.size > 1 ? store : storeName;
  }

  /** What was said, and all else that the stores of these names are called. */
  allNames(said: readonly string[]): string[] {
    return [...said, ...said.flatMap((name) => this.of(name).flatMap(storeNames))];
  }

  private of(name: string): KnownStore[] {
    return this.known.filter((store) => storeNames(store).some((one) => storeKey(one) === storeKey(name)));
  }
}

export async function loadStores(work: Work): Promise<Stores> {
  const known = await query<KnownStore>(
    work,
    `SELECT DISTINCT store, store_name AS "storeName" FROM machines
     WHERE merchant_id = current_merchant() AND num_nonnulls(store, store_name) > 0
     ORDER BY store_name NULLS LAST, store`,
  );
  return new Stores(known);
}
