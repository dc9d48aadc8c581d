import { campaignOf, loadShop, outboxId, ownersOf, PRIORITY, type Work } from '../loyalty';
import { resultText } from './commands/staff/campaign-text';
import { messagesIn } from './messages';

/** Tells the owners what a campaign did, with the verdict that was just written. */
export async function tellCampaignEnd(work: Work, number: number): Promise<void> {
  const shop = await loadShop(work);
  const campaign = await campaignOf(work, number);
  if (campaign === null) return;
  const cause = `campaign-end:${number}`;
  for (const owner of await ownersOf(work)) {
    const lang = owner.language ?? shop.language;
    const say = messagesIn(lang);
    const body = [say.campaigns.ended(number), resultText({ lang, shop, say }, campaign)].join('\n');
    await work
      .trx('outbox')
      .insert({
        merchant_id: work.merchantId,
        id: outboxId(cause, 'campaign-end', owner.id),
        cause,
        template: 'campaign-end',
        staff_id: owner.id,
        body,
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
