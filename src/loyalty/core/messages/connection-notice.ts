import type { Instant } from '../sales/sale';

/** What became of the shop's connection to SmartPOS. */
export type ConnectionNotice = {
  shop: string;
} & (
  | {
      kind: 'smartpos-connected';
      /** As SmartPOS calls the account; null where it does not say. */
      company: string | null;
    }
  /** SmartPOS has given no good answer since then. */
  | { kind: 'smartpos-unanswered'; company: string | null; since: Instant }
  /** SmartPOS refuses the keys, or that they see the sales. */
  | { kind: 'smartpos-keys-refused'; company: string | null; what: 'keys' | 'sales' }
  /** Events came that a person has to see to. */
  | { kind: 'events-kept' }
  /** Of what was sold before the shop was connected. */
  | { kind: 'history-progress'; percent: number; sales: number }
  /** Sales of before were judged, as the owner asked. */
  | { kind: 'history-judged'; sales: number }
);
