import type { Work } from '../../db';
import { query } from '../../db/rows';
import { History, type Facts } from '../core/rules/history';
import { needsOf } from '../core/rules/needs';
import type { Span } from '../core/time/period';
import type { ProgramVersion } from '../core/rules/rule';
import type { Instant, Sale } from '../core/sales/sale';
import type { Verdict } from '../core/rules/verdict';
import { Zone } from '../core/time/zone';
import { blockedSince } from '../customers/blocked';
import { customerFacts } from '../customers/customer-facts';
import { saleFrom, SALE_STATE, type SaleRow } from '../sales/sale-rows';
import { earningAt, loadShop, type Shop } from '../shops/shops';
import { boughtBefore } from './bought-before';

const AT_ONCE = 5_000;

/** What is given, of each kind. */
export interface Given {
  cashbackCents: number;
  points: number;
  vouchers: number;
  /** What those vouchers could be worth at most, in cents; things count nothing. */
  voucherCents: number;
}

export const NOTHING_GIVEN: Given = { cashbackCents: 0, points: 0, vouchers: 0, voucherCents: 0 };

/** What one sale would have earned. */
export interface Award extends Given {
  saleId: string;
  saleCents: number;
  occurredAt: Instant;
}

/** What one program would have given over the shop's own past sales. */
export interface BacktestSide extends Given {
  /** Sales and customers that would have earned something. */
  sales: number;
  customers: number;
  /** The largest single award of each kind; null where there is none. */
  largest: Record<keyof Given, Award | null>;
  /** By month of the shop's calendar (YYYY-MM), in order, months without sales left out. */
  months: (Given & { month: string })[];
}

export interface Backtest {
  /** Of sales with a known buyer who was not blocked then, whose total that is, and of those without a buyer. */
  sales: number;
  salesCents: number;
  unidentified: number;
  from: Instant | null;
  to: Instant | null;
  proposed: BacktestSide;
  /** The program in force over the same sales; null where there is none. */
  today: BacktestSide | null;
}

/**
 * Judges the shop's past sales as they stand now, in the order of their time, under a proposed program and under
 * today's, exactly as they would have been by a program that begins with the span. Writes nothing.
 */
export async function backtest(
  work: Work,
  { proposed, today, span }: { proposed: ProgramVersion; today: ProgramVersion | null; span: Span },
): Promise<Backtest> {
  const shop = await loadShop(work);
  const zone = Zone.of(shop.zone);
  const wasBlocked = blockedIn(shop, await blockedSince(work));
  const programs = [proposed, ...(today === null ? [] : [today])];
  const facts = await factsFor(work, programs);
  const factsOf = (id: string): Facts => facts.get(id) ?? { birthday: null, labels: [] };
  const histories = programs.map((program) => new History(program, zone, factsOf));
  for (const [id, before] of await boughtBefore(work, zone, span, programs))
    for (const history of histories) history.know(id, before);
  const sides = histories.map((history) => new Side(history, zone));
  const result = { sales: 0, salesCents: 0, unidentified: 0, from: null, to: null } as Omit<
    Backtest,
    'proposed' | 'today'
  >;
  for await (const past of salesWithin(work, span)) {
    const { sale, customerId } = past;
    if (customerId === null) {
      result.unidentified += 1;
      continue;
    }
    if (wasBlocked(customerId, past)) {
      for (const history of histories) history.note(customerId, sale);
      continue;
    }
    result.sales += 1;
    result.salesCents += sale.totalCents;
    result.from ??= sale.occurredAt;
    result.to = sale.occurredAt;
    for (const side of sides) side.add(customerId, sale);
  }
  const [ofProposed, ofToday] = sides.map((side) => side.sums());
  return { ...result, proposed: ofProposed!, today: ofToday ?? null };
}

interface PastSale {
  sale: Sale;
  customerId: string | null;
  /** Null where it was not judged. */
  dry: boolean | null;
}

