import type { Work } from '../../db';
import { insertIntoAll, type Columns, type Target } from '../../rows';
import type { NewLot, Posting } from '../core/settlement';
import type { Entry, Written } from '../ledger/ledger';

/** What nearly every sale makes: one posting to the customer, and the one lot that it opens. */
export function isPlainAward({ kind, voucherId, movement: { postings, lots, uses } }: Entry): boolean {
  return (
    kind === 'award' && voucherId === null && postings.length === 1 && lots.length === 1 && uses.length === 0
  );
}

const inherited = { customer_id: 'r.customer_id', transaction_id: 'r.id', asset: 'r.asset' };

const TARGETS: readonly Target[] = [
  {
    table: 'transactions',
    values: {
      id: 'r.id',
      kind: 'r.kind',
      input_hash: 'r.input_hash',
      sale_id: 'r.sale_id',
      occurred_at: 'r.occurred_at',
      recorded_at: 'r.recorded_at',
    },
  },
  {
    table: 'postings',
    values: {
      ...inherited,
      source: 'r.source',
      destination: 'r.destination',
      quantity: 'r.quantity',
      recorded_at: 'r.recorded_at',
    },
  },
  {
    table: 'lots',
    values: {
      ...inherited,
      id: 'r.lot_id',
      sale_id: 'r.sale_id',
      granted: 'r.quantity',
      remaining: 'r.quantity',
      available_at: 'r.available_at',
      expires_at: 'r.expires_at',
      use_min_cents: 'r.use_min_cents',
      rolling_days: 'r.rolling_days',
    },
  },
];

const COLUMNS: Columns<ReturnType<typeof rowOf>> = {
  id: 'uuid',
  kind: 'text',
  input_hash: 'bytea',
  sale_id: 'text',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
  customer_id: 'uuid',
  source: 'text',
  destination: 'text',
  asset: 'text',
  quantity: 'bigint',
  lot_id: 'uuid',
  available_at: 'timestamptz',
  expires_at: 'timestamptz',
  use_min_cents: 'bigint',
  rolling_days: 'integer',
};

/** The shared values travel once, which a tenth of a sale's whole cost hangs on. */
export async function insertPlainAwards(work: Work, entries: readonly Written[]): Promise<void> {
  const rows = entries.flatMap((entry) =>
    entry.movement.postings.flatMap((posting) =>
      entry.movement.lots.map((lot) => rowOf(entry, posting, lot)),
    ),
  );
  await insertIntoAll(work, TARGETS, COLUMNS, rows);
}

function rowOf(entry: Written, posting: Posting, lot: NewLot) {
  return {
    id: entry.id,
    kind: entry.kind,
    input_hash: entry.inputHash,
    sale_id: entry.saleId,
    occurred_at: entry.occurredAt,
    recorded_at: entry.recordedAt,
    customer_id: entry.customerId,
    source: posting.source,
    destination: posting.destination,
    asset: posting.asset,
    quantity: posting.quantity,
    lot_id: lot.id,
    available_at: lot.availableAt,
    expires_at: lot.expiresAt,
    use_min_cents: lot.useMinCents,
    rolling_days: lot.rollingDays,
  };
}
