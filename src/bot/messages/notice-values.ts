import type { Instant, Language, Notice, NoticeOffer, NoticeVoucher, VoucherBenefit } from '../../loyalty';
import { messagesIn } from './catalogue';
import { cleanName, firstName } from './clean';
import { bold, formatIn, type Format } from './format';
import type { Values } from './template';
import { worthOf } from './voucher';
import { codePlace } from './voucher-code';

interface Reader {
  lang: Language;
  zone: string;
  name?: string | null;
  byEmail?: boolean;
}

/** What a notice puts into its text, but for the shop: amounts, dates and codes bold, what it does not have null. */
export function valuesOf(notice: Notice, reader: Reader): Values {
  const { lang, zone, name = null, byEmail = false } = reader;
  const { email, texts } = messagesIn(lang);
  const format = formatIn(lang, zone);
  const common: Values = { name: firstName(name), stop: (byEmail ? email : texts).stopOffers };
  if ('balance' in notice) common.balance = format.amounts(notice.balance);
  return { ...common, ...particular(notice, reader, format) };
}

function particular(notice: Notice, { lang, zone }: Reader, format: Format): Values {
  const worth = (benefit: VoucherBenefit): string => bold(worthOf(benefit, lang, zone));
  const until = (expiresAt: Instant | null): string | null =>
    expiresAt === null ? null : bold(format.lastDay(expiresAt));
  switch (notice.kind) {
    case 'benefit-earned':
      return {
        amount: format.amounts(notice),
        sale: bold(format.money(notice.saleCents)),
        use: useOf(notice, lang, format),
      };
    case 'benefit-available':
    case 'referral-paid':
    case 'balance-expiring':
      return { amount: format.amounts(notice), until: until(notice.expiresAt) };
    case 'benefit-taken-back':
    case 'voucher-returned':
      return {
        amount: format.amounts(notice),
        refunded: bold(format.money(notice.refundedCents)),
        sale: bold(format.money(notice.saleCents)),
      };
    case 'voucher-earned':
    case 'voucher-expiring':
      return {
        voucher: worth(notice.benefit),
        code: bold(codePlace(notice.voucherId)),
        until: until(notice.expiresAt),
        use: voucherUse(notice, lang, format),
      };
    case 'first-purchase':
    case 'thank-you':
      return {
        count: notice.kind === 'thank-you' ? String(notice.purchases) : null,
        ...saved(notice.balance),
      };
    case 'voucher-redeemed':
      return redeemed(notice, format);
    case 'voucher-cancelled':
      return {
        voucher: worth(notice.benefit),
        amount: notice.cashbackCents === 0 && notice.points === 0 ? null : format.amounts(notice),
      };
  }
  const own = notice.kind === 'campaign' ? notice.words : null;
  const words = own === '' ? messagesIn(lang).campaigns.text : own;
  return { words, ...offered(notice, worth, until, format) };
}

/** An item may be handed over without a purchase. */
function redeemed(
  { item, valueCents, purchaseCents }: Extract<Notice, { kind: 'voucher-redeemed' }>,
  { money }: Format,
): Values {
  if (item !== null) return { voucher: bold(cleanName(item) ?? '…'), sale: null };
  return { voucher: bold(money(valueCents)), sale: bold(money(purchaseCents ?? 0)) };
}

/** A balance of nothing is no reason to come. */
const saved = ({ cashbackCents, points }: NoticeOffer['balance']): Values =>
  cashbackCents === 0 && points === 0 ? { balance: null } : {};

function offered(
  { gift, voucher, balance }: NoticeOffer,
  worth: (benefit: VoucherBenefit) => string,
  until: (expiresAt: Instant | null) => string | null,
  format: Format,
): Values {
  return {
    amount: gift === null ? null : format.amounts(gift),
    voucher: voucher === null ? null : worth(voucher.benefit),
    code: voucher === null ? null : bold(codePlace(voucher.voucherId)),
    until: until(gift?.expiresAt ?? voucher?.expiresAt ?? null),
    ...saved(balance),
  };
}

function useOf(
  { availableAt, expiresAt }: Extract<Notice, { kind: 'benefit-earned' }>,
  lang: Language,
  format: Format,
): string {
  const { notices } = messagesIn(lang);
  const from = availableAt === null ? notices.usableNow : notices.usableFrom(format.day(availableAt));
  return expiresAt === null ? from : `${from} ${notices.usableUntil(format.lastDay(expiresAt))}`;
}

function voucherUse(
  voucher: NoticeVoucher & { availableAt?: Instant | null },
  lang: Language,
  format: Format,
): string {
  const { availableAt = null, expiresAt, minimumPurchaseCents: minimum } = voucher;
  return messagesIn(lang).notices.voucherUse({
    since: availableAt === null ? null : format.day(availableAt),
    day: format.lastDay(expiresAt),
    minimum: minimum === null ? null : format.money(minimum),
  });
}

/** The voucher whose code a notice names; null where it names none. */
export function voucherOf(notice: Notice): string | null {
  if (notice.kind === 'voucher-earned' || notice.kind === 'voucher-expiring') return notice.voucherId;
  return 'voucher' in notice ? (notice.voucher?.voucherId ?? null) : null;
}
