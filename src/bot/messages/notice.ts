import type {
  Instant,
  Language,
  MachineSilent,
  MessageNotDelivered,
  Notice,
  StaffNotice,
} from '../../loyalty';
import { messagesIn, type Messages } from './catalogue';
import { acquirerName } from './acquirer';
import { cleanName } from './clean';
import { formatIn, type Format } from './format';
import { isAboutVouchers, renderVoucherNotice, voucherLines } from './voucher-notice';

/**
 * What happened, in the recipient's words; a voucher's code has only its place (`codePlace`). The first message to anyone
 * also says who writes, why and how to stop. Throws a RangeError for a zone that does not exist.
 */
export function renderNotice(
  notice: Notice | StaffNotice,
  { lang, zone, first }: { lang: Language; zone: string; first: boolean },
): string {
  const say = messagesIn(lang);
  if (notice.kind === 'message-not-delivered') return toStaff(notice, say);
  if (notice.kind === 'machine-silent') return silence(notice, { lang, zone });
  if (isAboutVouchers(notice)) return renderVoucherNotice(notice, { lang, zone });
  const format = formatIn(lang, zone);
  const shop = cleanName(notice.shop) ?? 'Smartbis';
  const lines =
    notice.kind === 'voucher-earned'
      ? voucherLines(notice, shop, { lang, zone })
      : [...happened(notice, shop, say, format), say.notices.balance(format.amounts(notice.balance))];
  if (first) return [...lines, '', say.notices.introduction(shop)].join('\n');
  const isGift = notice.kind === 'benefit-earned' || notice.kind === 'voucher-earned';
  return isGift ? `${lines.join('\n')} ${say.notices.cheer}` : lines.join('\n');
}

function toStaff({ to, phone, reason }: MessageNotDelivered, { notices }: Messages): string {
  const whom = [cleanName(to ?? '') ?? notices.someCustomer, phone ?? ''].join(' ').trim();
  return reason === 'not-on-channel' ? notices.notOnChannel(whom) : notices.sendingFailed(whom);
}

function silence(
  { machine, acquirer, store, lastSaleAt }: MachineSilent,
  { lang, zone }: { lang: Language; zone: string },
): string {
  const { day, time } = formatIn(lang, zone);
  return messagesIn(lang).machines.fellSilent({
    machine: cleanName(machine) ?? '…',
    acquirer: acquirer === null ? null : cleanName(acquirerName(acquirer)),
    store: store === null ? null : cleanName(store),
    day: day(lastSaleAt),
    time: time(lastSaleAt),
  });
}

function happened(
  notice: Exclude<Notice, { kind: 'voucher-earned' }>,
  shop: string,
  { notices }: Messages,
  format: Format,
): string[] {
  switch (notice.kind) {
    case 'benefit-earned': {
      const { saleCents, availableAt, expiresAt } = notice;
      const when = [usable(availableAt, notices, format)];
      if (expiresAt !== null) when.push(notices.usableUntil(format.lastDay(expiresAt)));
      return [notices.earned(shop, format.amounts(notice), format.money(saleCents)), when.join(' ')];
    }
    case 'benefit-taken-back':
    case 'voucher-returned': {
      const { refundedCents, saleCents } = notice;
      const say = notice.kind === 'voucher-returned' ? notices.voucherReturned : notices.takenBack;
      return [say(shop, format.amounts(notice), format.money(refundedCents), format.money(saleCents))];
    }
  }
  const { item, valueCents, purchaseCents } = notice;
  if (item !== null) return [notices.redeemedItem(shop, cleanName(item) ?? '…')];
  return [notices.redeemed(shop, format.money(valueCents), format.money(purchaseCents ?? 0))];
}

function usable(availableAt: Instant | null, notices: Messages['notices'], format: Format): string {
  return availableAt === null ? notices.usableNow : notices.usableFrom(format.day(availableAt));
}
