// A shop with a past: customers, sales, and the books that they made, written set-wise as their owner. What stands is what
// the program of `prepareShop` (5% from R$ 10) gives, so that the books hold and can be checked.
import { dist, require } from './support.mjs';

const CUSTOMERS_AT_ONCE = 5_000;
/** Of the indexes that are made again after the load. */
const TABLES = ['sales', 'transactions', 'postings', 'lots', 'balances', 'inbox_events'];
const YEARS = 3;

/** The number of the buyer with that place: the phones that `saleEvent` gives its sales. */
const phoneOf = (i) => `+55119${String(i).padStart(8, '0')}`;

async function addCustomers(db, merchantId, customers) {
  const { findOrCreateCustomers, identityKey } = dist('loyalty/index.js');
  for (let from = 0; from < customers; from += CUSTOMERS_AT_ONCE) {
    const some = Array.from({ length: Math.min(CUSTOMERS_AT_ONCE, customers - from) }, (_, i) => {
      const identity = { kind: 'phone', value: phoneOf(from + i) };
      return [identityKey(identity), { identity, name: 'Ana' }];
    });
    await db.asMerchant(merchantId, (work) => findOrCreateCustomers(work, new Map(some)));
  }
}

/** Runs the load without the tables' indexes and constraints, and makes them again: sorting once beats inserting in order. */
async function withoutIndexes(client, load) {
  const found = await client.query(
    `SELECT c.conrelid::regclass::text AS "table", c.conname AS name, pg_get_constraintdef(c.oid) AS definition, c.contype AS type
     FROM pg_constraint c WHERE c.contype IN ('p', 'u', 'f')
       AND (c.conrelid = ANY ($1::regclass[]) OR c.confrelid = ANY ($1::regclass[]))
     ORDER BY c.contype = 'f' DESC`,
    [TABLES],
  );
  const indexes = await client.query(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [TABLES],
  );
  for (const { table, name } of found.rows)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}" CASCADE`);
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  await load();
  for (const { table, name, definition } of found.rows.toReversed())
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
  for (const { definition } of indexes.rows) await client.query(definition);
}

const SALES = `INSERT INTO sales (merchant_id, id, customer_id, occurred_at, received_at, total_cents, voucher_cents, refunded_cents,
    revision, cashback_cents, dry, program_version, terminal, acquirer, details)
  SELECT $1, 'past-' || i, c.id, at, at, cents, 0, 0, 1, (cents * 5 + 50) / 100, false, 1, 'MP-' || i % 8, 'mercado-pago',
    json_build_object('method', 'credit', 'brand', 'visa', 'store', 'loja-1', 'nsu', i::text)
  FROM (SELECT i, 1000 + (i * 7919) % 90000 AS cents,
          $2::timestamptz - make_interval(secs => ($3 - i) * (${YEARS} * 31536000.0 / $3)) AS at
        FROM generate_series($4::bigint, $5::bigint) AS i) AS s
  JOIN bench_customers c ON c.place = (i * 48271) % $6`;
const EVENTS = `INSERT INTO inbox_events SELECT $1, 'past-' || id, substr(sha256(id::bytea), 1, 16), 'con_past', 'pull', '{}', received_at
  FROM sales WHERE merchant_id = $1`;
const AWARDED = `(SELECT s.*, md5('t' || id)::uuid AS transaction_id FROM sales s WHERE merchant_id = $1) AS s`;
const BOOKS = [
  `INSERT INTO transactions (merchant_id, id, kind, input_hash, sale_id, occurred_at, recorded_at)
   SELECT $1, transaction_id, 'award', '\\x00', id, occurred_at, received_at FROM ${AWARDED}`,
  `INSERT INTO postings (merchant_id, customer_id, transaction_id, source, destination, asset, quantity, recorded_at)
   SELECT $1, customer_id, transaction_id, 'program', 'customer', 'cashback', cashback_cents, received_at FROM ${AWARDED}`,
  `INSERT INTO lots (merchant_id, customer_id, id, transaction_id, sale_id, asset, granted, available_at, expires_at, remaining)
   SELECT $1, customer_id, md5('l' || id)::uuid, transaction_id, id, 'cashback', cashback_cents, occurred_at,
     occurred_at + interval '${YEARS + 1} years', cashback_cents FROM ${AWARDED}`,
  `INSERT INTO balances (merchant_id, customer_id, asset, quantity)
   SELECT $1, customer_id, 'cashback', sum(cashback_cents) FROM ${AWARDED} GROUP BY customer_id`,
];

/** Gives a shop made by `prepareShop` that many sales of the last three years, spread over that many customers. */
export async function addHistory(db, url, merchantId, { sales, customers }) {
  await addCustomers(db, merchantId, customers);
  const { Client } = require('pg');
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(
      "SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'",
    );
    await client.query(
      `CREATE TABLE bench_customers AS SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM customers WHERE merchant_id = ${merchantId}`,
    );
    await client.query('ALTER TABLE bench_customers ADD PRIMARY KEY (place)');
    await client.query(
      `UPDATE program_versions SET valid_from = valid_from - interval '${YEARS + 1} years' WHERE merchant_id = $1`,
      [merchantId],
    );
    await withoutIndexes(client, async () => {
      await client.query('SET session_replication_role = replica');
      await client.query(SALES, [merchantId, new Date(), sales, 1, sales, customers]);
      for (const sql of [EVENTS, ...BOOKS]) await client.query(sql, [merchantId]);
      await client.query('SET session_replication_role = origin');
    });
    await client.query('DROP TABLE bench_customers');
    // As autovacuum leaves it.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
