import type { Asset } from './money';
import type { VoucherBenefit } from './rule';
import type { Instant } from './sale';

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
  /** Towards period limits and the budget, in the minor unit they are set in. */
  given: number;
}

/** Why a rule did not fire: the condition that failed, what it asked for and what the sale had. */
export interface Miss {
  condition: string;
  wanted: string | number | readonly (string | number)[];
  found: string | number | null;
}

/** One step of a rule's arithmetic. `after` is in the asset's minor unit and may be a fraction before `round`. */
export interface Step {
  step: 'base' | 'benefit' | 'multiplier' | 'limit' | 'best' | 'round';
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
