import type { Work } from '../../db';
import { record } from '../history/record';
import { loadShop, type ShopChannel } from './shops';
import type { StaffMember } from './team';

/** By which channel the shop is served from now on; whoever hosts it changes over by itself. */
export async function setChannel(work: Work, channel: ShopChannel, by: StaffMember | null): Promise<void> {
  const { channel: before } = await loadShop(work);
  if (before === channel) return;
  await work.trx('merchants').update({ channel });
  await record(work, by, 'set-channel', { before, channel });
}
