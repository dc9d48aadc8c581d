import type { Work } from '../../db';
import { query, updateRows } from '../../rows';
import type { Instant, Sale } from '../core/sale';
import type { Zone } from '../core/zone';

interface RollingLot {
  id: string;
  customerId: string;
  expiresAt: Instant;
  rollingDays: number;
}

/**
 * Moves the expiry of rolling lots on with their holders' purchases: so many days after each, at the end of the shop's
 * day. What had expired when the purchase was made stays expired, noted or not.
 */
export async function renewRollingLots(
  work: Work,
  zone: Zone,
  purchases: readonly { sale: Sale; customerId: string }[],
): Promise<void> {
  const made = purchases.filter(({ sale }) => sale.totalCents > sale.refundedCents);
  if (made.length === 0) return;
  const lots = await query<RollingLot>(
    work,
    `SELECT id, customer_id AS "customerId", expires_at AS "expiresAt", rolling_days AS "rollingDays" FROM lots
     WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[]) AND remaining > 0 AND rolling_days IS NOT NULL`,
    [made.map(({ customerId }) => customerId)],
  );
  const renewed = lots.flatMap((lot) => {
    const at = made
      .filter(({ customerId }) => customerId === lot.customerId)
      .map(({ sale }) => sale.occurredAt)
      .sort((a, b) => a - b)
      .reduce((expiry, moment) => {
        if (moment >= expiry) return expiry;
        return Math.max(expiry, zone.startOfDay(moment, lot.rollingDays + 1));
      }, lot.expiresAt);
    return at > lot.expiresAt ? [{ customer_id: lot.customerId, id: lot.id, expires_at: at }] : [];
  });
  await updateRows(
    work,
    'lots',
    { customer_id: 'uuid', id: 'uuid', expires_at: 'timestamptz' },
    ['customer_id', 'id'],
    'expires_at = u.expires_at',
    renewed,
  );
}
