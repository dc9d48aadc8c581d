import { newId } from '../../chance';
import type { Work } from '../../db';
import { arrayLiteral, query, THIS_SHOP } from '../../db/rows';
import type { Buyer } from '../core/sales/sale';
import type { Language } from '../shops/shops';

export interface Customer {
  id: string;
  name: string | null;
  phone: string | null;
  language: Language | null;
  /** Null until asked. */
  marketingConsent: boolean | null;
  messagesStopped: boolean;
}

export type IdentityKind = 'phone' | 'cpf' | 'email' | 'card';

export interface Identity {
  kind: IdentityKind;
  value: string;
}

/**
 * By what a buyer is found and, if new, made a customer: one identity only. A till's CPF is not joined to a till's
 * phone, since whoever stands at the counter can say any CPF, and a balance hangs on it.
 */
export function identityOf(buyer: Buyer): Identity | null {
  if (buyer.phone !== null) return { kind: 'phone', value: buyer.phone };
  if (buyer.cpf !== null) return { kind: 'cpf', value: buyer.cpf };
  if (buyer.email !== null) return { kind: 'email', value: buyer.email.toLowerCase() };
  return null;
}

export const identityKey = (identity: Identity): string => `${identity.kind}:${identity.value}`;

/**
 * The customer of each identity, made where there is none; safe beside others who do the same. Keys of the map are
 * `identityKey`s. Identities are taken in one order everywhere, so that two transactions cannot wait for each other.
 */
export async function findOrCreateCustomers(
  work: Work,
  wanted: ReadonlyMap<string, { identity: Identity; name: string | null }>,
): Promise<Map<string, string>> {
  const found = await findCustomers(work, [...wanted.values()]);
  const missing = [...wanted.entries()]
    .filter(([key]) => !found.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { identity, name }]) => ({ ...identity, name, id: newId() }));
  if (missing.length === 0) return found;

  const mine = await makeCustomers(work, missing);
  for (const row of missing) if (mine.has(row.id)) found.set(identityKey(row), row.id);
  if (mine.size < missing.length)
    for (const [key, id] of await findCustomers(work, [...wanted.values()])) found.set(key, id);
  return found;
}

interface NewCustomer extends Identity {
  id: string;
  name: string | null;
}

/** Makes a customer of each identity that is still nobody's; returns the ids of those who were made. */
async function makeCustomers(work: Work, rows: readonly NewCustomer[]): Promise<ReadonlySet<string>> {
  const made = await query<{ id: string }>(
    work,
    // IS TRUE keeps the IN a look-up in a hash: where a set may only look up, a join of the two would compare each with each.
    `WITH given AS (SELECT * FROM unnest(?::text[], ?::text[], ?::uuid[], ?::text[]) AS u (kind, value, id, name)),
     known AS (INSERT INTO customer_identities (merchant_id, kind, value, customer_id)
       SELECT current_merchant(), kind, value, id FROM given ON CONFLICT DO NOTHING RETURNING customer_id)
     INSERT INTO customers (merchant_id, id, name, created_at)
       SELECT current_merchant(), id, name, ?::timestamptz FROM given
       WHERE (id IN (SELECT customer_id FROM known)) IS TRUE RETURNING id`,
    [
      arrayLiteral('text', rows, 'kind'),
      arrayLiteral('text', rows, 'value'),
      arrayLiteral('uuid', rows, 'id'),
      arrayLiteral('text', rows, 'name'),
      new Date(work.now),
    ],
  );
  return new Set(made.map(({ id }) => id));
}

