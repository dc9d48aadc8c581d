// What a sale costs as the shop grows: the same new sales, under the same program, in a shop with ten thousand sales of a
// thousand customers and in one with GROWTH_SALES (ten million) of a tenth as many customers. Whose each sale is, is drawn
// among all of them: regulars would find what they need in memory.
import { randomInt } from 'node:crypto';
import { drain, fill } from './lib/inboxes.mjs';
import { putProgram } from './lib/program.mjs';
import { median, requiredUrl, warm } from './lib/support.mjs';
import { onShopWithPast } from './engine.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const LARGE = Number(process.env.GROWTH_SALES ?? 10_000_000);
const SMALL = 10_000;
const NEW_SALES = 10_000;

const past = (sales) => ({ sales, customers: sales / 10 });

/** Of a backlog; and as they come, some hundred a second, in each of which hardly anybody buys twice. */
const SETS = [
  ['of a backlog', undefined],
  ['as they come, 100 at once', 100],
];

async function round({ db, url, key, shop }, customers, largestSet) {
  await fill(db, [shop], NEW_SALES, customers, () => randomInt(2 ** 31));
  return (await drain(url, key, [shop], 1, { largestSet })).seconds / NEW_SALES;
}

export async function benchGrowth() {
  requiredUrl('TEST_DATABASE_URL');
  return onShopWithPast(past(SMALL), (small) =>
    onShopWithPast(past(LARGE), async (large) => {
      for (const { db, shop, url } of [small, large]) {
        await putProgram(db, shop.merchantId);
        await warm(url);
      }
      const costs = SETS.map(() => ({ small: [], large: [] }));
      for (let i = 0; i < ROUNDS; i++)
        for (const [place, [, largestSet]] of SETS.entries()) {
          costs[place].small.push(await round(small, past(SMALL).customers, largestSet));
          costs[place].large.push(await round(large, past(LARGE).customers, largestSet));
        }
      return SETS.flatMap(([what], place) => {
        const [before, after] = [median(costs[place].small), median(costs[place].large)];
        return [
          [`a new sale beside ${SMALL.toLocaleString('en')} sales, ${what}, us`, before * 1e6, null],
          [
            `  beside ${LARGE.toLocaleString('en')} sales, us`,
            after * 1e6,
            `${(after / before).toFixed(2)} times (asked: at most 1.3)`,
          ],
        ];
      });
    }),
  );
}

if (process.argv[1] === import.meta.filename) console.table(await benchGrowth());
