import fc from 'fast-check';
import {
  balanceOf,
  cancelVoucher,
  checkBooks,
  eraseCustomer,
  issueVoucher,
  mergeCustomers,
  noteExpiries,
  redeemBySale,
  returnVoucherPart,
  setVoucherMode,
  type Sale,
} from '../../../src/loyalty';
import { suiteDatabase } from '../../support/database';
import type { Step } from '../../support/ledger-story';
import { percent, saleOf } from '../../support/shop';
import { lotId, UnitModel } from '../../support/unit-model';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const DAY = 86_400_000;
/** São Paulo has kept one offset from UTC since 2019. */
const MIDNIGHT = 3 * 3_600_000;
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const SEEDS = REAL ? 10 : 2;
const STEPS = REAL ? 200 : 60;
/** Each writes all that still matters again. */
const MERGES = 8;

const test = suiteDatabase();

interface Held {
  id: string;
  code: string;
  cents: number;
  expiresAt: number;
  /** What it paid for, with what is refunded of that; null while it is open. */
  purchase: { sale: Sale; captured: number } | null;
}

/** The story of ledger-story.ts, told to the program over its database: sales, refunds, vouchers and expiries. */
class BookStory {
  readonly lines: string[] = [];
  private readonly model = new UnitModel();
  private readonly sales: Sale[] = [];
  private readonly vouchers: Held[] = [];
  private moved = 0;
  private merges = 0;
  /** Who Ana's books are with: merging changes it. */
  private holder: string;

  constructor(private readonly shop: VoucherShop) {
    this.holder = shop.customerId;
    // What Ana bought when the shop opened.
    this.earned(saleOf({ externalId: 'first' }), 1000);
  }

  async tell({ what, which, size }: Step): Promise<void> {
    test.clock.advance(1000);
    const now = test.clock.now();
    const live = this.vouchers.filter(
      ({ id, expiresAt }) => expiresAt > now && this.model.vouchers.get(id)?.state === 'open',
    );
    const paid = this.vouchers.filter(({ purchase }) => (purchase?.captured ?? 0) > 0);
    const usable = this.model.usable(now).length;
    const choices = [
      () => this.sell(size),
      () => this.sell(size),
      () => this.wait(size),
      () => this.noteExpiries(),
      () => (this.merges < MERGES ? this.merge(size) : this.wait(1)),
    ];
    if (this.sales.length > 0) choices.push(() => this.refund(pick(this.sales, which), size));
    if (usable >= 100)
      choices.push(
        () => this.hold(100 + (size % (usable - 99))),
        () => this.hold(100),
      );
    if (live.length > 0)
      choices.push(
        () => this.pay(pick(live, which), size),
        () => this.cancel(pick(live, which)),
      );
    if (paid.length > 0) choices.push(() => this.returnTo(pick(paid, which), size));
    this.lines.push(await pick(choices, what)());
    await this.compare();
  }

  private async sell(size: number): Promise<string> {
    const sale = saleOf({ occurredAt: test.clock.now(), totalCents: 1000 + (size % 40) * 100 });
    await this.shop.sell(sale);
    this.sales.push(sale);
    this.earned(sale, deserved(sale, 0));
    return `sells ${sale.totalCents}`;
  }

  /** 10%, for thirty days after that of the sale. */
  private earned(sale: Sale, granted: number): void {
    const day = Math.floor((sale.occurredAt - MIDNIGHT) / DAY) * DAY + MIDNIGHT;
    const { externalId, occurredAt: availableAt } = sale;
    this.model.grant({
      id: lotId(this.model.lots.length),
      sale: externalId,
      granted,
      availableAt,
      expiresAt: day + 31 * DAY,
    });
  }

  /** Somebody who bought turns out to be Ana, who is one of the two from then on. */
  private async merge(size: number): Promise<string> {
    this.merges += 1;
    const other = `+55119777${String(10_000 + this.merges)}`;
    const phone = size % 3 === 0 ? null : other;
    const buyer = { name: null, phone, cpf: null, email: `${other}@exemplo.com.br`, cardFingerprint: null };
    const sale = saleOf({ occurredAt: test.clock.now(), totalCents: 1000 + (size % 7) * 100, buyer });
    await this.shop.sell(sale);
    this.sales.push(sale);
    // They earned it before they owed anything: what Ana owes, what comes later pays.
    const { debt } = this.model;
    this.model.debt = 0;
    this.earned(sale, deserved(sale, 0));
    this.model.debt = debt;
    const known = phone ?? buyer.email;
    const row: unknown = await this.shop.run((work) =>
      work.trx('customer_identities').where({ value: known }).first('customer_id'),
    );
    const { customer_id: newcomer } = row as { customer_id: string };
    const [keep, absorb] = size % 2 === 0 ? [newcomer, this.holder] : [this.holder, newcomer];
    for (let again = 0; again < 1 + (size % 2); again++)
      this.holder = await this.shop.run((work) => mergeCustomers(work, { keep, absorb }));
    expect(this.holder).toBe(keep);
    return `is one with the buyer of ${sale.totalCents}, who ${size % 2 === 0 ? 'stays' : 'goes'}`;
  }

  /** At the end Ana is erased; what is reported of her sales afterwards moves nothing any more. */
  async erase(): Promise<void> {
    await this.shop.run((work) => eraseCustomer(work, this.holder));
    for (const sale of this.sales) {
      this.moved += 1;
      const updatedAt = test.clock.now() + this.moved;
      await this.shop.sell({ ...sale, refundedCents: sale.totalCents, updatedAt });
    }
    const { cashback } = await this.shop.run((work) => balanceOf(work, this.holder));
    expect(cashback).toEqual({ available: 0, pending: null, expiring: null, held: 0, debt: 0 });
    expect(await faultsOf(test.db, this.shop.id)).toEqual([]);
  }