/** Whether the buyer was blocked: one who no longer is, is told by a verdict that is dry though sales were earning. */
const blockedIn =
  (shop: Shop, since: ReadonlyMap<string, Instant>) =>
  (customerId: string, { sale: { occurredAt }, dry }: PastSale): boolean =>
    (since.get(customerId) ?? Infinity) <= occurredAt || (dry === true && earningAt(shop, occurredAt));

async function factsFor(work: Work, programs: readonly ProgramVersion[]): Promise<Map<string, Facts>> {
  const needs = programs.map(needsOf);
  if (!needs.some(({ birthday, labels }) => birthday || labels)) return new Map();
  const rows = await query<{ id: string }>(
    work,
    `SELECT id FROM customers c WHERE merchant_id = current_merchant() AND (birthday IS NOT NULL
       OR EXISTS (SELECT FROM customer_labels l WHERE l.merchant_id = c.merchant_id AND l.customer_id = c.id))`,
  );
  return customerFacts(
    work,
    rows.map(({ id }) => id),
  );
}

/** By a cursor: sorted once, and memory does not grow with the shop. */
async function* salesWithin(work: Work, { from, to }: Span): AsyncGenerator<PastSale> {
  await query(
    work,
    `DECLARE past_sales NO SCROLL CURSOR FOR SELECT ${SALE_STATE}, s.customer_id, s.dry FROM sales s
     WHERE s.merchant_id = current_merchant() AND s.occurred_at >= ? AND s.occurred_at < ? ORDER BY s.occurred_at, s.id`,
    [new Date(from), new Date(to)],
  );
  for (;;) {
    const rows = await query<SaleRow>(work, `FETCH ${AT_ONCE} FROM past_sales`);
    for (const row of rows) yield { sale: saleFrom(row), customerId: row.customer_id, dry: row.dry };
    if (rows.length < AT_ONCE) break;
  }
  await query(work, 'CLOSE past_sales');
}

/** One program's sums, gathered as sales come. */
class Side {
  private readonly sum = { ...NOTHING_GIVEN };
  private readonly largest: BacktestSide['largest'] = {
    cashbackCents: null,
    points: null,
    vouchers: null,
    voucherCents: null,
  };
  private sales = 0;
  private readonly customers = new Set<string>();
  private readonly months = new Map<string, Given>();

  constructor(
    private readonly history: History,
    private readonly zone: Zone,
  ) {}

  add(customerId: string, sale: Sale): void {
    const given = givenBy(this.history.add(customerId, sale));
    const month = this.zone.local(sale.occurredAt).date.slice(0, 7);
    let inMonth = this.months.get(month);
    if (inMonth === undefined) this.months.set(month, (inMonth = { ...NOTHING_GIVEN }));
    if (KINDS.every((kind) => given[kind] === 0)) return;
    const { externalId: saleId, totalCents: saleCents, occurredAt } = sale;
    for (const kind of KINDS) {
      this.sum[kind] += given[kind];
      inMonth[kind] += given[kind];
      if (given[kind] > (this.largest[kind]?.[kind] ?? 0))
        this.largest[kind] = { ...given, saleId, saleCents, occurredAt };
    }
    this.sales += 1;
    this.customers.add(customerId);
  }

  sums(): BacktestSide {
    const months = [...this.months].map(([month, given]) => ({ month, ...given }));
    const { sum, sales, customers, largest } = this;
    return { ...sum, sales, customers: customers.size, largest, months };
  }
}

const KINDS = ['cashbackCents', 'points', 'vouchers', 'voucherCents'] as const satisfies (keyof Given)[];

function givenBy({ grants, vouchers }: Verdict): Given {
  const given = { ...NOTHING_GIVEN, vouchers: vouchers.length };
  for (const { asset, quantity } of grants)
    given[asset === 'cashback' ? 'cashbackCents' : 'points'] += quantity;
  for (const { benefit } of vouchers) {
    if (benefit.kind === 'voucher-fixed') given.voucherCents += benefit.cents;
    if (benefit.kind === 'voucher-percent') given.voucherCents += benefit.max_cents ?? 0;
  }
  return given;
}
