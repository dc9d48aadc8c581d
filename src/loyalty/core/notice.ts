import type { Instant } from './sale';

/**
 * What happened, without wording: rendered in the recipient's language at the moment of sending.
 * All are transactional (PRODUCT.md section 7).
 */
export type Notice =
  | {
      kind: 'benefit-earned';
      shop: string;
      saleCents: number;
      cashbackCents: number;
      points: number;
      /** When the latest part becomes usable; null when all is usable at once. */
      availableAt: Instant | null;
      /** The soonest expiry among what was granted; null never. */
      expiresAt: Instant | null;
      balance: { cashbackCents: number; points: number };
    }
  | {
      kind: 'benefit-taken-back';
      shop: string;
      saleCents: number;
      refundedCents: number;
      cashbackCents: number;
      points: number;
      balance: { cashbackCents: number; points: number };
    }
  | {
      kind: 'voucher-redeemed';
      shop: string;
      valueCents: number;
      purchaseCents: number;
      balance: { cashbackCents: number; points: number };
    };

export type NoticeKind = Notice['kind'];
