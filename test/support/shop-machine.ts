import { ASSETS, type Asset } from '../../src/loyalty/core/money';
import type { Movement } from '../../src/loyalty/core/ledger/settlement';
import type { Sale } from '../../src/loyalty/core/sales/sale';
import { returnedOf } from '../../src/loyalty/core/voucher';
import type { CustomerFacts } from '../../src/loyalty/customers/customer-facts';
import { emptyBalance, type CustomerBalance, type StoredLot } from '../../src/loyalty/ledger/ledger-rows';
import type { Program } from '../../src/loyalty/program/program';
import { needsOf } from '../../src/loyalty/core/rules/needs';
import { renewalsBy } from '../../src/loyalty/core/ledger/renewal';
import { CounterBook, type CounterKey } from '../../src/loyalty/sales/counters';
import { decideSales, isIdentified } from '../../src/loyalty/sales/deciding';
import { fold, type ReportOutcome } from '../../src/loyalty/sales/folding';
import { Judges } from '../../src/loyalty/sales/judges';
import { Pasts } from '../../src/loyalty/sales/pasts';
import type { KnownSale } from '../../src/loyalty/sales/sale-rows';
import type { Shop } from '../../src/loyalty/shops/shops';
import type { RuleVoucherGrant } from '../../src/loyalty/vouchers/rule-vouchers';
import { LedgerMachine } from './ledger-machine';

type Purse = Record<Asset, LedgerMachine>;

/** Counters that know whose they are, as the database's do. */
class MergingBook extends CounterBook {
  private readonly keys = new Map<string, CounterKey>();

  override add(key: CounterKey, by: number): void {
    this.keys.set(Object.values(key).join(), key);
    super.add(key, by);
  }

  merge(keep: string, absorbed: string): void {
    for (const key of [...this.keys.values()].filter(({ customerId }) => customerId === absorbed)) {
      const quantity = this.of(key);
      this.add({ ...key, customerId: keep }, quantity);
      this.add(key, -quantity);
    }
  }
}

/**
 * A shop in memory, of the program's own parts alone: what reports say of a sale (`fold`), what its customer's past is
 * (`Pasts`), under which version it is judged and what that moves (`decideSales`), and the books of each customer.
 */
export class ShopMachine {
  readonly sales = new Map<string, KnownSale>();
  /** What rules gave besides and did not take back, by sale and rule. */
  readonly vouchers = new Map<string, RuleVoucherGrant>();
  private readonly purses = new Map<string, Purse>();
  private readonly keys = new Set<string>();
  private readonly pasts: Pasts;
  private readonly judges: Judges;
  private readonly counters = new MergingBook();

  /** Versions, states, people and who is blocked are changed from outside. */
  constructor(
    private readonly shop: Shop,
    private readonly versions: readonly Program[],
    people: ReadonlyMap<string, CustomerFacts>,
    private readonly blocked: ReadonlyMap<string, number>,
  ) {
    this.judges = new Judges(versions, shop);
    this.pasts = new Pasts(this.judges.zoneAt, people, new Map(), this.counters);
  }

  purse(customer: string): Purse {
    let purse = this.purses.get(customer);
    if (purse === undefined)
      this.purses.set(
        customer,
        (purse = { cashback: new LedgerMachine(), points: new LedgerMachine('points') }),
      );
    return purse;
  }

