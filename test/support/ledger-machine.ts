import {
  endHold,
  holdMovement,
  returnCaptured,
  takeReturned,
  type Ending,
  type HeldLot,
} from '../../src/loyalty/core/ledger/hold';
import {
  settle,
  type AccountKind,
  type LotState,
  type LotTerms,
  type Movement,
} from '../../src/loyalty/core/ledger/settlement';
import { bySoonestExpiry, minimumOf, takeSoonest } from '../../src/loyalty/core/ledger/spending';
import type { Renewal } from '../../src/loyalty/core/ledger/renewal';
import type { Asset } from '../../src/loyalty/core/money';
import type { Grant } from '../../src/loyalty/core/rules/verdict';

type MachineLot = LotState & LotTerms & { saleId: string | null; granted: number };

interface MachineVoucher {
  uses: { lotId: string; quantity: number }[];
  isOpen: boolean;
  /** What a purchase must reach for it to pay. */
  minimumCents: number | null;
  held: number;
  captured: number;
  returned: number;
  cameBack: Map<string, number>;
  /** Lots of its own, and what of them was taken again after it had lapsed. */
  own: string[];
  takenOfOwn: number;
  lapsed: Map<string, number>;
}

/**
 * The ledger's own decisions over books in memory: what one customer's cashback, or points, come to by the pure functions that the
 * program uses, each movement applied as the database applies it. Throws where a constraint of the database would.
 */
export class LedgerMachine {
  readonly lots = new Map<string, MachineLot>();
  readonly accounts: Record<AccountKind, number> = {
    program: 0,
    customer: 0,
    held: 0,
    redeemed: 0,
    expired: 0,
    debt: 0,
  };
  readonly balance = { quantity: 0, held: 0, debt: 0 };
  private readonly stands = new Map<string, number>();
  private readonly lapsed = new Map<string, number>();
  private readonly vouchers = new Map<string, MachineVoucher>();

  constructor(private readonly asset: Asset = 'cashback') {}

  /** Ids of new lots come in order, so that lots that are alike are taken in the order in which they were granted. */
  settle(sale: string, grants: readonly Grant[], policy: 'debt' | 'forgive', newId: () => string): void {
    const stand = this.stands.get(sale) ?? 0;
    const movement = settle({
      grants,
      stand: { cashback: stand, points: 0 },
      debt: { cashback: this.balance.debt, points: 0 },
      saleLots: this.lotsOf(sale),
      lapsed: { cashback: this.lapsedOf(sale), points: 0 },
      policy,
      termsOf: () => ({ useMinCents: null, rollingDays: null }),
      newId,
    });
    this.stands.set(
      sale,
      grants.reduce((sum, grant) => sum + grant.quantity, 0),
    );
    this.book(movement, sale);
  }

  /** The lots that a sale opened, soonest expiry first. */
  lotsOf(sale: string): MachineLot[] {
    return [...this.lots.values()].filter((lot) => lot.saleId === sale).sort(bySoonestExpiry);
  }

  /** What lapsed of a sale's lots and was not taken back yet. */
  lapsedOf(sale: string): number {
    return this.lapsed.get(sale) ?? 0;
  }

  /** False where what is usable does not reach. */
  hold(id: string, quantity: number, now: number): boolean {
    const uses = takeSoonest([...this.lots.values()], this.asset, quantity, now);
    if (uses === null) return false;
    this.vouchers.set(id, {
      uses,
      isOpen: true,
      minimumCents: minimumOf(uses.map(({ lotId }) => this.lots.get(lotId)!)),
      held: quantity,
      captured: 0,
      returned: 0,
      cameBack: new Map(),
      own: [],
      takenOfOwn: 0,
      lapsed: new Map(),
    });
    this.book(holdMovement(this.asset, uses), null);
    return true;
  }

  end(id: string, captured: number, now: number, newId: () => string): void {
    const voucher = this.voucher(id);
    voucher.captured = captured;
    voucher.isOpen = false;
    const { held } = voucher;
    const debt = this.balance.debt;
    this.carryOut(
      endHold({ asset: this.asset, lots: this.heldLots(voucher, now), held, captured, debt, newId }),
    );
  }

  giveBack(id: string, quantity: number, now: number, newId: () => string): void {
    const voucher = this.voucher(id);
    const { held, captured, returned } = voucher;
    const { debt } = this.balance;
    const of = { asset: this.asset, held, captured, returned, quantity, debt, newId };
    const ending = returnCaptured({ ...of, lots: this.heldLots(voucher, now) });
    voucher.returned += quantity;
    voucher.own.push(...ending.movement.lots.map((lot) => lot.id));
    for (const use of ending.movement.uses) bump(voucher.cameBack, use.lotId, -use.quantity);
    for (const { saleId, movement } of ending.lapses)
      if (saleId !== null) bump(voucher.lapsed, saleId, sumOf(movement));
    this.carryOut(ending);
  }

