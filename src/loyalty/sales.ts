import type { Work } from '../db';
import { mergeSale } from './core/sale-state';
import type { Sale } from './core/sale';
import { findOrCreateCustomers, identityKey, identityOf, type Identity } from './customers';
import { decide, type Touched } from './judging';
import { writeEntries } from './ledger';
import { enqueueNotices } from './outbox';
import { loadSales, writeSales, type KnownSale } from './sale-rows';
import { loadShop } from './shops';
import { noteTerminals } from './terminals';

/** What became of a report: `conflict` is for a person, all else is settled. */
export type ReportOutcome = 'applied' | 'same' | 'conflict';

/**
 * Takes in reports of sales, in the order of their arrival: merges what is said of one sale, judges each once under
 * the version in force when it was made, settles its award, and writes it all with its notices. All reads are made
 * for the whole set, then everything is decided in memory, then written, a statement a table.
 *
 * One set of a shop at a time (the lock ends with the transaction): what depends on other sales sees them in order.
 */
export async function applySales(work: Work, reports: readonly Sale[]): Promise<ReportOutcome[]> {
  await work.trx.raw('SELECT pg_advisory_xact_lock(?, 0)', [work.merchantId]);
  const sales = await loadSales(work, [...new Set(reports.map((report) => report.externalId))]);
  const { outcomes, touched } = fold(sales, reports);
  if (touched.length === 0) return outcomes;

  const shop = await loadShop(work);
  await identify(work, touched);
  const decided = await decide(work, shop, touched);
  await writeSales(work, touched);
  await writeEntries(work, decided.entries);
  await noteTerminals(
    work,
    touched.map((known) => known.sale),
  );
  await enqueueNotices(work, decided.notices);
  return outcomes;
}

function fold(
  known: ReadonlyMap<string, KnownSale>,
  reports: readonly Sale[],
): { outcomes: ReportOutcome[]; touched: Touched[] } {
  const touched = new Map<string, Touched>();
  const outcomes = reports.map((report): ReportOutcome => {
    const id = report.externalId;
    const before = touched.get(id) ?? asTouched(known.get(id));
    if (before === undefined) {
      const stand = { cashback: 0, points: 0 };
      touched.set(id, {
        sale: report,
        customerId: null,
        revision: 1,
        stand,
        verdict: null,
        isNew: true,
      });
      return 'applied';
    }
    const merge = mergeSale(before.sale, report);
    if (merge.kind === 'conflict') return 'conflict';
    if (merge.kind === 'same') return 'same';
    touched.set(id, { ...before, sale: merge.sale });
    return 'applied';
  });
  const changed = [...touched.values()];
  for (const sale of changed) if (!sale.isNew) sale.revision += 1;
  return { outcomes, touched: changed };
}

function asTouched(known: KnownSale | undefined): Touched | undefined {
  return known === undefined ? undefined : { ...known, isNew: false };
}

/** Finds or makes the customer of each sale that has a buyer and no customer yet. */
async function identify(work: Work, touched: readonly Touched[]): Promise<void> {
  const wanted = new Map<string, { identity: Identity; name: string | null }>();
  for (const { sale, customerId } of touched) {
    const identity = customerId === null ? identityOf(sale.buyer) : null;
    if (identity !== null) wanted.set(identityKey(identity), { identity, name: sale.buyer.name });
  }
  if (wanted.size === 0) return;
  const customers = await findOrCreateCustomers(work, wanted);
  for (const known of touched) {
    const identity = known.customerId === null ? identityOf(known.sale.buyer) : null;
    if (identity !== null) known.customerId = customers.get(identityKey(identity)) ?? null;
  }
}
