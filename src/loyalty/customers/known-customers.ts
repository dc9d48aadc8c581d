import type { Work } from '../../db';
import { updateRows } from '../../db/rows';
import type { Buyer } from '../core/sales/sale';
import { findOrCreateCustomers, identityKey, identityOf, type Identity } from './customers';
import { erasedAmong } from './erased-identities';

/**
 * People whom SmartPOS knows: found by phone (so that whoever chats already is the same person), else by CPF or e-mail, or
 * made. A name fills in where none is known and replaces none, since who chats says their own. Who was erased and has not
 * come back is left out: those are returned.
 */
export async function knowCustomers(work: Work, people: readonly Buyer[]): Promise<ReadonlySet<Buyer>> {
  const erased = new Set((await erasedAmong(work, people)).keys());
  const wanted = new Map<string, { identity: Identity; name: string | null }>();
  for (const person of people) {
    const identity = erased.has(person) ? null : identityOf(person);
    if (identity !== null) wanted.set(identityKey(identity), { identity, name: person.name });
  }
  if (wanted.size === 0) return erased;
  const ids = await findOrCreateCustomers(work, wanted);
  const named = [...wanted].flatMap(([key, { name }]) => {
    const id = ids.get(key);
    return id === undefined || name === null ? [] : [{ id, name }];
  });
  await updateRows(
    work,
    'customers',
    { id: 'uuid', name: 'text' },
    ['id'],
    'name = coalesce(t.name, u.name)',
    named,
  );
  return erased;
}
