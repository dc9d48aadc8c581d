import type { Work } from '../../db';
import { periodKeys, twelveMonthsBefore, type PeriodKeys } from '../core/time/calendar';
import { needsOf, type Needs } from '../core/rules/needs';
import { NO_COUNTERS, NO_PAST, type BudgetsGone, type Counters, type Past } from '../core/rules/past';
import type { Instant, Sale } from '../core/sales/sale';
import { boughtCents, tierOf } from '../core/rules/tier';
import type { Count, Verdict } from '../core/rules/verdict';
import type { Zone } from '../core/time/zone';
import { CounterBook, EVERYBODY, type CounterKey } from './counters';
import { customerFacts, type CustomerFacts } from '../customers/customer-facts';
import type { Program } from '../program/program';
import type { Judges } from './judges';
import { purchasesBefore, type Purchases } from './purchases';

/** A sale that may need its customer's past. */
export interface Asking {
  sale: Sale;
  /** As it was known before the set. */
  before: Sale | null;
  customerId: string;
}

const NO_PURCHASES: Purchases = { count: 0, lastAt: null, boughtCents: 0 };

/**
 * The pasts of the sales of a set: what they need is read once for all of them, and moved along in memory as the set is
 * judged in its order, so that each sale meets what came before it, in the set or long ago.
 */
export class Pasts {
  /** The set's own purchases by customer: the database does not know them yet, or not as they are now. */
  private readonly inSet = new Map<string, Map<string, Sale>>();

  /** `purchases` by the sale that asks, without the set's own. */
  constructor(
    private readonly zone: Zone,
    private readonly facts: ReadonlyMap<string, CustomerFacts>,
    private readonly purchases: ReadonlyMap<string, Purchases>,
    private readonly counters: CounterBook,
  ) {}

  /** `unjudged` are the sales of the set that will be judged for the first time, each with its version; `again` the versions of the others. */
  static async load(
    work: Work,
    zone: Zone,
    touched: readonly Asking[],
    {
      unjudged,
      again,
    }: { unjudged: readonly { asking: Asking; version: Program }[]; again: readonly Program[] },
  ): Promise<Pasts> {
    const asking = unjudged.map(({ asking: one, version }) => ({ version, needs: needsOf(version), ...one }));
    const knowing = customerFacts(
      work,
      asking.filter(({ needs }) => needs.birthday || needs.labels).map(({ customerId }) => customerId),
    );
    const looking = asking.filter(({ needs }) => needs.purchases || needs.lastPurchase || needs.tier);
    const buying = purchasesBefore(
      work,
      looking.map(({ sale, customerId }) => ({
        saleId: sale.externalId,
        customerId,
        from: twelveMonthsBefore(zone, sale.occurredAt),
        to: sale.occurredAt,
      })),
      touched.flatMap(({ sale, before }) => (before === null ? [] : [sale.externalId])),
    );
    const counting = CounterBook.load(work, [
      ...again.flatMap((version) => needsOf(version).budgets.map((rule) => budgetOf(version, rule))),
      ...asking.flatMap(({ sale, customerId, version, needs }) =>
        countersAsked(needs, periodKeys(zone, sale.occurredAt)).map(([rule, period]) => ({
          customerId: period === 'budget' ? EVERYBODY : customerId,
          ruleId: version.ruleIds[rule]!,
          period,
        })),
      ),
    ]);
    const [facts, purchases, counters] = await Promise.all([knowing, buying, counting]);
    const pasts = new Pasts(zone, facts, purchases, counters);
    for (const { before, customerId } of touched) if (before !== null) pasts.note(customerId, before);
    return pasts;
  }

  /** What the version needs of the past of a sale's customer; null where it needs nothing. */
  of(version: Program, { sale, customerId }: Asking): Past | null {
    const needs = needsOf(version);
    if (!needsAny(needs)) return null;
    const facts = this.facts.get(customerId);
    const before = this.purchasesOf(sale, customerId);
    return {
      purchases: needs.purchases ? before.count : NO_PAST.purchases,
      lastPurchaseAt: needs.lastPurchase ? before.lastAt : NO_PAST.lastPurchaseAt,
      tier: needs.tier ? tierOf(version.settings, before.boughtCents) : NO_PAST.tier,
      birthday: needs.birthday ? (facts?.birthday ?? null) : NO_PAST.birthday,
      labels: needs.labels ? (facts?.labels ?? []) : NO_PAST.labels,
      counters: this.countersOf(version, needs, customerId, sale.occurredAt),
    };
  }

