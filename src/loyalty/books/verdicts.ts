import { z } from 'zod';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import { Judges } from '../sales/judges';
import { programVersions } from '../program/program';
import { goneIn, judgedOn, SALE_STATE, saleFrom, standOf, type SaleRow } from '../sales/sale-rows';
import { loadShop } from '../shops/shops';

/** Few enough that a page is judged before it is old to the garbage collector. */
const AT_ONCE = 1_000;

type Judged = Omit<SaleRow, 'customer_id' | 'revision' | 'dry' | 'history'>;

interface Misjudged {
  about: string;
  detail: string;
}

/**
 * Judges every sale again, under its version and on its recorded past: rebuilt must be live. Each is read once, in pages,
 * so that memory does not grow with the shop. A program of an unknown form judges none: that is the one fault then.
 */
export async function misjudged(work: Work): Promise<Misjudged[]> {
  try {
    return await judgedOtherwise(work, new Judges(await programVersions(work), await loadShop(work)));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    return [{ about: 'the program', detail: `cannot be read: ${issue?.path.join('.')}: ${issue?.message}` }];
  }
}

async function judgedOtherwise(work: Work, judges: Judges): Promise<Misjudged[]> {
  const faults: Misjudged[] = [];
  for (let after = ''; ;) {
    const rows = await query<Judged>(
      work,
      `SELECT ${SALE_STATE}, s.program_version, s.past, s.cashback_cents, s.points FROM sales s
       WHERE s.merchant_id = current_merchant() AND s.id > ? AND s.dry IS NOT NULL ORDER BY s.id LIMIT ${AT_ONCE}`,
      [after],
    );
    for (const row of rows) {
      const sale = saleFrom(row);
      const past = judgedOn({ past: row.past, ...goneIn(row.details) });
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
