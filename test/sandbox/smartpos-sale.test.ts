import fc from 'fast-check';
import { createCompany } from '../../src/sandbox/smartpos/company';
import { Draws } from '../../src/sandbox/smartpos/draws';
import { fiscalKeyOf } from '../../src/sandbox/smartpos/fiscal-key';
import { makeSale, type SandboxSale } from '../../src/sandbox/smartpos/sale';
import { eventText } from '../../src/sandbox/smartpos/wire';
import { BAKERY, NOON } from './smartpos-rig';

const company = createCompany(BAKERY);
const [machine] = company.machines;
if (machine === undefined) throw new Error('a company has machines');
const ANA = { name: 'Ana', phone: '+5511988880001' };
const sell = (number: number, order: Partial<Parameters<typeof makeSale>[2]> = {}): SandboxSale =>
  makeSale(company, machine, { amountCents: 5000, method: 'credit', ...order }, { id: 1, number, at: NOON });

describe('an event of the sandbox', () => {
  it('is written as the contract’s example, to the letter', () => {
    const sale: SandboxSale = {
      id: 91822,
      uniqueIdentifier: '6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10',
      number: 12_345,
      createdAt: Date.parse('2026-11-23T14:31:07-03:00'),
      updatedAt: Date.parse('2026-11-23T15:02:10-03:00'),
      orderName: 'Mesa 4',
      totalCents: 9990,
      discountCents: 0,
      refundedCents: 3330,
      canceled: false,
      terminal: { id: 'MP-00417', serial: 'N950NCB801234', acquirer: 'mercado-pago' },
      payment: {
        method: 'credit',
        brand: 'visa',
        last4: '0010',
        installments: 1,
        nsu: '000731',
        authorizationCode: 'A1B2C3',
        cardFingerprint: 'fp_7d0c',
      },
      buyer: { name: 'Ana', phone: '+5511988880001', cpf: null, email: null },
      fiscalKey: '35261011222333000181650010000123451876543210',
      voucherCode: null,
    };
    const at = Date.parse('2026-11-23T18:02:11Z');
    expect(eventText(company, sale, 'sale.refunded', at)).toBe(
      '{"type":"sale.refunded","timestamp":"2026-11-23T18:02:11Z","data":{"id":91822,"uniqueIdentifier":"6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10",' +
        '"creationDate":"2026-11-23T14:31:07-03:00","updatedAt":"2026-11-23T15:02:10-03:00","orderName":"Mesa 4","totalAmount":99.90,' +
        '"discountAmount":0,"refundedAmount":33.30,"isCanceled":false,"store":{"id":"loja-1","cnpj":"11222333000181","name":"Padaria Central"},' +
        '"terminal":{"id":"MP-00417","serial":"N950NCB801234","acquirer":"mercado-pago"},"payment":{"method":"credit","brand":"visa","last4":"0010",' +
        '"installments":1,"nsu":"000731","authorizationCode":"A1B2C3","cardFingerprint":"fp_7d0c"},"customer":{"name":"Ana","phone":"+5511988880001",' +
        '"cpf":null,"email":null},"fiscalKey":"35261011222333000181650010000123451876543210","voucherCode":null}}',
    );
  });

  it('carries every amount and leaves every text alone', () => {
    const anything = fc.record({
      cents: fc.integer({ min: 1, max: 100_000_000 }),
      orderName: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('{"totalAmount":12345}')),
    });
    fc.assert(
      fc.property(anything, ({ cents, orderName }) => {
        const text = eventText(company, sell(1, { amountCents: cents, orderName }), 'sale.approved', NOON);
        const { data } = JSON.parse(text) as { data: { totalAmount: number; orderName: string } };
        expect(data).toMatchObject({ totalAmount: Number((cents / 100).toFixed(2)), orderName });
        expect(text).toContain(`"totalAmount":${(cents / 100).toFixed(2)},`);
      }),
    );
  });
});

describe('what the sandbox draws', () => {
  it('is the same for the same seed and sale, and other for the next one', () => {
    expect(sell(7)).toEqual(sell(7));
    expect(sell(8).uniqueIdentifier).not.toBe(sell(7).uniqueIdentifier);
    expect(new Draws('a', 1).digits(20)).toBe(new Draws('a', 1).digits(20));
    expect(new Draws('a', 1).digits(20)).not.toBe(new Draws('a1').digits(20));
  });

  it('has the forms of card receipts', () => {
    expect(sell(3)).toMatchObject({
      uniqueIdentifier: expect.stringMatching(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      ),
      payment: {
        last4: expect.stringMatching(/^\d{4}$/),
        nsu: expect.stringMatching(/^\d{6}$/),
        authorizationCode: expect.stringMatching(/^[\dA-Z]{6}$/),
        cardFingerprint: expect.stringMatching(/^fp_[\da-f]{16}$/),
      },
    });
    expect(sell(3, { method: 'cash' }).payment).toEqual({
      method: 'cash',
      brand: null,
      last4: null,
      installments: null,
      nsu: null,
      authorizationCode: null,
      cardFingerprint: null,
    });
  });

  it('gives a person one card, and strangers each their own', () => {
    const ofAna = [sell(1, { buyer: ANA }), sell(2, { buyer: ANA })];
    expect(ofAna[0]?.payment.cardFingerprint).toBe(ofAna[1]?.payment.cardFingerprint);
    expect(sell(1).payment.cardFingerprint).not.toBe(sell(2).payment.cardFingerprint);
  });

  it('has no buyer where nothing of one is known', () => {
    expect(sell(1, { buyer: { name: null } }).buyer).toBeNull();
    expect(sell(1).buyer).toBeNull();
  });
});

describe('the access key of an NFC-e', () => {
  const issue = { yearMonth: '2610', number: 12_345, randomCode: '87654321' };

  it.each([
    ['11222333000181', '35261011222333000181650010000123451876543210'],
    ['12ABC34501DE35', '35261012ABC34501DE35650010000123451876543211'],
  ])('of %s has the right check digit', (cnpj, key) => {
    expect(fiscalKeyOf({ cnpj, ...issue })).toBe(key);
  });

  it('of every sale fits the pattern and carries the sale’s month in the shop’s zone', () => {
    const lateInMonth = Date.parse('2026-12-01T01:00:00Z');
    const place = { id: 1, number: 1, at: lateInMonth };
    const sale = makeSale(company, machine, { amountCents: 100, method: 'pix' }, place);
    expect(sale.fiscalKey).toMatch(/^[0-9]{6}[0-9A-Z]{12}[0-9]{26}$/);
    expect(sale.fiscalKey.slice(2, 6)).toBe('2611');
  });
});
