import type { Grant } from '../../src/loyalty/core/rules/verdict';
import { LedgerMachine } from './ledger-machine';
import { lotId, UnitModel } from './unit-model';

/** What a step is made from: any number does, whatever the books hold by then. */
export interface Step {
  what: number;
  which: number;
  size: number;
}

const DAY = 86_400_000;
const LONGEST_WAIT = 9;

interface ModelSale {
  id: string;
  /** What each lot that it would grant is of; the award is as much of them, in order, as it deserves. */
  plan: { quantity: number; availableAt: number; expiresAt: number | null }[];
  /** In percent of the plan. */
  deserves: number;
}

/**
 * A story of one customer's cashback, told step by step to the ledger's own functions and to the simplest model, which
 * have to agree after each. Every step does something: what cannot be done at the moment is not among the choices.
 */
export class LedgerStory {
  readonly lines: string[] = [];
  private readonly machine = new LedgerMachine();
  private readonly model = new UnitModel();
  private readonly sales: ModelSale[] = [];
  private now = Date.UTC(2026, 10, 23);
  private made = 0;

  constructor(private readonly policy: 'debt' | 'forgive') {}

  /** Throws where the two disagree, with what they said. */
  tell({ what, which, size }: Step): void {
    const choices: (readonly [string, () => string])[] = [
      ['sale', () => this.sell(which, size)],
      ['sale', () => this.sell(which, size)],
      ['wait', () => this.wait(size)],
      ['expire', () => this.expire()],
    ];
    const usable = this.model.usable(this.now).length;
    if (usable > 0) choices.push(['hold', () => this.hold(1 + (size % usable))]);
    const open = [...this.model.vouchers].filter(([, voucher]) => voucher.state === 'open');
    const spent = [...this.model.vouchers].filter(([, voucher]) => voucher.captured > 0);
    if (open.length > 0) choices.push(['end', () => this.end(pick(open, which)[0], size)]);
    if (open.length > 3) choices.push(['end', () => this.end(pick(open, which)[0], size)]);
    if (spent.length > 0) choices.push(['return', () => this.returnTo(pick(spent, which)[0], size)]);
    if (this.sales.length > 0) choices.push(['refund', () => this.refund(pick(this.sales, which), size)]);
    this.lines.push(pick(choices, what)[1]());
    this.compare();
  }

  private sell(which: number, size: number): string {
    this.made += 1;
    const count = 1 + (which % 3);
    const plan = Array.from({ length: count }, (_, i) => ({
      quantity: 1 + ((size + i * 3) % 9),
      availableAt: this.now + ((which + i) % 4 === 0 ? (size % 5) * DAY : 0),
      expiresAt: (which + i) % 5 === 0 ? null : this.now + (5 + ((size + i) % 12)) * DAY,
    }));
    const sale: ModelSale = { id: `sale ${String(this.made).padStart(4, '0')}`, plan, deserves: 0 };
    this.sales.push(sale);
    return this.settle(sale, 100, 'sells');
  }

  /** A refund, a cancellation, or a correction that undoes one. */
  private refund(sale: ModelSale, size: number): string {
    return this.settle(sale, [0, 0, 25, 50, 75, 100][size % 6] ?? 0, 'corrects');
  }

  private settle(sale: ModelSale, deserves: number, verb: string): string {
    const before = deservedOf(sale, sale.deserves);
    const grants = deservedOf(sale, deserves);
    sale.deserves = deserves;
    const first = this.machine.lots.size;
    this.machine.settle(sale.id, grants, this.policy, this.ids());
    const [stood, stands] = [totalOf(before), totalOf(grants)];
    if (stands < stood) this.model.takeBack(sale.id, stood - stands, this.policy);
    this.grantBeyond(sale.id, grants, stood, first);
    return `${verb} ${sale.id}: ${stood} → ${stands}`;
  }

