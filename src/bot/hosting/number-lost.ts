import { loadShop, ownersOf, tellStaff, Zone, type NumberProblem, type Work } from '../../loyalty';
import { issueLink } from '../../pages/one-time-links';
import { tellByEmail } from '../sending/fall-over';
import type { ChannelProblem, ChannelStatus } from '../channel';

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

/** What the owner mends on a page of ours, behind their PIN. */
const BY_LINK: readonly NumberProblem[] = ['logged-out', 'token-refused', 'not-registered'];

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
  // A second link would end the one that is under way.
  if ((await work.trx('outbox').where({ cause }).first('id')) !== undefined) return;
  const notice = {
    kind: 'number-lost',
    shop: shop.name,
    problem,
    at: work.now,
    shopId: work.merchantId,
  } as const;
  for (const { id: staffId } of await ownersOf(work)) {
    const link = BY_LINK.includes(problem) ? await relinkOf(work, staffId) : null;
    await tellStaff(work, [staffId], { cause, notice: { ...notice, link } });
  }
  if (byEmail) await tellByEmail(work, cause);
}

const relinkOf = (work: Work, staffId: string): Promise<string> =>
  issueLink(work, { purpose: 'relink', holder: { staffId }, chatId: null, payload: null });