/** The customer of an identity, made where there is none. `isNew`: nothing is known of them but this. */
export async function meetCustomer(
  work: Work,
  identity: Identity,
  name: string | null,
): Promise<{ customer: Customer; isNew: boolean }> {
  const { kind, value } = identity;
  const [met] = await query<{ id: string; isNew: boolean }>(
    work,
    `WITH known AS (SELECT customer_id FROM customer_identities
       WHERE merchant_id = ${THIS_SHOP} AND kind = ? AND value = ?),
     mine AS (INSERT INTO customer_identities (merchant_id, kind, value, customer_id)
       SELECT current_merchant(), ?, ?, ?::uuid WHERE NOT EXISTS (SELECT FROM known) ON CONFLICT DO NOTHING RETURNING customer_id),
     made AS (INSERT INTO customers (merchant_id, id, name, created_at)
       SELECT current_merchant(), customer_id, ?, ?::timestamptz FROM mine)
     SELECT customer_id AS id, false AS "isNew" FROM known UNION ALL SELECT customer_id, true FROM mine`,
    [kind, value, kind, value, newId(), name, new Date(work.now)],
  );
  // Another met them meanwhile.
  if (met === undefined) return meetCustomer(work, identity, name);
  const { id, isNew } = met;
  if (!isNew) return { customer: await loadCustomer(work, id), isNew };
  return { customer: { ...UNTOLD, id, name, phone: kind === 'phone' ? value : null }, isNew };
}

/** Somebody who is known by nothing but a chat. */
export async function meetNameless(work: Work, name: string | null): Promise<Customer> {
  const id = newId();
  await query(
    work,
    'INSERT INTO customers (merchant_id, id, name, created_at) VALUES (current_merchant(), ?, ?, ?)',
    [id, name, new Date(work.now)],
  );
  return { ...UNTOLD, id, name, phone: null };
}

const UNTOLD = { language: null, marketingConsent: null, messagesStopped: false } as const;

/** The customer of each buyer, made where there is none; null of one who left nothing to be known by. */
export async function customersOfBuyers(work: Work, buyers: readonly Buyer[]): Promise<(string | null)[]> {
  const wanted = new Map<string, { identity: Identity; name: string | null }>();
  const keys = buyers.map((buyer) => {
    const identity = identityOf(buyer);
    if (identity === null) return null;
    const key = identityKey(identity);
    wanted.set(key, { identity, name: buyer.name });
    return key;
  });
  const ids = wanted.size === 0 ? new Map<string, string>() : await findOrCreateCustomers(work, wanted);
  return keys.map((key) => (key === null ? null : (ids.get(key) ?? null)));
}

/** The customer of each identity that is somebody's. Keys of the map are `identityKey`s. */
export async function findCustomers(
  work: Work,
  wanted: readonly { identity: Identity }[],
): Promise<Map<string, string>> {
  const rows = await query<Identity & { customer_id: string }>(
    work,
    // LATERAL and OFFSET 0 keep it one look-up an identity, whatever the planner knows.
    `SELECT i.kind, i.value, i.customer_id FROM unnest(?::text[], ?::text[]) AS wanted (kind, value)
     CROSS JOIN LATERAL (SELECT * FROM customer_identities i
       WHERE i.merchant_id = ${THIS_SHOP} AND i.kind = wanted.kind AND i.value = wanted.value OFFSET 0) AS i`,
    [wanted.map(({ identity }) => identity.kind), wanted.map(({ identity }) => identity.value)],
  );
  return new Map(rows.map((row) => [identityKey(row), row.customer_id]));
}

/** The customer, or the one that it was merged into. */
export async function loadCustomer(work: Work, id: string): Promise<Customer> {
  const rows = await query<{
    id: string;
    name: string | null;
    language: Language | null;
    marketing_consent: boolean | null;
    messages_stopped: boolean;
    phone: string | null;
  }>(
    work,
    `SELECT c.*, (SELECT value FROM customer_identities i
                  WHERE i.merchant_id = c.merchant_id AND i.customer_id = c.id AND i.kind = 'phone' ORDER BY value LIMIT 1) AS phone
     FROM customers c WHERE c.merchant_id = current_merchant() AND c.id = (
       SELECT coalesce(m.merged_into, m.id) FROM customers m WHERE m.merchant_id = current_merchant() AND m.id = ?)`,
    [id],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('there is no such customer');
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    language: row.language,
    marketingConsent: row.marketing_consent,
    messagesStopped: row.messages_stopped,
  };
}

export async function setLanguage(work: Work, customerId: string, language: Language): Promise<void> {
  await work.trx('customers').where({ id: customerId }).update({ language });
}
