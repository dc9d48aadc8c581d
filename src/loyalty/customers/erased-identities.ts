import { createHmac } from 'node:crypto';
import { randomBytes } from '../../chance';
import type { Work } from '../../db';
import { insertRows, query } from '../../db/rows';
import type { Buyer } from '../core/sales/sale';
import { findCustomers, identityKey, identityOf, type Identity } from './customers';

const NOBODY: ReadonlySet<Buyer> = new Set();
const context = (merchantId: number): string => `erasure ${merchantId}`;

/** Remembers who was erased, by hashes that only the shop's key makes; that key is made for the first of them. */
export async function markErased(work: Work, known: readonly Identity[]): Promise<void> {
  if (known.length === 0) return;
  const key = (await keyOf(work)) ?? (await newKey(work));
  await insertRows(
    work,
    'erased_identities',
    { hash: 'bytea', erased_at: 'timestamptz' },
    known.map((identity) => ({ hash: hashOf(key, identity), erased_at: work.now })),
    'ON CONFLICT DO NOTHING',
  );
}

/** Those of them who were erased and are nobody's customer again by a purchase or a message of their own. */
export async function erasedAmong(work: Work, people: readonly Buyer[]): Promise<ReadonlySet<Buyer>> {
  const key = people.length === 0 ? null : await keyOf(work);
  if (key === null) return NOBODY;
  const hashes = people.map((person) =>
    identitiesIn(person).map((identity) => hashOf(key, identity).toString('hex')),
  );
  const rows = await query<{ hex: string }>(
    work,
    `SELECT encode(hash, 'hex') AS hex FROM erased_identities
     WHERE merchant_id = current_merchant() AND hash = ANY(ARRAY(SELECT decode(hex, 'hex') FROM unnest(?::text[]) AS hex))`,
    [[...new Set(hashes.flat())]],
  );
  if (rows.length === 0) return NOBODY;
  const marked = new Set(rows.map(({ hex }) => hex));
  return withoutCustomers(
    work,
    people.filter((_, i) => hashes[i]?.some((hash) => marked.has(hash))),
  );
}

async function withoutCustomers(work: Work, people: readonly Buyer[]): Promise<ReadonlySet<Buyer>> {
  const wanted = people.flatMap((person) => {
    const identity = identityOf(person);
    return identity === null ? [] : [{ person, identity }];
  });
  const customers = await findCustomers(work, wanted);
  const again = new Set(
    wanted.flatMap(({ person, identity }) => (customers.has(identityKey(identity)) ? [person] : [])),
  );
  return new Set(people.filter((person) => !again.has(person)));
}

function identitiesIn({ phone, cpf, email }: Buyer): Identity[] {
  return (['phone', 'cpf', 'email'] as const).flatMap((kind) => {
    const value = { phone, cpf, email }[kind];
    return value === null ? [] : [{ kind, value }];
  });
}

const hashOf = (key: Buffer, { kind, value }: Identity): Buffer =>
  createHmac('sha256', key).update(`${kind}\0${value.toLowerCase()}`).digest();

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
