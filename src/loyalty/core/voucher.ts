import { divideHalfUp } from './exact';
import { WHOLE_BPS } from './money';
import { storeKey } from './people/names';
import { chatLink } from './people/person';
import type { Refusal } from './result';
import type { VoucherBenefit } from './rules/rule';
import type { Instant, Sale } from './sales/sale';

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or from paper is not mistaken. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;
/** What stands before the code in a QR that is no link, for a scanner at the till to tell it from a product's. */
const CODE_PREFIX = 'SMARTBIS:';
/** As `qrText` makes it, in upper case. */
const CHAT_LINK = /^HTTPS:\/\/WA\.ME\/\d+\?TEXT=\w+%20([\w-]+)$/;

const CODE = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/** What reads as an amount or a length within a code that is typed with a space. */
const LIKE_A_FIGURE = /RS\d|\d(?:PTS?|DAY|MES)/;

/**
 * A code of 39.2 bits. Each half has a digit: typed small and with a space, letters alone would be words to whoever reads
 * them, and may be words that no shop would send.
 */
export function newCode(randomBytes: (count: number) => Uint8Array): string {
  for (;;) {
    const random = Array.from(randomBytes(CODE_LENGTH));
    const code = random.map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
    const halves = [code.slice(0, CODE_LENGTH / 2), code.slice(CODE_LENGTH / 2)];
    if (halves.every((half) => /\d/.test(half)) && !LIKE_A_FIGURE.test(code)) return code;
  }
}

/** Where a code is validated: `number` is the shop's, in the digits of its E.164 form; `verb` the one word that says so. */
export interface ShopChat {
  number: string;
  verb: string;
}

/**
 * What the QR of a code says: a link that opens the shop's chat with the wish to validate it, for the phones of its staff;
 * the code alone where the shop's number is not known.
 */
export function qrText(code: string, chat: ShopChat | null = null): string {
  return chat === null ? `${CODE_PREFIX}${code}` : `${chatLink(chat.number)}?text=${chat.verb}%20${code}`;
}

/** The code of a link that `qrText` made; null where the text is none. */
export function codeOfLink(text: string): string | null {
  return CHAT_LINK.test(text.trim().toUpperCase()) ? canonicalCode(text) : null;
}

/**
 * A code as a machine hands it over: scanned or typed, in any case, with or without its dash, O for 0, I or L for 1.
 * Upper case, without the dash; null where it is none.
 */
export function canonicalCode(text: string): string | null {
  const written = text.trim().toUpperCase();
  const scanned = CHAT_LINK.exec(written)?.[1] ?? written;
  const code = (scanned.startsWith(CODE_PREFIX) ? scanned.slice(CODE_PREFIX.length) : scanned)
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
}

/** What it holds: cashback or points of its holder; a voucher that a rule gave holds nothing. */
export type VoucherSource = 'cashback' | 'points' | 'rule' | 'campaign';
export type VoucherState = 'open' | 'redeemed' | 'cancelled' | 'expired';

/** What decides whether a voucher can be used, and on what. */
export interface VoucherTerms {
  source: VoucherSource;
  benefit: VoucherBenefit;
  state: VoucherState;
  settledAt: Instant | null;
  paidCents: number | null;
  availableAt: Instant;
  /** The first instant at which it is expired. */
  expiresAt: Instant;
  /** What a purchase must reach, in cents. */
  minimumPurchaseCents: number | null;
  /** Null: all of them. */
  stores: readonly string[] | null;
}

/**
 * What a voucher pays of a purchase, in cents: never more than the purchase, and of cashback at most `maxBps` of it,
 * rounded down. A share is rounded half up and kept under its ceiling; an item costs the purchase nothing.
 */
export function paidOf(
  { source, benefit }: Pick<VoucherTerms, 'source' | 'benefit'>,
  purchaseCents: number,
  maxBps: number,
): number {
  if (benefit.kind === 'voucher-item') return 0;
  const most =
    source === 'cashback'
      ? Number((BigInt(purchaseCents) * BigInt(maxBps)) / BigInt(WHOLE_BPS))
      : purchaseCents;
  if (benefit.kind === 'voucher-fixed') return Math.min(benefit.cents, most);
  const share = Number(divideHalfUp(BigInt(purchaseCents) * BigInt(benefit.bps), WHOLE_BPS));
  return Math.min(share, benefit.max_cents ?? share, most);
}

/** What a purchase must reach for a voucher of cashback to be used up: what is shown as its minimum. */
export function wholeFrom(
  { source, benefit }: Pick<VoucherTerms, 'source' | 'benefit'>,
  maxBps: number,
): number {
  if (source !== 'cashback' || benefit.kind !== 'voucher-fixed' || maxBps === WHOLE_BPS) return 0;
  return Number((BigInt(benefit.cents) * BigInt(WHOLE_BPS) + BigInt(maxBps - 1)) / BigInt(maxBps));
}

/** Expired means expired at that instant, whether or not a job has noted it. */
export function stateAt(
  { state, expiresAt }: Pick<VoucherTerms, 'state' | 'expiresAt'>,
  at: Instant,
): VoucherState {
  return state === 'open' && expiresAt <= at ? 'expired' : state;
}

/** Why a voucher is over; null while it is open. */
export function endOf(voucher: VoucherTerms, at: Instant): Refusal | null {
  const { benefit, paidCents, settledAt, expiresAt } = voucher;
  const state = stateAt(voucher, at);
  if (state === 'redeemed')
    return { code: 'voucher-redeemed', at: settledAt ?? at, benefit, paidCents: paidCents ?? 0 };
  if (state === 'expired') return { code: 'voucher-expired', at: expiresAt };
  return state === 'cancelled' ? { code: 'voucher-cancelled', at: settledAt ?? at } : null;
}

/** What it is to be used on, as far as that is known. */
export interface Use {
  at: Instant;
  /** Null: none, as for an item that is handed over without one; undefined where it is not named yet. */
  purchaseCents: number | null | undefined;
  /** What the store is called; undefined where a person sees to it, none where the till or the sale does not say. */
  storeNames?: readonly string[];
}

/** Why a voucher cannot be used so; null where it can. */
export function misuseOf(voucher: VoucherTerms, { at, purchaseCents, storeNames }: Use): Refusal | null {
  const end = endOf(voucher, at);
  if (end !== null) return end;
  const { availableAt, stores, minimumPurchaseCents: minimum } = voucher;
  if (availableAt > at) return { code: 'voucher-not-yet', at: availableAt };
  if (storeNames !== undefined && stores !== null && !stores.some((one) => isAmong(one, storeNames)))
    return { code: 'voucher-other-store', stores: [...stores] };
  if (minimum !== null && purchaseCents !== undefined && (purchaseCents ?? 0) < minimum)
    return { code: 'purchase-below-voucher-minimum', minimum };
  return null;
}

const isAmong = (name: string, names: readonly string[]): boolean =>
  names.some((one) => storeKey(one) === storeKey(name));

/** What of `paidCents` is back after a purchase's refunds: its money comes back first, then what the voucher paid. */
export function returnedOf(
  paidCents: number,
  { totalCents, refundedCents, voucherCents }: Pick<Sale, 'totalCents' | 'refundedCents' | 'voucherCents'>,
): number {
  if (refundedCents >= totalCents) return paidCents;
  const beyondMoney = Math.max(0, refundedCents - (totalCents - voucherCents));
  return Math.min(paidCents, beyondMoney);
}
