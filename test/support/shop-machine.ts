import { ASSETS, type Asset } from '../../src/loyalty/core/money';
import type { Movement } from '../../src/loyalty/core/ledger/settlement';
import type { Sale } from '../../src/loyalty/core/sales/sale';
import { returnedOf } from '../../src/loyalty/core/voucher';
import { Zone } from '../../src/loyalty/core/time/zone';
import type { CustomerFacts } from '../../src/loyalty/customers/customer-facts';
import { emptyBalance, type CustomerBalance, type StoredLot } from '../../src/loyalty/ledger/ledger-rows';
import type { Program } from '../../src/loyalty/program/program';
import { CounterBook } from '../../src/loyalty/sales/counters';
import { decideSales, isIdentified } from '../../src/loyalty/sales/deciding';
import { fold, type ReportOutcome } from '../../src/loyalty/sales/folding';
import { Judges } from '../../src/loyalty/sales/judges';
import { Pasts } from '../../src/loyalty/sales/pasts';
import type { KnownSale } from '../../src/loyalty/sales/sale-rows';
import type { Shop } from '../../src/loyalty/shops/shops';
import type { RuleVoucherGrant } from '../../src/loyalty/vouchers/rule-vouchers';
import { LedgerMachine } from './ledger-machine';

type Purse = Record<Asset, LedgerMachine>;

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

  /** Versions and states are added to from outside. */
  constructor(
    private readonly shop: Shop,
    versions: readonly Program[],
    people: ReadonlyMap<string, CustomerFacts>,
  ) {
    this.judges = new Judges(versions, shop);
    this.pasts = new Pasts(Zone.of(shop.zone), people, new Map(), new CounterBook());
    for (const customer of people.keys())
      this.purses.set(customer, { cashback: new LedgerMachine(), points: new LedgerMachine('points') });
  }

  purse(customer: string): Purse {
    return this.purses.get(customer)!;
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
      blocked: new Map(),
      now,
    });
    for (const { key, movement, saleId } of decided.entries) {
      if (this.keys.has(key)) throw new Error(`${key} happens a second time`);
      this.keys.add(key);
      for (const asset of ASSETS)
        this.purse(customerId)[asset].book(this.partOf(customerId, movement, asset), saleId);
    }
    for (const grant of decided.vouchers) this.vouchers.set(`${grant.saleId} ${grant.ruleId}`, grant);
    for (const { saleId, ruleId } of decided.vouchersBack) this.vouchers.delete(`${saleId} ${ruleId}`);
    for (const { before: _, ...known } of touched) this.sales.set(known.sale.externalId, known);
    return outcomes.at(0)!;
  }

  /** What of a voucher is back after its purchase's refunds, by what it paid. */
  returnedOf(saleId: string): number {
    const { sale } = this.sales.get(saleId)!;
    return returnedOf(sale.voucherCents, sale);
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
      purse[asset].lotsOf(saleId).map((lot): StoredLot => ({ ...lot, customerId, useMinCents: null })),
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
