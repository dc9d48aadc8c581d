import type { Work } from '../../db';
import { periodKeys, twelveMonthsBefore, type PeriodKeys } from '../core/time/calendar';
import { mostOf } from '../core/rules/evaluate/limits';
import { needsOf, type Needs } from '../core/rules/needs';
import {
  NO_COUNTERS,
  NO_PAST,
  PERIODS,
  type Counters,
  type Gone,
  type Past,
  type Period,
} from '../core/rules/past';
import type { Instant, Sale } from '../core/sales/sale';
import { boughtCents, tierOf } from '../core/rules/tier';
import type { Count, Verdict } from '../core/rules/verdict';
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
    private readonly zoneAt: Judges['zoneAt'],
    private readonly facts: ReadonlyMap<string, CustomerFacts>,
    private readonly purchases: ReadonlyMap<string, Purchases>,
    private readonly counters: CounterBook,
  ) {}

  /** Of the set, `unjudged` are judged for the first time and `again` were judged before, each with its version. */
  static async load(
    work: Work,
    zoneAt: Judges['zoneAt'],
    touched: readonly Asking[],
    { unjudged, again }: Record<'unjudged' | 'again', readonly { asking: Asking; version: Program }[]>,
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
        from: twelveMonthsBefore(zoneAt(sale.occurredAt), sale.occurredAt),
        to: sale.occurredAt,
      })),
      touched.flatMap(({ sale, before }) => (before === null ? [] : [sale.externalId])),
    );
    const counting = CounterBook.load(
      work,
      [...again, ...unjudged].flatMap(({ asking: { sale, customerId }, version }) =>
        countersAsked(needsOf(version), periodKeys(zoneAt(sale.occurredAt), sale.occurredAt)).map((asked) =>
          counterKey(version, customerId, asked),
        ),
      ),
    );
    const [facts, purchases, counters] = await Promise.all([knowing, buying, counting]);
    const pasts = new Pasts(zoneAt, facts, purchases, counters);
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
   * What is gone of a version's limits for a sale that is judged again, where that is more than its past says: what others
   * have, less what the limit was raised by since. What the sale had by its former verdict is not gone.
   */
  goneOf(
    version: Program,
    { sale, customerId, verdict: met }: Asking & { verdict: { past: Past | null } | null },
    { counts }: Verdict,
    judges: Judges,
  ): Gone {
    const keys = this.periodsAt(sale.occurredAt);
    const budgets: Record<number, number> = {};
    const periods: Record<number, Partial<Record<Period, number>>> = {};
    for (const asked of limitsAsked(needsOf(version), keys)) {
      const [rule, period] = asked;
      const of = nameOf(period, keys) as Period | 'budget';
      const had = counts.find((count) => count.rule === rule)?.given ?? 0;
      const others = this.counters.of(counterKey(version, customerId, asked)) - had;
      const most = mostOf(version.rules[rule]?.limits, of) ?? 0;
      const gone = Math.min(others - judges.raisedSince(version, rule, of), most - had);
      if (gone <= (met?.past?.counters[rule] ?? NO_COUNTERS)[of]) continue;
      if (of === 'budget') budgets[rule] = gone;
      else (periods[rule] ??= {})[of] = gone;
    }
    return { budgetsGone: unlessEmpty(budgets), periodsGone: unlessEmpty(periods) };
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
    const keys = this.periodsAt(sale.occurredAt);
    for (const [sign, some] of [
      [1, counts],
      [-1, before],
    ] as const)
      for (const { rule, given, ...count } of some)
        for (const [counted, period] of countersAsked(needs, keys)) {
          if (counted !== rule) continue;
          const key = counterKey(version, customerId, [rule, period]);
          this.counters.add(key, sign * (isOfPurchases(period) ? (count[period] ?? 0) : given));
        }
  }

  write(work: Work): Promise<void> {
    return this.counters.write(work);
  }

  private readonly periodsAt = (at: Instant): PeriodKeys => periodKeys(this.zoneAt(at), at);

  private purchasesOf(sale: Sale, customerId: string): Purchases {
    const { count, lastAt, boughtCents: bought } = this.purchases.get(sale.externalId) ?? NO_PURCHASES;
    const sum = { count, lastAt, boughtCents: bought };
    const from = twelveMonthsBefore(this.zoneAt(sale.occurredAt), sale.occurredAt);
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
    const keys = this.periodsAt(at);
    const counters: Record<number, Counters> = {};
    for (const [rule, period] of countersAsked(needs, keys)) {
      const own = (counters[rule] ??= { stamps: 0, day: 0, week: 0, month: 0, budget: 0 });
      const quantity = this.counters.of(counterKey(version, customerId, [rule, period]));
      // A past is kept with its sale: what nearly none has is left out.
      if (quantity > 0 || period === 'stamps' || !isOfPurchases(period)) own[nameOf(period, keys)] = quantity;
    }
    return counters;
  }
}

/** A counter of a rule, by its index in the version. */
type Asked = [rule: number, period: string];

const counterKey = (version: Program, customerId: string, [rule, period]: Asked): CounterKey => ({
  customerId: period === 'budget' ? EVERYBODY : customerId,
  ruleId: version.ruleIds[rule]!,
  period,
});

/** Which counters a version's rules look at for a sale of those periods. */
const countersAsked = (needs: Needs, keys: PeriodKeys): Asked[] => [
  ...needs.stamps.flatMap((rule): Asked[] => [
    [rule, 'stamps'],
    [rule, 'spent'],
  ]),
  ...needs.nths.map((rule): Asked => [rule, 'fired']),
  ...limitsAsked(needs, keys),
];

/** Which of them are of limits. */
const limitsAsked = ({ periods, budgets }: Needs, keys: PeriodKeys): Asked[] => [
  ...PERIODS.flatMap((period) => periods[period].map((rule): Asked => [rule, keys[period]])),
  ...budgets.map((rule): Asked => [rule, 'budget']),
];

type OfPurchases = 'stamps' | 'spent' | 'fired';

/** Counted in purchases and not in what was given. */
const isOfPurchases = (period: string): period is OfPurchases =>
  period === 'stamps' || period === 'spent' || period === 'fired';

const unlessEmpty = <Kept extends object>(kept: Kept): Kept | undefined =>
  Object.keys(kept).length === 0 ? undefined : kept;

function nameOf(period: string, keys: PeriodKeys): keyof Counters {
  if (isOfPurchases(period) || period === 'budget') return period;
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
  nths,
  periods,
  budgets,
}: Needs): boolean {
  const counted =
    stamps.length +
    nths.length +
    budgets.length +
    periods.day.length +
    periods.week.length +
    periods.month.length;
  return purchases || lastPurchase || tier || birthday || labels || counted > 0;
}
