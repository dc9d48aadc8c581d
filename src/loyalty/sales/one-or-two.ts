import type { Work } from '../../db';
import { query } from '../../db/rows';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';
import { judgeHistory } from './judging-history';
import { paidForTheOther } from './paid-by-vouchers';
import { loadSales, type KnownSale } from './sale-rows';
import { applySales, settleSet } from './sales';

/**
 * A person says whether a machine's sale is the one that staff recorded, or another. It holds for all that was told of it and
 * will be. The caller holds the shop's lock (`lockSalesOfShop`).
 */
export async function sayOneOrTwo(
  work: Work,
  { saleId, same, by }: { saleId: string; same: boolean; by: StaffMember },
): Promise<void> {
  const [said] = await query<{ handId: string }>(
    work,
    `UPDATE sales_told_twice SET same = ? WHERE merchant_id = current_merchant() AND sale_id = ? AND same IS NULL
     RETURNING hand_id AS "handId"`,
    [same, saleId],
  );
  if (said !== undefined && same) await makeOne(work, saleId, said.handId);
  if (said !== undefined && !same) await judgeHistory(work, saleId);
  await readAgain(work, saleId, { how: same ? 'discarded' : 'retried', by });
}

/** What is known of the machine's sale is known of that of staff, and it is no purchase beside it. */
async function makeOne(work: Work, saleId: string, handId: string): Promise<void> {
  await paidForTheOther(work, saleId, handId);
  const known = (await loadSales(work, [saleId])).get(saleId);
  if (known === undefined) return;
  await applySales(work, [known.sale]);
  await withdraw(work, known);
}

async function withdraw(work: Work, known: KnownSale): Promise<void> {
  const { sale, revision } = known;
  const none = { refundedCents: sale.totalCents, voucherCode: null, voucherCents: 0 };
  await settleSet(work, await loadShop(work), [
    { ...known, sale: { ...sale, ...none }, revision: revision + 1, before: sale },
  ]);
}

/** A sale that staff recorded is voided: what may have been the same is a sale like any other, of which nobody has to say it. */
export async function standsNoMore(work: Work, handId: string, by: StaffMember): Promise<void> {
  const freed = await query<{ saleId: string }>(
    work,
    `DELETE FROM sales_told_twice WHERE merchant_id = current_merchant() AND hand_id = ? AND same IS NULL
     RETURNING sale_id AS "saleId"`,
    [handId],
  );
  for (const { saleId } of freed) {
    await readAgain(work, saleId, { how: 'retried', by });
    await judgeHistory(work, saleId);
  }
}

/** All that waited with a sale, in the order in which it came; a report whose text is forgotten by now says nothing more. */
async function readAgain(
  work: Work,
  saleId: string,
  { how, by }: { how: 'discarded' | 'retried'; by: StaffMember },
): Promise<void> {
  await query(
    work,
    `WITH settled AS (
       UPDATE kept_events SET resolved_at = ?, resolution = ?, resolved_by = ?
       WHERE merchant_id = current_merchant() AND resolved_at IS NULL AND reason = 'recorded-by-hand'
         AND detail::json ->> 'sale' = ?
       RETURNING id, delivery_id, body_hash, coalesce((detail::json ->> 'approved')::boolean, false) AS approved)
     SELECT read_again(array_agg(s.delivery_id ORDER BY s.id), array_agg(s.body_hash ORDER BY s.id),
       array_agg(0 ORDER BY s.id), array_agg(s.approved ORDER BY s.id), ?)
     FROM settled s JOIN inbox_events e ON e.merchant_id = current_merchant() AND e.delivery_id = s.delivery_id
       AND e.body_hash = s.body_hash AND e.body <> '{}'`,
    [new Date(work.now), how, by.id, saleId, new Date(work.now)],
  );
  work.ring('sales', String(work.merchantId));
}
