import type { Asset } from '../money';
import type { Instant } from '../sales/sale';
import {
  takeBack,
  type AccountKind,
  type LotState,
  type LotTerms,
  type LotUse,
  type Movement,
  type NewLot,
} from './settlement';

/** A lot that a hold took from. Held lots come in the order in which they are refilled: the last taken first. */
export interface HeldLot extends LotUse, LotTerms {
  saleId: string | null;
  /** Expired by now: what would refill it lapses. */
  isOver: boolean;
  /** What it can take up again: what was granted, less what remains. */
  room: number;
  availableAt: Instant;
  expiresAt: Instant | null;
}

/** A movement about one sale, or about none. */
export interface SaleMovement {
  saleId: string | null;
  movement: Movement;
}

/** The voucher's own movement, and what lapses or comes back from having lapsed: each about the lot's sale. */
export interface Ending {
  movement: Movement;
  lapses: (SaleMovement & { lotId: string | null })[];
}

const emptyMovement = (): Movement => ({ postings: [], lots: [], uses: [], deltas: [] });

/** Sets what these lots give aside for a voucher. */
export function holdMovement(asset: Asset, uses: readonly LotUse[]): Movement {
  const quantity = uses.reduce((sum, use) => sum + use.quantity, 0);
  return {
    postings: [{ source: 'customer', destination: 'held', asset, quantity }],
    lots: [],
    uses: uses.map((use) => ({ lotId: use.lotId, quantity: use.quantity })),
    deltas: [{ asset, quantity: -quantity, held: quantity, debt: 0 }],
  };
}

/** Where what a voucher frees goes: of each lot, how much. */
interface Remainder {
  paidDebt: number;
  back: HeldLot[];
  lapsed: HeldLot[];
}

/**
 * `quantity` of what was held, after the first `skip` of it: a debt is paid first (a refund that came while it was held
 * made one), then it goes back to the lots that it came from, with their own expiry; what was of a lot that is over
 * lapses.
 */
function divide(
  lots: readonly HeldLot[],
  { skip, quantity, debt }: Record<'skip' | 'quantity' | 'debt', number>,
): Remainder {
  const remainder: Remainder = { paidDebt: 0, back: [], lapsed: [] };
  let [passed, left] = [skip, quantity];
  for (const held of lots) {
    const freedBefore = Math.min(passed, held.quantity);
    passed -= freedBefore;
    const free = Math.min(left, held.quantity - freedBefore);
    left -= free;
    const paid = Math.min(free, debt - remainder.paidDebt);
    remainder.paidDebt += paid;
    if (free === paid) continue;
    (held.isOver ? remainder.lapsed : remainder.back).push({ ...held, quantity: free - paid });
  }
  return remainder;
}

/**
 * A lot takes up no more than it granted: where it was refilled already by what somebody came to owe for since (a refund
 * that turned out smaller), the rest becomes a lot of its own on the same terms.
 */
function freed(
  source: 'held' | 'redeemed',
  asset: Asset,
  { paidDebt, back, lapsed }: Remainder,
  newId: () => string,
): Ending {
  const returned = back.reduce((sum, { quantity }) => sum + quantity, 0);
  const ofHeld = (quantity: number): number => (source === 'held' ? -quantity : 0);
  const movement: Movement = {
    postings: [...moved(source, 'debt', asset, paidDebt), ...moved(source, 'customer', asset, returned)],
    lots: back.flatMap(({ quantity, room, ...lot }): NewLot[] => {
      const { availableAt, expiresAt, useMinCents, rollingDays } = lot;
      const terms = { availableAt, expiresAt, useMinCents, rollingDays };
      return quantity <= room ? [] : [{ id: newId(), asset, granted: quantity - room, ...terms }];
    }),
    uses: back.flatMap(({ lotId, quantity, room }) =>
      room === 0 ? [] : [{ lotId, quantity: -Math.min(quantity, room) }],
    ),
    deltas: [{ asset, quantity: returned, held: ofHeld(paidDebt + returned), debt: -paidDebt }],
  };
  const lapses = lapsed.map(({ lotId, saleId, quantity }) => ({
    lotId,
    saleId,
    movement: {
      ...emptyMovement(),
      postings: moved(source, 'expired', asset, quantity),
      deltas: [{ asset, quantity: 0, held: ofHeld(quantity), debt: 0 }],
    },
  }));
  return { movement, lapses };
}

