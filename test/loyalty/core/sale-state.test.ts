import fc from 'fast-check';
import { firstState, mergeSale } from '../../../src/loyalty/core/sales/sale-state';
import type { Sale } from '../../../src/loyalty/core/sales/sale';
import { saleOf } from '../../support/shop';

const NOW = 1_800_000_000_000;

/** Told one after the other; conflicts change nothing. */
function told(reports: readonly Sale[]): Sale {
  const [first, ...others] = reports;
  if (first === undefined) throw new Error('nothing was told');
  return others.reduce((known, report) => {
    const merge = mergeSale(known, report, NOW);
    return merge.kind === 'changed' ? merge.sale : known;
  }, first);
}

/** The life of one sale: it is approved, then refunded in steps; each state is told by webhook and by pull, and by one that is silent of it. */
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
      const silent: Sale = { ...webhook, updatedAt: at + 500, refundedCents: 0, refundIsFloor: true };
      return [webhook, pull, silent];
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
  expect(mergeSale(sale, { ...sale, totalCents: 1 }, NOW)).toEqual({ kind: 'conflict' });
});

describe('a refund that was said once', () => {
  const paid = saleOf({ externalId: 'one', updatedAt: 2_000 });
  const cancelled = { ...paid, updatedAt: null, refundedCents: paid.totalCents };

  it('by a pull, which has no time, is not undone by what was said before it', () => {
    const late = { ...paid, updatedAt: 3_000 };
    expect(told([paid, cancelled, late]).refundedCents).toBe(paid.totalCents);
    expect(told([paid, late, cancelled]).refundedCents).toBe(paid.totalCents);
  });

  it('is not undone by a later report that does not speak of it', () => {
    const refunded = { ...paid, refundedCents: 3_330 };
    const silent = { ...paid, updatedAt: 9_000, refundIsFloor: true };
    expect(told([refunded, silent])).toMatchObject({ refundedCents: 3_330, updatedAt: 9_000 });
    expect(told([silent, { ...refunded, updatedAt: 9_500 }]).refundedCents).toBe(3_330);
    expect(told([silent, refunded])).toMatchObject({ refundedCents: 3_330, updatedAt: 9_000 });
    expect(told([silent, { ...paid, updatedAt: 9_500 }, refunded]).refundedCents).toBe(0);
    const said = { ...paid, updatedAt: 9_000 };
    expect(told([silent, said, refunded]).refundedCents).toBe(0);
    expect(told([said, silent, refunded]).refundedCents).toBe(0);
  });

  it('is no more than the sale, also where the sale is said to be less', () => {
    expect(told([cancelled, { ...paid, updatedAt: null, totalCents: 5_000 }])).toMatchObject({
      totalCents: 5_000,
      refundedCents: 5_000,
    });
  });

  it('without a time is of when it was read, to the second, and never of before what is known', () => {
    const when = (sale: Sale): number | null => told([sale, cancelled]).updatedAt;
    expect(when(paid)).toBe(NOW);
    expect(when({ ...paid, updatedAt: NOW + 60_000 })).toBe(NOW + 60_000);
    expect(firstState(cancelled, NOW + 789).updatedAt).toBe(NOW);
    expect(firstState({ ...cancelled, refundedCents: 0 }, NOW).updatedAt).toBeNull();
    expect(told([paid, { ...paid, updatedAt: null }]).updatedAt).toBe(paid.updatedAt);
  });

  it('by what is older is not taken, though a person chose it', () => {
    const chosen = { ...paid, updatedAt: 1_000, refundedCents: 500, refundIsFloor: true };
    expect(told([paid, chosen]).refundedCents).toBe(0);
  });

  it('but by a later one that says less', () => {
    const refunded = { ...paid, refundedCents: 3_330 };
    expect(told([refunded, { ...paid, updatedAt: 9_000 }]).refundedCents).toBe(0);
  });
});