  takeAgain(id: string, quantity: number): void {
    const voucher = this.voucher(id);
    const lapsed = new Map(voucher.lapsed);
    const lots = [...this.lots.values()].sort(bySoonestExpiry).flatMap((lot): LotState[] => {
      if (voucher.own.includes(lot.id)) return [lot];
      const back = Math.max(0, voucher.cameBack.get(lot.id) ?? 0);
      const remaining = Math.min(back, lot.remaining);
      bump(lapsed, lot.saleId ?? '', back - remaining);
      return back === 0 ? [] : [{ ...lot, remaining }];
    });
    const ofOwn =
      voucher.own.reduce((sum, lot) => sum + (this.expiredOf.get(lot) ?? 0), 0) - voucher.takenOfOwn;
    const ofSales = [...lapsed]
      .filter(([sale]) => sale !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([saleId, some]) => ({
        saleId,
        quantity: Math.max(0, Math.min(some, this.lapsed.get(saleId) ?? 0)),
      }));
    const ending = takeReturned({
      asset: this.asset,
      lots,
      lapsed: [...ofSales, { saleId: null, quantity: Math.max(0, ofOwn) }],
      quantity,
      policy: 'debt',
      into: 'redeemed',
    });
    voucher.returned -= quantity;
    for (const use of ending.movement.uses)
      if (!voucher.own.includes(use.lotId)) bump(voucher.cameBack, use.lotId, -use.quantity);
    for (const { saleId, movement } of ending.lapses)
      if (saleId === null) voucher.takenOfOwn += sumOf(movement);
      else bump(voucher.lapsed, saleId, -sumOf(movement));
    this.carryOut(ending);
  }

  expire(now: number): void {
    for (const lot of this.lots.values())
      if (lot.expiresAt !== null && lot.expiresAt <= now && lot.remaining > 0) {
        const quantity = lot.remaining;
        bump(this.expiredOf, lot.id, quantity);
        this.book(
          {
            postings: [{ source: 'customer', destination: 'expired', asset: this.asset, quantity }],
            lots: [],
            uses: [{ lotId: lot.id, quantity }],
            deltas: [{ asset: this.asset, quantity: -quantity, held: 0, debt: 0 }],
          },
          lot.saleId,
        );
      }
  }

  /** By lot, what lapsed in it. */
  private readonly expiredOf = new Map<string, number>();

  private heldLots({ uses }: MachineVoucher, now: number): HeldLot[] {
    return uses
      .map(({ lotId, quantity }) => ({ quantity, lot: this.lots.get(lotId)! }))
      .toReversed()
      .map(({ quantity, lot }) => ({
        lotId: lot.id,
        quantity,
        saleId: lot.saleId,
        isOver: lot.expiresAt !== null && lot.expiresAt <= now,
        room: lot.granted - lot.remaining,
        availableAt: lot.availableAt,
        expiresAt: lot.expiresAt,
        useMinCents: lot.useMinCents,
        rollingDays: lot.rollingDays,
      }));
  }

  private carryOut({ movement, lapses }: Ending): void {
    this.book(movement, null);
    for (const lapse of lapses) this.book(lapse.movement, lapse.saleId);
  }

  /** A movement of this asset alone, as the database would write it. */
  book({ postings, lots, uses, deltas }: Movement, sale: string | null): void {
    for (const { source, destination, quantity } of postings) {
      if (!Number.isSafeInteger(quantity) || quantity <= 0) throw new Error(`a posting of ${quantity}`);
      this.accounts[source] -= quantity;
      this.accounts[destination] += quantity;
      if (sale !== null && destination === 'expired') bump(this.lapsed, sale, quantity);
      if (sale !== null && source === 'expired') bump(this.lapsed, sale, -quantity);
    }
    for (const lot of lots) this.lots.set(lot.id, { ...lot, remaining: lot.granted, saleId: sale });
    for (const { lotId, quantity } of uses) {
      const lot = this.lots.get(lotId);
      if (lot === undefined) throw new Error(`a use of lot ${lotId}, which there is not`);
      lot.remaining -= quantity;
      if (lot.remaining < 0 || lot.remaining > lot.granted)
        throw new Error(`lot ${lotId} of ${lot.granted} has ${lot.remaining} left`);
    }
    for (const delta of deltas) {
      this.balance.quantity += delta.quantity;
      this.balance.held += delta.held;
      this.balance.debt += delta.debt;
    }
    for (const [name, quantity] of Object.entries(this.balance))
      if (quantity < 0) throw new Error(`the balance’s ${name} is ${quantity}`);
  }

  /** Moves on what rolls so many days, as the database does (ledger/rolling.ts); `opened` are lots of just now. */
  renew(rollingDays: number, { since, expiresAt }: Renewal, now: number, opened: ReadonlySet<string>): void {
    const waiting = new Set(
      [...this.vouchers.values()].flatMap(({ isOpen, uses }) =>
        isOpen ? uses.map(({ lotId }) => lotId) : [],
      ),
    );
    for (const lot of this.lots.values())
      if (
        lot.rollingDays === rollingDays &&
        (lot.remaining > 0 || (waiting.has(lot.id) && lot.expiresAt! > now)) &&
        lot.expiresAt! > since &&
        lot.expiresAt! < expiresAt &&
        (lot.expiresAt! > now || opened.has(lot.id))
      )
        lot.expiresAt = expiresAt;
  }

  /** All that another's books hold, who proved to be the same customer: it is theirs no more. */
  absorb(other: LedgerMachine): void {
    for (const name of ['quantity', 'held', 'debt'] as const) {
      this.balance[name] += other.balance[name];
      other.balance[name] = 0;
    }
    for (const name of Object.keys(this.accounts) as AccountKind[]) {
      this.accounts[name] += other.accounts[name];
      other.accounts[name] = 0;
    }
    for (const name of ['lots', 'lapsed', 'vouchers', 'expiredOf'] as const) {
      const [own, others] = [this[name] as Map<string, unknown>, other[name]];
      for (const [id, one] of others) own.set(id, one);
      others.clear();
    }
  }

  minimumOf(id: string): number | null {
    return this.voucher(id).minimumCents;
  }

  private voucher(id: string): MachineVoucher {
    const voucher = this.vouchers.get(id);
    if (voucher === undefined) throw new Error(`there is no voucher ${id}`);
    return voucher;
  }
}

function bump(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

const sumOf = ({ postings }: Movement): number => postings.reduce((sum, { quantity }) => sum + quantity, 0);
