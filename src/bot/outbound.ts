import type { Database, Work } from '../db';
import {
  loadShop,
  loadSwitches,
  loadTexts,
  voucherCodes,
  type Notice,
  type Shop,
  type ShopTexts,
  type Switches,
} from '../loyalty';
import { withLinks } from '../one-time-links';
import type { Logger } from '../telemetry';
import { renderChart, renderVoucherCard } from './cards';
import type { Channel, Document, OutboundMessage } from './channel';
import type { DocumentRequest, VoucherCard } from './command';
import { buildDocument } from './documents';
import { isToCustomer, renderNotice, voucherIdsIn, voucherOf, withCodes } from './messages';
import { claimDue, recordEnd, type DueMessage, type SendingEnd } from './outbox-rows';

const AT_ONCE = 20;
/** A channel that is down says when it is back, and is looked at again by then at the latest. */
const DOWN_MS = 10_000;

/**
 * Sends what is due of a shop, in order, until nothing is. A message whose sending was interrupted is looked for in the
 * chat before it is sent again; where the channel cannot tell, it is sent again, since what the customer's own act
 * caused must reach them.
 */
export async function sendDue(
  db: Database,
  channel: Channel,
  merchantId: number,
  logger: Logger,
  publicUrl = '',
): Promise<void> {
  for (;;) {
    const { rules, messages, codes, link } = await db.asMerchant(merchantId, (work) =>
      claim(work, publicUrl),
    );
    for (const message of messages) {
      const build = (request: DocumentRequest): Promise<Document> =>
        db.snapshot(merchantId, (work) => buildDocument(work, request));
      const end = await attempt({ channel, rules, build, logger }, { ...message, codes, link });
      if (end.state !== 'sent' && end.state !== 'suppressed')
        logger.warn({ outbox: message.id, merchantId, reason: end.reason }, 'a message was not sent');
      await db.asMerchant(merchantId, (work) => recordEnd(work, message, end));
    }
    if (messages.length < AT_ONCE) return;
  }
}

/** What of the shop a message is sent by. */
interface ShopRules {
  shop: Shop;
  switches: Switches;
  texts: ShopTexts;
}

async function claim(work: Work, publicUrl: string) {
  const rules = {
    shop: await loadShop(work),
    switches: await loadSwitches(work),
    texts: await loadTexts(work),
  };
  const messages = await claimDue(work, AT_ONCE, rules.switches);
  const link = (text: string): string => withLinks(text, work.secrets, work.merchantId, publicUrl);
  return { rules, messages, codes: await voucherCodes(work, vouchersIn(messages)), link };
}

/** With the codes of the vouchers that are in it, and what puts one-time links in their places. */
type ToSend = DueMessage & {
  codes: Awaited<ReturnType<typeof voucherCodes>>;
  link: (text: string) => string;
};

/** Whose codes have to be read for these messages. */
function vouchersIn(messages: readonly DueMessage[]): string[] {
  const ids = messages.flatMap(({ body, params, card }) => [
    ...voucherIdsIn(body ?? ''),
    ...(params !== null && isToCustomer(params) ? [voucherOf(params) ?? []].flat() : []),
    ...(card?.kind === 'voucher' ? [card.voucherId] : []),
  ]);
  return [...new Set(ids)];
}

/** A message that cannot be put in words or a picture fails alone. */
async function attempt({ logger, ...by }: Means & { logger: Logger }, message: ToSend): Promise<SendingEnd> {
  try {
    return await sendOne(by, message);
  } catch (error) {
    const merchantId = by.rules.shop.id;
    logger.error({ outbox: message.id, merchantId, err: error }, 'a message could not be made');
    return { state: 'failed', reason: 'cannot-be-made', retry: true };
  }
}

/** What a message is made and sent with. */
interface Means {
  channel: Channel;
  rules: ShopRules;
  build: (request: DocumentRequest) => Promise<Document>;
}

async function sendOne({ channel, rules, build }: Means, message: ToSend): Promise<SendingEnd> {
  const unwanted = whyNot(rules, message);
  if (unwanted !== null) return { state: 'suppressed', reason: unwanted };
  const address = await addressOf(channel, message);
  if ('reason' in address) return address;
  const { chatId } = address;
  const outbound = await render(rules, message, chatId);
  if (message.document !== null) outbound.document = await build(message.document);
  if (message.interrupted) {
    const sent = await channel.wasSent(outbound);
    if (sent !== null && sent !== false) return { state: 'sent', providerId: sent.providerId, chatId };
  }
  const outcome = await channel.send(outbound);
  return outcome.state === 'sent' ? { ...outcome, chatId } : outcome;
}

/** Why a message is not to be sent any more; null where it is. */
function whyNot({ switches }: ShopRules, { params, codes }: ToSend): 'switched-off' | 'overtaken' | null {
  if (params === null || !isToCustomer(params)) return null;
  if (switches.get(params.kind) === 'off') return 'switched-off';
  const voucherId = voucherOf(params);
  return voucherId !== null && codes.get(voucherId)?.isOpen !== true ? 'overtaken' : null;
}

async function addressOf(
  channel: Channel,
  message: DueMessage,
): Promise<{ chatId: string } | (SendingEnd & { state: 'failed' | 'held' })> {
  if (message.chatId !== null) return { chatId: message.chatId };
  if (message.phone === null) return { state: 'failed', reason: 'no-address', retry: false };
  try {
    const chatId = await channel.chatOf(message.phone);
    return chatId === null ? { state: 'failed', reason: 'not-on-this-channel', retry: false } : { chatId };
  } catch {
    return { state: 'held', reason: 'channel-down', waitMs: DOWN_MS };
  }
}

async function render({ shop, texts }: ShopRules, message: ToSend, chatId: string): Promise<OutboundMessage> {
  const { id, params, codes, link, first, name } = message;
  const lang = message.language ?? shop.language;
  const words =
    params === null
      ? (message.body ?? '')
      : renderNotice(params, { lang, zone: shop.zone, first, name, texts: texts[lang] });
  const text = link(withCodes(words, codes));
  const card = params?.kind === 'voucher-earned' ? earnedCard(params, shop, lang) : message.card;
  if (card === null) return { id, chatId, text };
  if (card.kind !== 'voucher')
    return { id, chatId, text, picture: { png: await renderChart(card), fileName: 'grafico.png' } };
  const code = codes.get(card.voucherId)?.code;
  if (code === undefined) return { id, chatId, text };
  const png = await renderVoucherCard(card, code);
  return { id, chatId, text, picture: { png, fileName: `voucher-${code}.png` } };
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
