import type { Instant } from '../sales/sale';

/** The shop's number stopped serving, and only a person can mend it. */
export interface NumberLost {
  kind: 'number-lost';
  shop: string;
  problem: NumberProblem;
  at: Instant;
  /** The place of the owner's link by which it is linked again or its keys are entered anew; null where neither mends it. */
  link?: string | null;
  /** By which whoever runs the system names the shop. */
  shopId?: number;
}

export type NumberProblem =
  | 'logged-out'
  | 'browser-missing'
  | 'disk-full'
  | 'token-refused'
  | 'not-registered'
  | 'account-blocked'
  | 'payment';
