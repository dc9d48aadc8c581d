import { createHmac } from 'node:crypto';
import { randomBytes } from '../../chance';
import type { Work } from '../../db';
import { insertRows, query } from '../../db/rows';
import { wholeSecond, type Buyer, type Instant, type Sale } from '../core/sales/sale';
import { findCustomers, identityKey, identityOf, type Identity } from './customers';

const NOBODY: ReadonlyMap<Buyer, Instant> = new Map();
const context = (merchantId: number): string => `erasure ${merchantId}`;

/** Remembers who was erased, by hashes that only the shop's key makes; that key is made for the first of them. */
export async function markErased(work: Work, known: readonly Identity[]): Promise<void> {
  if (known.length === 0) return;
  const key = (await keyOf(work)) ?? (await newKey(work));
  const hashes = new Map(known.map((identity) => [identityKey(lowerCase(identity)), hashOf(key, identity)]));
  await insertRows(
    work,
    'erased_identities',
    { hash: 'bytea', erased_at: 'timestamptz' },
    [...hashes.values()].map((hash) => ({ hash, erased_at: work.now })),
    'ON CONFLICT (merchant_id, hash) DO UPDATE SET erased_at = excluded.erased_at',
  );
}

/** Those of them who were erased, last at that moment, and are nobody's customer again by a purchase or a message of their own. */
export async function erasedAmong(
  work: Work,
  people: readonly Buyer[],
): Promise<ReadonlyMap<Buyer, Instant>> {
  const key = people.length === 0 ? null : await keyOf(work);
  if (key === null) return NOBODY;
  const hashes = people.map((person) =>
    identitiesIn(person).map((identity) => hashOf(key, identity).toString('hex')),
  );
  const rows = await query<{ hex: string; at: Instant }>(
    work,
    `SELECT encode(hash, 'hex') AS hex, erased_at AS at FROM erased_identities
     WHERE merchant_id = current_merchant() AND hash = ANY(ARRAY(SELECT decode(hex, 'hex') FROM unnest(?::text[]) AS hex))`,
    [[...new Set(hashes.flat())]],
  );
  if (rows.length === 0) return NOBODY;
  const marked = new Map(rows.map(({ hex, at }) => [hex, at]));
  const erased = new Map(
    people.flatMap((person, i): [Buyer, Instant][] => {
      const times = (hashes[i] ?? []).flatMap((hash) => marked.get(hash) ?? []);
      return times.length === 0 ? [] : [[person, Math.max(...times)]];
    }),
  );
  for (const person of await customersAmong(work, [...erased.keys()])) erased.delete(person);
  return erased;
}

/** Those whose buyers were erased after they were made. */
export async function erasedSince<Made extends Pick<Sale, 'buyer' | 'occurredAt'>>(
  work: Work,
  sales: readonly Made[],
): Promise<ReadonlySet<Made>> {
  const erased = await erasedAmong(
    work,
    sales.map(({ buyer }) => buyer),
  );
  return new Set(
    sales.filter(({ buyer, occurredAt }) => occurredAt < wholeSecond(erased.get(buyer) ?? -Infinity)),
  );
}

async function customersAmong(work: Work, people: readonly Buyer[]): Promise<Buyer[]> {
  const wanted = people.flatMap((person) => {
    const identity = identityOf(person);
    return identity === null ? [] : [{ person, identity }];
  });
  const customers = await findCustomers(work, wanted);
  return wanted.flatMap(({ person, identity }) => (customers.has(identityKey(identity)) ? [person] : []));
}

function identitiesIn({ phone, cpf, email }: Buyer): Identity[] {
  return (['phone', 'cpf', 'email'] as const).flatMap((kind) => {
    const value = { phone, cpf, email }[kind];
    return value === null ? [] : [{ kind, value }];
  });
}

const lowerCase = ({ kind, value }: Identity): Identity => ({ kind, value: value.toLowerCase() });

function hashOf(key: Buffer, identity: Identity): Buffer {
  const { kind, value } = lowerCase(identity);
  return createHmac('sha256', key).update(`${kind}\0${value}`).digest();
}

async function keyOf(work: Work): Promise<Buffer | null> {
  const [row] = await query<{ key: Buffer }>(
    work,
    'SELECT key FROM erasure_keys WHERE merchant_id = current_merchant()',
  );
  return row === undefined
    ? null
    : Buffer.from(work.secrets.decrypt(row.key, context(work.merchantId)), 'base64');
}

/** One erasure of a shop at a time: nobody else makes it. */
async function newKey(work: Work): Promise<Buffer> {
  const key = randomBytes(32);
  const envelope = work.secrets.encrypt(key.toString('base64'), context(work.merchantId));
  await query(work, 'INSERT INTO erasure_keys (merchant_id, key) VALUES (current_merchant(), ?)', [envelope]);
  return key;
}

/** Brings the shop's key under the present secret key; how many, 0 when it is. What is hashed under it stays. */
export async function renewErasureKey(work: Work): Promise<number> {
  const [row] = await query<{ key: Buffer }>(
    work,
    'SELECT key FROM erasure_keys WHERE merchant_id = current_merchant() FOR UPDATE',
  );
  const renewed = row === undefined ? null : work.secrets.renewed(row.key, context(work.merchantId));
  if (renewed === null) return 0;
  await query(work, 'UPDATE erasure_keys SET key = ? WHERE merchant_id = current_merchant()', [renewed]);
  return 1;
}
