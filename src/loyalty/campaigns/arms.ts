import type { Work } from '../../db';
import { inControl } from '../insight';

export type ArmName = 'treated' | 'control';

/** Whom chance leaves untouched: by a keyed digest, so that nobody can choose it, and it is the same whenever it is asked. */
export function armOf(
  { merchantId, secrets }: Pick<Work, 'merchantId' | 'secrets'>,
  { campaign, customerId, shareBps }: { campaign: number; customerId: string; shareBps: number },
): ArmName {
  const digest = secrets.hash(`${merchantId}|${campaign}|${customerId}`, 'campaign arms');
  return inControl(digest, shareBps) ? 'control' : 'treated';
}
