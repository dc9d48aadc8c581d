import type { Asset } from './money';
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
  trace: RuleTrace[];
}
