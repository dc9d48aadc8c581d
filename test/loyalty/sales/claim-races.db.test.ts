import {
  applySales,
  claimSale,
  findOrCreateCustomers,
  identityKey,
  linkSale,
  staffByPhone,
} from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { CASHIER, customerKnownBy, openShop, percent, saleOf } from '../../support/shop';

const test = suiteDatabase(20);
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
});

it('fifty people who claim one sale at once: exactly one has it', async () => {
  const sale = saleOf({ phone: null, totalCents: 5290, nsu: '123456' });
  await test.db.asMerchant(shop, (work) => applySales(work, [sale]));
  const wanted = new Map(
    Array.from({ length: 50 }, (_, i) => {
      const identity = { kind: 'email', value: `c${i}@example.com` } as const;
      return [identityKey(identity), { identity, name: null }] as const;
    }),
  );
  const customers = [
    ...(await test.db.asMerchant(shop, (work) => findOrCreateCustomers(work, wanted))).values(),
  ];
  const claims = await Promise.all(
    customers.map((customerId, i) =>
      test.db.asMerchant(shop, (work) =>
        claimSale(work, {
          customerId,
          reference: '123456',
          cents: 5290,
          minuteOfDay: null,
          way: 'typed',
          messageId: `m${i}`,
        }),
      ),
    ),
  );
  expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
  const counts = await test.db.asMerchant(shop, async (work) => ({
    claims: (await work.trx('sale_claims').select()).length,
    transactions: (await work.trx('transactions').select()).length,
    notices: (await work.trx('outbox').where({ template: 'benefit-earned' }).select()).length,
  }));
  expect(counts).toEqual({ claims: 1, transactions: 1, notices: 1 });
});

it('a claim, a link by staff and an update with the buyer at once: one holder', async () => {
  for (let round = 0; round < 10; round++) {
    const sale = saleOf({ phone: null, totalCents: 5290, nsu: String(7000 + round) });
    await test.db.asMerchant(shop, (work) => applySales(work, [sale]));
    const identity = { kind: 'email', value: 'ana@example.com' } as const;
    const customerId = await test.db.asMerchant(shop, (work) => customerKnownBy(work, identity));
    const named = { id: sale.externalId, occurredAt: sale.occurredAt, cents: 5290 };
    await Promise.all([
      test.db.asMerchant(shop, (work) =>
        claimSale(work, {
          customerId,
          reference: String(7000 + round),
          cents: 5290,
          minuteOfDay: null,
          way: 'typed',
          messageId: `m${round}`,
        }),
      ),
      test.db.asMerchant(shop, async (work) => {
        const by = await staffByPhone(work, CASHIER);
        return linkSale(work, { sale: named, phone: '+5511988880007', by: by!, messageId: `l${round}` });
      }),
      test.db.asMerchant(shop, (work) =>
        applySales(work, [
          {
            ...sale,
            updatedAt: START + 90_000,
            buyer: { ...sale.buyer, phone: '+5511988880008' },
          },
        ]),
      ),
    ]);
    const transactions = await test.db.asMerchant(shop, (work) =>
      work.trx('transactions').where({ sale_id: sale.externalId }).select(),
    );
    expect(transactions).toHaveLength(1);
  }
});
