/**
 * The simplest ledger there can be, of one customer and one asset: every single cent or point is a thing of its own, which
 * belongs to a lot and is with the customer or lapsed; all else is counters. It is slow and obvious, and what the real
 * one comes to is compared with it.
 */
export interface ModelLot {
  id: string;
  /** The sale that granted it; null where a voucher came back as it. */
  sale: string | null;
  granted: number;
  availableAt: number;
  expiresAt: number | null;
  /** It expires so many days after its holder's last purchase. */
  rollingDays?: number | null;
  /** What a purchase must reach for it to pay. */
  useMinCents?: number | null;
}

interface Unit {
  lot: ModelLot;
  /** `expired`: in its lot. `lapsed`: on the way back to it. */
  place: 'customer' | 'expired' | 'lapsed';
}

interface ModelVoucher {
  /** The lot of each unit that it took, in the order in which they were taken. */
  took: ModelLot[];
  state: 'open' | 'over';
  captured: number;
  returned: number;
  /** By lot, what came back to it and was not taken from it again. */
  toLots: Map<ModelLot, number>;
  /** By the lots' sale, what lapsed on the way, less what was taken again from what had lapsed. */
  lapsed: Map<string | null, number>;
}

export class UnitModel {
  debt = 0;
  redeemed = 0;
  forgiven = 0;
  readonly vouchers = new Map<string, ModelVoucher>();
  readonly lots: ModelLot[] = [];
  private units: Unit[] = [];
  /** The lots that one ending opened beside those that were full. */
  private refill = new Map<ModelLot, ModelLot>();

  /** Lots are numbered in the order in which they are opened, by whoever knows of others. */
  constructor(private readonly next: () => number = () => this.lots.length) {}

  nextId(): string {
    return lotId(this.next());
  }

  /** What of a lot is still the customer's, whether or not it can be used. */
  inLot(lot: ModelLot): number {
    return this.units.filter((unit) => unit.lot === lot && unit.place === 'customer').length;
  }

  /** What is left in each lot, in the order in which they were opened. */
  remaining(): Map<ModelLot, number> {
    const left = new Map(this.lots.map((lot) => [lot, 0]));
    for (const { lot, place } of this.units) if (place === 'customer') bump(left, lot, 1);
    return left;
  }

  get expired(): number {
    return this.units.filter(({ place }) => place !== 'customer').length;
  }

  get held(): number {
    return [...this.vouchers.values()].reduce(
      (sum, one) => sum + (one.state === 'open' ? one.took.length : 0),
      0,
    );
  }

  /** What can be spent now, in the order in which it is. */
  usable(now: number): Unit[] {
    return this.units.filter(isUsable(now)).sort((a, b) => inOrder(a.lot, b.lot));
  }

  countUsable(now: number): number {
    return this.units.filter(isUsable(now)).length;
  }

  /** A debt is paid from it first. */
  grant(lot: ModelLot): void {
    this.lots.push(lot);
    for (let i = 0; i < lot.granted; i++)
      if (this.debt > 0) this.debt -= 1;
      else this.units.push({ lot, place: 'customer' });
  }

  /** From the sale's own lots, the soonest to expire first, then from what lapsed of them; the rest is owed or forgiven. */
  takeBack(sale: string, quantity: number, policy: 'debt' | 'forgive'): void {
    const own = this.lots.filter((lot) => lot.sale === sale).sort(inOrder);
    let left = quantity;
    const isOwn = (unit: Unit): boolean => unit.lot.sale === sale;
    for (const lot of own) while (left > 0 && this.remove((unit) => unit.lot === lot, IN_HAND)) left -= 1;
    while (left > 0 && this.remove(isOwn, GONE_BY)) left -= 1;
    if (policy === 'debt') this.debt += left;
    else this.forgiven += left;
  }

  hold(voucher: string, quantity: number, now: number): void {
    const taken = this.usable(now).slice(0, quantity);
    this.units = this.units.filter((unit) => !taken.includes(unit));
    const took = taken.map(({ lot }) => lot);
    this.vouchers.set(voucher, {
      took,
      state: 'open',
      captured: 0,
      returned: 0,
      toLots: new Map(),
      lapsed: new Map(),
    });
  }

  /** The first that it took are spent; the others are freed, the last taken first. */
  end(id: string, captured: number, now: number): void {
    const voucher = this.voucher(id);
    Object.assign(voucher, { state: 'over', captured });
    this.redeemed += captured;
    this.refill = new Map();
    for (const lot of voucher.took.slice(captured).toReversed()) this.free(lot, now);
  }

  /** Of what it spent, the last taken first. */
  giveBack(id: string, quantity: number, now: number): void {
    const voucher = this.voucher(id);
    const spent = voucher.took.slice(0, voucher.captured).toReversed();
    this.refill = new Map();
    for (const lot of spent.slice(voucher.returned, voucher.returned + quantity)) {
      const went = this.free(lot, now);
      if (went === 'lapsed') bump(voucher.lapsed, lot.sale, 1);
      else if (went !== 'debt') bump(voucher.toLots, went, 1);
    }
    voucher.returned += quantity;
    this.redeemed -= quantity;
  }

