import type { Sale } from '../../src/loyalty';

/** The example of the contract, written down apart from the sandbox and byte by byte. */
export const GOLDEN_EVENT = `{"type":"sale.refunded","timestamp":"2026-11-23T18:02:11Z","data":{"id":91822,"uniqueIdentifier":"6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10",
"creationDate":"2026-11-23T14:31:07-03:00","updatedAt":"2026-11-23T15:02:10-03:00","orderName":"Mesa 4","totalAmount":99.90,
"discountAmount":0,"refundedAmount":33.30,"isCanceled":false,"store":{"id":"loja-1","cnpj":"11222333000181","name":"Padaria Central"},
"terminal":{"id":"MP-00417","serial":"N950NCB801234","acquirer":"mercado-pago"},"payment":{"method":"credit","brand":"visa","last4":"0010",
"installments":1,"nsu":"000731","authorizationCode":"A1B2C3","cardFingerprint":"fp_7d0c"},"customer":{"name":"Ana","phone":"+5511988880001",
"cpf":null,"email":null},"fiscalKey":"35261011222333000181650010000123451876543210","voucherCode":null}}`;

export interface GoldenSale {
  [field: string]: unknown;
  uniqueIdentifier: string;
  totalAmount: number;
}

/** The sale of the example, to be changed. */
export const goldenSale = (): GoldenSale => (JSON.parse(GOLDEN_EVENT) as { data: GoldenSale }).data;

/** What it says, to the last field. */
export const GOLDEN_READ: Sale = {
  externalId: '6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10',
  occurredAt: Date.UTC(2026, 10, 23, 17, 31, 7),
  updatedAt: Date.UTC(2026, 10, 23, 18, 2, 10),
  totalCents: 9990,
  voucherCents: 0,
  refundedCents: 3330,
  voucherCode: null,
  method: 'credit',
  brand: 'visa',
  terminal: 'MP-00417',
  acquirer: 'mercado-pago',
  store: 'loja-1',
  storeName: 'Padaria Central',
  nsu: '000731',
  authorizationCode: 'A1B2C3',
  fiscalKey: '35261011222333000181650010000123451876543210',
  buyer: { name: 'Ana', phone: '+5511988880001', cpf: null, email: null, cardFingerprint: 'fp_7d0c' },
  items: null,
};
