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

/** What only the shop's own people can mend. */
export type StaffNotice = {
  /** A message that a customer should have had did not go out, for good. */
  kind: 'message-not-delivered';
  shop: string;
  /** The customer's name; null where none is known. */
  to: string | null;
  /** E.164; null where none is known. */
  phone: string | null;
  /** Their number is not on the channel, or sending failed for about an hour. */
  reason: 'not-on-channel' | 'sending-failed';
};

export type NoticeKind = (Notice | StaffNotice)['kind'];
