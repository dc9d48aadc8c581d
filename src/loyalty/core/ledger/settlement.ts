import type { Asset } from '../money';
import type { Instant } from '../sales/sale';
import type { Grant } from '../rules/verdict';

export type AccountKind = 'program' | 'customer' | 'held' | 'redeemed' | 'expired' | 'debt';

/** A quantity that moves from one account to another: it cannot fail to balance. */
export interface Posting {
  source: AccountKind;
  destination: AccountKind;
  asset: Asset;
  quantity: number;
}

/** A lot as it stands: what was granted with one availability and one expiry, and what remains of it. */
export interface LotState {
  id: string;
  asset: Asset;
  remaining: number;
  availableAt: Instant;
  expiresAt: Instant | null;
}

export interface NewLot {
  id: string;
  asset: Asset;
  granted: number;
  availableAt: Instant;
  expiresAt: Instant | null;
  /** What a purchase must reach for this lot to pay for it, in cents. */
  useMinCents: number | null;
  /** Its expiry is so many days after its holder's last purchase; null where it stands. */
  rollingDays: number | null;
}

/** What a rule's validity says of its lots beside their times. */
export type LotTerms = Pick<NewLot, 'useMinCents' | 'rollingDays'>;

export interface LotUse {
  lotId: string;
  quantity: number;
}

/** What one transaction writes for one customer. */
export interface Movement {
  postings: Posting[];
  lots: NewLot[];
  uses: LotUse[];
  /** Of the balance row. */
  deltas: { asset: Asset; quantity: number; held: number; debt: number }[];
}

export type Quantities = Record<Asset, number>;

/**
 * Brings a sale's award from what it stands at to what the sale deserves now. What is missing is granted (a debt is
 * paid from it first); what is too much is taken from the sale's own lots, then from what lapsed of them, and the
 * rest, being spent, becomes a debt or is forgiven.
 *
 * Invariant: in every asset the postings to and from `program` sum to `deserved - stand`, except for what is forgiven.
 */
export function settle(input: {
  grants: readonly Grant[];
  stand: Quantities;
  debt: Quantities;
  saleLots: readonly LotState[];
  /** What lapsed of the sale's lots and was not taken back yet: nobody owes anything for it. */
  lapsed: Quantities;
  policy: 'debt' | 'forgive';
  termsOf: (rule: number) => LotTerms;
  newId: () => string;
}): Movement {
  const movement: Movement = { postings: [], lots: [], uses: [], deltas: [] };
  for (const asset of ['cashback', 'points'] as const) {
    const grants = input.grants.filter((grant) => grant.asset === asset);
    const deserved = grants.reduce((sum, grant) => sum + grant.quantity, 0);
    const difference = deserved - input.stand[asset];
    if (difference > 0) award(movement, asset, grants, input);
    if (difference < 0) {
      const lots = input.saleLots.filter((lot) => lot.asset === asset);
      takeBack(movement, asset, lots, input.lapsed[asset], -difference, input.policy);
    }
  }
  return movement;
}

/** The first `stand` of the grants is granted already (a correction upwards); the rest opens lots. */
function award(
  movement: Movement,
  asset: Asset,
  grants: readonly Grant[],
  input: {
    stand: Quantities;
    debt: Quantities;
    termsOf: (rule: number) => LotTerms;
    newId: () => string;
  },
): void {
  let granted = input.stand[asset];
  let owed = input.debt[asset];
  let total = 0;
  for (const grant of grants) {
    const covered = Math.min(granted, grant.quantity);
    granted -= covered;
    const quantity = grant.quantity - covered;
    if (quantity === 0) continue;
    const paid = Math.min(owed, quantity);
    owed -= paid;
    total += quantity;
    const { availableAt, expiresAt } = grant;
    const id = input.newId();
    movement.lots.push({
      id,
      asset,
      granted: quantity,
      availableAt,
      expiresAt,
      ...input.termsOf(grant.rule),
    });
    if (paid > 0) movement.uses.push({ lotId: id, quantity: paid });
  }
  const paid = input.debt[asset] - owed;
  movement.postings.push({ source: 'program', destination: 'customer', asset, quantity: total });
  if (paid > 0) movement.postings.push({ source: 'customer', destination: 'debt', asset, quantity: paid });
  movement.deltas.push({ asset, quantity: total - paid, held: 0, debt: -paid });
}

/** Takes a quantity from these lots, then from what lapsed, and makes a debt of the rest or forgives it. */
export function takeBack(
  movement: Movement,
  asset: Asset,
  lots: readonly LotState[],
  lapsed: number,
  quantity: number,
  policy: 'debt' | 'forgive',
  into: 'program' | 'redeemed' = 'program',
): void {
  let missing = quantity;
  let fromLots = 0;
  for (const lot of lots) {
    const taken = Math.min(missing, lot.remaining);
    if (taken === 0) continue;
    movement.uses.push({ lotId: lot.id, quantity: taken });
    missing -= taken;
    fromLots += taken;
  }
  const fromLapsed = Math.min(missing, lapsed);
  missing -= fromLapsed;
  const post = (source: AccountKind, amount: number): void => {
    if (amount > 0) movement.postings.push({ source, destination: into, asset, quantity: amount });
  };
  post('customer', fromLots);
  post('expired', fromLapsed);
  if (policy === 'debt') post('debt', missing);
  movement.deltas.push({ asset, quantity: -fromLots, held: 0, debt: policy === 'debt' ? missing : 0 });
}
