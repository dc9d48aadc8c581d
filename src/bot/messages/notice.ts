import type { Instant, Language, Notice, StaffNotice } from '../../loyalty';
import { messagesIn, type Messages } from './catalogue';
import { cleanName, firstName } from './clean';
import { formatIn, type Format } from './format';
import { refusalText } from './refusal';
import { worthOf } from './voucher';
import { codePlace } from './voucher-code';

/**
 * What happened, in the recipient's words; a voucher's code has its place (`codePlace`). The first message to anyone also
 * says who writes, why and how to stop. Throws a RangeError for a zone that does not exist.
 */
export function renderNotice(
  notice: Notice | StaffNotice,
  { lang, zone, first }: { lang: Language; zone: string; first: boolean },
): string {
  const say = messagesIn(lang);
  const format = formatIn(lang, zone);
  if (!isToCustomer(notice)) return toStaff(notice, { lang, zone });
  const shop = cleanName(notice.shop) ?? 'Smartbis';
  const lines =
    notice.kind === 'voucher-earned'
      ? voucherEarned(notice, shop, lang, zone)
      : happened(notice, shop, say, format);
  if ('balance' in notice) lines.push(say.notices.balance(format.amounts(notice.balance)));
  if (first) return [...lines, '', say.notices.introduction(shop)].join('\n');
  const isGood = notice.kind === 'benefit-earned' || notice.kind === 'voucher-earned';
  return isGood ? `${lines.join('\n')} ${say.notices.cheer}` : lines.join('\n');
}

const STAFF_KINDS: Record<StaffNotice['kind'], true> = {
  'message-not-delivered': true,
  'voucher-not-honoured': true,
  'voucher-item-to-settle': true,
};

const isToCustomer = (notice: Notice | StaffNotice): notice is Notice => !(notice.kind in STAFF_KINDS);

function toStaff(notice: StaffNotice, reader: { lang: Language; zone: string }): string {
  const { notices } = messagesIn(reader.lang);
  const format = formatIn(reader.lang, reader.zone);
  switch (notice.kind) {
    case 'message-not-delivered': {
      const { to, phone, reason } = notice;
      const whom = [cleanName(to ?? '') ?? notices.someCustomer, phone ?? ''].join(' ').trim();
      return reason === 'not-on-channel' ? notices.notOnChannel(whom) : notices.sendingFailed(whom);
    }
    case 'voucher-not-honoured': {
      const { saleCents, at, terminal, refusal } = notice;
      return notices.notHonoured({
        sale: format.money(saleCents),
        day: format.day(at),
        time: format.time(at),
        terminal: terminal === null ? null : cleanName(terminal),
        why: refusalText(refusal, reader),
      });
    }
  }
  const item = cleanName(notice.item) ?? '…';
  const say = notice.refunded === 'earned-by' ? notices.itemOfRefundedSale : notices.itemOnRefundedSale;
  return say(item, firstName(notice.holder));
}

type Earned = Extract<Notice, { kind: 'voucher-earned' }>;

function voucherEarned(notice: Earned, shop: string, lang: Language, zone: string): string[] {
  const { notices } = messagesIn(lang);
  const { money, day, lastDay } = formatIn(lang, zone);
  const { benefit, voucherId, availableAt, expiresAt, minimumPurchaseCents: minimum } = notice;
  return [
    notices.voucherEarned(shop, worthOf(benefit, lang, zone), codePlace(voucherId)),
    notices.voucherUse({
      since: availableAt === null ? null : day(availableAt),
      day: lastDay(expiresAt),
      minimum: minimum === null ? null : money(minimum),
    }),
  ];
}

function happened(
  notice: Exclude<Notice, Earned>,
  shop: string,
  { notices }: Messages,
  format: Format,
): string[] {
  const { money } = format;
  switch (notice.kind) {
    case 'benefit-earned': {
      const { saleCents, availableAt, expiresAt } = notice;
      const when = [usable(availableAt, notices, format)];
      if (expiresAt !== null) when.push(notices.usableUntil(format.lastDay(expiresAt)));
      return [notices.earned(shop, format.amounts(notice), money(saleCents)), when.join(' ')];
    }
    case 'benefit-taken-back':
    case 'voucher-returned': {
      const { refundedCents, saleCents } = notice;
      const say = notice.kind === 'voucher-returned' ? notices.voucherReturned : notices.takenBack;
      return [say(shop, format.amounts(notice), money(refundedCents), money(saleCents))];
    }
  }
  const { item, valueCents, purchaseCents } = notice;
  if (item !== null) return [notices.redeemedItem(shop, cleanName(item) ?? '…')];
  return [notices.redeemed(shop, money(valueCents), money(purchaseCents ?? 0))];
}

function usable(availableAt: Instant | null, notices: Messages['notices'], format: Format): string {
  return availableAt === null ? notices.usableNow : notices.usableFrom(format.day(availableAt));
}
