import type { Work } from '../../db';
import type { Use } from '../core/voucher';
import { loadStores } from '../shops/stores';
import type { StoredVoucher } from './rows';

/** In which store a voucher is used: by its id or its name, or by both where a sale tells both. */
export interface StoreSaid {
  /** Undefined where a person sees to it; null where the till or the sale does not say. */
  store?: string | null;
  storeName?: string | null;
}

/** All that the store is called, so that a voucher for it by its name holds where a till knows only its id. */
export async function whereUsed(
  work: Work,
  { stores }: Pick<StoredVoucher, 'stores'>,
  { store, storeName }: StoreSaid,
): Promise<Pick<Use, 'storeNames'>> {
  if (store === undefined || stores === null) return {};
  const said = [store, storeName ?? null].filter((name) => name !== null);
  return { storeNames: (await loadStores(work)).allNames(said) };
}
