import type { Work } from '../../db';
import { query } from '../../db/rows';
import { Judges } from '../sales/judges';
import { programVersions } from '../program/program';
import { knownFrom, KNOWN_SALE, standOf, type SaleRow } from '../sales/sale-rows';
import { loadShop } from '../shops/shops';

const AT_ONCE = 5_000;

/**
 * Judges every sale again, under its version and on its recorded past: rebuilt must be live. Each is read once, in pages,
 * so that memory does not grow with the shop.
 */
export async function misjudged(work: Work): Promise<{ about: string; detail: string }[]> {
  const judges = new Judges(await programVersions(work), await loadShop(work));
  const faults: { about: string; detail: string }[] = [];
  for (let after = ''; ;) {
    const rows = await query<SaleRow>(
      work,
      `SELECT ${KNOWN_SALE} FROM sales s
       WHERE s.merchant_id = current_merchant() AND s.id > ? AND s.dry IS NOT NULL ORDER BY s.id LIMIT ${AT_ONCE}`,
      [after],
    );
    for (const known of rows.map(knownFrom)) {
      const { cashback, points } = standOf(
        judges.judge(judges.versionOf(known), known.sale, known.verdict?.past ?? null),
      );
      if (cashback === known.stand.cashback && points === known.stand.points) continue;
      faults.push({
        about: `sale ${known.sale.externalId}`,
        detail: `deserves ${cashback} cents and ${points} points, stands at ${known.stand.cashback} and ${known.stand.points}`,
      });
    }
    if (rows.length < AT_ONCE) return faults;
    after = rows.at(-1)?.id ?? after;
  }
}