const moved = (
  source: AccountKind,
  destination: AccountKind,
  asset: Asset,
  quantity: number,
): Movement['postings'] => (quantity === 0 ? [] : [{ source, destination, asset, quantity }]);

/** Spends `captured` of what a voucher holds and frees the rest. */
export function endHold(of: {
  asset: Asset;
  lots: readonly HeldLot[];
  held: number;
  captured: number;
  debt: number;
  newId: () => string;
}): Ending {
  const { asset, lots, held, captured, debt, newId } = of;
  const ending = freed('held', asset, divide(lots, { skip: 0, quantity: held - captured, debt }), newId);
  ending.movement.postings.unshift(...moved('held', 'redeemed', asset, captured));
  for (const delta of ending.movement.deltas) delta.held -= captured;
  return ending;
}

/** Brings back `quantity` more of what was captured, after the `returned` before it. */
export function returnCaptured(of: {
  asset: Asset;
  lots: readonly HeldLot[];
  held: number;
  captured: number;
  returned: number;
  quantity: number;
  debt: number;
  newId: () => string;
}): Ending {
  const { asset, lots, held, captured, returned, quantity, debt, newId } = of;
  const remainder = divide(lots, { skip: held - captured + returned, quantity, debt });
  return freed('redeemed', asset, remainder, newId);
}

/** What a voucher that held nothing costs the shop. */
export const captureOfNothingHeld = (cents: number): Movement => ({
  ...emptyMovement(),
  postings: moved('program', 'redeemed', 'cashback', cents),
});

/** Gives cashback in a lot of its own, of which a debt is paid first. */
export function lotOfItsOwn(of: {
  source: 'program' | 'redeemed';
  quantity: number;
  debt: number;
  id: string;
  availableAt: Instant;
  expiresAt: Instant | null;
  useMinCents: number | null;
}): Movement {
  const { source, quantity, debt, id, availableAt, expiresAt, useMinCents } = of;
  const paid = Math.min(debt, quantity);
  return {
    postings: [
      ...moved(source, 'customer', 'cashback', quantity),
      ...moved('customer', 'debt', 'cashback', paid),
    ],
    lots: [
      { id, asset: 'cashback', granted: quantity, availableAt, expiresAt, useMinCents, rollingDays: null },
    ],
    uses: paid === 0 ? [] : [{ lotId: id, quantity: paid }],
    deltas: [{ asset: 'cashback', quantity: quantity - paid, held: 0, debt: -paid }],
  };
}

/**
 * Takes back what had come back: from the lots that it went to, then from what lapsed of it, and the rest, being spent,
 * becomes a debt or is forgiven.
 */
export function takeReturned(of: {
  asset: Asset;
  /** `remaining`: at most what came back to the lot. */
  lots: readonly LotState[];
  lapsed: readonly { saleId: string | null; quantity: number }[];
  quantity: number;
  policy: 'debt' | 'forgive';
  into: 'program' | 'redeemed';
}): Ending {
  const { asset, lots, quantity, policy, into } = of;
  let lapsedLeft = Math.max(0, quantity - lots.reduce((sum, lot) => sum + lot.remaining, 0));
  let fromLapsed = 0;
  const lapses = of.lapsed.flatMap(({ saleId, quantity: lapsed }) => {
    const taken = Math.min(lapsedLeft, lapsed);
    lapsedLeft -= taken;
    fromLapsed += taken;
    if (taken === 0) return [];
    return [
      {
        lotId: null,
        saleId,
        movement: { ...emptyMovement(), postings: moved('expired', into, asset, taken) },
      },
    ];
  });
  const movement = emptyMovement();
  takeBack(movement, asset, lots, 0, quantity - fromLapsed, policy, into);
  return { movement, lapses };
}