  /**
   * What is gone of a version's budgets for a sale that is judged again, where that is more than its past says: what others
   * have, less what the budget was raised by since. What the sale had by its former verdict is not gone.
   */
  goneOf(version: Program, past: Past | null, { counts }: Verdict, judges: Judges): BudgetsGone | undefined {
    const gone: Record<number, number> = {};
    for (const rule of needsOf(version).budgets) {
      const had = counts.find((count) => count.rule === rule)?.given ?? 0;
      const others = this.counters.of(budgetOf(version, rule)) - had - judges.raisedSince(version, rule);
      const most = version.rules[rule]?.limits?.budget_cents ?? 0;
      const now = Math.min(others, most - had);
      if (now > (past?.counters[rule] ?? NO_COUNTERS).budget) gone[rule] = now;
    }
    return Object.keys(gone).length === 0 ? undefined : gone;
  }

  /** A sale as it now stands, for those that come after it. */
  note(customerId: string, sale: Sale): void {
    let sales = this.inSet.get(customerId);
    if (sales === undefined) this.inSet.set(customerId, (sales = new Map()));
    sales.set(sale.externalId, sale);
  }

  /** Counts what a verdict gives, less what its sale's former state gave. */
  count(
    version: Program,
    { sale, customerId }: Asking,
    counts: readonly Count[],
    before: readonly Count[],
  ): void {
    const needs = needsOf(version);
    const keys = periodKeys(this.zone, sale.occurredAt);
    for (const [sign, some] of [
      [1, counts],
      [-1, before],
    ] as const)
      for (const { rule, stamps, given } of some)
        for (const [counted, period] of countersAsked(needs, keys))
          if (counted === rule)
            this.counters.add(
              {
                customerId: period === 'budget' ? EVERYBODY : customerId,
                ruleId: version.ruleIds[rule]!,
                period,
              },
              sign * (period === 'stamps' ? stamps : given),
            );
  }

  write(work: Work): Promise<void> {
    return this.counters.write(work);
  }

  private purchasesOf(sale: Sale, customerId: string): Purchases {
    const { count, lastAt, boughtCents: bought } = this.purchases.get(sale.externalId) ?? NO_PURCHASES;
    const sum = { count, lastAt, boughtCents: bought };
    const from = twelveMonthsBefore(this.zone, sale.occurredAt);
    for (const other of this.inSet.get(customerId)?.values() ?? []) {
      const cents = boughtCents(other);
      if (other.externalId === sale.externalId || cents === 0) continue;
      sum.count += 1;
      sum.lastAt = Math.max(sum.lastAt ?? other.occurredAt, other.occurredAt);
      if (other.occurredAt >= from && other.occurredAt < sale.occurredAt) sum.boughtCents += cents;
    }
    return sum;
  }

  private countersOf(version: Program, needs: Needs, customerId: string, at: Instant): Past['counters'] {
    const keys = periodKeys(this.zone, at);
    const counters: Record<number, Counters> = {};
    for (const [rule, period] of countersAsked(needs, keys)) {
      const ruleId = version.ruleIds[rule]!;
      const own = (counters[rule] ??= { stamps: 0, day: 0, week: 0, month: 0, budget: 0 });
      own[nameOf(period, keys)] = this.counters.of({
        customerId: period === 'budget' ? EVERYBODY : customerId,
        ruleId,
        period,
      });
    }
    return counters;
  }
}

const budgetOf = (version: Program, rule: number): CounterKey => ({
  customerId: EVERYBODY,
  ruleId: version.ruleIds[rule]!,
  period: 'budget',
});

/** Which counters of which rules, by index, a version's rules look at for a sale of those periods. */
function countersAsked(needs: Needs, keys: PeriodKeys): [rule: number, period: string][] {
  return [
    ...needs.stamps.map((rule): [number, string] => [rule, 'stamps']),
    ...needs.periods.day.map((rule): [number, string] => [rule, keys.day]),
    ...needs.periods.week.map((rule): [number, string] => [rule, keys.week]),
    ...needs.periods.month.map((rule): [number, string] => [rule, keys.month]),
    ...needs.budgets.map((rule): [number, string] => [rule, 'budget']),
  ];
}

function nameOf(period: string, keys: PeriodKeys): keyof Counters {
  if (period === 'stamps' || period === 'budget') return period;
  if (period === keys.day) return 'day';
  return period === keys.week ? 'week' : 'month';
}

function needsAny({
  purchases,
  lastPurchase,
  tier,
  birthday,
  labels,
  stamps,
  periods,
  budgets,
}: Needs): boolean {
  const counted =
    stamps.length + budgets.length + periods.day.length + periods.week.length + periods.month.length;
  return purchases || lastPurchase || tier || birthday || labels || counted > 0;
}
