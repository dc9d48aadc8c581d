import { ASSETS, type Asset } from '../../src/loyalty/core/money';
import { NO_COUNTERS, type Counters, type Past } from '../../src/loyalty/core/rules/past';
import type { Limits, Rule } from '../../src/loyalty/core/rules/rule';
import type { Sale } from '../../src/loyalty/core/sales/sale';
import type { CustomerFacts } from '../../src/loyalty/customers/customer-facts';
import type { Program } from '../../src/loyalty/program/program';
import {
  endOfDay,
  expectedOf,
  momentIn,
  usableFrom,
  voucherOf,
  worthOf,
  type Expected,
} from './reference-judge';
import { UnitModel } from './unit-model';

/** What limits count by, on the shop's calendar. */
type Period = 'day' | 'week' | 'month';
/** What limits bound: what a customer has in a period, or all of them together. */
export type Limited = Period | 'budget';
const LIMITED = ['day', 'week', 'month', 'budget'] as const;

/** From when to when something can be used; null for ever. */
export interface Usable {
  availableAt: number;
  expiresAt: number | null;
}

/** A sale as all reports that have arrived tell it, and what it was judged by when the first did. */
export interface ModelSale {
  customer: string;
  sale: Sale;
  version: Program | null;
  past: Past;
  /** The shop's program was paused when it was made: it gives nothing. */
  isDry: boolean;
  /** What it deserves as it stands; null where no program was in force. */
  deserves: Expected | null;
  periods: Record<Period, string>;
  /** By the rule's index: of what it gives for this sale, worked out once. */
  usable: Map<number, Usable>;
}

/**
 * The simplest shop there can be: it keeps every sale, and whatever anybody asks it works out from all of them, by the
 * description alone (reference-judge.ts), in books of single units (unit-model.ts).
 */
export class ShopModel {
  readonly sales = new Map<string, ModelSale>();
  private readonly purses = new Map<string, Record<Asset, UnitModel>>();
  private lots = 0;
  private readonly expiries = new Map<string, number>();
  private readonly expiryAfter = (at: number, days: number): number => {
    const key = `${at} ${days}`;
    let expiry = this.expiries.get(key);
    if (expiry === undefined) this.expiries.set(key, (expiry = endOfDay(momentIn(this.zone, at), days)));
    return expiry;
  };

  /** Versions and people are added to from outside, and `isEarning` is asked of a sale's moment. */
  constructor(
    private readonly zone: string,
    private readonly versions: readonly Program[],
    private readonly people: ReadonlyMap<string, CustomerFacts>,
    private readonly isEarning: (customer: string, at: number) => boolean,
  ) {}

  purse(customer: string): Record<Asset, UnitModel> {
    let purse = this.purses.get(customer);
    if (purse === undefined) {
      const next = (): number => this.lots++;
      this.purses.set(customer, (purse = { cashback: new UnitModel(next), points: new UnitModel(next) }));
    }
    return purse;
  }

  /**
   * The sale stands so now: what it gives is what it deserves, and the difference is granted or taken back. Then what rolls is
   * moved on. Whether anything was is told, and of which limits less was left than when it was judged first.
   */
  learn(customer: string, sale: Sale, now: number): ModelSale & { renews: boolean; foundGone: Limited[] } {
    const met = this.sales.get(sale.externalId);
    const known = met ?? this.meet(customer, sale);
    this.sales.set(sale.externalId, known);
    const { version, deserves: before } = known;
    const opened = {
      cashback: this.purse(customer).cashback.lots.length,
      points: this.purse(customer).points.lots.length,
    };
    const foundGone: Limited[] = [];
    const past = met === undefined || known.isDry ? known.past : this.pastAgain(known, foundGone);
    known.sale = sale;
    if (version !== null) {
      known.deserves = expectedOf(version.rules, version.settings, { sale, past, zone: this.zone });
      if (!known.isDry)
        for (const asset of ASSETS) this.settle(known, version, asset, before?.totals[asset] ?? 0);
    }
    return { ...known, renews: this.renew(known, now, opened), foundGone };
  }

  /** All of the one's is the other's from now on. */
  merge(keep: string, absorbed: string): void {
    for (const asset of ASSETS) this.purse(keep)[asset].absorb(this.purse(absorbed)[asset]);
    for (const one of this.sales.values()) if (one.customer === absorbed) one.customer = keep;
  }

