import type { Database } from '../db';
import type { Shop } from '../loyalty';
import { loadShop } from '../loyalty';
import type { Logger } from '../telemetry';
import { renderVoucherCard } from './cards';
import type { Channel, OutboundMessage } from './channel';
import { renderNotice } from './messages';
import { claimDue, recordEnd, type DueMessage, type SendingEnd } from './outbox-rows';

const AT_ONCE = 20;

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
): Promise<void> {
  for (;;) {
    const { shop, messages } = await db.asMerchant(merchantId, async (work) => ({
      shop: await loadShop(work),
      messages: await claimDue(work, AT_ONCE),
    }));
    for (const message of messages) {
      const end = await attempt(channel, shop, message, logger);
      if (end.state !== 'sent')
        logger.warn({ outbox: message.id, merchantId, reason: end.reason }, 'a message was not sent');
      await db.asMerchant(merchantId, (work) => recordEnd(work, message, end));
    }
    if (messages.length < AT_ONCE) return;
  }
}

/** A message that cannot be put in words or a picture fails alone. */
async function attempt(
  channel: Channel,
  shop: Shop,
  message: DueMessage,
  logger: Logger,
): Promise<SendingEnd> {
  try {
    return await sendOne(channel, shop, message);
  } catch (error) {
    logger.error({ outbox: message.id, merchantId: shop.id, err: error }, 'a message could not be made');
    return { state: 'failed', reason: 'cannot-be-made', retry: true };
  }
}

async function sendOne(channel: Channel, shop: Shop, message: DueMessage): Promise<SendingEnd> {
  const address = await addressOf(channel, message);
  if ('reason' in address) return address;
  const { chatId } = address;
  const outbound = await render(shop, message, chatId);
  if (message.interrupted) {
    const sent = await channel.wasSent(outbound);
    if (sent !== null && sent !== false) return { state: 'sent', providerId: sent.providerId, chatId };
  }
  const outcome = await channel.send(outbound);
  return outcome.state === 'sent' ? { ...outcome, chatId } : outcome;
}

async function addressOf(
  channel: Channel,
  message: DueMessage,
): Promise<{ chatId: string } | (SendingEnd & { state: 'failed' })> {
  if (message.chatId !== null) return { chatId: message.chatId };
  if (message.phone === null) return { state: 'failed', reason: 'no-address', retry: false };
  try {
    const chatId = await channel.chatOf(message.phone);
    return chatId === null ? { state: 'failed', reason: 'not-on-this-channel', retry: false } : { chatId };
  } catch {
    return { state: 'failed', reason: 'channel-down', retry: true };
  }
}

async function render(shop: Shop, message: DueMessage, chatId: string): Promise<OutboundMessage> {
  const lang = message.language ?? shop.language;
  const text =
    message.params === null
      ? (message.body ?? '')
      : renderNotice(message.params, { lang, zone: shop.zone, first: message.first });
  const { id, card } = message;
  if (card === null) return { id, chatId, text };
  return {
    id,
    chatId,
    text,
    picture: { png: await renderVoucherCard(card), fileName: `voucher-${card.code}.png` },
  };
}
