import type { Buyer, Sale } from './sale';

export type Merge = { kind: 'same' } | { kind: 'changed'; sale: Sale } | { kind: 'conflict' };

/**
 * What is known of a sale after one more report of it. The latest by `updatedAt` holds; of reports without one a
 * refund is never undone. What a report does not say stays as it was known, since webhook and pull name different
 * fields, so that any order and repetition of reports ends the same. Two reports of one moment that disagree about
 * money are a conflict for a person.
 */
export function mergeSale(known: Sale, report: Sale): Merge {
  const dated = known.updatedAt !== null && report.updatedAt !== null;
  if (dated && known.updatedAt === report.updatedAt && !sameMoney(known, report)) return { kind: 'conflict' };
  const reportIsNewer = dated
    ? report.updatedAt! >= known.updatedAt!
    : report.updatedAt !== null || known.updatedAt === null;
  const [newer, older] = reportIsNewer ? [report, known] : [known, report];
  const sale: Sale = { ...filled(newer, older), buyer: filledBuyer(newer.buyer, older.buyer) };
  if (!dated)
    sale.refundedCents = Math.min(sale.totalCents, Math.max(known.refundedCents, report.refundedCents));
  return sameSale(known, sale) ? { kind: 'same' } : { kind: 'changed', sale };
}

function sameMoney(a: Sale, b: Sale): boolean {
  return (
    a.totalCents === b.totalCents && a.refundedCents === b.refundedCents && a.voucherCents === b.voucherCents
  );
}

function filled(newer: Sale, older: Sale): Sale {
  return {
    externalId: newer.externalId,
    occurredAt: newer.occurredAt,
    updatedAt: newer.updatedAt ?? older.updatedAt,
    totalCents: newer.totalCents,
    voucherCents: newer.voucherCents,
    refundedCents: newer.refundedCents,
    voucherCode: newer.voucherCode ?? older.voucherCode,
    method: newer.method ?? older.method,
    brand: newer.brand ?? older.brand,
    terminal: newer.terminal ?? older.terminal,
    acquirer: newer.acquirer ?? older.acquirer,
    store: newer.store ?? older.store,
    nsu: newer.nsu ?? older.nsu,
    authorizationCode: newer.authorizationCode ?? older.authorizationCode,
    fiscalKey: newer.fiscalKey ?? older.fiscalKey,
    buyer: newer.buyer,
    items: newer.items ?? older.items,
  };
}

function filledBuyer(newer: Buyer, older: Buyer): Buyer {
  return {
    name: newer.name ?? older.name,
    phone: newer.phone ?? older.phone,
    cpf: newer.cpf ?? older.cpf,
    email: newer.email ?? older.email,
    cardFingerprint: newer.cardFingerprint ?? older.cardFingerprint,
  };
}

function sameSale(a: Sale, b: Sale): boolean {
  return (
    sameMoney(a, b) &&
    a.occurredAt === b.occurredAt &&
    a.updatedAt === b.updatedAt &&
    a.voucherCode === b.voucherCode &&
    a.method === b.method &&
    a.brand === b.brand &&
    a.terminal === b.terminal &&
    a.acquirer === b.acquirer &&
    a.store === b.store &&
    a.nsu === b.nsu &&
    a.authorizationCode === b.authorizationCode &&
    a.fiscalKey === b.fiscalKey &&
    a.buyer.name === b.buyer.name &&
    a.buyer.phone === b.buyer.phone &&
    a.buyer.cpf === b.buyer.cpf &&
    a.buyer.email === b.buyer.email &&
    a.buyer.cardFingerprint === b.buyer.cardFingerprint &&
    JSON.stringify(a.items) === JSON.stringify(b.items)
  );
}
