import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Work } from '../db';
import { idOf } from '../ids';
import { insertRows, query, updateRows } from '../rows';
import type { Asset } from './core/money';
import type { Instant } from './core/sale';
import type { LotState, Movement, Quantities } from './core/settlement';

export type TransactionKind = 'award' | 'refund' | 'hold' | 'capture' | 'release' | 'expiry' | 'adjustment';

/** One transaction of the books: a movement of one customer, with the key under which it happens once. */
export interface Entry {
  kind: TransactionKind;
  /** Unique within the shop; a second transaction under it fails in the database. */
  key: string;
  /** What the key was asked for with. */
  input: string;
  customerId: string;
  saleId: string | null;
  voucherId: string | null;
  occurredAt: Instant;
  movement: Movement;
}

export interface CustomerBalance {
  quantity: Quantities;
  held: Quantities;
  debt: Quantities;
}

const noQuantities = (): Quantities => ({ cashback: 0, points: 0 });
export const emptyBalance = (): CustomerBalance => ({
  quantity: noQuantities(),
  held: noQuantities(),
  debt: noQuantities(),
});

/**
 * The balances of these customers, locked until the transaction ends: whoever moves a customer's money holds its
 * balance row first. Always in the order of the ids, so that two transactions cannot wait for each other.
 */
export async function lockBalances(
  work: Work,
  customers: readonly string[],
): Promise<Map<string, CustomerBalance>> {
  const balances = new Map(customers.map((id) => [id, emptyBalance()]));
  const rows = await query<{
    customer_id: string;
    asset: Asset;
    quantity: number;
    held: number;
    debt: number;
  }>(
    work,
    `SELECT customer_id, asset, quantity, held, debt FROM balances
     WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[]) ORDER BY customer_id, asset FOR UPDATE`,
    [[...balances.keys()]],
  );
  for (const row of rows) {
    const balance = balances.get(row.customer_id);
    if (balance === undefined) continue;
    balance.quantity[row.asset] = row.quantity;
    balance.held[row.asset] = row.held;
    balance.debt[row.asset] = row.debt;
  }
  return balances;
}

export type StoredLot = LotState & {
  customerId: string;
  saleId: string | null;
  granted: number;
  useMinCents: number | null;
};

const LOT_COLUMNS = `id, customer_id AS "customerId", sale_id AS "saleId", asset, granted, remaining,
  available_at AS "availableAt", expires_at AS "expiresAt", use_min_cents AS "useMinCents"`;

/** The lots of one customer with something left in them; soonest expiry first. */
export async function openLots(work: Work, customerId: string): Promise<StoredLot[]> {
  const rows = await query<StoredLot>(
    work,
    `SELECT ${LOT_COLUMNS} FROM lots
     WHERE merchant_id = current_merchant() AND customer_id = ? AND remaining > 0
     ORDER BY expires_at NULLS LAST, available_at, id`,
    [customerId],
  );
  return rows;
}

/** The lots that these sales opened, soonest expiry first. */
export async function lotsOfSales(
  work: Work,
  customers: readonly string[],
  sales: readonly string[],
): Promise<StoredLot[]> {
  const rows = await query<StoredLot>(
    work,
    `SELECT ${LOT_COLUMNS} FROM lots
     WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[]) AND sale_id = ANY(?::text[])
     ORDER BY expires_at NULLS LAST, available_at, id`,
    [[...new Set(customers)], sales],
  );
  return rows;
}

/** What lapsed of each sale's lots and was not taken back yet. */
export async function lapsedOfSales(
  work: Work,
  customers: readonly string[],
  sales: readonly string[],
): Promise<Map<string, Quantities>> {
  const rows = await query<{ sale_id: string; asset: Asset; quantity: number }>(
    work,
    `SELECT t.sale_id, p.asset, sum(CASE WHEN p.destination = 'expired' THEN p.quantity ELSE -p.quantity END)::bigint AS quantity
     FROM postings p JOIN transactions t ON t.merchant_id = p.merchant_id AND t.id = p.transaction_id
     WHERE p.merchant_id = current_merchant() AND p.customer_id = ANY(?::uuid[]) AND t.sale_id = ANY(?::text[])
       AND (p.source = 'expired' OR p.destination = 'expired')
     GROUP BY 1, 2`,
    [[...new Set(customers)], sales],
  );
  const lapsed = new Map<string, Quantities>();
  for (const row of rows) {
    const quantities = lapsed.get(row.sale_id) ?? noQuantities();
    quantities[row.asset] = row.quantity;
    lapsed.set(row.sale_id, quantities);
  }
  return lapsed;
}

/** Writes transactions with all that belongs to them; a statement a table, however many there are. */
export async function writeEntries(work: Work, entries: readonly Entry[]): Promise<void> {
  const written = entries
    .filter((entry) => entry.movement.postings.length > 0)
    .map((entry) => ({ ...entry, id: transactionId(entry.key), recordedAt: work.now }));
  await insertTransactions(work, written);
  await insertPostings(work, written);
  await insertLots(work, written);
  await insertUses(work, written);
  await moveBalances(work, written);
}

type Written = Entry & { id: string; recordedAt: Instant };

