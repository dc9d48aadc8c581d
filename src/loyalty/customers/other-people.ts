import type { Work } from '../../db';
import { query } from '../../db/rows';
import { canonicalPhone, validCpf } from '../core/people/person';
import { findCustomers, identityKey, type Identity } from './customers';

/** What something that was told says of people. */
export interface Naming {
  /** Whether it has an identity of the customer's. */
  them: (told: unknown) => boolean;
  /** Whether it has an identity of another customer's. */
  others: (told: unknown) => boolean;
  /**
   * Whether what was told of a person is of nobody else, be they known to the shop or not: all by which it names anybody is
   * the customer's, of which one is more than their word.
   */
  onlyThem: (person: unknown) => boolean;
}

/** `ids` are the customer's; looks up whatever in what was told stands for a person whom the shop knows. */
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
  return {
    them: names((owner) => ids.includes(owner)),
    others: names((owner) => !ids.includes(owner)),
    onlyThem: namingOnly(await identitiesOf(work, ids)),
  };
}

/** By `identityKey`, and whether it is more than their word. */
async function identitiesOf(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows = await query<Identity & { known: boolean }>(
    work,
    `SELECT kind, value, false AS known FROM declared_identities
       WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[])
     UNION ALL SELECT kind, value, true FROM customer_identities
       WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[]) ORDER BY known`,
    [ids, ids],
  );
  return new Map(rows.map((row) => [identityKey(row), row.known]));
}

const KINDS = ['phone', 'cpf', 'email'] as const;

const namingOnly =
  (own: ReadonlyMap<string, boolean>) =>
  (person: unknown): boolean => {
    const written = writtenIn(person);
    let isKnown = false;
    for (const { field, text } of written) {
      const kind = KINDS.find((one) => one === field);
      const identities = identitiesFrom(text).filter((one) =>
        kind === undefined ? one.kind !== 'card' : one.kind === kind,
      );
      const theirs = identities.flatMap((identity) => own.get(identityKey(identity)) ?? []);
      // What cannot be read where an identity stands may be anybody's.
      if (theirs.length === 0 && (kind !== undefined || identities.length > 0)) return false;
      isKnown ||= theirs.includes(true);
    }
    return written.length === 0 || isKnown;
  };

/** All that may be somebody's identity, wherever and however it is written. */
const identitiesIn = (told: unknown): Identity[] =>
  writtenIn(told).flatMap(({ text }) => identitiesFrom(text));

interface Written {
  field: string;
  text: string;
}

/** Not by recursion: what was told may be as deep as it is long. */
function writtenIn(told: unknown): Written[] {
  const found: Written[] = [];
  const left: [field: string, value: unknown][] = [['', told]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [field, value] = next;
    if (typeof value === 'object' && value !== null) {
      const isList = Array.isArray(value);
      for (const [name, part] of Object.entries(value)) left.push([isList ? field : name, part]);
    } else if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value).trim();
      if (text !== '') found.push({ field, text });
    }
  }
  return found;
}

function identitiesFrom(text: string): Identity[] {
  const found = {
    phone: canonicalPhone(text),
    cpf: validCpf(text),
    email: text.includes('@') ? text.toLowerCase() : null,
    card: text,
  };
  return (['phone', 'cpf', 'email', 'card'] as const).flatMap((kind) => {
    const value = found[kind];
    return value === null ? [] : [{ kind, value }];
  });
}
