import type { Instant, Language, Notice, TextKind } from '../../loyalty';
import { renderNotice } from './notice';
import { withCodes } from './voucher-code';

const DAY_MS = 86_400_000;
const CODES = new Map([['sample', { code: 'ABCD1234' }]]);

/** A message as a customer would get it, over made-up amounts. */
export function sampleOf(
  kind: TextKind,
  { shop, lang, zone, now, name, words }: SampleReader,
  texts: Partial<Record<TextKind, string>> | undefined,
): string {
  const first = kind === 'welcome';
  const notice = sampleNotice(first ? 'benefit-earned' : kind, { shop, now, words });
  return withCodes(renderNotice(notice, { lang, zone, first, name, texts }), CODES);
}

export interface SampleReader {
  shop: string;
  lang: Language;
  zone: string;
  now: Instant;
  name: string;
  /** A campaign's. */
  words: string;
}

function sampleNotice(
  kind: Exclude<TextKind, 'welcome'>,
  { shop, now, words }: Pick<SampleReader, 'shop' | 'now' | 'words'>,
): Notice {
  const balance = { cashbackCents: 1_500, points: 0 };
  const expiresAt = now + 30 * DAY_MS;
  const amount = { cashbackCents: 500, points: 0, saleCents: 10_000, refundedCents: 10_000 };
  const benefit = { kind: 'voucher-fixed', cents: 500 } as const;
  const voucher = { voucherId: 'sample', benefit, expiresAt, minimumPurchaseCents: null };
  const common = { shop, balance, ...amount, ...voucher, availableAt: null, purchases: 5 };
  switch (kind) {
    case 'voucher-redeemed':
      return { ...common, kind, valueCents: 500, item: null, purchaseCents: 10_000 };
    case 'come-back':
    case 'birthday':
      return { kind, shop, balance, gift: { cashbackCents: 1_500, points: 0, expiresAt }, voucher: null };
    case 'first-purchase':
    case 'thank-you':
      return { ...common, kind };
    case 'campaign':
      return {
        kind,
        words,
        shop,
        balance,
        gift: { cashbackCents: 1_500, points: 0, expiresAt },
        voucher: null,
      };
    default:
      return { ...common, kind };
  }
}
