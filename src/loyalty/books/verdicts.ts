import type { Work } from '../../db';
import { query } from '../../db/rows';
import { Judges } from '../sales/judges';
import { programVersions } from '../program/program';
import { SALE_STATE, saleFrom, standOf, type SaleRow } from '../sales/sale-rows';
import { loadShop } from '../shops/shops';

const AT_ONCE = 5_000;

type Judged = Omit<SaleRow, 'customer_id' | 'revision' | 'dry' | 'history'>;

/**
 * Judges every sale again, under its version and on its recorded past: rebuilt must be live. Each is read once, in pages,
 * so that memory does not grow with the shop.
 */
export async function misjudged(work: Work): Promise<{ about: string; detail: string }[]> {
  const judges = new Judges(await programVersions(work), await loadShop(work));
  const faults: { about: string; detail: string }[] = [];
  for (let after = ''; ;) {
    const rows = await query<Judged>(
      work,
      `SELECT ${SALE_STATE}, s.program_version, s.past, s.cashback_cents, s.points FROM sales s
       WHERE s.merchant_id = current_merchant() AND s.id > ? AND s.dry IS NOT NULL ORDER BY s.id LIMIT ${AT_ONCE}`,
      [after],
    );
    for (const row of rows) {
      const [sale, past] = [saleFrom(row), row.past];
      const version = judges.versionOf({ sale, verdict: { version: row.program_version, dry: false, past } });
      const { cashback, points } = standOf(judges.judge(version, sale, past));
      if (cashback === row.cashback_cents && points === row.points) continue;
      faults.push({
        about: `sale ${row.id}`,
        detail: `deserves ${cashback} cents and ${points} points, stands at ${row.cashback_cents} and ${row.points}`,
      });
    }
    if (rows.length < AT_ONCE) return faults;
    after = rows.at(-1)?.id ?? after;
  }
}
