import { twelveMonthsBefore, weekNumberOf, dateOf } from '../time/calendar';
import { compileProgram, type Judge } from './judge';
import { needsOf, type Needs } from './needs';
import type { Counters, Past } from './past';
import type { ProgramVersion } from './rule';
import type { Instant, Sale } from '../sales/sale';
import { boughtCents, tierOf } from './tier';
import type { Count, Verdict } from './verdict';
import type { Zone } from '../time/zone';

/** What is known of a customer from elsewhere; a tier that is given holds instead of what was bought. */
export interface Facts {
  birthday: string | null;
  tier?: string | null;
  labels: readonly string[];
}

/** What a rule gave to a customer, and in which day, week and month the last of it was. */
interface Given extends Required<Omit<Counters, 'budget'>> {
  inDay: number;
  inWeek: number;
  inMonth: string;
}

/** What a customer bought before the first sale that is judged; `bought` is of the twelve months before it, in order. */
export interface Before {
  purchases: number;
  lastPurchaseAt: Instant;
  bought: { at: Instant; cents: number }[];
}

interface Customer {
  purchases: number;
  lastPurchaseAt: Instant | null;
  /** Purchases from `first` on are within the twelve months before the latest sale; `boughtCents` is their sum. */
  bought: { at: Instant; cents: number }[];
  first: number;
  boughtCents: number;
  given: Map<number, Given>;
}

const NOTHING_KNOWN: Facts = { birthday: null, labels: [] };

/**
 * A program judged over many sales in memory, each customer's past and every rule's counters kept as sales come. They
 * must come in the order of time.
 */
export class History {
  private readonly compiled: Judge;
  private readonly needs: Needs;
  /** Rules that count for a customer, and those with a budget. */
  private readonly counting: readonly number[];
  private readonly budgets = new Map<number, number>();
  private readonly customers = new Map<string, Customer>();

  constructor(
    private readonly version: ProgramVersion,
    private readonly zone: Zone,
    private readonly factsOf: (customer: string) => Facts = () => NOTHING_KNOWN,
  ) {
    this.compiled = compileProgram(version, zone);
    this.needs = needsOf(version);
    const { stamps, nths, periods, budgets } = this.needs;
    const counting = new Set([
      ...stamps,
      ...nths,
      ...periods.day,
      ...periods.week,
      ...periods.month,
      ...budgets,
    ]);
    this.counting = [...counting].sort((a, b) => a - b);
  }

  /** Before any sale of theirs. What rules gave before is not known, and counts for nothing. */
  know(id: string, { purchases, lastPurchaseAt, bought }: Before): void {
    const boughtInAll = bought.reduce((sum, { cents }) => sum + cents, 0);
    this.customers.set(id, {
      ...newCustomer(),
      purchases,
      lastPurchaseAt,
      bought: [...bought],
      boughtCents: boughtInAll,
    });
  }

  /** The customer's past as a sale at that moment meets it. */
  pastOf(id: string, at: Instant): Past {
    const customer = this.customers.get(id) ?? newCustomer();
    const { birthday, tier, labels } = this.factsOf(id);
    const bought = this.needs.tier && tier === undefined ? this.boughtBefore(customer, at) : 0;
    return {
      purchases: customer.purchases,
      lastPurchaseAt: customer.lastPurchaseAt,
      tier: tier === undefined ? tierOf(this.version.settings, bought) : tier,
      birthday,
      labels,
      counters: this.countersOf(customer, at),
    };
  }

  /** The verdict on a past that was asked for before, without counting it: what the sale deserves after a refund. */
  judge(sale: Sale, past: Past): Verdict {
    return this.compiled(sale, past);
  }

  /** The verdict on the customer's next sale, which counts from then on. */
  add(id: string, sale: Sale): Verdict {
    const verdict = this.compiled(sale, this.pastOf(id, sale.occurredAt));
    const customer = this.customerOf(id);
    for (const count of verdict.counts) this.count(customer, count, sale.occurredAt);
    this.note(id, sale);
    return verdict;
  }

  /** A purchase that earns nothing whatever the program says, but is one for those after it. */
  note(id: string, sale: Sale): void {
    const cents = boughtCents(sale);
    if (cents === 0) return;
    const customer = this.customerOf(id);
    customer.purchases += 1;
    customer.lastPurchaseAt = sale.occurredAt;
    if (this.needs.tier) {
      customer.bought.push({ at: sale.occurredAt, cents });
      customer.boughtCents += cents;
    }
  }

  private customerOf(id: string): Customer {
    let customer = this.customers.get(id);
    if (customer === undefined) this.customers.set(id, (customer = newCustomer()));
    return customer;
  }

  private countersOf({ given }: Customer, at: Instant): Past['counters'] {
    if (this.counting.length === 0) return NO_COUNTERS;
    const counters: Record<number, Counters> = {};
    const now = this.periodsOf(at);
    for (const rule of this.counting) {
      const before = given.get(rule);
      counters[rule] = {
        stamps: before?.stamps ?? 0,
        spent: before?.spent ?? 0,
        fired: before?.fired ?? 0,
        day: before?.inDay === now.inDay ? before.day : 0,
        week: before?.inWeek === now.inWeek ? before.week : 0,
        month: before?.inMonth === now.inMonth ? before.month : 0,
        budget: this.budgets.get(rule) ?? 0,
      };
    }
    return counters;
  }

  private count(
    customer: Customer,
    { rule, stamps, spent = 0, fired = 0, given: quantity }: Count,
    at: Instant,
  ): void {
    const now = this.periodsOf(at);
    let given = customer.given.get(rule);
    if (given === undefined)
      customer.given.set(
        rule,
        (given = { stamps: 0, spent: 0, fired: 0, day: 0, week: 0, month: 0, ...now }),
      );
    given.stamps += stamps;
    given.spent += spent;
    given.fired += fired;
    given.day = quantity + (given.inDay === now.inDay ? given.day : 0);
    given.week = quantity + (given.inWeek === now.inWeek ? given.week : 0);
    given.month = quantity + (given.inMonth === now.inMonth ? given.month : 0);
    given.inDay = now.inDay;
    given.inWeek = now.inWeek;
    given.inMonth = now.inMonth;
    this.budgets.set(rule, (this.budgets.get(rule) ?? 0) + quantity);
  }

  private periodsOf(at: Instant): Pick<Given, 'inDay' | 'inWeek' | 'inMonth'> {
    const day = this.zone.dayOf(at);
    return { inDay: day, inWeek: weekNumberOf(day), inMonth: dateOf(day).slice(0, 7) };
  }

  private boughtBefore(customer: Customer, at: Instant): number {
    const from = twelveMonthsBefore(this.zone, at);
    for (let next = customer.bought[customer.first]; next !== undefined && next.at < from;) {
      customer.boughtCents -= next.cents;
      customer.first += 1;
      next = customer.bought[customer.first];
    }
    return customer.boughtCents;
  }
}

const NO_COUNTERS: Past['counters'] = {};

const newCustomer = (): Customer => ({
  purchases: 0,
  lastPurchaseAt: null,
  bought: [],
  first: 0,
  boughtCents: 0,
  given: new Map(),
});
