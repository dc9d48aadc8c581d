import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Instant } from '../core/sales/sale';
import { loadCustomer } from '../customers/customers';
import { tellOwners } from '../outbox';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';

const WEEK_MS = 7 * 86_400_000;
/** From this many sales claimed by one person in a week the owner is told, once in that time. */
const MANY = 5;

/** Tells the owners of claims that an honest customer seldom makes; it stops none of them. */
export async function tellOddClaims(
  work: Work,
  sale: { id: string; occurredAt: Instant; cents: number },
  { customerId, staff }: { customerId: string; staff: StaffMember | null },
): Promise<void> {
  const [who] = await query<{
    name: string | null;
    phone: string | null;
    staffName: string | null;
    claims: number;
    first: Instant;
  }>(
    work,
    `SELECT c.name, i.value AS phone, f.name AS "staffName", claims.count AS claims, claims.first
     FROM customers c
     LEFT JOIN customer_identities i ON i.merchant_id = c.merchant_id AND i.customer_id = c.id AND i.kind = 'phone'
     LEFT JOIN staff f ON f.merchant_id = c.merchant_id AND f.phone = i.value
     CROSS JOIN LATERAL (SELECT count(*)::integer AS count, min(claimed_at) AS first FROM sale_claims s
       WHERE s.merchant_id = c.merchant_id AND s.customer_id = c.id AND s.claimed_at > ?) AS claims
     WHERE c.merchant_id = current_merchant() AND c.id = ? ORDER BY f.name NULLS LAST LIMIT 1`,
    [new Date(work.now - WEEK_MS), customerId],
  );
  if (who === undefined) return;
  const { name: shop } = await loadShop(work);
  const about = { shop, saleCents: sale.cents, at: sale.occurredAt, by: staff?.name ?? null };
  if (who.staffName !== null)
    await tellOwners(work, {
      cause: `claim of staff:${sale.id}`,
      notice: {
        kind: 'odd-claim',
        pattern: 'own-phone',
        who: who.staffName,
        phone: who.phone,
        count: 1,
        ...about,
      },
    });
  if (who.claims >= MANY)
    await tellOwners(work, {
      cause: `many claims:${customerId}:${who.first}`,
      notice: {
        kind: 'odd-claim',
        pattern: 'many',
        who: who.name,
        phone: who.phone,
        count: who.claims,
        ...about,
      },
    });
}

/**
 * The receipt that proved a customer's CPF is of a sale that staff had recorded for them by hand: both have counted by now, and
 * whoever runs the shop says whether they are one.
 */
export async function tellCountedTwice(
  work: Work,
  sale: { id: string; occurredAt: Instant; cents: number },
  customerId: string,
): Promise<void> {
  const { name: who, phone } = await loadCustomer(work, customerId);
  const { name: shop } = await loadShop(work);
  const about = { saleCents: sale.cents, at: sale.occurredAt, by: null, count: 2 };
  await tellOwners(work, {
    cause: `counted twice:${sale.id}`,
    notice: { kind: 'odd-claim', pattern: 'by-hand', shop, who, phone, ...about },
  });
}
