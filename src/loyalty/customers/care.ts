import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { MailFault } from '../core/messages/mail-fault';
import type { Instant } from '../core/sales/sale';
import { tierOf } from '../core/rules/tier';
import { twelveMonthsBefore } from '../core/time/calendar';
import { Zone } from '../core/time/zone';
import { ok, refuse } from '../core/result';
import { record } from '../history/record';
import type { Undo } from '../history/undoing';
import { livingCustomer } from './living';
import { balanceOf, type Balance } from '../ledger/balances';
import { currentSettings } from '../program/program';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';
import { openVoucherCount } from '../vouchers/views';
import { findCustomers, identityKey, loadCustomer, type Customer, type Identity } from './customers';
import { mailFaultOf } from './mail-addresses';
import { declaredBy, type DeclaredIdentity } from './identities';

const PURCHASES_SHOWN = 3;

/** A customer as the shop's own people see them. */
export interface CustomerCard {
  customer: Customer;
  since: Instant;
  balance: Balance;
  vouchers: number;
  labels: string[];
  tier: string | null;
  /** The latest, newest first, in cents that did not come back. */
  purchases: { at: Instant; cents: number }[];
  purchaseCount: number;
  /** What they said of themselves and nobody proved. */
  declared: DeclaredIdentity[];
  blocked: boolean;
  /** Why an e-mail address of theirs is given up. */
  mailFault: MailFault | null;
}

/** Null where that is nobody's. */
export async function customerBy(work: Work, identity: Identity): Promise<string | null> {
  return (await findCustomers(work, [{ identity }])).get(identityKey(identity)) ?? null;
}

export async function customerCard(work: Work, id: string): Promise<CustomerCard> {
  const shop = await loadShop(work);
  const from = new Date(twelveMonthsBefore(Zone.of(shop.zone), work.now));
  const [row] = await query<{
    since: Instant;
    blocked: boolean;
    labels: string[];
    bought: number;
    count: number;
  }>(
    work,
    `SELECT c.created_at AS since, c.blocked_at IS NOT NULL AS blocked,
       ARRAY(SELECT l.label FROM customer_labels l
             WHERE l.merchant_id = c.merchant_id AND l.customer_id = c.id ORDER BY l.label) AS labels,
       coalesce(s.bought, 0)::bigint AS bought, s.count
     FROM customers c CROSS JOIN LATERAL (
       SELECT sum(s.total_cents - s.refunded_cents) FILTER (WHERE s.occurred_at >= ?) AS bought, count(*)::integer AS count
       FROM sales s WHERE s.merchant_id = c.merchant_id AND s.customer_id = c.id AND s.total_cents > s.refunded_cents) AS s
     WHERE c.merchant_id = current_merchant() AND c.id = ?`,
    [from, id],
  );
  if (row === undefined) throw new Error('there is no such customer');
  const purchases = await query<{ at: Instant; cents: number }>(
    work,
    `SELECT occurred_at AS at, total_cents - refunded_cents AS cents FROM sales
     WHERE merchant_id = current_merchant() AND customer_id = ? AND total_cents > refunded_cents
     ORDER BY occurred_at DESC LIMIT ${PURCHASES_SHOWN}`,
    [id],
  );
  const { since, blocked, labels, bought, count } = row;
  return {
    customer: await loadCustomer(work, id),
    since,
    balance: await balanceOf(work, id),
    vouchers: await openVoucherCount(work, id),
    labels,
    tier: tierOf(await currentSettings(work), bought),
    purchases,
    purchaseCount: count,
    declared: await declaredBy(work, id),
    blocked,
    mailFault: await mailFaultOf(work, id),
  };
}

/** From then on the customer's purchases earn nothing and nothing is redeemed; or again, as before. */
export async function blockCustomer(
  work: Work,
  { customerId, blocked, by }: { customerId: string; blocked: boolean; by: StaffMember },
): Promise<void> {
  const [changed] = await query(
    work,
    `UPDATE customers SET blocked_at = ? WHERE merchant_id = current_merchant() AND id = ?
       AND (blocked_at IS NOT NULL) <> ? RETURNING id`,
    [blocked ? new Date(work.now) : null, customerId, blocked],
  );
  if (changed !== undefined) await record(work, by, 'block-customer', { customer: customerId, blocked });
}

/** What was bought meanwhile stays as it was judged. */
export const undoBlock: Undo<'block-customer'> = {
  who: 'manager',
  counter: true,
  async undo(work, { details: { customer, blocked } }) {
    const [changed] = await query(
      work,
      `UPDATE customers SET blocked_at = ? WHERE merchant_id = current_merchant() AND id = ?
         AND (blocked_at IS NOT NULL) = ? RETURNING id`,
      [blocked ? null : new Date(work.now), await livingCustomer(work, customer), blocked],
    );
    return changed === undefined
      ? refuse({ code: 'not-undone', why: { because: 'changed-since' } })
      : ok(null);
  },
};

/** As rules ask for it: in small letters, with single spaces. */
export const labelOf = (words: string): string => words.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Puts a label on a customer, or takes it off, for the rules that ask for it. */
export async function labelCustomer(
  work: Work,
  { customerId, label, on, by }: { customerId: string; label: string; on: boolean; by: StaffMember },
): Promise<void> {
  const [changed] = on
    ? await query(
        work,
        `INSERT INTO customer_labels (merchant_id, customer_id, label, created_at)
         VALUES (current_merchant(), ?, ?, ?) ON CONFLICT DO NOTHING RETURNING label`,
        [customerId, labelOf(label), new Date(work.now)],
      )
    : await query(
        work,
        `DELETE FROM customer_labels WHERE merchant_id = current_merchant() AND customer_id = ? AND label = ? RETURNING label`,
        [customerId, labelOf(label)],
      );
  if (changed !== undefined)
    await record(work, by, 'label-customer', { customer: customerId, label: labelOf(label), on });
}

/** What a customer says of themselves, beside how they are found. */
export async function setProfile(
  work: Work,
  customerId: string,
  profile: { name?: string; birthday?: string },
): Promise<void> {
  if (Object.keys(profile).length > 0) await work.trx('customers').where({ id: customerId }).update(profile);
}

/** What is known of a customer's own data; of several addresses the first. */
export async function profileOf(
  work: Work,
  customerId: string,
): Promise<Record<'name' | 'birthday' | 'email' | 'cpf', string | null>> {
  const known = (kind: string): string =>
    `(SELECT min(value) FROM (
       SELECT value FROM customer_identities i WHERE i.merchant_id = c.merchant_id AND i.customer_id = c.id AND i.kind = '${kind}'
       UNION SELECT value FROM declared_identities d WHERE d.merchant_id = c.merchant_id AND d.customer_id = c.id AND d.kind = '${kind}') AS k)`;
  const [row] = await query<Record<'name' | 'birthday' | 'email' | 'cpf', string | null>>(
    work,
    `SELECT c.name, c.birthday, ${known('email')} AS email, ${known('cpf')} AS cpf
     FROM customers c WHERE c.merchant_id = current_merchant() AND c.id = ?`,
    [customerId],
  );
  if (row === undefined) throw new Error('there is no such customer');
  return row;
}
