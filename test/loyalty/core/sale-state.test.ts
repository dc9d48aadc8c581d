import fc from 'fast-check';
import { mergeSale } from '../../../src/loyalty/core/sales/sale-state';
import type { Sale } from '../../../src/loyalty/core/sales/sale';
import { saleOf } from '../../support/shop';

/** Told one after the other; conflicts change nothing. */
function told(reports: readonly Sale[]): Sale {
  const [first, ...others] = reports;
  if (first === undefined) throw new Error('nothing was told');
  return others.reduce((known, report) => {
    const merge = mergeSale(known, report);
    return merge.kind === 'changed' ? merge.sale : known;
  }, first);
}

/** The life of one sale: it is approved, then refunded in steps; each state is told by webhook and by pull. */
const life = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 3 }),
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([refunds, gaps]) => {
    const base = saleOf({ externalId: 'one', totalCents: 10_000 });
    let at = base.occurredAt;
    let refunded = 0;
    return [0, ...refunds].flatMap((cents, i) => {
      refunded += cents;
      at += (gaps[i] ?? 0) * 1000;
      const webhook: Sale = { ...base, updatedAt: at, refundedCents: refunded };
      const pull: Sale = { ...webhook, buyer: { ...base.buyer, phone: null }, terminal: null };
      return [webhook, pull];
    });
  });

it('any order and repetition of the reports of one sale ends the same', () => {
  fc.assert(
    fc.property(
      life.chain((reports) =>
        fc.tuple(
          fc.constant(reports),
          fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 }),
        ),
      ),
      ([inOrder, shuffled]) => {
        expect(told(shuffled)).toEqual(told(inOrder));
      },
    ),
    { numRuns: 500 },
  );
});

it('an older report fills in what was not known, and changes nothing else', () => {
  const newer = saleOf({ externalId: 'one', updatedAt: 2000, refundedCents: 500, phone: null });
  const older = saleOf({ externalId: 'one', updatedAt: 1000 });
  expect(told([newer, older])).toEqual({ ...newer, buyer: older.buyer });
});

it('a later report can take a refund back; one without a time cannot', () => {
  const refunded = saleOf({ externalId: 'one', updatedAt: 2000, refundedCents: 500 });
  expect(told([refunded, { ...refunded, updatedAt: 3000, refundedCents: 0 }]).refundedCents).toBe(0);
  expect(told([refunded, { ...refunded, updatedAt: null, refundedCents: 0 }]).refundedCents).toBe(500);
});

it('two reports of one moment that disagree about what was paid are a conflict', () => {
  const sale = saleOf({ externalId: 'one' });
  expect(mergeSale(sale, { ...sale, totalCents: 1 })).toEqual({ kind: 'conflict' });
});
