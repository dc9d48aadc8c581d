import type { Instant, Language, Notice, StaffNotice } from '../../loyalty';
import { messagesIn, type Messages } from './catalogue';
import { cleanName } from './clean';
import { formatIn, type Format } from './format';

/**
 * What happened, in the recipient's words. The first message to anyone also says who writes, why and how to stop.
 * Throws a RangeError for a zone that does not exist.
 */
export function renderNotice(
  notice: Notice | StaffNotice,
  { lang, zone, first }: { lang: Language; zone: string; first: boolean },
): string {
  const say = messagesIn(lang);
  if (notice.kind === 'message-not-delivered') return toStaff(notice, say);
  const format = formatIn(lang, zone);
  const shop = cleanName(notice.shop) ?? 'Smartbis';
  const lines = [...happened(notice, shop, say, format), say.notices.balance(format.amounts(notice.balance))];
  if (first) return [...lines, '', say.notices.introduction(shop)].join('\n');
  return notice.kind === 'benefit-earned' ? `${lines.join('\n')} ${say.notices.cheer}` : lines.join('\n');
}

function toStaff({ to, phone, reason }: StaffNotice, { notices }: Messages): string {
  const whom = [cleanName(to ?? '') ?? notices.someCustomer, phone ?? ''].join(' ').trim();
  return reason === 'not-on-channel' ? notices.notOnChannel(whom) : notices.sendingFailed(whom);
}

function happened(notice: Notice, shop: string, { notices }: Messages, format: Format): string[] {
  switch (notice.kind) {
    case 'benefit-earned': {
      const { saleCents, availableAt, expiresAt } = notice;
      const when = [usable(availableAt, notices, format)];
      if (expiresAt !== null) when.push(notices.usableUntil(format.lastDay(expiresAt)));
      return [notices.earned(shop, format.amounts(notice), format.money(saleCents)), when.join(' ')];
    }
    case 'benefit-taken-back': {
      const { refundedCents, saleCents } = notice;
      const amounts = format.amounts(notice);
      return [notices.takenBack(shop, amounts, format.money(refundedCents), format.money(saleCents))];
    }
  }
  return [notices.redeemed(shop, format.money(notice.valueCents), format.money(notice.purchaseCents))];
}

function usable(availableAt: Instant | null, notices: Messages['notices'], format: Format): string {
  return availableAt === null ? notices.usableNow : notices.usableFrom(format.day(availableAt));
}
