import { verifySignature, signingKey } from '../../src/sync/signature';
import { parseItems } from '../../src/sync/smartpos/parse-items';
import { parseSale } from '../../src/sync/smartpos/parse-sale';
import { SmartPos } from '../../src/sync/smartpos/client';
import { GOLDEN_EVENT, GOLDEN_READ, goldenSale } from '../support/golden-event';
import { SmartPosServer, text } from '../support/smartpos-server';

const AFTER = { totalIs: 'after-discount' } as const;

it('the contract’s example is read to the last field', () => {
  expect(parseSale(goldenSale(), AFTER)).toEqual({ ok: true, sale: GOLDEN_READ, saysBack: true });
});

it('the specification’s signature holds over the bytes as they are', () => {
  const headers = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const key = signingKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  const at = 1614265330_000;
  expect(verifySignature(headers, Buffer.from('{"test": 2432232314}'), [key], at)).toBeNull();
  expect(verifySignature(headers, Buffer.from('{"test":2432232314}'), [key], at)).toBe('wrong');
  const other = signingKey(`whsec_${Buffer.alloc(32, 1).toString('base64')}`);
  expect(verifySignature(headers, Buffer.from('{"test": 2432232314}'), [other, key], at)).toBeNull();
});

it.each([
  ['a bare array', (sales: string) => `[${sales}]`],
  ['an object', (sales: string) => `{ "items": [${sales}] }`],
])('GET /sales as %s, and the items of a sale', async (_name, shape) => {
  const server = await new SmartPosServer().start();
  try {
    const sale = GOLDEN_EVENT.slice(GOLDEN_EVENT.indexOf('"data":') + 7, -1);
    server
      .on('sales', text(shape(sale)))
      .on(
        'sales/6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10/items',
        text(
          '[{"product":{"id":3,"name":"Pão"},"quantity":2,"listPrice":0.50,"usedPrice":0.40,"netItem":0.80},{"quantity":1,"listPrice":99.10,"usedPrice":99.10,"netItem":99.10}]',
        ),
      );
    const api = new SmartPos(server.keys);
    const sales = await api.sales(0, 1000);
    expect(sales).toEqual([goldenSale()]);
    expect(server.asked[0]?.search).toBe(
      '?start=1970-01-01T00%3A00%3A00.000Z&end=1970-01-01T00%3A00%3A01.000Z',
    );
    expect(parseItems(await api.items(goldenSale().uniqueIdentifier))).toEqual([
      { sku: '3', category: null, name: 'Pão', quantity: 2, cents: 80 },
      { sku: null, category: null, name: 'AVULSO', quantity: 1, cents: 9910 },
    ]);
  } finally {
    await server.stop();
  }
});
