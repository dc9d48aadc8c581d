/** A moment, in milliseconds since 1970 UTC. */
export type Instant = number;

/** Machines tell times in whole seconds: what changes within a second holds for the sales of that second. */
export const wholeSecond = (at: Instant): Instant => Math.floor(at / 1000) * 1000;

export const PAYMENT_METHODS = ['pix', 'credit', 'debit', 'cash'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export interface SaleItem {
  sku: string | null;
  category: string | null;
  name: string;
  quantity: number;
  /** The line's total, in cents. */
  cents: number;
}

/** How the till named the buyer. Phone in E.164, CPF as 11 checked digits; what was unusable is null. */
export interface Buyer {
  name: string | null;
  phone: string | null;
  cpf: string | null;
  email: string | null;
  cardFingerprint: string | null;
}

/** What a report says of one matter, and when SmartPOS says that this became so; null where it does not. */
export interface Said<Value> {
  is: Value;
  at: Instant | null;
}

/** The ways in which a sale's money comes back. Each is of the latest report that speaks of it; null where none did. */
export interface CameBack {
  cents: Said<number> | null;
  cancelled: Said<boolean> | null;
  chargedBack: Said<boolean> | null;
}

/**
 * A sale as Smartbis understands it, whichever way it came. Webhook and pull shape one sale differently;
 * both are normalised to this before anything is compared or judged.
 */
export interface Sale {
  /** SmartPOS's `uniqueIdentifier`. */
  externalId: string;
  occurredAt: Instant;
  /** When SmartPOS last changed it; null when it does not say. */
  updatedAt: Instant | null;
  /** What the customer paid, after discounts and before refunds, in cents. */
  totalCents: number;
  /** The part of `totalCents` paid by a Smartbis voucher. */
  voucherCents: number;
  /** Cumulative; equal to `totalCents` when the sale was cancelled, charged back or voided. */
  refundedCents: number;
  /** What is said of that; absent where one report said all of it: this much, and not cancelled. */
  cameBack?: CameBack;
  /** When staff voided what they had recorded: no report undoes that. */
  voidedAt?: Instant;
  voucherCode: string | null;
  method: PaymentMethod | null;
  brand: string | null;
  terminal: string | null;
  acquirer: string | null;
  /** By SmartPOS's id, and as its people call it. */
  store: string | null;
  storeName: string | null;
  nsu: string | null;
  authorizationCode: string | null;
  fiscalKey: string | null;
  buyer: Buyer;
  items: SaleItem[] | null;
}

/** What its store is called, by whatever is known of it. */
export const storeNames = ({ store, storeName }: Pick<Sale, 'store' | 'storeName'>): string[] =>
  [store, storeName].filter((name) => name !== null);
