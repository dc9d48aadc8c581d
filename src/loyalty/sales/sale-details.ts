import type { Gone } from '../core/rules/past';
import type { Buyer, Sale } from '../core/sales/sale';

/**
 * What of a sale has no column of its own. What is gone of its limits goes with the award as it stands: a version of this program that
 * does not know it grants without it, and writes the sale without it too.
 */
export type Details = Partial<Omit<Sale, 'buyer'>> & Gone & { buyer?: Partial<Buyer>; erased?: true };

export const NO_BUYER: Buyer = { name: null, phone: null, cpf: null, email: null, cardFingerprint: null };

export function detailsOf(sale: Sale): Details {
  const { cameBack, voidedAt, voucherCode, method, brand, store, storeName, nsu } = sale;
  const { authorizationCode, fiscalKey, items } = sale;
  return known({
    ...(cameBack === undefined ? {} : { cameBack }),
    ...(voidedAt === undefined ? {} : { voidedAt }),
    voucherCode,
    method,
    brand,
    store,
    storeName,
    nsu,
    authorizationCode,
    fiscalKey,
    buyer: known(sale.buyer),
    items,
  });
}

/** Without what is null. */
function known<Fields extends object>(fields: Fields): Partial<Fields> {
  const some: Partial<Fields> = {};
  for (const name in fields) if (fields[name] !== null) some[name] = fields[name];
  return some;
}