async function insertTransactions(work: Work, entries: readonly Written[]): Promise<void> {
  await insertRows(
    work.trx,
    'transactions',
    {
      id: 'uuid',
      kind: 'text',
      idempotency_key: 'text',
      input_hash: 'bytea',
      sale_id: 'text',
      voucher_id: 'uuid',
      occurred_at: 'timestamptz',
      recorded_at: 'timestamptz',
    },
    entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      idempotency_key: entry.key,
      input_hash: hashInput(entry.input),
      sale_id: entry.saleId,
      voucher_id: entry.voucherId,
      occurred_at: entry.occurredAt,
      recorded_at: entry.recordedAt,
    })),
  );
}

/** A transaction's id comes from its key, so that its primary key is what lets it happen only once. */
export const transactionId = (key: string): string => idOf('transaction', key);

export function hashInput(input: string): Buffer {
  return createHash('sha256').update(input).digest().subarray(0, 16);
}

async function insertPostings(work: Work, entries: readonly Written[]): Promise<void> {
  await insertRows(
    work.trx,
    'postings',
    {
      customer_id: 'uuid',
      id: 'uuid',
      transaction_id: 'uuid',
      source: 'text',
      destination: 'text',
      asset: 'text',
      quantity: 'bigint',
      recorded_at: 'timestamptz',
    },
    entries.flatMap((entry) =>
      entry.movement.postings.map((posting) => ({
        customer_id: entry.customerId,
        id: newId(),
        transaction_id: entry.id,
        recorded_at: entry.recordedAt,
        ...posting,
      })),
    ),
  );
}

async function insertLots(work: Work, entries: readonly Written[]): Promise<void> {
  await insertRows(
    work.trx,
    'lots',
    {
      customer_id: 'uuid',
      id: 'uuid',
      transaction_id: 'uuid',
      sale_id: 'text',
      asset: 'text',
      granted: 'bigint',
      available_at: 'timestamptz',
      expires_at: 'timestamptz',
      use_min_cents: 'bigint',
      remaining: 'bigint',
    },
    entries.flatMap((entry) =>
      entry.movement.lots.map((lot) => ({
        customer_id: entry.customerId,
        id: lot.id,
        transaction_id: entry.id,
        sale_id: entry.saleId,
        asset: lot.asset,
        granted: lot.granted,
        available_at: lot.availableAt,
        expires_at: lot.expiresAt,
        use_min_cents: lot.useMinCents,
        // What the same transaction takes from a new lot is among its uses.
        remaining: lot.granted,
      })),
    ),
  );
}

async function insertUses(work: Work, entries: readonly Written[]): Promise<void> {
  const uses = entries.flatMap((entry) =>
    entry.movement.uses.map((use) => ({
      customer_id: entry.customerId,
      lot_id: use.lotId,
      transaction_id: entry.id,
      quantity: use.quantity,
    })),
  );
  await insertRows(
    work.trx,
    'lot_uses',
    { customer_id: 'uuid', lot_id: 'uuid', transaction_id: 'uuid', quantity: 'bigint' },
    uses,
  );
  const taken = new Map<string, { customer_id: string; id: string; quantity: number }>();
  for (const use of uses) {
    const sum = taken.get(use.lot_id) ?? { customer_id: use.customer_id, id: use.lot_id, quantity: 0 };
    sum.quantity += use.quantity;
    taken.set(use.lot_id, sum);
  }
  await updateRows(
    work.trx,
    'lots',
    { customer_id: 'uuid', id: 'uuid', quantity: 'bigint' },
    ['customer_id', 'id'],
    'remaining = t.remaining - u.quantity',
    [...taken.values()],
  );
}

async function moveBalances(work: Work, entries: readonly Written[]): Promise<void> {
  const moved = new Map<
    string,
    { customer_id: string; asset: Asset; quantity: number; held: number; debt: number }
  >();
  for (const entry of entries)
    for (const delta of entry.movement.deltas) {
      const key = `${entry.customerId} ${delta.asset}`;
      const sum = moved.get(key) ?? {
        customer_id: entry.customerId,
        asset: delta.asset,
        quantity: 0,
        held: 0,
        debt: 0,
      };
      sum.quantity += delta.quantity;
      sum.held += delta.held;
      sum.debt += delta.debt;
      moved.set(key, sum);
    }
  const rows = [...moved.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const columns = {
    customer_id: 'uuid',
    asset: 'text',
    quantity: 'bigint',
    held: 'bigint',
    debt: 'bigint',
  } as const;
  // The constraints of the proposed row are checked before a conflict is seen, so deltas below zero only ever update.
  const grows = rows.filter((row) => row.quantity >= 0 && row.held >= 0 && row.debt >= 0);
  await insertRows(
    work.trx,
    'balances',
    columns,
    grows,
    `ON CONFLICT (merchant_id, customer_id, asset) DO UPDATE SET quantity = balances.quantity + excluded.quantity,
       held = balances.held + excluded.held, debt = balances.debt + excluded.debt`,
  );
  await updateRows(
    work.trx,
    'balances',
    columns,
    ['customer_id', 'asset'],
    'quantity = t.quantity + u.quantity, held = t.held + u.held, debt = t.debt + u.debt',
    rows.filter((row) => !grows.includes(row)),
  );
}
