// A report and the cohort table of a shop with a million sales (BENCH_SALES) over a year, and how long a chart takes to draw.
// The ledger's tables are filled for the first million only; what the report reads of benefits is filled for all of it.
import { randomBytes } from 'node:crypto';
import { createDatabase, dist, median, openProductDatabase, prepareShop, require } from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SALES = Number(process.env.BENCH_SALES ?? 1_000_000);
const AT_ONCE = 200_000;
const LIMIT_S = SALES <= 1_000_000 ? 1 : 3;

/** Seven of ten sales with a customer, who comes some fifteen times a year; one in twenty refunded. */
async function fill(url, merchantId) {
  const { Client } = require('pg');
  const owner = new Client(url);
  await owner.connect();
  const run = (sql) => owner.query(sql);
  await run('SET session_replication_role = replica');
  const customers = Math.ceil(SALES / 20);
  await run(`INSERT INTO customers (merchant_id, id, created_at)
    SELECT ${merchantId}, ('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, now() FROM generate_series(0, ${customers - 1}) i`);
  await run(`INSERT INTO sales (merchant_id, id, customer_id, occurred_at, received_at, total_cents, voucher_cents, refunded_cents,
      revision, dry, terminal, acquirer, details)
    SELECT ${merchantId}, 's' || i, CASE WHEN i % 10 < 7 THEN
        ('00000000-0000-4000-8000-' || lpad(to_hex((random() * ${customers - 1})::int), 12, '0'))::uuid END,
      now() - interval '365 days' * (1 - i::float8 / ${SALES}), now(), 1000 + (i % 9000), CASE WHEN i % 25 = 0 THEN 500 ELSE 0 END,
      CASE WHEN i % 20 = 0 THEN 1000 ELSE 0 END, 1, false, 'T' || i % 12, CASE i % 3 WHEN 0 THEN 'stone' WHEN 1 THEN 'cielo' ELSE 'rede' END,
      CASE WHEN i % 10 < 7 THEN '{"method":"pix","buyer":{"phone":"+5511988880001"}}' ELSE '{"method":"pix","buyer":{}}' END::json
    FROM generate_series(1, ${SALES}) i`);
  await run('SET session_replication_role = origin');
  await run(`SELECT note_everything(${merchantId})`);
  await run(`SELECT set_config('smartbis.merchant', '${merchantId}', false)`);
  for (;;) {
    const { rows } = await run(`SELECT count_changes(${AT_ONCE}) AS counted`);
    if (rows[0].counted < AT_ONCE) break;
  }
  await run(`INSERT INTO benefit_days SELECT ${merchantId}, d, 'cashback', f.source, f.destination, 1000 + d % 100
    FROM generate_series((now()::date - DATE '1970-01-01') - 365, now()::date - DATE '1970-01-01') d,
      (VALUES ('program', 'customer'), ('customer', 'held'), ('held', 'redeemed'), ('customer', 'expired')) AS f (source, destination)`);
  // Of each day's lots what was used on each day of their sixty.
  await run(`INSERT INTO lot_days SELECT ${merchantId}, 'cashback', d, d, d + 61, 2147483647, 'lot', 1000, 400
    FROM generate_series((now()::date - DATE '1970-01-01') - 365, now()::date - DATE '1970-01-01') d`);
  await run(`INSERT INTO lot_days SELECT ${merchantId}, 'cashback', d, d, d + 61, d + u, 'hold', 0, 10
    FROM generate_series((now()::date - DATE '1970-01-01') - 365, now()::date - DATE '1970-01-01') d, generate_series(0, 59) u`);
  await run('VACUUM ANALYZE');
  await owner.end();
}

export async function benchReport() {
  const { reportOf, cohortsOf } = dist('loyalty/index.js');
  const database = await createDatabase();
  const db = await openProductDatabase(database.url, randomBytes(32));
  const { merchantId } = await prepareShop(db);
  await fill(database.url, merchantId);
  const timed = async (body) => {
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      await db.asMerchant(merchantId, body);
      times.push((performance.now() - started) / 1000);
    }
    return median(times);
  };
  const asked = `asked: at most ${LIMIT_S}`;
  const million = `${SALES / 1_000_000} million sales`;
  const rows = [];
  for (const period of ['today', 'this-week', 'last-month'])
    rows.push([`report of ${period}, ${million}, s`, await timed((work) => reportOf(work, period)), asked]);
  rows.push([`cohort table, ${million}, s`, await timed((work) => cohortsOf(work)), asked]);
  await db.close();
  await database.drop();
  return rows;
}

if (process.argv[1] === import.meta.filename) console.table(await benchReport());
