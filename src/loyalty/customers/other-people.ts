import type { Work } from '../../db';
import { canonicalPhone, validCpf } from '../core/people/person';
import { findCustomers, identityKey, type Identity } from './customers';

/** Whether something that was told names the customer, or somebody else. */
export interface Naming {
  them: (told: unknown) => boolean;
  others: (told: unknown) => boolean;
}

/** Looks up whatever in these stands for a person whom the shop knows; `ids` are the customer's. */
export async function namingIn(
  work: Work,
  told: readonly unknown[],
  ids: readonly string[],
): Promise<Naming> {
  const wanted = new Map(told.flatMap(identitiesIn).map((identity) => [identityKey(identity), { identity }]));
  const owners =
    wanted.size === 0 ? new Map<string, string>() : await findCustomers(work, [...wanted.values()]);
  const names =
    (isMeant: (owner: string) => boolean) =>
    (one: unknown): boolean =>
      identitiesIn(one).some((identity) => {
        const owner = owners.get(identityKey(identity));
        return owner !== undefined && isMeant(owner);
      });
  return { them: names((owner) => ids.includes(owner)), others: names((owner) => !ids.includes(owner)) };
}

/** All that may be somebody's identity, wherever and however it is written. */
function identitiesIn(told: unknown): Identity[] {
  if (typeof told === 'object' && told !== null) return Object.values(told).flatMap(identitiesIn);
  if (typeof told !== 'string' && typeof told !== 'number') return [];
  const text = String(told).trim();
  const found = {
    phone: canonicalPhone(text),
    cpf: validCpf(text),
    email: text.includes('@') ? text.toLowerCase() : null,
    card: text,
  };
  return (['phone', 'cpf', 'email', 'card'] as const).flatMap((kind) => {
    const value = found[kind];
    return value === null || value === '' ? [] : [{ kind, value }];
  });
}
