import type { Work } from '../../db';
import type { Sale } from '../core/sales/sale';
import { customersOfBuyers, findCustomers, identityKey, type Identity } from '../customers/customers';
import { erasedSince } from '../customers/erased-identities';
import type { Touched } from './deciding';
import { NO_BUYER } from './sale-details';

/**
 * Finds or makes the customer of each sale that has a buyer and no customer yet. A card alone makes nobody a customer: it
 * finds who agreed to be found by it. What was bought before an erasure and is told after it brings nobody back; of which sales
 * that is so is returned.
 */
export async function identify(work: Work, touched: readonly Touched[]): Promise<ReadonlySet<string>> {
  const nobodys = touched.filter(({ customerId }) => customerId === null);
  const erased = await erasedSince(
    work,
    nobodys.map(({ sale }) => sale),
  );
  const forgotten = nobodys.filter(({ sale }) => erased.has(sale));
  for (const known of forgotten) {
    known.sale = { ...known.sale, buyer: NO_BUYER };
    known.erased = true;
  }
  await identifyBuyers(
    work,
    nobodys.filter((known) => known.erased !== true),
  );
  return new Set(forgotten.map(({ sale }) => sale.externalId));
}

async function identifyBuyers(work: Work, unknown: readonly Touched[]): Promise<void> {
  const customers = await customersOfBuyers(
    work,
    unknown.map(({ sale }) => sale.buyer),
  );
  for (const [i, known] of unknown.entries()) known.customerId = customers[i] ?? null;
  const byCard = unknown.flatMap((known) => {
    const card = known.customerId === null ? cardOf(known.sale) : null;
    return card === null ? [] : [{ known, identity: card }];
  });
  if (byCard.length === 0) return;
  const ofCards = await findCustomers(work, byCard);
  for (const { known, identity } of byCard) known.customerId = ofCards.get(identityKey(identity)) ?? null;
}

function cardOf({ buyer: { cardFingerprint } }: Sale): Identity | null {
  return cardFingerprint === null ? null : { kind: 'card', value: cardFingerprint };
}
