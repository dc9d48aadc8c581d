import { categoriesOf, productsOf } from './catalogue';
import type { Company } from './company';
import { linesOf, type SandboxSale } from './sale';

export type EventType = 'sale.approved' | 'sale.cancelled' | 'sale.refunded';

/** The fields that are cents here and decimals of reais in the contract. */
const AMOUNTS = /"(totalAmount|discountAmount|refundedAmount|listPrice|usedPrice|netItem|price)":(\d+)/g;

/**
 * JSON in which amounts are written as decimals with two places, 0 as it is. Done on the text, since a JavaScript
 * number keeps no trailing zero; a quotation mark inside a text is escaped, so no text can look like such a field.
 */
function write(value: unknown): string {
  return JSON.stringify(value).replaceAll(AMOUNTS, (_all, name: string, cents: string) => {
    const text = cents.padStart(3, '0');
    return `"${name}":${cents === '0' ? '0' : `${text.slice(0, -2)}.${text.slice(-2)}`}`;
  });
}

/** `GET /sales`: a bare array or `{ items }`, as the company has it. */
export function salesText(company: Company, sales: readonly SandboxSale[]): string {
  const entries = sales.map((sale) => saleForm(company, sale));
  return write(company.listForm === 'array' ? entries : { items: entries });
}

/** The body of an event: the whole sale as it stands. `at` is when it happened. */
export function eventText(company: Company, sale: SandboxSale, type: EventType, at: number): string {
  const timestamp = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return write({ type, timestamp, data: saleForm(company, sale) });
}

export function itemsText(company: Company, sale: SandboxSale): string {
  return write(
    linesOf(company, sale).map(({ product, quantity, listCents, usedCents, netCents }) => ({
      ...(product === null ? {} : { product }),
      quantity,
      listPrice: listCents,
      usedPrice: usedCents,
      netItem: netCents,
    })),
  );
}

export function companyText({ name, cnpj, storeId }: Company): string {
  return write({ name, cnpj, stores: [{ id: storeId, cnpj, name }] });
}

export type ListKind = 'products' | 'categories' | 'customers';

/** One page of a list, and the number of all its entries; pages count from 1. */
export function pageText(all: readonly unknown[], page: number, size: number): string {
  return write({ items: all.slice((page - 1) * size, page * size), totalRecords: all.length });
}

export function listOf(kind: ListKind, company: Company, sales: readonly SandboxSale[]): unknown[] {
  if (kind === 'customers') return customersOf(sales);
  const categories = categoriesOf(company.catalogue);
  if (kind === 'categories') return categories;
  return productsOf(company.catalogue).map(({ id, name, category, priceCents }) => ({
    id,
    name,
    price: priceCents,
    category: categories.find((each) => each.name === category),
  }));
}

/** Each buyer once, as the last sale had them. */
function customersOf(sales: readonly SandboxSale[]): unknown[] {
  const buyers = new Map(
    sales.flatMap(({ buyer }) =>
      buyer === null ? [] : [[buyer.phone ?? buyer.cpf ?? buyer.email ?? buyer.name, buyer] as const],
    ),
  );
  return [...buyers.values()].map((buyer, index) => ({ id: index + 1, ...buyer }));
}

function saleForm(company: Company, sale: SandboxSale): unknown {
  const local = (at: number): string => localTime(at, company.utcOffsetMinutes);
  return {
    id: sale.id,
    uniqueIdentifier: sale.uniqueIdentifier,
    creationDate: local(sale.createdAt),
    updatedAt: local(sale.updatedAt),
    orderName: sale.orderName,
    totalAmount: sale.totalCents,
    discountAmount: sale.discountCents,
    refundedAmount: sale.refundedCents,
    isCanceled: sale.canceled,
    store: { id: company.storeId, cnpj: company.cnpj, name: company.name },
    terminal: sale.terminal,
    payment: sale.payment,
    customer: sale.buyer,
    fiscalKey: sale.fiscalKey,
    voucherCode: sale.voucherCode,
  };
}

/** `2026-11-23T14:31:07-03:00` */
function localTime(at: number, offsetMinutes: number): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const offset = Math.abs(offsetMinutes);
  const zone = `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(offset / 60))}:${twoDigits(offset % 60)}`;
  return new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 19) + zone;
}