  /** A report arrives, of a sale that is this customer's. `paidCents` is what their voucher paid of it. */
  report(customerId: string, report: Sale, now: number, paidCents = 0): ReportOutcome {
    const { outcomes, touched } = fold(this.sales, [report], { waits: () => false, held: new Set(), now });
    for (const one of touched) {
      one.customerId = customerId;
      if (one.before === null) one.sale = { ...one.sale, voucherCents: paidCents };
    }
    const decided = decideSales(touched.filter(isIdentified), {
      shop: this.shop,
      judges: this.judges,
      pasts: this.pasts,
      balances: new Map([[customerId, this.balanceOf(customerId)]]),
      books: this.booksOf(customerId, report.externalId),
      blocked: this.blocked,
      now,
    });
    const opened = new Set(decided.entries.flatMap(({ movement }) => movement.lots.map(({ id }) => id)));
    for (const { key, movement, saleId } of decided.entries) {
      if (this.keys.has(key)) throw new Error(`${key} happens a second time`);
      this.keys.add(key);
      for (const asset of ASSETS)
        this.purse(customerId)[asset].book(this.partOf(customerId, movement, asset), saleId);
    }
    for (const grant of decided.vouchers) this.vouchers.set(`${grant.saleId} ${grant.ruleId}`, grant);
    for (const { saleId, ruleId } of decided.vouchersBack) this.vouchers.delete(`${saleId} ${ruleId}`);
    for (const { before: _, ...known } of touched) this.sales.set(known.sale.externalId, known);
    for (const { sale } of touched) this.renew(customerId, sale, now, opened);
    return outcomes.at(0)!;
  }

  /** All of the one's is the other's from now on, as the database moves it (customers/merge.ts). */
  merge(keep: string, absorbed: string): void {
    for (const asset of ASSETS) this.purse(keep)[asset].absorb(this.purse(absorbed)[asset]);
    this.counters.merge(keep, absorbed);
    for (const one of this.sales.values()) {
      if (one.customerId !== absorbed) continue;
      one.customerId = keep;
      this.pasts.note(keep, one.sale);
    }
  }

  /** What of a voucher is back after its purchase's refunds, by what it paid. */
  returnedOf(saleId: string): number {
    const { sale } = this.sales.get(saleId)!;
    return returnedOf(sale.voucherCents, sale);
  }

  private renew(customerId: string, since: Sale, now: number, opened: ReadonlySet<string>): void {
    if (since.refundedCents === since.totalCents) return;
    const moments = [...this.sales.values()]
      .filter((one) => one.customerId === customerId && one.sale.refundedCents < one.sale.totalCents)
      .map(({ sale }) => sale.occurredAt)
      .filter((at) => at >= since.occurredAt)
      .sort((a, b) => a - b);
    for (const days of new Set(this.versions.flatMap((version) => needsOf(version).rollingDays)))
      for (const renewal of renewalsBy(moments, (at) => this.judges.zoneAt(at).startOfDay(at, days + 1)))
        for (const asset of ASSETS) this.purse(customerId)[asset].renew(days, renewal, now, opened);
  }

  private balanceOf(customerId: string): CustomerBalance {
    const balance = emptyBalance();
    for (const asset of ASSETS) {
      const { quantity, held, debt } = this.purse(customerId)[asset].balance;
      balance.quantity[asset] = quantity;
      balance.held[asset] = held;
      balance.debt[asset] = debt;
    }
    return balance;
  }

  private booksOf(customerId: string, saleId: string) {
    const purse = this.purse(customerId);
    const lots = ASSETS.flatMap((asset) =>
      purse[asset].lotsOf(saleId).map((lot): StoredLot => ({ ...lot, customerId })),
    );
    const lapsed = { cashback: purse.cashback.lapsedOf(saleId), points: purse.points.lapsedOf(saleId) };
    return { lots: new Map([[saleId, lots]]), lapsed: new Map([[saleId, lapsed]]) };
  }

  private partOf(customerId: string, { postings, lots, uses, deltas }: Movement, asset: Asset): Movement {
    const isOwn = (one: { asset: Asset }): boolean => one.asset === asset;
    const opened = lots.filter(isOwn);
    const ids = new Set([...this.purse(customerId)[asset].lots.keys(), ...opened.map(({ id }) => id)]);
    return {
      postings: postings.filter(isOwn),
      lots: opened,
      uses: uses.filter(({ lotId }) => ids.has(lotId)),
      deltas: deltas.filter(isOwn),
    };
  }
}
