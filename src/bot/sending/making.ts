import type { Database } from '../../db';
import { PRIORITY } from '../../loyalty';
import type { Logger } from '../../telemetry';
import type { Channel, Document, OutboundMessage } from '../channel';
import { buildDocument } from '../documents';
import type { DueMessage, ShopRules } from './claim';
import type { SendingEnd } from './ends';
import { isOvertaken, render, type ToSend } from './render';

/** A channel that is down says when it is back, and is looked at again by then at the latest. */
const DOWN_MS = 10_000;
/** So often is a channel asked whether a message left, before what must arrive is sent again. */
const ASKED = 4;

/** What messages are made ready with. */
export interface Maker {
  db: Database;
  channel: Channel;
  merchantId: number;
  logger: Logger;
  withPictures: boolean;
}

/** A message that is ready to leave, or the end that it came to before. */
export type Prepared = { message: ToSend } & ({ outbound: OutboundMessage } | { end: SendingEnd });

/** A message that cannot be put in words or a picture fails alone. */
export async function prepare(maker: Maker, by: ShopRules, message: ToSend): Promise<Prepared> {
  try {
    return { message, ...(await made(maker, by, message)) };
  } catch (error) {
    const { logger, merchantId } = maker;
    logger.error({ outbox: message.id, merchantId, err: error }, 'a message could not be made');
    return { message, end: { state: 'failed', reason: 'cannot-be-made', retry: true } };
  }
}

async function made(
  { db, channel, merchantId, withPictures }: Maker,
  by: ShopRules,
  message: ToSend,
): Promise<{ outbound: OutboundMessage } | { end: SendingEnd }> {
  const address = await addressOf(channel, message);
  if ('end' in address) return address;
  const { chatId } = address;
  const outbound = await render(by, message, chatId, withPictures);
  if (message.interrupted) {
    const sent = await channel.wasSent(outbound);
    if (sent === null && !isOwedAgain(message)) return { end: { state: 'unknown', reason: 'cannot-tell' } };
    if (sent !== null && sent !== false)
      return { end: { state: 'sent', providerId: sent.providerId, chatId } };
  }
  if (isOvertaken(message)) return { end: { state: 'suppressed', reason: 'overtaken' } };
  if (message.document !== null) {
    const { document } = message;
    outbound.document = await db.snapshot(merchantId, (work): Promise<Document> =>
      buildDocument(work, document),
    );
  }
  return { outbound };
}

/**
 * Where the channel cannot tell whether it left: what the customer's own act caused must reach them, and is sent again
 * after some asking. INVARIANT: marketing never is.
 */
const isOwedAgain = ({ priority, attempts }: DueMessage): boolean =>
  priority !== PRIORITY.marketing && attempts >= ASKED;

async function addressOf(
  channel: Channel,
  message: DueMessage,
): Promise<{ chatId: string } | { end: SendingEnd }> {
  const nobody = { end: { state: 'failed', reason: 'no-address', retry: false } } as const;
  if (message.channel === 'email') return message.email === null ? nobody : { chatId: message.email };
  if (message.chatId !== null) return { chatId: message.chatId };
  if (message.phone === null) return nobody;
  try {
    const chatId = await channel.chatOf(message.phone);
    if (chatId !== null) return { chatId };
    return { end: { state: 'failed', reason: 'not-on-this-channel', retry: false } };
  } catch {
    return { end: { state: 'held', reason: 'channel-down', waitMs: DOWN_MS } };
  }
}