  /**
   * What had come back is taken from the lots that it went to, then from what lapsed of their sales as far as it may have
   * been that; the rest is owed.
   */
  takeAgain(id: string, quantity: number): void {
    const voucher = this.voucher(id);
    const { toLots, lapsed } = voucher;
    let left = quantity;
    const ordered = [...toLots.keys()].sort(inOrder);
    const gone = new Map(lapsed);
    for (const lot of ordered) bump(gone, lot.sale, Math.max(0, (toLots.get(lot) ?? 0) - this.inLot(lot)));
    for (const lot of ordered)
      while (left > 0 && (toLots.get(lot) ?? 0) > 0 && this.remove((unit) => unit.lot === lot, IN_HAND)) {
        bump(toLots, lot, -1);
        left -= 1;
      }
    for (const sale of [...gone.keys()].sort((a, b) => order(a ?? AFTER_SALES, b ?? AFTER_SALES)))
      for (let i = gone.get(sale) ?? 0; i > 0 && left > 0; i--) {
        const isIts = ({ lot }: Unit): boolean => lot.sale === sale && (sale !== null || toLots.has(lot));
        if (!this.remove(isIts, sale === null ? ['expired'] : GONE_BY)) break;
        bump(lapsed, sale, -1);
        left -= 1;
      }
    voucher.returned -= quantity;
    this.redeemed += quantity;
    this.debt += left;
  }

  /**
   * Purchases at these moments, in order, move on what rolls, as long as there is some of it, in hand or waiting in a
   * voucher: what is alive now, and what was opened just now as number `opened` or later.
   */
  renew(
    purchases: readonly number[],
    { now, opened }: { now: number; opened: number },
    expiryAfter: (at: number, days: number) => number,
  ): boolean {
    const rolling = this.lots.filter(({ rollingDays }) => (rollingDays ?? null) !== null);
    if (rolling.length === 0) return false;
    let renewed = false;
    const waiting = [...this.vouchers.values()].flatMap(({ state, took }) => (state === 'open' ? took : []));
    const left = this.remaining();
    for (const [number, lot] of this.lots.entries()) {
      const { rollingDays: days = null } = lot;
      if (days === null || (left.get(lot) === 0 && !waiting.includes(lot))) continue;
      if (number < opened && isOver(lot, now)) continue;
      for (const at of purchases) {
        if (at >= lot.expiresAt! || expiryAfter(at, days) <= lot.expiresAt!) continue;
        lot.expiresAt = expiryAfter(at, days);
        renewed = true;
      }
    }
    return renewed;
  }

  /** What somebody had who proved to be the same. */
  absorb(other: UnitModel): void {
    for (const name of ['debt', 'redeemed', 'forgiven'] as const) {
      this[name] += other[name];
      other[name] = 0;
    }
    this.lots.push(...other.lots.splice(0));
    this.units.push(...other.units.splice(0));
    for (const [id, voucher] of other.vouchers) this.vouchers.set(id, voucher);
    other.vouchers.clear();
  }

  /** What a purchase must reach for a voucher to pay. */
  minimumOf(id: string): number {
    return Math.max(0, ...this.voucher(id).took.map(({ useMinCents }) => useMinCents ?? 0));
  }

  expire(now: number): void {
    for (const unit of this.units)
      if (unit.place === 'customer' && isOver(unit.lot, now)) unit.place = 'expired';
  }

  /** It pays a debt, or lapses, or goes back into its lot, or beside it where that is full. */
  private free(lot: ModelLot, now: number): 'debt' | 'lapsed' | ModelLot {
    if (this.debt > 0) {
      this.debt -= 1;
      return 'debt';
    }
    if (isOver(lot, now)) {
      this.units.push({ lot, place: 'lapsed' });
      return 'lapsed';
    }
    if (this.inLot(lot) >= lot.granted) return this.beside(lot);
    this.units.push({ lot, place: 'customer' });
    return lot;
  }

  private beside(lot: ModelLot): ModelLot {
    let beside = this.refill.get(lot);
    if (beside === undefined) {
      beside = { ...lot, id: this.nextId(), sale: null, granted: 0 };
      this.lots.push(beside);
      this.refill.set(lot, beside);
    }
    beside.granted += 1;
    this.units.push({ lot: beside, place: 'customer' });
    return beside;
  }

  private remove(which: (unit: Unit) => boolean, places: Places): boolean {
    const index = this.units.findIndex((unit) => places.includes(unit.place) && which(unit));
    if (index >= 0) this.units.splice(index, 1);
    return index >= 0;
  }

  private voucher(id: string): ModelVoucher {
    const voucher = this.vouchers.get(id);
    if (voucher === undefined) throw new Error(`there is no voucher ${id}`);
    return voucher;
  }
}

type Places = readonly Unit['place'][];
const IN_HAND: Places = ['customer'];
const GONE_BY: Places = ['expired', 'lapsed'];

/** What has no sale comes after all that have one. */
const AFTER_SALES = '\uffff';
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function bump<Key>(map: Map<Key, number>, key: Key, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

/** Ids come in the order in which lots are opened. */
export const lotId = (number: number): string => `lot ${String(number).padStart(5, '0')}`;

const isOver = ({ expiresAt }: ModelLot, now: number): boolean => expiresAt !== null && expiresAt <= now;

const isUsable =
  (now: number) =>
  ({ lot, place }: Unit): boolean =>
    place === 'customer' && lot.availableAt <= now && !isOver(lot, now);

/** Soonest expiry first, what never expires last, then the oldest. */
export function inOrder(a: ModelLot, b: ModelLot): number {
  const [x, y] = [a.expiresAt ?? Infinity, b.expiresAt ?? Infinity];
  if (x !== y) return x < y ? -1 : 1;
  return a.availableAt - b.availableAt || order(a.id, b.id);
}
