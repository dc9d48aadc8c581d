import type { Language, Notice, StaffNotice, VoucherStaffNotice } from '../../loyalty';
import { messagesIn } from './catalogue';
import { cleanName, firstName } from './clean';
import { formatIn } from './format';
import { refusalText } from './refusal';
import { worthOf } from './voucher';
import { codePlace } from './voucher-code';

interface Reader {
  lang: Language;
  zone: string;
}

export const isAboutVouchers = (notice: Notice | StaffNotice): notice is VoucherStaffNotice =>
  notice.kind === 'voucher-not-honoured' || notice.kind === 'voucher-item-to-settle';

/** What the shop's own people have to see to. */
export function renderVoucherNotice(notice: VoucherStaffNotice, reader: Reader): string {
  const { notices } = messagesIn(reader.lang);
  const format = formatIn(reader.lang, reader.zone);
  if (notice.kind === 'voucher-not-honoured') {
    const { saleCents, at, terminal, refusal } = notice;
    return notices.notHonoured({
      sale: format.money(saleCents),
      day: format.day(at),
      time: format.time(at),
      terminal: terminal === null ? null : cleanName(terminal),
      why: refusalText(refusal, reader),
    });
  }
  const say = notice.refunded === 'earned-by' ? notices.itemOfRefundedSale : notices.itemOnRefundedSale;
  return say(cleanName(notice.item) ?? '…', firstName(notice.holder));
}

/** What a rule's voucher is, to whoever earned it. */
export function voucherLines(
  notice: Extract<Notice, { kind: 'voucher-earned' }>,
  shop: string,
  { lang, zone }: Reader,
): string[] {
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