  /** A purchase of which something is left, and all since, move on what rolls. */
  private renew({ customer, sale }: ModelSale, now: number, opened: Record<Asset, number>): boolean {
    if (sale.refundedCents === sale.totalCents || this.versions.every(({ rules }) => !rules.some(rolls)))
      return false;
    const purchases = [...this.sales.values()]
      .filter((one) => one.customer === customer && one.sale.refundedCents < one.sale.totalCents)
      .map((one) => one.sale.occurredAt)
      .filter((at) => at >= sale.occurredAt)
      .sort((a, b) => a - b);
    const renewed = ASSETS.map((asset) =>
      this.purse(customer)[asset].renew(purchases, { now, opened: opened[asset] }, this.expiryAfter),
    );
    return renewed.includes(true);
  }

  /**
   * What the sale met, but of a limit what others left by now where that is less: at least what it has. A limit that was
   * raised since has that much more.
   */
  private pastAgain({ customer, version, deserves, periods, past }: ModelSale, foundGone: Limited[]): Past {
    const counters: Record<number, Counters> = { ...past.counters };
    for (const [index, { limits }] of (version?.rules ?? []).entries()) {
      if (limits === undefined) continue;
      const ruleId = version!.ruleIds.at(index)!;
      const has = givenBy(version!.rules, deserves, index);
      const counted = this.counted(ruleId, customer, periods);
      for (const of of LIMITED) {
        const most = limitsIn(limits)[of];
        if (most === undefined) continue;
        const left = Math.max(has, this.mostOf(ruleId, of, most) - (counted[of] - has));
        const met = counters[index] ?? NO_COUNTERS;
        if (most - left <= met[of]) continue;
        counters[index] = { ...met, [of]: most - left };
        foundGone.push(of);
      }
    }
    return { ...past, counters };
  }

  /** The numbers of the rules whose voucher stands for a sale, each with when it can be used. */
  vouchersOf(one: ModelSale): [ruleId: number, usable: Usable][] {
    const { version, deserves, isDry } = one;
    if (version === null || deserves === null || isDry) return [];
    return deserves.vouchers.map((rule) => [version.ruleIds.at(rule)!, this.usable(one, version, rule)]);
  }

  /** What the rules that give something for a sale gave by now of each of their limits. */
  limitsOf({
    customer,
    version,
    deserves,
    periods,
  }: ModelSale): { ruleId: number; of: Limited; gave: number; most: number }[] {
    const rules = version?.rules ?? [];
    return rules.flatMap(({ limits = {} }, index) => {
      if (givenBy(rules, deserves, index) === 0) return [];
      const ruleId = version!.ruleIds.at(index)!;
      const gave = this.counted(ruleId, customer, periods);
      return LIMITED.flatMap((of) => {
        const most = limitsIn(limits)[of];
        return most === undefined
          ? []
          : [{ ruleId, of, gave: gave[of], most: this.mostOf(ruleId, of, most) }];
      });
    });
  }

  /** That much, or more since. */
  private mostOf(ruleId: number, of: Limited, most: number): number {
    const now = this.versions.at(-1)!.listed.find(({ id }) => id === ruleId)?.rule;
    return Math.max(most, limitsIn(now?.limits)[of] ?? 0);
  }

  private meet(customer: string, sale: Sale): ModelSale {
    const at = momentIn(this.zone, sale.occurredAt);
    const periods = {
      day: `${at.year}-${at.ordinal}`,
      week: `${at.weekYear}-W${at.weekNumber}`,
      month: `${at.year}-${at.month}`,
    };
    const version = this.versions.findLast(({ validFrom }) => validFrom <= sale.occurredAt) ?? null;
    const before = [...this.sales.values()]
      .filter((one) => one.customer === customer)
      .map((one) => ({ at: one.sale.occurredAt, cents: one.sale.totalCents - one.sale.refundedCents }))
      .filter(({ cents }) => cents > 0);
    // Of all that is asked of a past, this takes longest.
    const asksTier = version?.rules.some(({ conditions }) => conditions?.tier !== undefined) === true;
    const year = asksTier ? at.startOf('day').minus({ years: 1 }).toMillis() : 0;
    const bought = before
      .filter((one) => one.at >= year && one.at < sale.occurredAt)
      .reduce((sum, { cents }) => sum + cents, 0);
    const counters = (version?.rules ?? []).flatMap(
      ({ benefit, conditions, limits }, i): [number, Counters][] =>
        limits === undefined && benefit.kind !== 'stamp-card' && conditions?.nth_purchase === undefined
          ? []
          : [[i, this.counted(version?.ruleIds.at(i) ?? 0, customer, periods)]],
    );
    return {
      customer,
      sale,
      version,
      isDry: !this.isEarning(customer, sale.occurredAt),
      deserves: null,
      periods,
      usable: new Map(),
      past: {
        purchases: before.length,
        lastPurchaseAt: before.length === 0 ? null : Math.max(...before.map((one) => one.at)),
        tier: version?.settings.tiers.findLast(({ min_cents }) => bought >= min_cents)?.name ?? null,
        ...this.people.get(customer)!,
        counters: Object.fromEntries(counters),
      },
    };
  }

