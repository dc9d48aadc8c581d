import type { Database } from '../db';
import { allShops } from '../loyalty';
import { KeyNotHere, type Secrets } from '../secrets';
import { latestEnvelope } from '../sync/connections';

/** The newest shops may have nothing that is kept encrypted yet. */
const LOOKED_AT = 20;

/**
 * Rejects with KeyNotHere where what was encrypted last is under a key that is not here: the process would seem to work, and
 * each secret fail where it is used. What was left under a key of long before keeps nobody from starting.
 */
export async function checkKey(db: Database, secrets: Secrets): Promise<void> {
  const shops = (await allShops(db)).toSorted((a, b) => b.id - a.id).slice(0, LOOKED_AT);
  for (const { id } of shops) {
    const envelope = await db.asMerchant(id, latestEnvelope);
    if (envelope === null) continue;
    if (!secrets.mayOpen(envelope)) throw new KeyNotHere();
    return;
  }
}
