import type { Instant, Sale } from '../core/sales/sale';
import { firstState, mergeSale } from '../core/sales/sale-state';
import type { Doubt } from './doubts';
import type { Touched } from './deciding';
import { NO_BUYER } from './sale-details';
import type { KnownSale } from './sale-rows';

/** What became of a report: `conflict` and what is in doubt are for a person, all else is settled. `erased`: its buyer was
 * erased, and has to be forgotten by whoever keeps the report. */
export type ReportOutcome = 'applied' | 'same' | 'conflict' | 'erased' | Doubt;

/** What is known of each sale after these reports of it, in the order of their arrival. */
export function fold(
  known: ReadonlyMap<string, KnownSale>,
  reports: readonly Sale[],
  { waits, held, now }: { waits: (report: Sale) => boolean; held: ReadonlySet<number>; now: Instant },
): { outcomes: ReportOutcome[]; touched: Touched[] } {
  const touched = new Map<string, Touched>();
  const outcomes = reports.map((report, place): ReportOutcome => {
    if (waits(report)) return 'recorded-by-hand';
    const id = report.externalId;
    const before = touched.get(id) ?? asTouched(known.get(id));
    if (before === undefined) {
      const stand = { cashback: 0, points: 0 };
      touched.set(id, {
        sale: firstState(report, now),
        customerId: null,
        revision: 1,
        stand,
        verdict: null,
        before: null,
      });
      return 'applied';
    }
    // What a voucher paid is this program's own knowledge: no report tells it.
    const buyer = before.erased === true ? NO_BUYER : report.buyer;
    const told = { ...report, buyer, voucherCents: before.sale.voucherCents };
    const merge = mergeSale(before.sale, told, now, held.has(place));
    if (merge.kind === 'changed') touched.set(id, { ...before, sale: merge.sale });
    if (before.erased === true) return 'erased';
    return merge.kind === 'changed' ? 'applied' : merge.kind;
  });
  const changed = [...touched.values()];
  for (const sale of changed) if (sale.before !== null) sale.revision += 1;
  return { outcomes, touched: changed };
}

function asTouched(known: KnownSale | undefined): Touched | undefined {
  return known === undefined ? undefined : { ...known, before: known.sale };
}
