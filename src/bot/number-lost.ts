import { loadShop, tellOwners, Zone, type NumberProblem, type Work } from '../loyalty';
import type { ChannelProblem, ChannelStatus } from './channel';

/** What no trying again mends. */
const FOR_A_PERSON: Partial<Record<ChannelProblem, NumberProblem>> = {
  'logged-out': 'logged-out',
  'browser-missing': 'browser-missing',
  'disk-full': 'disk-full',
  'token-refused': 'token-refused',
  'not-registered': 'not-registered',
  'account-blocked': 'account-blocked',
  payment: 'payment',
};

/**
 * Tells the shop's owners that their number stopped, and what to do, once a day for each cause. Where the number is all that
 * reaches them they read it once it is back; hence it says when.
 */
export async function tellIfLost(work: Work, status: ChannelStatus): Promise<void> {
  const problem = status.problem === undefined ? undefined : FOR_A_PERSON[status.problem];
  if (problem === undefined) return;
  const shop = await loadShop(work);
  const { date } = Zone.of(shop.zone).local(work.now);
  await tellOwners(work, {
    cause: `number-lost:${problem}:${date}`,
    notice: { kind: 'number-lost', shop: shop.name, problem, at: work.now },
  });
}
