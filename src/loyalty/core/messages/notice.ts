import type { Refusal } from '../result';
import type { VoucherBenefit } from '../rules/rule';
import type { ConnectionNotice } from './connection-notice';
import type { MailFault } from './mail-fault';
import type { NumberLost } from './number-lost';
import type { Instant } from '../sales/sale';

/** What a customer can use by now. */
interface NoticeBalance {
  cashbackCents: number;
  points: number;
}

/** A voucher that a message is about: its code is read from the encrypted copy when the message is sent. */
export interface NoticeVoucher {
  voucherId: string;
  benefit: VoucherBenefit;
  expiresAt: Instant;
  minimumPurchaseCents: number | null;
}

/** What an offer gave: an amount or a voucher, or nothing but the invitation. */
export interface NoticeOffer {
  shop: string;
  /** Null: nothing was granted. `expiresAt` null: never. */
  gift: { cashbackCents: number; points: number; expiresAt: Instant | null } | null;
  voucher: NoticeVoucher | null;
  balance: NoticeBalance;
}

/** What the shop offers or reminds of, without having been asked: marketing (message-kinds.ts). */
export type MarketingNotice =
  | {
      kind: 'balance-expiring';
      shop: string;
      cashbackCents: number;
      points: number;
      expiresAt: Instant;
      balance: NoticeBalance;
    }
  | ({ kind: 'voucher-expiring'; shop: string } & NoticeVoucher)
  | ({ kind: 'come-back' } & NoticeOffer)
  | ({ kind: 'birthday' } & NoticeOffer)
  /** The day after it. */
  | { kind: 'first-purchase'; shop: string; balance: NoticeBalance }
  /** The day after so many days with a purchase. */
  | { kind: 'thank-you'; shop: string; purchases: number; balance: NoticeBalance }
  /** `words` are the campaign's own; empty: the product's, in the reader's language. */
  | ({ kind: 'campaign'; words: string } & NoticeOffer);

/** What happened, without wording: rendered in the recipient's language at the moment of sending. */
export type Notice = MarketingNotice | TransactionalNotice;

/** What the customer's own act caused. */
export type TransactionalNotice =
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
      balance: NoticeBalance;
    }
  | {
      /** What was earned before is usable from now on. */
      kind: 'benefit-available';
      shop: string;
      cashbackCents: number;
      points: number;
      /** Null never. */
      expiresAt: Instant | null;
      balance: NoticeBalance;
    }
  | {
      /** A friend who was brought has bought for the first time: told to both. */
      kind: 'referral-paid';
      shop: string;
      cashbackCents: number;
      points: number;
      /** Null never. */
      expiresAt: Instant | null;
      balance: NoticeBalance;
    }
  | {
      kind: 'benefit-taken-back';
      shop: string;
      saleCents: number;
      refundedCents: number;
      cashbackCents: number;
      points: number;
      balance: NoticeBalance;
    }
  | {
      kind: 'voucher-redeemed';
      shop: string;
      /** What it paid. */
      valueCents: number;
      /** What was handed over for it; null where it paid an amount. */
      item: string | null;
      /** Null: an item without a purchase. */
      purchaseCents: number | null;
      balance: NoticeBalance;
    }
  | {
      /** The shop cancelled it; what its holder cancels is answered at once. */
      kind: 'voucher-cancelled';
      shop: string;
      benefit: VoucherBenefit;
      /** What came back to the balance. */
      cashbackCents: number;
      points: number;
      balance: NoticeBalance;
    }
  | ({
      /** A rule gave it. */
      kind: 'voucher-earned';
      shop: string;
      /** Null when it can be used at once. */
      availableAt: Instant | null;
    } & NoticeVoucher)
  | {
      /** The part of a refunded purchase that a voucher had paid came back. */
      kind: 'voucher-returned';
      shop: string;
      refundedCents: number;
      saleCents: number;
      cashbackCents: number;
      points: number;
      balance: NoticeBalance;
    };

/** A message that a customer should have had did not go out, for good. */
export interface MessageNotDelivered {
  kind: 'message-not-delivered';
  shop: string;
  /** The customer's name; null where none is known. */
  to: string | null;
  /** E.164; null where none is known. */
  phone: string | null;
  /** Their number is not on the channel, their e-mail address is given up or gave one message back, or sending failed for about an hour. */
  reason: 'not-on-channel' | 'email-bounced' | 'email-returned' | 'email-complained' | 'sending-failed';
  /** Of an e-mail, where it is known. */
  fault?: MailFault;
}

/** What of vouchers a person has to see to. */
export type VoucherStaffNotice =
  | {
      /** A sale came with the code of a voucher that could not be used on it. */
      kind: 'voucher-not-honoured';
      shop: string;
      saleCents: number;
      at: Instant;
      terminal: string | null;
      refusal: Refusal;
    }
  | {
      /** An item was handed over for a voucher, and the sale that gave it, or that it was used on, was refunded. */
      kind: 'voucher-item-to-settle';
      shop: string;
      item: string;
      holder: string | null;
      refunded: 'earned-by' | 'used-on';
    };

/** A card machine sold nothing for longer than it ever does while it is open. */
export interface MachineSilent {
  kind: 'machine-silent';
  shop: string;
  machine: string;
  acquirer: string | null;
  store: string | null;
  lastSaleAt: Instant;
}

/** A claim to a sale without a buyer that an honest customer seldom makes. */
export interface OddClaim {
  kind: 'odd-claim';
  shop: string;
  /** Many by one person within a week, one by somebody who works here, or one that staff had recorded by hand and that counted as well. */
  pattern: 'many' | 'own-phone' | 'by-hand';
  who: string | null;
  /** E.164. */
  phone: string | null;
  count: number;
  /** Of the sale, in cents. */
  saleCents: number;
  at: Instant;
  /** Which member of staff linked it; null: claimed in the chat. */
  by: string | null;
}

/** A customer wants a person, or has one: one of the shop wrote to them on the shop's own phone. */
export type PersonNotice = {
  shop: string;
  /** The customer's; null where it is not known. */
  name: string | null;
  phone: string | null;
} & (
  | {
      kind: 'person-asked';
      /** What they wrote lately. */
      question: string;
    }
  | { kind: 'person-wrote' }
);

/** What the owners have to know of somebody's PIN: it was tried too often, or is to be set anew without the one before. */
export interface PinNotice {
  kind: 'pin-alarm';
  shop: string;
  name: string;
  what: 'locked' | 'forgotten';
  /** Until when it is locked, or from when on another can be set. */
  at: Instant;
}

/** What is stored of the shop's program is of no known form: its sales wait, and none is judged. */
export interface ProgramUnreadable {
  kind: 'program-unreadable';
  shop: string;
}

/** Someone was put in a place of the shop's team. */
export interface TeamPlace {
  kind: 'team-place';
  shop: string;
  role: 'cashier' | 'manager' | 'owner';
  /** Whoever did it. */
  by: string;
}

/** What only the shop's own people can mend, or have to know. */
export type StaffNotice =
  | MessageNotDelivered
  | NumberLost
  | VoucherStaffNotice
  | MachineSilent
  | OddClaim
  | ConnectionNotice
  | PersonNotice
  | PinNotice
  | ProgramUnreadable
  | TeamPlace;

export type NoticeKind = (Notice | StaffNotice)['kind'];
