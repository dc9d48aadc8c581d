// What a sale costs as the shop grows: the same new sales, under the same program, in a shop with ten thousand sales of a
// thousand customers and in one with GROWTH_SALES (ten million) of a tenth as many customers. Who buys is drawn anew a round:
// regulars would find what they need in memory.
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

/**
 * A backlog of as many people in both shops, so that they differ by their past alone; one whose buyers are drawn among all
 * customers, each of whom comes twice a set in the small shop and once in the large; and sales as they come, some hundred a
 * second, in each of which hardly anybody buys twice.
 */
const SETTINGS = [
  { what: 'of a backlog of 1,000 buyers', buyers: SMALL / 10 },
  { what: 'of a backlog of whoever', buyers: Infinity },
  { what: 'as they come, 100 at once', buyers: Infinity, largestSet: 100 },
];

/** So many of all, or all where they are fewer. */
function drawn(count, all) {
  if (count >= all) return { size: all, at: (i) => i };
  const some = new Set();
  while (some.size < count) some.add(randomInt(all));
  const list = [...some];
  return { size: count, at: (i) => list[i] };
}

async function round({ db, url, key, shop }, customers, { buyers, largestSet }) {
  const { size, at } = drawn(buyers, customers);
  // The amount comes from the number too.
  const pick = () => at(randomInt(size)) + customers * randomInt(Math.floor(2 ** 31 / customers));
  await fill(db, [shop], NEW_SALES, customers, pick);
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
      const costs = SETTINGS.map(() => ({ small: [], large: [] }));
      for (let i = 0; i < ROUNDS; i++)
        for (const [place, setting] of SETTINGS.entries()) {
          costs[place].small.push(await round(small, past(SMALL).customers, setting));
          costs[place].large.push(await round(large, past(LARGE).customers, setting));
        }
      return SETTINGS.flatMap(({ what }, place) => {
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
