import { loadShop, tellOwners, Zone, type NumberProblem, type Work } from '../loyalty';
import { tellByEmail } from './sending/fall-over';
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
 * Tells the shop's owners that their number stopped, and what to do, once a day for each cause. By e-mail
 * where they have one; else they read it in the chat once the number is back, hence it says when.
 */
export async function tellIfLost(
  work: Work,
  status: ChannelStatus,
  { byEmail }: { byEmail: boolean },
): Promise<void> {
  const problem = status.problem === undefined ? undefined : FOR_A_PERSON[status.problem];
  if (problem === undefined) return;
  const shop = await loadShop(work);
  const { date } = Zone.of(shop.zone).local(work.now);
  const cause = `number-lost:${problem}:${date}`;
  await tellOwners(work, {
    cause,
    notice: { kind: 'number-lost', shop: shop.name, problem, at: work.now },
  });
  if (byEmail) await tellByEmail(work, cause);
}
