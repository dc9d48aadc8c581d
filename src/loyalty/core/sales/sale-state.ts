import { wholeSecond, type Buyer, type Instant, type Sale } from './sale';

export type Merge = { kind: 'same' } | { kind: 'changed'; sale: Sale } | { kind: 'conflict' };

/**
 * What is known of a sale after one more report of it. The latest by `updatedAt` holds; among reports of one moment, and
 * where a report has none, a refund is never undone. What a report does not say stays as it was known, since webhook and
 * pull name different fields, so that any order and repetition of reports ends the same. Two reports of one moment that
 * disagree about what was paid are a conflict for a person.
 *
 * A refund that a report without a time brought is of `at`, when that report was read: what SmartPOS said before does not undo it.
 */
export function mergeSale(known: Sale, report: Sale, at: Instant): Merge {
  const moment = compareMoments(known, report);
  if (moment === 'same' && !samePayment(known, report)) return { kind: 'conflict' };
  const [newer, older] = moment === 'known is later' ? [known, report] : [report, known];
  const sale: Sale = { ...filled(newer, older), buyer: filledBuyer(newer.buyer, older.buyer) };
  if (moment === 'same' || moment === 'unknown' || isSilent(newer))
    sale.refundedCents = Math.min(sale.totalCents, Math.max(known.refundedCents, report.refundedCents));
  if (report.updatedAt === null && sale.refundedCents > known.refundedCents)
    sale.updatedAt = timeOf(known, at);
  else if (moment === 'same' ? isSilent(known) && isSilent(report) : isSilent(dated(newer, older)))
    sale.refundIsFloor = true;
  return sameSale(known, sale) ? { kind: 'same' } : { kind: 'changed', sale };
}

/** A sale by the first report of it. As in a merge, a refund without a time is of `at`. */
export const firstState = (report: Sale, at: Instant): Sale =>
  report.updatedAt === null && report.refundedCents > 0
    ? { ...report, updatedAt: timeOf(report, at) }
    : report;

const timeOf = ({ updatedAt }: Sale, at: Instant): Instant => Math.max(updatedAt ?? 0, wholeSecond(at));

/** Whether it does not say how much came back: what was said before it stands, also where that is told after it. */
const isSilent = ({ refundIsFloor }: Sale): boolean => refundIsFloor === true;

const dated = (newer: Sale, older: Sale): Sale => (newer.updatedAt === null ? older : newer);

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
    samePayment(a, b) &&
    a.refundedCents === b.refundedCents &&
    isSilent(a) === isSilent(b) &&
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
