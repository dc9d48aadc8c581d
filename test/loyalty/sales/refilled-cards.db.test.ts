import fc from 'fast-check';
import { ruleSchema, type Rule, type Sale } from '../../../src/loyalty';
import { percent, saleOf } from '../../support/shop';
import { refunded, restored, suiteShop } from '../../support/suite-shop';

const { inShop, opens, sell, stands } = suiteShop();

const CARD: Rule = ruleSchema.parse({
  benefit: { kind: 'stamp-card', every: 3, then: { kind: 'voucher-fixed', cents: 1_500 } },
});
const vouchers = (): Promise<string[]> =>
  inShop((work) => work.trx('vouchers').where({ state: 'open' }).orderBy('issued_at').pluck('sale_id'));

describe('purchases of a full card that are refunded', () => {
  it('have to be made up before the next card fills', async () => {
    await opens([CARD]);
    const [first, second, third, eighth] = [saleOf(), saleOf(), saleOf(), saleOf()];
    await sell(first, second, third);
    expect(await vouchers()).toEqual([third.externalId]);
    await sell(refunded(first, 10_000), refunded(second, 10_000));
    // Two make those up, and three fill a card.
    for (let i = 0; i < 4; i++) await sell(saleOf());
    expect(await vouchers()).toEqual([third.externalId]);
    await sell(eighth);
    expect(await vouchers()).toEqual([third.externalId, eighth.externalId]);
  });

  it('among them the one that filled it, whose voucher goes with it: the next purchase fills it', async () => {
    await opens([CARD]);
    const [third, fourth] = [saleOf(), saleOf()];
    await sell(saleOf(), saleOf(), third);
    await sell(refunded(third, 10_000));
    expect(await vouchers()).toEqual([]);
    await sell(fourth);
    expect(await vouchers()).toEqual([fourth.externalId]);
  });

  it('whatever is bought, refunded and put right: a card fills only where its stamps stand', async () => {
    const step = fc.record({ kind: fc.constantFrom('buy', 'buy', 'refund', 'put right'), which: fc.nat(9) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        await opens([CARD]);
        const sales: { sale: Sale; stands: boolean }[] = [];
        const tooEarly: string[] = [];
        for (const { kind, which } of steps) {
          const before = (await vouchers()).length;
          const known = sales[which % Math.max(1, sales.length)];
          if (kind === 'buy') {
            const sale = saleOf();
            sales.push({ sale, stands: true });
            await sell(sale);
            const after = (await vouchers()).length;
            const standing = sales.filter((one) => one.stands).length;
            if (after > before && after * 3 > standing) tooEarly.push(`${after} of ${standing}`);
          } else if (known !== undefined) {
            known.stands = kind === 'put right';
            known.sale = known.stands ? restored(known.sale) : refunded(known.sale, 10_000);
            await sell(known.sale);
          }
        }
        expect(tooEarly).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 600_000);
});

describe('a customer’s third purchase', () => {
  const third = percent(1000, { conditions: { nth_purchase: 3 } });

  it('comes once, though an earlier one is refunded', async () => {
    await opens([third]);
    const [first, second, last, next] = [saleOf(), saleOf(), saleOf(), saleOf()];
    await sell(first, second, last);
    await sell(refunded(first, 10_000));
    await sell(next);
    expect(await stands(first, second, last, next)).toEqual([0, 0, 1000, 0]);
  });

  it('comes again where it was refunded itself', async () => {
    await opens([third]);
    const [first, second, last, next] = [saleOf(), saleOf(), saleOf(), saleOf()];
    await sell(first, second, last);
    await sell(refunded(last, 10_000));
    await sell(next);
    expect(await stands(first, second, last, next)).toEqual([0, 0, 0, 1000]);
  });
});
