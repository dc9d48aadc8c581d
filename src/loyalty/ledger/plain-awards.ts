import type { Work } from '../../db';
import { insertIntoAll, type Columns, type Target } from '../../db/rows';
import type { NewLot } from '../core/ledger/settlement';
import type { Entry, Written } from './ledger';

/** What nearly every sale makes: of each asset one posting to the customer, and the lots that it opens. */
export function isPlainAward({ kind, voucherId, movement: { postings, lots, uses } }: Entry): boolean {
  return (
    kind === 'award' &&
    voucherId === null &&
    uses.length === 0 &&
    lots.length > 0 &&
    postings.every(({ source, destination }) => source === 'program' && destination === 'customer')
  );
}

const inherited = { customer_id: 'r.customer_id', transaction_id: 'r.id', asset: 'r.asset' };

const TARGETS: readonly Target[] = [
  {
    table: 'transactions',
    only: 'r.is_first',
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
    only: 'r.posted IS NOT NULL',
    values: {
      ...inherited,
      source: "'program'",
      destination: "'customer'",
      quantity: 'r.posted',
      recorded_at: 'r.recorded_at',
    },
  },
  {
    table: 'lots',
    values: {
      ...inherited,
      id: 'r.lot_id',
      sale_id: 'r.sale_id',
      granted: 'r.granted',
      remaining: 'r.granted',
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
  asset: 'text',
  is_first: 'boolean',
  posted: 'bigint',
  lot_id: 'uuid',
  granted: 'bigint',
  available_at: 'timestamptz',
  expires_at: 'timestamptz',
  use_min_cents: 'bigint',
  rolling_days: 'integer',
};

/** A row a lot. What they share travels once, which a tenth of a sale's whole cost hangs on. */
export async function insertPlainAwards(work: Work, entries: readonly Written[]): Promise<void> {
  const rows = entries.flatMap((entry) => entry.movement.lots.map((lot, i) => rowOf(entry, lot, i)));
  await insertIntoAll(work, TARGETS, COLUMNS, rows);
}

function rowOf(entry: Written, lot: NewLot, i: number) {
  const { postings, lots } = entry.movement;
  const isFirstOfAsset = lots.findIndex(({ asset }) => asset === lot.asset) === i;
  const posting = isFirstOfAsset ? postings.find(({ asset }) => asset === lot.asset) : undefined;
  return {
    id: entry.id,
    kind: entry.kind,
    input_hash: entry.inputHash,
    sale_id: entry.saleId,
    occurred_at: entry.occurredAt,
    recorded_at: entry.recordedAt,
    customer_id: entry.customerId,
    asset: lot.asset,
    is_first: i === 0,
    posted: posting?.quantity ?? null,
    lot_id: lot.id,
    granted: lot.granted,
    available_at: lot.availableAt,
    expires_at: lot.expiresAt,
    use_min_cents: lot.useMinCents,
    rolling_days: lot.rollingDays,
  };
}
