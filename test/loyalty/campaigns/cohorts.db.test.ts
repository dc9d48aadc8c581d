import { applySales, cohortsOf, countChanges, mergeCustomers, type Sale } from '../../../src/loyalty';
import { seededRandom } from '../../../src/loyalty/insight/numeric/random';
import { query } from '../../../src/db/rows';
import { START, suiteDatabase } from '../../support/database';
import { customerKnownBy, openShop, saleOf } from '../../support/shop';

const DAY = 86_400_000;

const test = suiteDatabase();

/** What is kept, and what all purchases say, read anew. */
async function bothWays(shop: number): Promise<{ kept: unknown[]; anew: unknown[] }> {
  return test.db.asMerchant(shop, async (work) => {
    await countChanges(work);
    const kept = await query(
      work,
      'SELECT cohort, month, customers FROM cohort_months WHERE customers <> 0 ORDER BY 1, 2',
    );
    const anew = await query(
      work,
      `WITH bought AS (
         SELECT customer_id, extract(year FROM at)::integer * 12 + extract(month FROM at)::integer - 1 AS month
         FROM (SELECT customer_id, occurred_at AT TIME ZONE 'America/Sao_Paulo' AS at FROM sales
               WHERE customer_id IS NOT NULL AND total_cents > refunded_cents) AS s)
       SELECT f.cohort, b.month, count(DISTINCT b.customer_id) AS customers FROM bought b
       JOIN (SELECT customer_id, min(month) AS cohort FROM bought GROUP BY 1) AS f USING (customer_id)
       GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    return { kept, anew };
  });
}

it('what is kept of cohorts is what all purchases say, whatever came in whatever order', async () => {
  const shop = await openShop(test.db, []);
  const random = seededRandom(3);
  const below = (most: number): number => Math.floor(random() * most);
  const phone = (customer: number): string => `+55119777${String(10_000 + customer)}`;
  const made: Sale[] = [];
  let moves = 0;
  for (let step = 0; step < 40; step++) {
    const sold = Array.from({ length: 1 + below(6) }, () => {
      const occurredAt = START - below(430) * DAY - below(24) * 3_600_000;
      return saleOf({ phone: phone(below(10)), occurredAt, updatedAt: occurredAt });
    });
    made.push(...sold);
    const refunded = made
      .filter(() => below(8) === 0)
      .map((sale) => {
        moves += 1;
        const refundedCents = below(3) === 0 ? 0 : sale.totalCents;
        return { ...sale, refundedCents, updatedAt: START + moves };
      });
    await test.db.asMerchant(shop, async (work) => {
      await applySales(work, sold);
      await applySales(work, refunded);
    });
    if (step % 8 === 7)
      await test.db.asMerchant(shop, async (work) => {
        const [keep, absorb] = await Promise.all(
          [step % 10, (step + 3) % 10].map((customer) =>
            customerKnownBy(work, { kind: 'phone', value: phone(customer) }),
          ),
        );
        await mergeCustomers(work, { keep: keep ?? '', absorb: absorb ?? '' });
      });
    const { kept, anew } = await bothWays(shop);
    expect([step, kept]).toEqual([step, anew]);
  }
  expect(made.length).toBeGreaterThan(80);
  expect((await bothWays(shop)).kept.length).toBeGreaterThan(20);
});

it('a shop moved to another zone is counted anew', async () => {
  const shop = await openShop(test.db, []);
  // Half past eleven in the evening of 30 September in São Paulo is still September in Manaus; at one it is not.
  const at = Date.parse('2026-10-01T03:30:00Z');
  const sale = saleOf({ occurredAt: at, updatedAt: at });
  await test.db.asMerchant(shop, (work) => applySales(work, [sale]));
  const table = () => test.db.asMerchant(shop, async (work) => (await cohortsOf(work)).table[0]?.cohort);
  expect(await table()).toBe('2026-10');
  await test.db.asMerchant(shop, (work) => work.trx('merchants').update({ zone: 'America/Manaus' }));
  expect(await table()).toBe('2026-09');
});
