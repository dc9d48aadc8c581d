import { planReplay, readInvoices } from '../../src/replay/plan';

const HEADER = 'invoice,customer_id,datetime,amount_gbp,units,country';
const plan = (...lines: string[]) =>
  planReplay(readInvoices([HEADER, ...lines].join('\n'))).map(({ deliveryId, body }) => {
    const { type, data } = JSON.parse(body) as { type: string; data: Record<string, unknown> };
    return [deliveryId, type, data['totalAmount'], data['refundedAmount']];
  });

it('applies a cancellation to the customer’s earlier sales, the latest first, each up to what is left of it', () => {
  expect(
    plan(
      '1,17850,2010-12-01 08:26,100.00,1,UK',
      '2,13047,2010-12-01 09:00,50.00,1,UK',
      '3,17850,2010-12-02 08:26,30.00,1,UK',
      'C4,17850,2010-12-03 08:26,-40.00,1,UK',
    ).slice(3),
  ).toEqual([
    ['replay:C4:3', 'sale.refunded', 30, 30],
    ['replay:C4:1', 'sale.refunded', 100, 10],
  ]);
});

it('sends on what finds no sale as it is', () => {
  expect(plan('C1,17850,2010-12-03 08:26,-40.00,1,UK')).toEqual([['replay:C1', 'sale.refunded', -40, 0]]);
});

it('reads pence as centavos, times as São Paulo’s, and the customer as a phone', () => {
  const [event] = planReplay(readInvoices(`${HEADER}\n536365,17850,2010-12-01 08:26,139.12,40,UK`));
  expect(JSON.parse(event?.body ?? '')).toMatchObject({
    data: {
      totalAmount: 139.12,
      creationDate: '2010-12-01T08:26:00.000-02:00',
      customer: { phone: '+5511900017850' },
    },
  });
});

it.each([['x'], ['1,2,3'], ['1,17850,2010-13-01 08:26,1.00,1,UK'], ['1,17850,2010-12-01 08:26,1,1,UK']])(
  'names the line that is none: %s',
  (line) => {
    expect(() => readInvoices(`${HEADER}\n${line}`)).toThrow(/^line 2:/);
  },
);
