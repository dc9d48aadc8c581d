import fc from 'fast-check';
import { changedAt } from '../../../src/loyalty/core/sales/came-back';
import { firstState, mergeSale } from '../../../src/loyalty/core/sales/sale-state';
import type { CameBack, Sale } from '../../../src/loyalty/core/sales/sale';
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

/** What a report says, in full, of what came back. */
const saying = (
  at: number,
  { cents = null, cancelled = null, chargedBack = null }: Partial<Record<string, number | boolean | null>>,
): CameBack => ({
  cents: cents === null ? null : { is: Number(cents), at },
  cancelled: cancelled === null ? null : { is: cancelled === true, at },
  chargedBack: chargedBack === null ? null : { is: chargedBack === true, at },
});

/**
 * The life of one sale: it is approved, then refunded, cancelled, charged back or each of them taken back, in steps; each state is
 * told by webhook, by pull, and by reports that speak of a part of it or of nothing.
 */
const step = fc.record({
  cents: fc.integer({ min: 0, max: 12_000 }),
  cancelled: fc.boolean(),
  chargedBack: fc.boolean(),
  gap: fc.integer({ min: 0, max: 2 }),
});
const life = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => {
  const base = saleOf({ externalId: 'one', totalCents: 10_000 });
  let at = base.occurredAt;
  return steps.flatMap(({ gap, ...back }) => {
    at += gap * 1000;
    const report = (said: object, change: Partial<Sale> = {}): Sale =>
      firstState({ ...base, updatedAt: at, cameBack: saying(at, said), ...change }, NOW);
    const pull = { buyer: { ...base.buyer, phone: null }, terminal: null };
    const { cents, cancelled, chargedBack } = back;
    return [report(back), report({ cents, cancelled }, pull), report({ chargedBack }), report({})];
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

describe('what came back', () => {
  const paid = saleOf({ externalId: 'one', updatedAt: 2_000 });
  const { totalCents } = paid;
  const saidAt = (at: number, said: Parameters<typeof saying>[1]): Sale => ({
    ...paid,
    updatedAt: at,
    cameBack: saying(at, said),
  });
  /** As a pull tells it, which has no time. */
  const cancelled: Sale = {
    ...paid,
    updatedAt: null,
    cameBack: { cents: null, cancelled: { is: true, at: null }, chargedBack: null },
  };
  const refundedAfter = (...reports: Sale[]): number => told(reports).refundedCents;

  it('by a pull, which has no time, is not undone by what was said before it', () => {
    const late = { ...paid, updatedAt: 3_000 };
    expect(refundedAfter(paid, cancelled, late)).toBe(totalCents);
    expect(refundedAfter(paid, late, cancelled)).toBe(totalCents);
    expect(refundedAfter(paid, cancelled, { ...paid, updatedAt: NOW + 1_000 })).toBe(0);
  });

  it('is not undone by a later report that does not speak of it', () => {
    const refunded = saidAt(2_000, { cents: 3_330, cancelled: false });
    const silent = saidAt(9_000, { cancelled: false });
    expect(told([refunded, silent])).toMatchObject({ refundedCents: 3_330, updatedAt: 9_000 });
    expect(told([silent, refunded])).toMatchObject({ refundedCents: 3_330, updatedAt: 9_000 });
    expect(refundedAfter(silent, { ...paid, updatedAt: 9_500 }, refunded)).toBe(0);
    const said = { ...paid, updatedAt: 9_000 };
    expect(refundedAfter(silent, said, refunded)).toBe(0);
    expect(refundedAfter(said, silent, refunded)).toBe(0);
  });

  it('by a charge-back stays, whatever is said of refunds and cancellations', () => {
    const chargedBack = saidAt(3_000, { cents: 0, cancelled: false, chargedBack: true });
    const updated = { ...paid, updatedAt: 4_000 };
    expect(refundedAfter(paid, chargedBack, updated)).toBe(totalCents);
    expect(refundedAfter(paid, updated, chargedBack)).toBe(totalCents);
    expect(refundedAfter(chargedBack, saidAt(4_000, { cents: 0, chargedBack: false }))).toBe(0);
  });

  it('by a cancellation stays where a later report speaks of amounts alone', () => {
    const amount = saidAt(4_000, { cents: 500 });
    expect(refundedAfter(paid, saidAt(3_000, { cancelled: true }), amount)).toBe(totalCents);
    expect(refundedAfter(paid, saidAt(3_000, { cancelled: true }), { ...paid, updatedAt: 4_000 })).toBe(0);
  });

  it('is no more than the sale, also where the sale is said to be less', () => {
    expect(told([cancelled, { ...paid, updatedAt: null, totalCents: 5_000 }])).toMatchObject({
      totalCents: 5_000,
      refundedCents: 5_000,
    });
  });

  it('without a time is of when it was read, to the second, and never of before what is known', () => {
    const when = (sale: Sale): number | null => changedAt(told([sale, cancelled]));
    expect(when(paid)).toBe(NOW);
    expect(when({ ...paid, updatedAt: NOW + 60_000 })).toBe(NOW + 60_000);
    expect(changedAt(firstState(cancelled, NOW + 789))).toBe(NOW);
    expect(changedAt(firstState({ ...paid, updatedAt: null }, NOW))).toBeNull();
    expect(told([paid, { ...paid, updatedAt: null }]).updatedAt).toBe(paid.updatedAt);
  });

  it('by staff is undone by no report', () => {
    const voided = { ...paid, updatedAt: null, voidedAt: NOW };
    const [early, late] = [1_000, NOW + 5_000].map((updatedAt) => ({ ...paid, updatedAt })) as [Sale, Sale];
    expect(refundedAfter(paid, voided, late)).toBe(totalCents);
    expect(refundedAfter(voided, early, late)).toBe(totalCents);
    expect(refundedAfter(paid, late, voided)).toBe(totalCents);
  });

  it('is less where a later report says less', () => {
    expect(refundedAfter({ ...paid, refundedCents: 3_330 }, { ...paid, updatedAt: 9_000 })).toBe(0);
  });
});

describe('a time that is further ahead than any clock', () => {
  const ahead = saleOf({ externalId: 'one', updatedAt: NOW + 30 * 365 * 86_400_000 });

  it.each([
    ['told first', firstState(ahead, NOW)],
    ['known from before', ahead],
  ])('keeps nothing out that comes later (%s)', (_, known) => {
    const cancelled = { ...ahead, updatedAt: NOW, cameBack: saying(NOW, { cancelled: true }) };
    expect(told([known, cancelled])).toMatchObject({ refundedCents: ahead.totalCents, updatedAt: NOW });
  });

  it('is none: a cancellation that has it is of when it was read', () => {
    const { updatedAt } = ahead;
    const cancelled = { ...ahead, cameBack: saying(updatedAt ?? 0, { cancelled: true }) };
    expect(changedAt(firstState(cancelled, NOW))).toBe(NOW);
  });
});

describe('what a person chose', () => {
  const sale = saleOf({ externalId: 'one', updatedAt: 2_000 });
  const other = { ...sale, totalCents: 4_000 };

  it('holds over what was told since, until SmartPOS changes it', () => {
    const later = { ...sale, updatedAt: 5_000 };
    const merge = mergeSale(later, other, NOW, true);
    if (merge.kind !== 'changed') throw new Error(merge.kind);
    expect(merge.sale).toMatchObject({ totalCents: 4_000, updatedAt: 5_001 });
    expect(told([merge.sale, later, sale]).totalCents).toBe(4_000);
    expect(told([merge.sale, { ...sale, updatedAt: 6_000 }]).totalCents).toBe(sale.totalCents);
  });

  it('says of what came back what was said when it was told', () => {
    const known = { ...sale, refundedCents: 500, updatedAt: 5_000 };
    expect(mergeSale(known, { ...other, refundedCents: 900 }, NOW, true)).toMatchObject({
      sale: { totalCents: 4_000, refundedCents: 500 },
    });
  });
});