  /** What the rule of that number counted so far, of all sales as they stand, under whatever form it had. */
  private counted(ruleId: number, customer: string, periods: Record<Period, string>): Counters {
    const sum = { stamps: 0, spent: 0, fired: 0, day: 0, week: 0, month: 0, budget: 0 };
    for (const one of this.sales.values()) {
      const index = one.isDry || one.version === null ? -1 : one.version.ruleIds.indexOf(ruleId);
      if (index < 0) continue;
      const { benefit, conditions, limits = {} } = one.version!.rules.at(index)!;
      const given = givenBy(one.version!.rules, one.deserves, index);
      if (limits.budget_cents !== undefined) sum.budget += given;
      if (one.customer !== customer) continue;
      const didFire = one.deserves?.fired.includes(index) === true;
      if (benefit.kind === 'stamp-card' && didFire) sum.stamps += 1;
      if (benefit.kind === 'stamp-card' && one.deserves?.vouchers.includes(index)) sum.spent += benefit.every;
      if (conditions?.nth_purchase !== undefined && didFire) sum.fired += 1;
      const most = limitsIn(limits);
      for (const period of ['day', 'week', 'month'] as const)
        if (most[period] !== undefined && one.periods[period] === periods[period]) sum[period] += given;
    }
    return sum;
  }

  private settle(one: ModelSale, version: Program, asset: Asset, stood: number): void {
    const { customer, sale, deserves } = one;
    const purse = this.purse(customer)[asset];
    const stands = deserves?.totals[asset] ?? 0;
    const { refund_policy: policy } = version.settings;
    if (stands < stood) return purse.takeBack(sale.externalId, stood - stands, policy);
    let covered = stood;
    for (const [index, rule] of version.rules.entries()) {
      const part = assetOf(rule) === asset ? (deserves?.parts.get(index) ?? 0) : 0;
      const already = Math.min(covered, part);
      covered -= already;
      if (part === already) continue;
      const { rolling_days: rollingDays = null, use_min_cents: useMinCents = null } = rule.validity ?? {};
      purse.grant({
        id: purse.nextId(),
        sale: sale.externalId,
        granted: part - already,
        ...this.usable(one, version, index),
        rollingDays,
        useMinCents,
      });
    }
  }

  private usable({ sale, usable }: ModelSale, { rules, settings }: Program, rule: number): Usable {
    let terms = usable.get(rule);
    if (terms === undefined) {
      terms = usableFrom(rules.at(rule)!, settings, sale.occurredAt, this.zone);
      usable.set(rule, terms);
    }
    return terms;
  }
}

const rolls = ({ validity }: Rule): boolean => validity?.rolling_days !== undefined;

const assetOf = ({ benefit: { kind } }: Rule): Asset | null =>
  kind.startsWith('cashback') ? 'cashback' : kind.startsWith('points') ? 'points' : null;

const limitsIn = (limits: Limits = {}): Partial<Record<Limited, number | undefined>> => ({
  day: limits.max_cents_per_customer_day ?? limits.max_points_per_customer_day,
  week: limits.max_cents_per_customer_week ?? limits.max_points_per_customer_week,
  month: limits.max_cents_per_customer_month ?? limits.max_points_per_customer_month,
  budget: limits.budget_cents,
});

/** What a rule gave, in the unit of its limits: a voucher counts what it can be worth at most. */
function givenBy(rules: readonly Rule[], deserves: Expected | null, index: number): number {
  if (!deserves?.vouchers.includes(index)) return deserves?.parts.get(index) ?? 0;
  return worthOf(voucherOf(rules.at(index)!.benefit)!);
}
