import { believing, isSame, joined, saying } from './came-back';
import type { Buyer, Instant, Sale } from './sale';

export type Merge = { kind: 'same' } | { kind: 'changed'; sale: Sale } | { kind: 'conflict' };

/**
 * What is known of a sale after one more report of it, read at that time. The latest by `updatedAt` holds, and what a report does
 * not say stays as it was known, since webhook and pull name different fields: any order and repetition of reports ends the
 * same. That it was refunded, cancelled or charged back is each undone only by a later report that speaks of it. Two reports of
 * one moment that disagree about what was paid are a conflict for a person; what they chose holds over all that is known.
 */
export function mergeSale(before: Sale, told: Sale, readAt: Instant, isChosen = false): Merge {
  const [known, report] = [believing(before, readAt), believing(told, readAt)];
  const moment = compareMoments(known, report);
  const differ = !samePayment(known, report);
  if (moment === 'same' && differ && !isChosen) return { kind: 'conflict' };
  const holds = differ && isChosen;
  const [newer, older] = moment === 'known is later' && !holds ? [known, report] : [report, known];
  const sale = saying(
    { ...filled(newer, older), buyer: filledBuyer(newer.buyer, older.buyer) },
    joined(known, report, readAt),
  );
  // It is no news when one of them is told again.
  if (holds && sale.updatedAt !== null)
    sale.updatedAt = Math.max(known.updatedAt ?? 0, report.updatedAt ?? 0) + 1;
  return sameSale(before, sale) ? { kind: 'same' } : { kind: 'changed', sale };
}

/** A sale by the first report of it. */
export function firstState(told: Sale, readAt: Instant): Sale {
  const report = believing(told, readAt);
  return saying(report, joined(null, report, readAt));
}

function compareMoments(
  known: Sale,
  report: Sale,
): 'same' | 'known is later' | 'report is later' | 'unknown' {
  if (known.updatedAt === null || report.updatedAt === null) return 'unknown';
  if (known.updatedAt === report.updatedAt) return 'same';
  return known.updatedAt > report.updatedAt ? 'known is later' : 'report is later';
}

function samePayment(a: Sale, b: Sale): boolean {
  return a.totalCents === b.totalCents && a.voucherCents === b.voucherCents;
}

function filled(newer: Sale, older: Sale): Sale {
  return {
    externalId: newer.externalId,
    occurredAt: newer.occurredAt,
    updatedAt: newer.updatedAt ?? older.updatedAt,
    totalCents: newer.totalCents,
    voucherCents: newer.voucherCents,
    refundedCents: newer.refundedCents,
    ...voidedBy(newer, older),
    voucherCode: newer.voucherCode ?? older.voucherCode,
    method: newer.method ?? older.method,
    brand: newer.brand ?? older.brand,
    terminal: newer.terminal ?? older.terminal,
    acquirer: newer.acquirer ?? older.acquirer,
    store: newer.store ?? older.store,
    storeName: newer.storeName ?? older.storeName,
    nsu: newer.nsu ?? older.nsu,
    authorizationCode: newer.authorizationCode ?? older.authorizationCode,
    fiscalKey: newer.fiscalKey ?? older.fiscalKey,
    buyer: newer.buyer,
    items: newer.items ?? older.items,
  };
}

function voidedBy(newer: Sale, older: Sale): Pick<Sale, 'voidedAt'> {
  const voidedAt = newer.voidedAt ?? older.voidedAt;
  return voidedAt === undefined ? {} : { voidedAt };
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
    samePayment(a, b) &&
    a.refundedCents === b.refundedCents &&
    isSame(a.cameBack, b.cameBack) &&
    a.voidedAt === b.voidedAt &&
    a.occurredAt === b.occurredAt &&
    a.updatedAt === b.updatedAt &&
    a.voucherCode === b.voucherCode &&
    a.method === b.method &&
    a.brand === b.brand &&
    a.terminal === b.terminal &&
    a.acquirer === b.acquirer &&
    a.store === b.store &&
    a.storeName === b.storeName &&
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
