import { campaignOf, loadShop, type Work } from '../../loyalty';
import { resultText } from '../commands/staff/campaigns/campaign-text';
import { messagesIn } from '../messages';
import { writeToOwners } from './owner-messages';

/** Tells the owners what a campaign did, with the verdict that was just written. */
export async function tellCampaignEnd(work: Work, number: number): Promise<void> {
  const shop = await loadShop(work);
  const campaign = await campaignOf(work, number);
  if (campaign === null) return;
  await writeToOwners(work, shop, { cause: `campaign-end:${number}`, template: 'campaign-end' }, (lang) => {
    const say = messagesIn(lang);
    return { body: [say.campaigns.ended(number), resultText({ lang, shop, say }, campaign)].join('\n') };
  });
}
