import type { Instant } from './sale';

/** The shop's number stopped serving, and only a person can mend it. */
export interface NumberLost {
  kind: 'number-lost';
  shop: string;
  problem: NumberProblem;
  at: Instant;
}

export type NumberProblem =
  | 'logged-out'
  | 'browser-missing'
  | 'disk-full'
  | 'token-refused'
  | 'not-registered'
  | 'account-blocked'
  | 'payment';
