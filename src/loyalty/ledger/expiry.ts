import type { Work } from '../../db';
import { visitShops, type Round } from '../../db/rounds';
import { query, type Binding } from '../../db/rows';
import { writeEntries } from './ledger';
import { lockBalances, type StoredLot } from './ledger-rows';
import { expireVouchers } from '../vouchers/settlement';

const LOTS_AT_ONCE = 500;

/** Notes what has expired by now, in every shop; what is expired is unusable from its instant on, noted or not. */
export async function noteExpiries(round: Round, now: number): Promise<void> {
  const { db, stopping } = round;
  const shops = await db.call<{ id: number }>('SELECT merchants_with_expiries(?) AS id', [new Date(now)]);
  for (const expire of [expireVouchers, expireLots])
    await visitShops(round, shops, 'expiries were not noted', async (id) => {
      // A pass that finds nothing more ends it.
      while ((await db.asMerchant(id, expire)) > 0) if (stopping?.aborted === true) return;
    });
}

async function expireLots(work: Work): Promise<number> {
  const due = await dueLots(work, '');
  if (due.length === 0) return 0;
  await lockBalances(
    work,
    due.map((lot) => lot.customerId),
  );
  // Read again under the lock: a spend may have come between.
  const ids = due.map((lot) => lot.id);
  const lots = await dueLots(work, 'AND id = ANY(?::uuid[])', [ids]);
  await writeEntries(
    work,
    lots.map((lot) => ({
      kind: 'expiry',
      key: `expiry:${lot.id}`,
      input: '',
      customerId: lot.customerId,
      saleId: lot.saleId,
      voucherId: null,
      occurredAt: lot.expiresAt ?? work.now,
      movement: {
        postings: [{ source: 'customer', destination: 'expired', asset: lot.asset, quantity: lot.remaining }],
        lots: [],
        uses: [{ lotId: lot.id, quantity: lot.remaining }],
        deltas: [{ asset: lot.asset, quantity: -lot.remaining, held: 0, debt: 0 }],
      },
    })),
  );
  return due.length;
}

async function dueLots(
  work: Work,
  condition: string,
  bindings: readonly Binding[] = [],
): Promise<StoredLot[]> {
  const rows = await query<StoredLot>(
    work,
    `SELECT id, customer_id AS "customerId", sale_id AS "saleId", asset, remaining, expires_at AS "expiresAt" FROM lots
     WHERE merchant_id = current_merchant() AND remaining > 0 AND expires_at <= ? ${condition}
     ORDER BY expires_at, id LIMIT ${LOTS_AT_ONCE}`,
    [new Date(work.now), ...bindings],
  );
  return rows;
}
