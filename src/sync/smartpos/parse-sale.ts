import {
  canonicalPhone,
  MAX_SALE_CENTS,
  validCpf,
  type Buyer,
  type PaymentMethod,
  type Sale,
} from '../../loyalty';
import { centsOf } from './decimal';
import { fields, isFields, text, type Fields } from './fields';
import { parseItems } from './parse-items';

/** What keeps a sale from being understood: the row is kept for a person, with this. */
export interface Fault {
  field: string;
  reason:
    | 'missing'
    | 'not-a-decimal'
    | 'negative'
    | 'absurd'
    | 'not-a-time'
    | 'not-a-flag'
    | 'currency'
    | 'wrong-type'
    | 'over-total';
}

export type Parsed = { ok: true; sale: Sale } | { ok: false; fault: Fault };

export interface ParseOptions {
  /** Whether `totalAmount` is what was paid, or comes before the discount. */
  totalIs: 'after-discount' | 'before-discount';
}

/** SmartPOS's `payment.method`, by the acquirers' usual names. */
const METHODS: Readonly<Record<string, PaymentMethod>> = {
  pix: 'pix',
  credit: 'credit',
  credit_card: 'credit',
  credito: 'credit',
  debit: 'debit',
  debit_card: 'debit',
  debito: 'debit',
  cash: 'cash',
  money: 'cash',
  dinheiro: 'cash',
};

/**
 * A sale in SmartPOS's form (webhook `data` or an entry of `GET /sales`) as Smartbis understands it. Only its id, its
 * time and its amounts can make it unreadable; whatever else is missing, null, empty or of another type is left out.
 */
export function parseSale(raw: unknown, options: ParseOptions): Parsed {
  if (!isFields(raw)) return fault('data', 'wrong-type');
  const externalId = saleIdOf(raw['uniqueIdentifier']);
  if (externalId === null) return fault('uniqueIdentifier', 'missing');
  const occurredAt = instant(raw['creationDate']);
  if (occurredAt === null)
    return fault('creationDate', raw['creationDate'] === undefined ? 'missing' : 'not-a-time');
  const currency = text(raw['currency'], 10);
  if (currency !== null && currency.toUpperCase() !== 'BRL') return fault('currency', 'currency');

  const money = amounts(raw, options);
  if (!money.ok) return money;
  const terminal = fields(raw['terminal']);
  const payment = fields(raw['payment']);
  return {
    ok: true,
    sale: {
      externalId,
      occurredAt,
      updatedAt: instant(raw['updatedAt']),
      totalCents: money.total,
      voucherCents: 0,
      refundedCents: money.refunded,
      ...(money.isSaid ? {} : { refundIsFloor: true }),
      voucherCode: text(raw['voucherCode'], 40),
      method: METHODS[text(payment['method'], 40)?.toLowerCase() ?? ''] ?? null,
      brand: text(payment['brand'], 40)?.toLowerCase() ?? null,
      terminal: text(terminal['id'], 100) ?? text(terminal['serial'], 100),
      acquirer: text(terminal['acquirer'], 60)?.toLowerCase() ?? null,
      store: text(fields(raw['store'])['id'], 100),
      nsu: text(payment['nsu'], 20),
      authorizationCode: text(payment['authorizationCode'], 20),
      fiscalKey: text(raw['fiscalKey'], 44),
      buyer: parseBuyer(raw['customer'], text(payment['cardFingerprint'], 200)),
      items: parseItems(raw['items']),
    },
  };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A UUID is the same in whatever case (RFC 9562, section 4). */
export function saleIdOf(value: unknown): string | null {
  const id = text(value, 100);
  return id !== null && UUID.test(id) ? id.toLowerCase() : id;
}

function amounts(
  raw: Fields,
  options: ParseOptions,
): { ok: true; total: number; refunded: number; isSaid: boolean } | { ok: false; fault: Fault } {
  const stated = amount(raw, 'totalAmount');
  if (typeof stated !== 'number') return stated;
  const discount = absent(raw['discountAmount']) ? 0 : amount(raw, 'discountAmount');
  if (typeof discount !== 'number') return discount;
  const total = options.totalIs === 'before-discount' ? stated - discount : stated;
  if (total < 0) return fault('discountAmount', 'over-total');
  const [canceled, chargedBack] = [flag(raw['isCanceled']), flag(raw['isChargedBack'])];
  if (canceled === null || chargedBack === null)
    return fault(canceled === null ? 'isCanceled' : 'isChargedBack', 'not-a-flag');
  // A cancelled or charged-back sale is one of which everything came back.
  if (canceled || chargedBack) return { ok: true, total, refunded: total, isSaid: true };
  const isSaid = !absent(raw['refundedAmount']);
  const refunded = isSaid ? amount(raw, 'refundedAmount') : 0;
  if (typeof refunded !== 'number') return refunded;
  if (refunded > total) return fault('refundedAmount', 'over-total');
  return { ok: true, total, refunded, isSaid };
}

const FLAGS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** Null where it is none: that a sale was cancelled is not to be missed for how it is written. */
function flag(value: unknown): boolean | null {
  if (absent(value) || value === false || value === 0) return false;
  if (value === true || value === 1) return true;
  const written = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return FLAGS.get(written) ?? null;
}

function amount(raw: Fields, field: string): number | { ok: false; fault: Fault } {
  if (absent(raw[field])) return fault(field, 'missing');
  const cents = centsOf(raw[field]);
  if (cents === null) return fault(field, 'not-a-decimal');
  if (cents < 0) return fault(field, 'negative');
  return cents > MAX_SALE_CENTS ? fault(field, 'absurd') : cents;
}

/** A customer as a sale, an event or `GET /customers` names them; what is unusable is null. */
export function parseBuyer(raw: unknown, cardFingerprint: string | null = null): Buyer {
  const customer = fields(raw);
  const email = text(customer['email'], 200);
  return {
    name: text(customer['name'], 100),
    phone: canonicalPhone(text(customer['phone'], 40) ?? ''),
    cpf: validCpf(text(customer['cpf'], 20) ?? ''),
    email: email !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email.toLowerCase() : null,
    cardFingerprint,
  };
}

const fault = (field: string, reason: Fault['reason']): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { field, reason },
});
const absent = (value: unknown): boolean => value === undefined || value === null || value === '';

/** An ISO 8601 time with its offset, within years that a sale can have. */
export function instant(value: unknown): number | null {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value)
  )
    return null;
  const at = Date.parse(value);
  return Number.isNaN(at) || at < Date.UTC(2000) || at > Date.UTC(2100) ? null : at;
}
