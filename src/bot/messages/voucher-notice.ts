import type { Language, VoucherStaffNotice } from '../../loyalty';
import { messagesIn } from './catalogue';
import { cleanName, firstName } from './clean';
import { formatIn } from './format';
import { refusalText } from './refusal';

interface Reader {
  lang: Language;
  zone: string;
}

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