  /** The first `stood` of the grants are granted already; the others open lots, the first of which has that number. */
  private grantBeyond(sale: string, grants: readonly Grant[], stood: number, first: number): void {
    let covered = stood;
    let number = first;
    for (const { quantity, availableAt, expiresAt } of grants) {
      const already = Math.min(covered, quantity);
      covered -= already;
      if (quantity === already) continue;
      this.model.grant({ id: lotId(number), sale, granted: quantity - already, availableAt, expiresAt });
      number += 1;
    }
  }

  private ids(): () => string {
    let next = this.machine.lots.size;
    return () => lotId(next++);
  }

  private wait(size: number): string {
    const days = 1 + (size % LONGEST_WAIT);
    this.now += days * DAY;
    return `waits ${days} days`;
  }

  private expire(): string {
    this.machine.expire(this.now);
    this.model.expire(this.now);
    return 'notes expiries';
  }

  private hold(quantity: number): string {
    const id = `voucher ${this.model.vouchers.size}`;
    if (!this.machine.hold(id, quantity, this.now)) throw new Error(`${quantity} could not be held`);
    this.model.hold(id, quantity, this.now);
    return `holds ${quantity} in ${id}`;
  }

  private end(id: string, size: number): string {
    const { took } = this.model.vouchers.get(id)!;
    const captured = Math.min(took.length, size % (took.length + 2));
    this.machine.end(id, captured, this.now, this.ids());
    this.model.end(id, captured, this.now);
    return `ends ${id} of ${took.length}: ${captured} captured`;
  }

  /** A refund of the purchase, or one that turns out smaller: from what stands returned to another part. */
  private returnTo(id: string, size: number): string {
    const { captured, returned } = this.model.vouchers.get(id)!;
    const target = (returned + 1 + (size % captured)) % (captured + 1);
    const more = target - returned;
    if (more > 0) this.machine.giveBack(id, more, this.now, this.ids());
    else this.machine.takeAgain(id, -more);
    if (more > 0) this.model.giveBack(id, more, this.now);
    else this.model.takeAgain(id, -more);
    return `of ${id}, ${returned} → ${target} of ${captured} are returned`;
  }

  /** What anyone could ask of the books, of both. */
  private compare(): void {
    const { machine, model } = this;
    const { accounts, balance, lots } = machine;
    const remaining = [...lots.values()].map((lot) => `${lot.id}: ${lot.remaining}`);
    const real = {
      sum: Object.values(accounts).reduce((sum, quantity) => sum + quantity, 0),
      customer: accounts.customer,
      quantity: balance.quantity,
      inLots: [...lots.values()].reduce((sum, lot) => sum + lot.remaining, 0),
      held: accounts.held,
      heldRow: balance.held,
      debt: 0 - accounts.debt,
      debtRow: balance.debt,
      redeemed: accounts.redeemed,
      expired: accounts.expired,
      lots: remaining.join(', '),
    };
    const left = model.remaining();
    const quantity = [...left.values()].reduce((sum, one) => sum + one, 0);
    const simple: typeof real = {
      sum: 0,
      customer: quantity,
      quantity,
      inLots: quantity,
      held: model.held,
      heldRow: model.held,
      debt: model.debt,
      debtRow: model.debt,
      redeemed: model.redeemed,
      expired: model.expired,
      lots: [...left].map(([lot, one]) => `${lot.id}: ${one}`).join(', '),
    };
    // What jest compares it compares slowly: it is asked only for the words.
    if (Object.entries(real).some(([name, one]) => simple[name as keyof typeof simple] !== one))
      expect(real).toEqual(simple);
  }
}

function deservedOf({ plan }: ModelSale, percent: number): Grant[] {
  const total = plan.reduce((sum, { quantity }) => sum + quantity, 0);
  let left = Math.floor((total * percent + 50) / 100);
  return plan.flatMap(({ quantity, availableAt, expiresAt }): Grant[] => {
    const part = Math.min(left, quantity);
    left -= part;
    return part === 0 ? [] : [{ rule: 0, asset: 'cashback', quantity: part, availableAt, expiresAt }];
  });
}

const totalOf = (grants: readonly Grant[]): number => grants.reduce((sum, grant) => sum + grant.quantity, 0);

function pick<T>(from: readonly T[], index: number): T {
  const one = from[index % from.length];
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
}
