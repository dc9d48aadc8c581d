import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Sale } from '../core/sales/sale';
import { record } from '../history/record';
import type { StaffMember } from '../shops/team';
import { findCustomers, identityKey, type Identity } from './customers';
import { livingCustomer } from './living';
import { tryAddressAgain } from './mail-addresses';
import { mergeCustomers } from './merge';

/** What a customer may say of themselves; it counts for nothing until it is proven. */
export type DeclaredIdentity = Identity & { kind: 'cpf' | 'email' };

/** Where what a customer declares stands already. */
export type Declared = 'declared' | 'own-already';

/**
 * Keeps what a customer says of themselves, in the place of what they said before. Whoever writes in a chat can write
 * anybody's CPF, and a balance hangs on it: nothing is found by it until there is proof.
 */
export async function declareIdentity(
  work: Work,
  { customerId, identity }: { customerId: string; identity: DeclaredIdentity },
): Promise<Declared> {
  const owner = (await findCustomers(work, [{ identity }])).get(identityKey(identity));
  if (owner === customerId) {
    if (identity.kind === 'email') await tryAddressAgain(work, customerId, identity.value);
    return 'own-already';
  }
  await query(
    work,
    `INSERT INTO declared_identities (merchant_id, customer_id, kind, value, declared_at) VALUES (current_merchant(), ?, ?, ?, ?)
     ON CONFLICT (merchant_id, customer_id, kind) DO UPDATE SET value = excluded.value, declared_at = excluded.declared_at, bouncing_since = NULL`,
    [customerId, identity.kind, identity.value, new Date(work.now)],
  );
  return 'declared';
}

export async function declaredBy(work: Work, customerId: string): Promise<DeclaredIdentity[]> {
  return query(
    work,
    `SELECT kind, value FROM declared_identities WHERE merchant_id = current_merchant() AND customer_id = ? ORDER BY kind`,
    [customerId],
  );
}

/**
 * Makes an identifier a customer's, since it was proven: by the receipt of a purchase made with it, or by a member of
 * staff. Where it is another customer's, the two are one person and are merged. Returns the customer that there is then,
 * and whether two became one. See `mergeCustomers` for when it may be called.
 */
export async function proveIdentity(
  work: Work,
  proven: {
    customerId: string;
    identity: DeclaredIdentity;
    proof: 'claim' | 'staff';
    by: StaffMember | null;
  },
): Promise<{ customerId: string; merged: boolean }> {
  const { identity, proof, by } = proven;
  const keep = await livingCustomer(work, proven.customerId);
  await query(
    work,
    `INSERT INTO customer_identities (merchant_id, kind, value, customer_id, proof, proven_at)
     VALUES (current_merchant(), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [identity.kind, identity.value, keep, proof, new Date(work.now)],
  );
  const owner = (await findCustomers(work, [{ identity }])).get(identityKey(identity)) ?? keep;
  const customerId = owner === keep ? keep : await mergeCustomers(work, { keep, absorb: owner });
  await work
    .trx('declared_identities')
    .where({ customer_id: customerId, kind: identity.kind, value: identity.value })
    .delete();
  const merged = owner !== keep;
  await record(work, by, 'prove-identity', {
    customer: customerId,
    identity: identity.kind,
    proof,
    merged: merged ? owner : null,
  });
  return { customerId, merged };
}

/** The CPF that the receipt of this sale proves to be the customer's, having been said by them before; else null. */
export async function provenByClaim(
  work: Work,
  { customerId, sale }: { customerId: string; sale: Pick<Sale, 'buyer'> },
): Promise<DeclaredIdentity | null> {
  const { cpf } = sale.buyer;
  const declared = await declaredBy(work, customerId);
  return declared.find(({ kind, value }) => kind === 'cpf' && value === cpf) ?? null;
}

/**
 * Lets a card's later purchases be this customer's. For after a claim, and only if the customer agrees: families share
 * cards. A card that is somebody else's stays so, and proves nothing about who both are.
 */
export async function linkCard(
  work: Work,
  { customerId, fingerprint }: { customerId: string; fingerprint: string },
): Promise<'linked' | 'anothers'> {
  const identity: Identity = { kind: 'card', value: fingerprint };
  await query(
    work,
    `INSERT INTO customer_identities (merchant_id, kind, value, customer_id, proof, proven_at)
     VALUES (current_merchant(), 'card', ?, ?, 'claim', ?) ON CONFLICT DO NOTHING`,
    [fingerprint, customerId, new Date(work.now)],
  );
  const owner = (await findCustomers(work, [{ identity }])).get(identityKey(identity));
  return owner === customerId ? 'linked' : 'anothers';
}
