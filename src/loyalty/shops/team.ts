import { newId } from '../../chance';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Language } from './shops';

export type Role = 'cashier' | 'manager' | 'owner';

/** From the least to the greatest. */
export const STAFF_ROLES: readonly Role[] = ['cashier', 'manager', 'owner'];

export interface StaffMember {
  id: string;
  name: string;
  role: Role;
}

/** One of the team, with the phone that makes them so. */
export interface Member extends StaffMember {
  phone: string;
}

const MEMBER = ['id', 'name', 'role', 'phone'] as const;

/** All of them, owners first, in the order in which they came. */
export async function teamOf(work: Work): Promise<Member[]> {
  const rows = await work
    .trx<Member>('staff')
    .select(...MEMBER)
    .orderBy('id');
  return rows.toSorted((a, b) => STAFF_ROLES.indexOf(b.role) - STAFF_ROLES.indexOf(a.role));
}

/** By the canonical phone (`canonicalPhone`), which only the channel itself vouches for. */
export async function staffByPhone(work: Work, phone: string): Promise<Member | null> {
  const [member] = await query<Member>(
    work,
    'SELECT id, name, role, phone FROM staff WHERE merchant_id = current_merchant() AND phone = ?',
    [phone],
  );
  return member ?? null;
}

/** The phones of whoever is of the team, or was; of one whose addition an earlier version undid nothing is kept. */
export async function phonesEverOfTeam(work: Work): Promise<string[]> {
  const rows = await query<{ phone: string }>(
    work,
    `SELECT phone FROM staff WHERE merchant_id = current_merchant()
     UNION SELECT details->>'phone' FROM audit_log WHERE merchant_id = current_merchant()
       AND action IN ('add-staff', 'remove-staff') AND details->>'phone' IS NOT NULL`,
    [],
  );
  return rows.map(({ phone }) => phone);
}

/** Null where they are of the team no more. */
export async function staffById(work: Work, id: string): Promise<Member | null> {
  return (
    (await work
      .trx<Member>('staff')
      .where({ id })
      .first(...MEMBER)) ?? null
  );
}

/** The shop's owners, each with the language of their own chat where they chose one. */
export async function ownersOf(work: Work): Promise<{ id: string; language: Language | null }[]> {
  return query(
    work,
    `SELECT s.id, (SELECT c.language FROM customer_identities i
       JOIN customers c ON c.merchant_id = i.merchant_id AND c.id = i.customer_id
       WHERE i.merchant_id = s.merchant_id AND i.kind = 'phone' AND i.value = s.phone) AS language
     FROM staff s WHERE s.merchant_id = current_merchant() AND s.role = 'owner' ORDER BY s.id`,
  );
}

/** Adds a person, or changes the name and role of the one with that phone, for an operator: nothing is recorded or told. */
export async function addStaff(
  work: Work,
  person: { phone: string; name: string; role: Role },
): Promise<void> {
  await work
    .trx('staff')
    .insert({ merchant_id: work.merchantId, id: newId(), ...person, created_at: new Date(work.now) })
    .onConflict(['merchant_id', 'phone'])
    .merge(['name', 'role']);
}