  private async refund(sale: Sale, size: number): Promise<string> {
    this.moved += 1;
    const refundedCents = (sale.totalCents * ([0, 25, 50, 100][size % 4] ?? 0)) / 100;
    const [before, after] = [deserved(sale, sale.refundedCents), deserved(sale, refundedCents)];
    const told = { ...sale, refundedCents, updatedAt: test.clock.now() + this.moved };
    await this.shop.sell(told);
    Object.assign(sale, told);
    if (after < before) this.model.takeBack(sale.externalId, before - after, 'debt');
    if (after > before) this.earned(sale, after - before);
    return `of ${sale.totalCents}, ${refundedCents} are refunded`;
  }

  private async hold(cents: number): Promise<string> {
    const wish = { customerId: this.holder, cents, key: `hold ${this.vouchers.length}` };
    const { id, code, expiresAt } = value(await this.shop.run((work) => issueVoucher(work, wish)));
    this.vouchers.push({ id, code, cents, expiresAt, purchase: null });
    this.model.hold(id, cents, test.clock.now());
    return `holds ${cents}`;
  }

  private async pay(voucher: Held, size: number): Promise<string> {
    const totalCents = Math.max(1, Math.floor((voucher.cents * (20 + (size % 150))) / 100));
    const sale = saleOf({ occurredAt: test.clock.now(), totalCents, voucherCode: voucher.code });
    const { cents: captured } = value(await this.shop.run((work) => redeemBySale(work, sale)));
    expect(captured).toBe(Math.min(voucher.cents, totalCents));
    voucher.purchase = { sale: { ...sale, voucherCents: captured }, captured };
    this.model.end(voucher.id, captured, test.clock.now());
    return `pays ${captured} of ${voucher.cents}`;
  }

  private async cancel({ id, cents }: Held): Promise<string> {
    const wish = { customerId: this.holder, voucherId: id };
    value(await this.shop.run((work) => cancelVoucher(work, wish)));
    this.model.end(id, 0, test.clock.now());
    return `cancels ${cents}`;
  }

  private async returnTo({ id, purchase }: Held, size: number): Promise<string> {
    const { sale, captured } = purchase!;
    const { returned } = this.model.vouchers.get(id)!;
    const target = (returned + 1 + (size % captured)) % (captured + 1);
    const refundedCents = target === 0 ? 0 : sale.totalCents - captured + target;
    const stands = await this.shop.run((work) => returnVoucherPart(work, { ...sale, refundedCents }));
    expect(stands).toEqual({ cents: target });
    if (target > returned) this.model.giveBack(id, target - returned, test.clock.now());
    else this.model.takeAgain(id, returned - target);
    return `returns ${returned} → ${target} of ${captured}`;
  }

  private wait(size: number): Promise<string> {
    const days = 1 + (size % 9);
    test.clock.advance(days * DAY);
    return Promise.resolve(`waits ${days} days`);
  }

  private async noteExpiries(): Promise<string> {
    const now = test.clock.now();
    await noteExpiries(test, now);
    for (const { id, expiresAt } of this.vouchers)
      if (expiresAt <= now && this.model.vouchers.get(id)?.state === 'open') this.model.end(id, 0, now);
    this.model.expire(now);
    return 'notes expiries';
  }

  private async compare(): Promise<void> {
    expect(await faultsOf(test.db, this.shop.id)).toEqual([]);
    const rows: unknown = await this.shop.run((work) =>
      work
        .trx('balances')
        .where({ asset: 'cashback', customer_id: this.holder })
        .select('quantity', 'held', 'debt'),
    );
    const quantity = [...this.model.remaining().values()].reduce((sum, one) => sum + one, 0);
    expect(rows).toEqual([{ quantity, held: this.model.held, debt: this.model.debt }]);
    const { cashback } = await this.shop.run((work) => balanceOf(work, this.holder));
    expect(cashback.available).toBe(this.model.usable(test.clock.now()).length);
  }
}

/** A tenth, half up. */
const deserved = ({ totalCents }: Sale, refunded: number): number =>
  Math.floor((totalCents - refunded + 5) / 10);

function pick<T>(from: readonly T[], index: number): T {
  const one = from[index % from.length];
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
}

it(`the books balance and agree with the simplest model after each of ${STEPS} steps, ${SEEDS} times`, async () => {
  const step = fc.record({ what: fc.nat(9999), which: fc.nat(9999), size: fc.nat(9999) });
  const steps = fc.array(step, { minLength: STEPS, maxLength: STEPS });
  let told = 0;
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 30 } })]);
      await shop.run((work) => setVoucherMode(work, { mode: 'automatic', by: shop.owner }));
      const story = new BookStory(shop);
      for (const one of all)
        await story.tell(one).catch((error: unknown) => {
          throw new Error(`${story.lines.join('\n')}\n${String(error)}`);
        });
      told += story.lines.length;
      merged += story.lines.filter((line) => line.startsWith('is one with')).length;
      await story.erase();
      const { faults } = await test.db.snapshot(shop.id, checkBooks);
      expect(faults).toEqual([]);
    }),
    { numRuns: SEEDS, endOnFailure: true },
  );
  expect(told).toBe(SEEDS * STEPS);
  expect(merged).toBeGreaterThan(0);
}, 1_800_000);
