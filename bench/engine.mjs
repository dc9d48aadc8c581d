// The engine on a shop with a past: a balance among a million customers, a backtest, the books.
import { randomBytes } from 'node:crypto';
import { addHistory } from './lib/history.mjs';
import { RULES, SETTINGS } from './lib/program.mjs';
import {
  createDatabase,
  dist,
  median,
  openProductDatabase,
  prepareShop,
  requiredUrl,
} from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const READS = 2_000;

/** Runs `body` on a shop with that past. */
export async function onShopWithPast(past, body) {
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await openProductDatabase(database.url, key);
  try {
    const shop = await prepareShop(db);
    await addHistory(db, database.url, shop.merchantId, past);
    return await body({ db, url: database.url, key, shop });
  } finally {
    await db.close();
    await database.drop();
  }
}

async function milliseconds(body) {
  const started = performance.now();
  await body();
  return performance.now() - started;
}

async function balances({ db, shop }) {
  const { balanceOf } = dist('loyalty/index.js');
  const ids = await db.asMerchant(shop.merchantId, async ({ trx }) => {
    const rows = await trx('customers').whereRaw('random() < 0.01').limit(READS).select('id');
    return rows.map(({ id }) => id);
  });
  const times = await db.asMerchant(shop.merchantId, async (work) => {
    const each = [];
    for (const id of ids) each.push(await milliseconds(() => balanceOf(work, id)));
    return each;
  });
  return median(times);
}

async function backtests({ db, shop }) {
  const { backtest, currentProgram, ruleSchema, settingsSchema } = dist('loyalty/index.js');
  const proposed = {
    rules: RULES.map((rule) => ruleSchema.parse(rule)),
    settings: settingsSchema.parse(SETTINGS),
  };
  const times = [];
  for (let i = 0; i < ROUNDS; i++)
    times.push(
      await milliseconds(() =>
        db.snapshot(shop.merchantId, async (work) => {
          const today = await currentProgram(work);
          const result = await backtest(work, { proposed, today, span: { from: 0, to: Date.now() } });
          if (result.sales !== 100_000) throw new Error(`${result.sales} sales were judged`);
        }),
      ),
    );
  return median(times);
}

async function books({ db, shop }) {
  const { checkBooksOf } = dist('loyalty/index.js');
  const times = [];
  for (let i = 0; i < Math.min(ROUNDS, 3); i++)
    times.push(
      await milliseconds(async () => {
        const { faults, postings } = await checkBooksOf(db, shop.merchantId);
        if (faults.length > 0 || postings !== 1_000_000)
          throw new Error(JSON.stringify({ faults, postings }));
      }),
    );
  return median(times);
}

export async function benchEngine() {
  requiredUrl('TEST_DATABASE_URL');
  const backtested = await onShopWithPast({ sales: 100_000, customers: 20_000 }, backtests);
  const { balance, checked } = await onShopWithPast(
    { sales: 1_000_000, customers: 1_000_000 },
    async (past) => ({
      balance: await balances(past),
      checked: await books(past),
    }),
  );
  return [
    ['a balance with what expires next, of a million customers, p50 ms', balance, 'asked: at most 1'],
    ['backtest of 100,000 sales under eight rules, s', backtested / 1000, 'asked: at most 3'],
    ['books of a million postings checked, s', checked / 1000, 'asked: at most 10'],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchEngine());
