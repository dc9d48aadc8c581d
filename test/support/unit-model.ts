/**
 * The simplest ledger there can be, of one customer and one asset: every single cent or point is a thing of its own, which
 * belongs to a lot and is with the customer or lapsed; all else is counters. It is slow and obvious, and what the real
 * one comes to is compared with it.
 */
export interface ModelLot {
  id: string;
  /** The sale that granted it. */
  sale: string;
  availableAt: number;
  expiresAt: number | null;
}

interface Unit {
  lot: ModelLot;
  place: 'customer' | 'expired';
}

interface ModelVoucher {
  /** The lot of each unit that it took, in the order in which they were taken. */
  took: ModelLot[];
  state: 'open' | 'over';
  captured: number;
  returned: number;
  /** The lot of each unit that came back, to be used or to lapse, and was not taken again. */
  cameBack: ModelLot[];
}

export class UnitModel {
  debt = 0;
  redeemed = 0;
  forgiven = 0;
  readonly vouchers = new Map<string, ModelVoucher>();
  readonly lots: ModelLot[] = [];
  private units: Unit[] = [];

  /** What of a lot is still the customer's, whether or not it can be used. */
  inLot(lot: ModelLot): number {
    return this.units.filter((unit) => unit.lot === lot && unit.place === 'customer').length;
  }

  get expired(): number {
    return this.units.filter(({ place }) => place === 'expired').length;
  }

  get held(): number {
    return [...this.vouchers.values()].reduce(
      (sum, one) => sum + (one.state === 'open' ? one.took.length : 0),
      0,
    );
  }

  /** What can be spent now, in the order in which it is. */
  usable(now: number): Unit[] {
    const good = this.units.filter(
      ({ lot, place }) => place === 'customer' && lot.availableAt <= now && !isOver(lot, now),
    );
    return good.sort((a, b) => inOrder(a.lot, b.lot));
  }

  /** A debt is paid from it first. */
  grant(lot: ModelLot, quantity: number): void {
    this.lots.push(lot);
    for (let i = 0; i < quantity; i++)
      if (this.debt > 0) this.debt -= 1;
      else this.units.push({ lot, place: 'customer' });
  }

  /** From the sale's own lots, the soonest to expire first, then from what lapsed of them; the rest is owed or forgiven. */
  takeBack(sale: string, quantity: number, policy: 'debt' | 'forgive'): void {
    const own = this.lots.filter((lot) => lot.sale === sale).sort(inOrder);
    let left = quantity;
    for (const place of ['customer', 'expired'] as const)
      for (const lot of own) while (left > 0 && this.remove((unit) => unit.lot === lot, place)) left -= 1;
    if (policy === 'debt') this.debt += left;
    else this.forgiven += left;
  }

  hold(voucher: string, quantity: number, now: number): void {
    const taken = this.usable(now).slice(0, quantity);
    this.units = this.units.filter((unit) => !taken.includes(unit));
    const took = taken.map(({ lot }) => lot);
    this.vouchers.set(voucher, { took, state: 'open', captured: 0, returned: 0, cameBack: [] });
  }

  /** The first that it took are spent; the others are freed, the last taken first. */
  end(id: string, captured: number, now: number): void {
    const voucher = this.voucher(id);
    Object.assign(voucher, { state: 'over', captured });
    this.redeemed += captured;
    for (const lot of voucher.took.slice(captured).toReversed()) this.free(lot, now);
  }

  /** Of what it spent, the last taken first. */
  giveBack(id: string, quantity: number, now: number): void {
    const voucher = this.voucher(id);
    const spent = voucher.took.slice(0, voucher.captured).toReversed();
    for (const lot of spent.slice(voucher.returned, voucher.returned + quantity)) {
      if (this.free(lot, now) !== 'debt') voucher.cameBack.push(lot);
    }
    voucher.returned += quantity;
    this.redeemed -= quantity;
  }

  /** What had come back is taken from the lots that it went to, then from what lapsed of their sales; the rest is owed. */
  takeAgain(id: string, quantity: number): void {
    const voucher = this.voucher(id);
    let left = quantity;
    for (const lot of [...this.lots].sort(inOrder))
      while (
        left > 0 &&
        voucher.cameBack.includes(lot) &&
        this.remove((unit) => unit.lot === lot, 'customer')
      ) {
        voucher.cameBack.splice(voucher.cameBack.indexOf(lot), 1);
        left -= 1;
      }
    for (const sale of [...new Set(voucher.cameBack.map((lot) => lot.sale))].sort()) {
      let one = voucher.cameBack.findIndex((lot) => lot.sale === sale);
      while (left > 0 && one >= 0 && this.remove((unit) => unit.lot.sale === sale, 'expired')) {
        voucher.cameBack.splice(one, 1);
        left -= 1;
        one = voucher.cameBack.findIndex((lot) => lot.sale === sale);
      }
    }
    voucher.returned -= quantity;
    this.redeemed += quantity;
    this.debt += left;
  }

  expire(now: number): void {
    for (const unit of this.units)
      if (unit.place === 'customer' && isOver(unit.lot, now)) unit.place = 'expired';
  }

  /** It pays a debt, or goes back where it came from, or lapses. */
  private free(lot: ModelLot, now: number): 'debt' | Unit['place'] {
    if (this.debt > 0) {
      this.debt -= 1;
      return 'debt';
    }
    const place = isOver(lot, now) ? 'expired' : 'customer';
    this.units.push({ lot, place });
    return place;
  }

  private remove(which: (unit: Unit) => boolean, place: Unit['place']): boolean {
    const index = this.units.findIndex((unit) => unit.place === place && which(unit));
    if (index >= 0) this.units.splice(index, 1);
    return index >= 0;
  }

  private voucher(id: string): ModelVoucher {
    const voucher = this.vouchers.get(id);
    if (voucher === undefined) throw new Error(`there is no voucher ${id}`);
    return voucher;
  }
}

const isOver = ({ expiresAt }: ModelLot, now: number): boolean => expiresAt !== null && expiresAt <= now;

/** Soonest expiry first, what never expires last, then the oldest. */
export function inOrder(a: ModelLot, b: ModelLot): number {
  const [x, y] = [a.expiresAt ?? Infinity, b.expiresAt ?? Infinity];
  if (x !== y) return x < y ? -1 : 1;
  return a.availableAt - b.availableAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
