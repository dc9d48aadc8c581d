import { qrText } from '../../src/loyalty';
import fc from 'fast-check';
import { centsOf } from '../../src/sync/smartpos/decimal';
import { parseSale } from '../../src/sync/smartpos/parse-sale';
import { understood } from '../../src/sync/smartpos/understood';
import { GOLDEN_READ, goldenSale } from '../support/golden-event';

const golden = goldenSale();
const parse = (change: object, totalIs: 'after-discount' | 'before-discount' = 'after-discount') =>
  parseSale({ ...golden, ...change }, { totalIs });

it('reads the golden payload', () => {
  expect(parse({})).toEqual({ ok: true, saysBack: true, sale: GOLDEN_READ });
});

it.each([
  ['zero is a sale', { totalAmount: 0, refundedAmount: 0 }, { totalCents: 0 }],
  ['decimals as text', { totalAmount: '1234,50', refundedAmount: '0.00' }, { totalCents: 123_450 }],
  ['no discount named', { discountAmount: null }, { totalCents: 9990 }],
  ['cancelled: all came back', { isCanceled: true }, { refundedCents: 9990 }],
  [
    'nothing but what is needed',
    { payment: null, terminal: [], store: 7, customer: '' },
    { method: null, terminal: null },
  ],
  ['unknown fields', { tip: 3, nested: { a: [1] } }, { totalCents: 9990 }],
])('%s', (_name, change, expected) => {
  expect(parse(change)).toMatchObject({ ok: true, sale: expected });
});

it('takes the discount off where the total comes before it', () => {
  expect(parse({ discountAmount: 9.9 }, 'before-discount')).toMatchObject({ sale: { totalCents: 9000 } });
});

it.each([
  ['a CPF whose digits do not hold', { cpf: '11144477736' }, { cpf: null }],
  ['a CPF with dots', { cpf: '111.444.777-35' }, { cpf: '11144477735' }],
  ['a mobile without its ninth digit', { phone: '551188880001' }, { phone: '+5511988880001' }],
  ['a landline', { phone: '(11) 3888-0001' }, { phone: '+551138880001' }],
  ['an area code that does not exist', { phone: '+5520988880001' }, { phone: null }],
  ['an e-mail that is none', { email: 'ana at home' }, { email: null }],
])('buyer: %s', (_name, customer, expected) => {
  expect(parse({ customer: { ...(golden['customer'] as object), ...customer } })).toMatchObject({
    ok: true,
    sale: { buyer: expected },
  });
});

it.each([
  ['totalAmount', 'missing', { totalAmount: null }],
  ['totalAmount', 'negative', { totalAmount: -1 }],
  ['totalAmount', 'not-a-decimal', { totalAmount: 'dez reais' }],
  ['totalAmount', 'not-a-decimal', { totalAmount: 1.005 }],
  ['totalAmount', 'not-a-decimal', { totalAmount: 1e21 }],
  ['totalAmount', 'not-a-decimal', { totalAmount: { value: 1 } }],
  ['totalAmount', 'absurd', { totalAmount: 10_000_000.01 }],
  ['refundedAmount', 'over-total', { refundedAmount: 99.91 }],
  ['creationDate', 'missing', { creationDate: undefined }],
  ['creationDate', 'not-a-time', { creationDate: '2026-11-23' }],
  ['creationDate', 'not-a-time', { creationDate: '2026-13-45T14:31:07Z' }],
  ['uniqueIdentifier', 'missing', { uniqueIdentifier: '' }],
  ['currency', 'currency', { currency: 'USD' }],
])('%s: %s', (field, reason, change) => {
  expect(parse(change)).toEqual({ ok: false, fault: { field, reason } });
});

it('reads every amount exactly, as number and as text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
      const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      return (
        centsOf(text) === cents &&
        centsOf(JSON.parse(text)) === cents &&
        centsOf(`-${text}`) === (-cents || 0)
      );
    }),
  );
});

it('survives anything', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      (anything) => typeof parseSale(anything, { totalIs: 'after-discount' }).ok === 'boolean',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(golden)), fc.anything(), (field, value) => {
      const parsed = parse({ [field]: value });
      return parsed.ok || typeof parsed.fault.field === 'string';
    }),
  );
});

it('a UUID is the same sale in whatever case; what is none stays as it is', () => {
  const id = (uniqueIdentifier: string): string => {
    const parsed = parseSale({ ...goldenSale(), uniqueIdentifier }, { totalIs: 'after-discount' });
    return parsed.ok ? parsed.sale.externalId : '';
  };
  expect(id('6F1C0A52-8A55-4C0E-9A58-0D3C5A3F7F10')).toBe('6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10');
  expect(id('Pedido-7')).toBe('Pedido-7');
});

it('says of which ways back it speaks', () => {
  const said = (change: object) => {
    const parsed = parseSale({ ...goldenSale(), ...change }, { totalIs: 'after-discount' });
    if (!parsed.ok) throw new Error(parsed.fault.reason);
    const { saysBack, sale } = parsed;
    return { saysBack, refunded: sale.refundedCents, ...sale.cameBack };
  };
  const at = Date.parse(String(goldenSale().updatedAt));
  expect(said({ refundedAmount: 0 })).toEqual({ saysBack: true, refunded: 0 });
  expect(said({ refundedAmount: null, isCanceled: false })).toEqual({
    saysBack: false,
    refunded: 0,
    cents: null,
    cancelled: { is: false, at },
    chargedBack: null,
  });
  expect(said({ refundedAmount: 'none', isCanceled: true })).toMatchObject({
    saysBack: true,
    refunded: 9990,
    cents: null,
    cancelled: { is: true, at },
  });
  expect(said({ isChargedBack: 'true' })).toMatchObject({ refunded: 9990, chargedBack: { is: true, at } });
});

it('takes a voucher’s code as a scanner hands over its QR', () => {
  const voucherCode = qrText('ABCD-1234', { number: '5511988880000', verb: 'validar' });
  expect(parseSale({ ...goldenSale(), voucherCode }, { totalIs: 'before-discount' })).toMatchObject({
    sale: { voucherCode },
  });
});

describe('what makes a pulled sale another', () => {
  /** The members that are read of it, and of its parts. */
  const readOf = (sale: object): string[] => {
    const read = new Set<string>();
    const watched = (of: object, path: string): object =>
      new Proxy(of, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (typeof name !== 'string') return value;
          const isPart = typeof value === 'object' && value !== null && !Array.isArray(value);
          if (!isPart) read.add(`${path}${name}`);
          return isPart ? watched(value, `${path}${name}.`) : value;
        },
      });
    expect(parseSale(watched(sale, ''), { totalIs: 'before-discount' })).toMatchObject({ ok: true });
    return [...read];
  };
  const otherwise = (sale: object, [first = '', ...rest]: string[]): object => {
    const part: unknown = (sale as Record<string, unknown>)[first];
    return { ...sale, [first]: rest.length === 0 ? 'another' : otherwise(part ?? {}, rest) };
  };

  it('is all that is read of it', () => {
    const sale = goldenSale();
    const paths = readOf(sale);
    expect(paths).toEqual(
      expect.arrayContaining(['totalAmount', 'customer.phone', 'payment.nsu', 'terminal.id']),
    );
    for (const path of paths)
      expect([path, understood(otherwise(sale, path.split('.')))]).not.toEqual([path, understood(sale)]);
  });
});
