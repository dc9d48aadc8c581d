import type { Fault } from '../faults';

/** What the try-it page stands on. Times are milliseconds since 1970 UTC, amounts cents. */
export interface TryItBackend {
  shops(): Promise<ShopSummary[]>;
  phones(shop: string): Promise<Phone[]>;
  /** Oldest first: those with a greater `seq` than `after`, or the last hundred without it. */
  messages(shop: string, chat: string, after: number | null): Promise<ChatMessage[]>;
  /** Said twice under one id, it is said once. */
  say(shop: string, chat: string, message: { id: string; text: string }): Promise<void>;
  /**
   * The phone sends a photo of a receipt's QR code: of the latest sale whose buyer nobody knows, or of the latest at all.
   * Refused where there was no sale yet.
   */
  sendReceipt(shop: string, chat: string, message: { id: string }): Promise<void>;
  /** PNG; null where the message has none. */
  picture(shop: string, message: string): Promise<Buffer | null>;
  /** Null where the message has none. */
  document(shop: string, message: string): Promise<TryItDocument | null>;
  machines(shop: string): Promise<TryItMachine[]>;
  /** Newest first. */
  sales(shop: string): Promise<TryItSale[]>;
  sell(shop: string, order: TryItOrder): Promise<TryItSale>;
  cancel(shop: string, sale: string): Promise<TryItSale>;
  refund(shop: string, sale: string, cents: number): Promise<TryItSale>;
  /** How the shop's SmartPOS misbehaves now, and from now on. */
  faults(shop: string): Promise<Fault[]>;
  setFaults(shop: string, faults: readonly Fault[]): Promise<void>;
  ledger(shop: string): Promise<Ledger>;
  /** Calls the listener, without waiting for it, after each change; returns what ends that. */
  subscribe(shop: string, listener: (change: Change) => void): () => void;
}

/** Thrown by a backend for what the page's visitor can put right; the title is shown to them. */
export class TryItRefusal extends Error {
  override readonly name = 'TryItRefusal';

  constructor(
    readonly status: 404 | 409 | 422,
    readonly title: string,
  ) {
    super(title);
  }
}

export interface ShopSummary {
  id: string;
  name: string;
  state: 'setup' | 'active' | 'earning-paused';
}

export interface Phone {
  chatId: string;
  name: string;
  role: 'customer' | 'cashier' | 'manager' | 'owner';
  /** E.164. */
  phone: string;
  lang: 'pt' | 'en' | 'es';
}

export interface ChatMessage {
  seq: number;
  id: string;
  /** `me` is the phone's holder. */
  from: 'me' | 'shop';
  /** With WhatsApp's markup. */
  text: string;
  at: number;
  hasPicture: boolean;
  /** The name of the file that came with it. */
  document: string | null;
  /** Of what the phone's holder said. */
  state: 'sent' | 'delivered' | 'read' | null;
}

export interface TryItDocument {
  bytes: Buffer;
  name: string;
  mime: string;
}

export interface TryItMachine {
  id: string;
  serial: string;
  acquirer: string;
  store: string;
}

export const SALE_METHODS = ['credit', 'debit', 'pix', 'cash', 'meal_voucher'] as const;
export type SaleMethod = (typeof SALE_METHODS)[number];

export interface TryItBuyer {
  name?: string | undefined;
  /** E.164. */
  phone?: string | undefined;
  cpf?: string | undefined;
}

export interface TryItOrder {
  /** The machine's id. */
  terminal: string;
  amountCents: number;
  method: SaleMethod;
  /** Null: the till knows nothing of the buyer. */
  buyer: TryItBuyer | null;
  voucherCode: string | null;
}

export interface TryItSale {
  id: string;
  at: number;
  terminal: string;
  acquirer: string;
  amountCents: number;
  /** Cumulative. */
  refundedCents: number;
  cancelled: boolean;
  method: SaleMethod;
  /** A name or a phone, for the list. */
  buyer: string | null;
  nsu: string | null;
}

export interface Ledger {
  /** One posting each, newest first. */
  rows: LedgerRow[];
  balances: { account: string; asset: Asset; quantity: number }[];
}

/** Cashback in cents, points whole. */
export type Asset = 'cashback' | 'points';

export interface LedgerRow {
  at: number;
  /** The transaction's id: rows of one transaction stand together. */
  transaction: string;
  kind: string;
  customer: string | null;
  source: string;
  destination: string;
  asset: Asset;
  quantity: number;
}

/** What the page reads again; `shop` is its state, its phones or their languages. */
export type Change = { kind: 'message'; chatId: string } | { kind: 'sale' | 'ledger' | 'shop' };
