import type { Asset } from './money';
import type { VoucherBenefit } from './rules/rule';

/**
 * The closed set of expected refusals. Each becomes a sentence in chat or a problem over HTTP;
 * anything thrown instead is a bug or an outage.
 */
export type Refusal =
  | { code: 'insufficient-balance'; asset: Asset; available: number; requested: number }
  | { code: 'below-minimum-redeem'; minimum: number }
  | { code: 'program-not-active'; missing: SetupStep | 'paused' }
  | { code: 'voucher-not-found' }
  | { code: 'voucher-redeemed'; at: number; benefit: VoucherBenefit; paidCents: number }
  | { code: 'voucher-expired'; at: number }
  | { code: 'voucher-cancelled'; at: number }
  | { code: 'voucher-not-yet'; at: number }
  | { code: 'voucher-other-store'; stores: string[] }
  /** A rule's voucher holds nothing that could go back. */
  | { code: 'voucher-not-cancellable' }
  /** The shop validates in another way, which is not the speaker's to do. */
  | { code: 'voucher-mode'; mode: Exclude<VoucherMode, 'counter'> }
  | { code: 'purchase-below-voucher-minimum'; minimum: number }
  | { code: 'purchase-cap'; maxVoucherCents: number; voucherCents: number; neededPurchaseCents: number }
  /** Why a friend's code does not count. */
  | { code: 'referral'; why: 'off' | 'unknown' | 'self' | 'ring' | 'not-new' | 'already' }
  /** The shop has suspended them. */
  | { code: 'customer-blocked' }
  | { code: 'too-many-tries'; retryAt: number }
  | { code: 'claims-of-day'; most: number; retryAt: number }
  /** So many shops were opened from this phone within a day. */
  | { code: 'shops-limit'; maximum: number; retryAt: number }
  /** No such sale, another's, or too old: one answer for all. */
  | { code: 'claim-not-found' }
  /** No sale that staff recorded for them, or it was reversed. */
  | { code: 'sale-not-found' }
  | { code: 'till-key-limit'; maximum: number }
  /** The receipt fits several sales: when was it? */
  | { code: 'claim-several' }
  | { code: 'reward-not-found' }
  | { code: 'reward-limit'; name: string; limit: number }
  | { code: 'catalogue-full'; maximum: number }
  /** Nobody is in a campaign's audience. */
  | { code: 'campaign-nobody' }
  /** A budget needs an offer whose cost is known. */
  | { code: 'campaign-unbounded' }
  | { code: 'campaign-not-found' }
  /** Who is in it and what they get is settled once customers were drawn. */
  | { code: 'campaign-begun'; what: 'audience' | 'offer'; number: number }
  | { code: 'campaign-over'; number: number }
  /** Within which days its last one may be. */
  | { code: 'campaign-period'; first: number; last: number }
  /** More was given already than the budget would be. */
  | { code: 'campaign-budget'; spentCents: number }
  /** With which purchase a customer can be thanked. */
  | { code: 'thanks-range'; from: number; to: number }
  /** What a friend's first purchase can pay to each side, in cents, and for how long that can be used. */
  | { code: 'referral-terms'; maximumCents: number; maximumDays: number }
  /** A manager has put in and taken that much today; beyond it the owner adjusts. */
  | { code: 'adjust-limit'; asset: Asset; maximum: number; used: number }
  | { code: 'idempotency-conflict' }
  | { code: 'rule-changed' }
  /** Somebody else changed what the question was about before its yes. */
  | { code: 'changed-meanwhile' }
  | { code: 'team'; why: 'last-owner' | 'owner-only' | 'gone' }
  | { code: 'not-undone'; why: NotUndone }
  | { code: 'rule-gone' }
  | { code: 'rule-limit'; maximum: number };

/** What cannot be undone, by why. */
type FinalChange =
  | 'adjustment-spent'
  | 'connection'
  | 'customer'
  | 'erased'
  | 'identity-proven'
  | 'pin'
  | 'sale'
  | 'sent'
  | 'campaign'
  | 'campaign-changed'
  | 'campaign-stopped'
  | 'till-key'
  | 'undo'
  | 'voucher-cancelled'
  | 'voucher-used';

/** Why the last change stays. */
export type NotUndone =
  | { because: 'nothing' }
  /** Something else was changed before the yes. */
  | { because: 'overtaken' }
  | { because: 'role'; who: 'manager' | 'owner' }
  /** So many sales were judged by it, or vouchers given. */
  | { because: 'built-on'; what: 'sales' | 'vouchers'; count: number }
  /** What it changed is something else by now. */
  | { because: 'changed-since' }
  | { because: 'final'; what: FinalChange };

/** How a shop validates vouchers: its staff in the chat, its till over HTTP, the sale itself, or by its own procedure. */
export const VOUCHER_MODES = ['counter', 'connected-till', 'automatic', 'manual'] as const;
export type VoucherMode = (typeof VOUCHER_MODES)[number];

/** The five steps of PRODUCT.md's `status`, in order. */
export const SETUP_STEPS = ['machines', 'connection', 'rules', 'reference-sale', 'activation'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = <T = never>(refusal: Refusal): Result<T> => ({ ok: false, refusal });
