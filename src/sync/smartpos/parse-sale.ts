import {
  canonicalPhone,
  MAX_SALE_CENTS,
  saying,
  validCpf,
  type Buyer,
  type CameBack,
  type Instant,
  type PaymentMethod,
  type Said,
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

/** `saysBack`: whether it says how much came back, be it nothing. */
export type Parsed = { ok: true; sale: Sale; saysBack: boolean } | { ok: false; fault: Fault };

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

  const updatedAt = instant(raw['updatedAt']);
  const money = amounts(raw, options, updatedAt);
  if (!money.ok) return money;
  const terminal = fields(raw['terminal']);
  const payment = fields(raw['payment']);
  const store = fields(raw['store']);
  const { total: totalCents, back } = money;
  return {
    ok: true,
    saysBack: back.cents !== null || back.cancelled?.is === true || back.chargedBack?.is === true,
    sale: saying(
      {
        externalId,
        occurredAt,
        updatedAt,
        totalCents,
        voucherCents: 0,
        refundedCents: 0,
        voucherCode: text(raw['voucherCode'], 100),
        method: METHODS[text(payment['method'], 40)?.toLowerCase() ?? ''] ?? null,
        brand: text(payment['brand'], 40)?.toLowerCase() ?? null,
        terminal: text(terminal['id'], 100) ?? text(terminal['serial'], 100),
        acquirer: text(terminal['acquirer'], 60)?.toLowerCase() ?? null,
        store: text(store['id'], 100),
        storeName: text(store['name'], 100),
        nsu: text(payment['nsu'], 20),
        authorizationCode: text(payment['authorizationCode'], 20),
        fiscalKey: text(raw['fiscalKey'], 44),
        buyer: parseBuyer(raw['customer'], text(payment['cardFingerprint'], 200)),
        items: parseItems(raw['items']),
      },
      back,
    ),
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
  { totalIs }: ParseOptions,
  at: Instant | null,
): { ok: true; total: number; back: CameBack } | { ok: false; fault: Fault } {
  const stated = amount(raw, 'totalAmount');
  if (typeof stated !== 'number') return stated;
  const discount = absent(raw['discountAmount']) ? 0 : amount(raw, 'discountAmount');
  if (typeof discount !== 'number') return discount;
  const total = totalIs === 'before-discount' ? stated - discount : stated;
  if (total < 0) return fault('discountAmount', 'over-total');
  const [isCanceled, isChargedBack] = [flag(raw['isCanceled']), flag(raw['isChargedBack'])];
  if (isCanceled === null) return fault('isCanceled', 'not-a-flag');
  if (isChargedBack === null) return fault('isChargedBack', 'not-a-flag');
  const back = { cancelled: said(isCanceled, at), chargedBack: said(isChargedBack, at) };
  // Of a cancelled or charged-back sale everything came back, whatever amount stands beside that.
  if (isCanceled === true || isChargedBack === true || absent(raw['refundedAmount']))
    return { ok: true, total, back: { ...back, cents: null } };
  const refunded = amount(raw, 'refundedAmount');
  if (typeof refunded !== 'number') return refunded;
  if (refunded > total) return fault('refundedAmount', 'over-total');
  return { ok: true, total, back: { ...back, cents: { is: refunded, at } } };
}

const said = (is: boolean | undefined, at: Instant | null): Said<boolean> | null =>
  is === undefined ? null : { is, at };

const FLAGS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** Null where it is none: that a sale was cancelled is not to be missed for how it is written. Undefined where nothing is said. */
function flag(value: unknown): boolean | null | undefined {
  if (absent(value)) return undefined;
  if (value === false || value === 0) return false;
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
