import { fields, isFields } from './fields';

/** What the readers of a sale read (parse-sale.ts, parse-items.ts). */
const SALE = [
  'uniqueIdentifier',
  'creationDate',
  'updatedAt',
  'currency',
  'totalAmount',
  'discountAmount',
  'refundedAmount',
  'isCanceled',
  'isChargedBack',
  'voucherCode',
  'fiscalKey',
];
const PARTS: Readonly<Record<string, readonly string[]>> = {
  customer: ['name', 'phone', 'cpf', 'email'],
  terminal: ['id', 'serial', 'acquirer'],
  payment: ['method', 'brand', 'nsu', 'authorizationCode', 'cardFingerprint'],
  store: ['id', 'name'],
};

/** A sale as far as it is understood, in one order: what else it says, and how it is written, makes it no other. */
export function understood(sale: unknown): unknown {
  if (!isFields(sale)) return sale;
  return [
    SALE.map((name) => sale[name] ?? null),
    Object.entries(PARTS).map(([part, names]) => names.map((name) => fields(sale[part])[name] ?? null)),
    sale['items'] ?? null,
  ];
}
