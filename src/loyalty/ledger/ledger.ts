import type { Work } from '../../db';
import { idOf, sha256 } from '../../ids';
import { insertRows, updateRows } from '../../db/rows';
import type { Asset } from '../core/money';
import type { Instant } from '../core/sales/sale';
import type { Movement } from '../core/ledger/settlement';
import { insertPlainAwards, isPlainAward } from './plain-awards';

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

/** Writes transactions with all that belongs to them; a statement a table, however many there are. */
export async function writeEntries(work: Work, entries: readonly Entry[]): Promise<void> {
  const written = entries
    .filter((entry) => entry.movement.postings.length > 0)
    .map((entry) => ({
      id: transactionId(entry.key),
      inputHash: hashInput(entry.input),
      recordedAt: work.now,
      // Spread before them it would cost ten times as much.
      ...entry,
    }));
  const others = written.filter((entry) => !isPlainAward(entry));
  // Sent in this order and not waited for: the database writes one while the next is put together.
  await Promise.all([
    insertPlainAwards(work, written.filter(isPlainAward)),
    insertTransactions(work, others),
    insertPostings(work, others),
    insertLots(work, others),
    insertUses(work, others),
    moveBalances(work, written),
  ]);
}

/** An entry with what writing it adds. */
export type Written = Entry & { id: string; inputHash: Buffer; recordedAt: Instant };

async function insertTransactions(work: Work, entries: readonly Written[]): Promise<void> {
  await insertRows(
    work,
    'transactions',
    {
      id: 'uuid',
      kind: 'text',
      input_hash: 'bytea',
      sale_id: 'text',
      voucher_id: 'uuid',
      occurred_at: 'timestamptz',
      recorded_at: 'timestamptz',
    },
    entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      input_hash: entry.inputHash,
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
  return sha256(input).subarray(0, 16);
}

async function insertPostings(work: Work, entries: readonly Written[]): Promise<void> {
  await insertRows(
    work,
    'postings',
    {
      customer_id: 'uuid',
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
        transaction_id: entry.id,
        recorded_at: entry.recordedAt,
        ...posting,
      })),
    ),
  );
}

async function insertLots(work: Work, entries: readonly Written[]): Promise<void> {
  await insertRows(
    work,
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
      rolling_days: 'integer',
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
        rolling_days: lot.rollingDays,
        // What the same transaction takes from a new lot is among its uses.
        remaining: lot.granted,
      })),
    ),
  );
}

async function insertUses(work: Work, entries: readonly Written[]): Promise<void> {
  const uses = entries.flatMap((entry) =>
    entry.movement.uses.map((use, ordinal) => ({
      customer_id: entry.customerId,
      lot_id: use.lotId,
      transaction_id: entry.id,
      quantity: use.quantity,
      ordinal,
    })),
  );
  await insertRows(
    work,
    'lot_uses',
    { customer_id: 'uuid', lot_id: 'uuid', transaction_id: 'uuid', quantity: 'bigint', ordinal: 'integer' },
    uses,
  );
  const taken = new Map<string, { customer_id: string; id: string; quantity: number }>();
  for (const use of uses) {
    const sum = taken.get(use.lot_id) ?? { customer_id: use.customer_id, id: use.lot_id, quantity: 0 };
    sum.quantity += use.quantity;
    taken.set(use.lot_id, sum);
  }
  await updateRows(
    work,
    'lots',
    { customer_id: 'uuid', id: 'uuid', quantity: 'bigint' },
    ['customer_id', 'id'],
    'remaining = t.remaining - u.quantity',
    [...taken.values()],
  );
}

interface Moved {
  customer_id: string;
  asset: Asset;
  quantity: number;
  held: number;
  debt: number;
}

async function moveBalances(work: Work, entries: readonly Written[]): Promise<void> {
  const moved = new Map<string, Moved>();
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
  const rows = [...moved.keys()].sort().flatMap((key) => moved.get(key) ?? []);
  const columns = {
    customer_id: 'uuid',
    asset: 'text',
    quantity: 'bigint',
    held: 'bigint',
    debt: 'bigint',
  } as const;
  // The constraints of the proposed row are checked before a conflict is seen, so deltas below zero only ever update.
  const grows = ({ quantity, held, debt }: Moved): boolean => quantity >= 0 && held >= 0 && debt >= 0;
  await insertRows(
    work,
    'balances',
    columns,
    rows.filter(grows),
    `ON CONFLICT (merchant_id, customer_id, asset) DO UPDATE SET quantity = balances.quantity + excluded.quantity,
       held = balances.held + excluded.held, debt = balances.debt + excluded.debt`,
  );
  await updateRows(
    work,
    'balances',
    columns,
    ['customer_id', 'asset'],
    'quantity = t.quantity + u.quantity, held = t.held + u.held, debt = t.debt + u.debt',
    rows.filter((row) => !grows(row)),
  );
}
