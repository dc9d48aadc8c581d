import type { Asset } from '../money';
import type { VoucherBenefit } from './rule';
import type { Instant } from '../sales/sale';

/** What a rule grants for one sale. `rule` is its index in the program version. */
export interface Grant {
  rule: number;
  asset: Asset;
  quantity: number;
  availableAt: Instant;
  /** The first instant at which it is expired; null never. */
  expiresAt: Instant | null;
}

/** A voucher that a rule gives for one sale. */
export interface VoucherGrant {
  rule: number;
  benefit: VoucherBenefit;
  availableAt: Instant;
  /** The first instant at which it is expired. */
  expiresAt: Instant;
  /** What a purchase must reach to use it, in cents. */
  minimumPurchaseCents: number | null;
}

/** What one rule's counters (past.ts) gain by a verdict. */
export interface Count {
  rule: number;
  stamps: number;
  /** Stamps that its voucher takes: a whole card. */
  spent?: number;
  /** Whether it was the rule's Nth purchase. */
  fired?: number;
  /** Towards period limits and the budget, in the minor unit they are set in. */
  given: number;
}

/** Why a rule did not fire: the condition that failed, what it asked for and what the sale had. */
export interface Miss {
  condition: string;
  wanted: string | number | readonly (string | number)[];
  found: string | number | null;
}

/**
 * One step of a rule's arithmetic, `after` what the award is once it is done, in the asset's minor unit; it may be a
 * fraction before `round`. The steps of a rule that fired, in their order:
 *
 * - `base`: the sale's qualifying base, in cents; `items`: what of it the rule's items make up, in cents.
 * - `stamp`: which stamp of its card this purchase is; `voucher`: what the voucher is worth at most, in cents (0 for a thing).
 * - `benefit`, then each `multiplier` that counts (of a multiplier's own trace: its hundredths).
 * - `limit` of one sale; of the customer's `day`, `week`, `month`; `budget` of all customers: each only where it cuts.
 * - `best`: another rule marked best gives more, so this one gives nothing.
 * - `sale`: cut, since all cashback together may not be more than the sale's qualifying base.
 * - `round`: what is granted. Over all rules these add up exactly to the award.
 */
export interface Step {
  step:
    | 'base'
    | 'items'
    | 'stamp'
    | 'voucher'
    | 'benefit'
    | 'multiplier'
    | 'limit'
    | 'day'
    | 'week'
    | 'month'
    | 'budget'
    | 'best'
    | 'sale'
    | 'round';
  after: number;
}

export interface RuleTrace {
  rule: number;
  fired: boolean;
  miss?: Miss;
  steps?: Step[];
}

/** What a program version gives for one sale; the traces of the fired rules add up exactly to the grants. */
export interface Verdict {
  /** The qualifying base: net paid without the part paid by voucher, in cents. */
  baseCents: number;
  grants: Grant[];
  vouchers: VoucherGrant[];
  /** Only of rules that have stamps, a limit of a period or a budget. */
  counts: Count[];
  trace: RuleTrace[];
}
