import type { Notice, Shop, voucherCodes } from '../../loyalty';
import { renderChart, renderVoucherCard } from '../cards';
import type { OutboundMessage } from '../channel';
import type { VoucherCard } from '../command';
import { isToCustomer, messagesIn, renderNotice, voucherIdsIn, voucherOf, withCodes } from '../messages';
import { byChannel } from './by-channel';
import type { DueMessage, ShopRules } from './claim';

/** With the codes of the vouchers that are in it, and what puts one-time links in their places. */
export type ToSend = DueMessage & {
  codes: Awaited<ReturnType<typeof voucherCodes>>;
  link: (text: string) => string;
  /** Where its reader stops offers. */
  unsubscribe: string;
  /** The shop's number, for the QR of a voucher; null where it is not known. */
  number: string | null;
  /** By which it is known when it comes back. */
  returnToken: string;
};

/** Whose codes have to be read for these messages. */
export function vouchersIn(messages: readonly DueMessage[]): string[] {
  const ids = messages.flatMap(({ body, params, card }) => [
    ...voucherIdsIn(body ?? ''),
    ...(params !== null && isToCustomer(params) ? [voucherOf(params) ?? []].flat() : []),
    ...(card?.kind === 'voucher' ? [card.voucherId] : []),
  ]);
  return [...new Set(ids)];
}

/** Whether it announces a voucher that cannot be used any more. */
export function isOvertaken({ params, codes }: ToSend): boolean {
  const voucherId = params !== null && isToCustomer(params) ? voucherOf(params) : null;
  return voucherId !== null && codes.get(voucherId)?.isOpen !== true;
}

/** A message in its recipient's words, with its picture. */
export async function render(
  { shop, texts }: ShopRules,
  message: ToSend,
  chatId: string,
  withPictures = true,
): Promise<OutboundMessage> {
  const { id, params, codes, link, first, name, number } = message;
  const lang = message.language ?? shop.language;
  const byEmail = message.channel === 'email';
  // An e-mail says at its end who writes, why, and how to stop.
  const reader = { lang, zone: shop.zone, first: first && !byEmail, name, byEmail, texts: texts[lang] };
  const words = params === null ? (message.body ?? '') : renderNotice(params, reader);
  const text = link(withCodes(words, codes));
  const whole = { id, chatId, text, ...byChannel(message, text, reader, shop) };
  const card = params?.kind === 'voucher-earned' ? earnedCard(params, shop, lang) : message.card;
  if (card === null || !withPictures) return whole;
  if (card.kind !== 'voucher')
    return {
      ...whole,
      picture: { png: await renderChart(card, shop.brandColour ?? null), fileName: 'grafico.png' },
    };
  const code = codes.get(card.voucherId)?.code;
  if (code === undefined) return whole;
  const verb = messagesIn(shop.language).validate.verb;
  const chat = number === null ? null : { number, verb };
  const png = await renderVoucherCard(card, code, { colour: shop.brandColour ?? null, chat });
  return { ...whole, picture: { png, fileName: `voucher-${code}.png` } };
}

function earnedCard(
  notice: Extract<Notice, { kind: 'voucher-earned' }>,
  { zone }: Shop,
  lang: VoucherCard['lang'],
): VoucherCard {
  const { shop, voucherId, benefit, minimumPurchaseCents, availableAt, expiresAt } = notice;
  const terms = { benefit, minimumPurchaseCents, availableAt, expiresAt, stores: null };
  return { kind: 'voucher', shop, voucherId, ...terms, zone, lang };
}
