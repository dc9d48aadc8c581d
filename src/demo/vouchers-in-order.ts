import type { Work } from '../db';
import { query } from '../db/rows';

/** Of all vouchers of a shop, in the order in which they were issued, which is the same whenever the same is done. */
export async function voucherIdsInOrder(work: Work): Promise<string[]> {
  const rows = await query<{ id: string }>(
    work,
    'SELECT id FROM vouchers WHERE merchant_id = current_merchant() ORDER BY issued_at, id',
  );
  return rows.map(({ id }) => id);
}
