import { outboxId, ownersOf, PRIORITY, type Language, type Shop, type Work } from '../../loyalty';
import type { Card } from '../command';

/** Writes to each owner of the shop in their language, once for a cause, what is put in words already. */
export async function writeToOwners(
  work: Work,
  shop: Shop,
  { cause, template }: { cause: string; template: string },
  compose: (lang: Language) => { body: string; card?: Card },
): Promise<void> {
  for (const owner of await ownersOf(work)) {
    const { body, card } = compose(owner.language ?? shop.language);
    await work
      .trx('outbox')
      .insert({
        merchant_id: work.merchantId,
        id: outboxId(cause, template, owner.id),
        cause,
        template,
        staff_id: owner.id,
        body,
        ...(card === undefined ? {} : { card: JSON.stringify(card) }),
        state: 'queued',
        priority: PRIORITY.transactional,
        due_at: new Date(work.now),
        created_at: new Date(work.now),
      })
      .onConflict(['merchant_id', 'id'])
      .ignore();
  }
  work.ring('outbound', String(work.merchantId));
}
