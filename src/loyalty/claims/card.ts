import type { Work } from '../../db';
import { query } from '../../db/rows';
import { linkCard } from '../customers/identities';
import { loadSales } from '../sales/sale-rows';

/**
 * Whether a customer is to be asked, after a claim, to be known by the card that paid. Once ever: it notes that they are
 * asked. Not where the sale tells of no card, or the card is known already.
 */
export async function mayAskForCard(
  work: Work,
  { customerId, saleId }: { customerId: string; saleId: string },
): Promise<boolean> {
  const card = await cardOf(work, saleId);
  if (card === null) return false;
  const asked = await query(
    work,
    `UPDATE customers SET card_asked_at = ? WHERE merchant_id = current_merchant() AND id = ? AND card_asked_at IS NULL
       AND NOT EXISTS (SELECT FROM customer_identities
                       WHERE merchant_id = current_merchant() AND kind = 'card' AND value = ?) RETURNING id`,
    [new Date(work.now), customerId, card],
  );
  return asked.length > 0;
}

/** The customer wants to be known by the card of that sale. */
export async function rememberCard(
  work: Work,
  { customerId, saleId }: { customerId: string; saleId: string },
): Promise<void> {
  const fingerprint = await cardOf(work, saleId);
  if (fingerprint !== null) await linkCard(work, { customerId, fingerprint });
}

async function cardOf(work: Work, saleId: string): Promise<string | null> {
  return (await loadSales(work, [saleId])).get(saleId)?.sale.buyer.cardFingerprint ?? null;
}
