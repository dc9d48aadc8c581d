import type { Company, Machine } from './company';
import { productsOf } from './catalogue';
import { Draws } from './draws';
import { fiscalKeyOf } from './fiscal-key';

export const METHODS = ['credit', 'debit', 'pix', 'cash', 'meal_voucher'] as const;
export type Method = (typeof METHODS)[number];

/** What the till knows of who buys; each may be missing. */
export interface SaleBuyer {
  name: string | null;
  /** E.164. */
  phone: string | null;
  cpf: string | null;
  email: string | null;
}

export interface Payment {
  method: Method;
  brand: string | null;
  last4: string | null;
  installments: number | null;
  nsu: string | null;
  authorizationCode: string | null;
  cardFingerprint: string | null;
}

/** A sale as the sandbox keeps it. Amounts in cents, times in milliseconds since 1970 UTC, whole seconds. */
export interface SandboxSale {
  id: number;
  uniqueIdentifier: string;
  /** Counts the company's sales from 1. */
  number: number;
  createdAt: number;
  updatedAt: number;
  orderName: string;
  /** What was paid, after the discount. */
  totalCents: number;
  discountCents: number;
  /** Cumulative. */
  refundedCents: number;
  canceled: boolean;
  terminal: Machine;
  payment: Payment;
  buyer: SaleBuyer | null;
  fiscalKey: string;
  voucherCode: string | null;
}

export interface SaleOrder {
  amountCents: number;
  discountCents?: number;
  method: Method;
  buyer?: Partial<SaleBuyer> | null;
  voucherCode?: string | null;
  installments?: number;
  orderName?: string;
}

/** The company's sale of that number, with all that a machine and a till would print on its receipts. */
export function makeSale(
  company: Company,
  machine: Machine,
  order: SaleOrder,
  place: { id: number; number: number; at: number },
): SandboxSale {
  const draws = new Draws(company.seed, 'sale', place.number);
  const local = new Date(place.at + company.utcOffsetMinutes * 60_000).toISOString();
  const buyer = buyerOf(order.buyer);
  return {
    id: place.id,
    uniqueIdentifier: draws.uuid(),
    number: place.number,
    createdAt: place.at,
    updatedAt: place.at,
    orderName: order.orderName ?? `Pedido ${place.number}`,
    totalCents: order.amountCents,
    discountCents: order.discountCents ?? 0,
    refundedCents: 0,
    canceled: false,
    terminal: machine,
    payment: paymentOf(company, order, buyer, place.number),
    buyer,
    fiscalKey: fiscalKeyOf({
      cnpj: company.cnpj,
      yearMonth: local.slice(2, 4) + local.slice(5, 7),
      number: place.number,
      randomCode: draws.digits(8),
    }),
    voucherCode: order.voucherCode ?? null,
  };
}

function buyerOf(buyer: Partial<SaleBuyer> | null | undefined): SaleBuyer | null {
  if (buyer === null || buyer === undefined) return null;
  const known = {
    name: buyer.name ?? null,
    phone: buyer.phone ?? null,
    cpf: buyer.cpf ?? null,
    email: buyer.email ?? null,
  };
  return Object.values(known).every((value) => value === null) ? null : known;
}

function paymentOf(company: Company, order: SaleOrder, buyer: SaleBuyer | null, number: number): Payment {
  const { method } = order;
  const draws = new Draws(company.seed, 'payment', number);
  const nsu = method === 'cash' ? null : draws.digits(6);
  const onCard = method === 'credit' || method === 'debit' || method === 'meal_voucher';
  if (!onCard)
    return {
      method,
      brand: null,
      last4: null,
      installments: null,
      nsu,
      authorizationCode: null,
      cardFingerprint: null,
    };
  // A person pays with the same card each time; a stranger's card is seen once.
  const card = new Draws(company.seed, 'card', method, buyer?.phone ?? buyer?.cpf ?? buyer?.email ?? number);
  return {
    method,
    brand:
      method === 'meal_voucher'
        ? card.of(['alelo', 'ticket', 'sodexo'])
        : card.of(['visa', 'mastercard', 'elo']),
    last4: card.digits(4),
    installments: method === 'credit' ? (order.installments ?? 1) : 1,
    nsu,
    authorizationCode: draws.letters(6),
    cardFingerprint: `fp_${card.hex(16)}`,
  };
}

/** A line of a sale; without a product it is one that the till typed in by its amount. */
export interface SaleLine {
  product: { id: number; name: string } | null;
  quantity: number;
  listCents: number;
  usedCents: number;
  netCents: number;
}

/** Products of the catalogue whose prices fit into the amount, and what is left as a line without one. */
export function linesOf(company: Company, sale: SandboxSale): SaleLine[] {
  const draws = new Draws(company.seed, 'lines', sale.number);
  const lines: SaleLine[] = [];
  let left = sale.totalCents;
  for (let count = 1 + draws.below(3); count > 0; count--) {
    const [first, ...others] = productsOf(company.catalogue).filter(({ priceCents }) => priceCents <= left);
    if (first === undefined) break;
    const { id, name, priceCents } = draws.of([first, ...others]);
    const quantity = Math.min(1 + draws.below(3), Math.floor(left / priceCents));
    const netCents = priceCents * quantity;
    lines.push({ product: { id, name }, quantity, listCents: priceCents, usedCents: priceCents, netCents });
    left -= netCents;
  }
  if (left > 0) lines.push({ product: null, quantity: 1, listCents: left, usedCents: left, netCents: left });
  return lines;
}
