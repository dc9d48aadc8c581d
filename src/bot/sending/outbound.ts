import type { Database, Work } from '../../db';
import { saleOfAward, voucherCodes, type Instant } from '../../loyalty';
import { withLinks } from '../../pages/one-time-links';
import type { Pace } from '../../pacing';
import { traceId, type Logger } from '../../telemetry';
import type { Channel, ChannelKind, OutboundMessage } from '../channel';
import { numberOf } from '../hosting/channel-states';
import { claim, stillWanted, type Claim, type DueMessage, type ShopRules } from './claim';
import { returnToken as tokenOfReturn } from '../returned-mail/token';
import { unsubscribeUrl } from '../pages/unsubscribe';
import { recordEnds, type Ended, type SendingEnd } from './ends';
import { Hand, type HandSize, type Sending } from './hand';
import { prepare, type Maker } from './making';
import { vouchersIn, type ToSend } from './render';

/** Without pacing. Meta answers late now and then; the browser and a mail server send one after the other. */
const IN_HAND: Readonly<Record<ChannelKind, HandSize>> = {
  simulator: { most: 200, each: 200 },
  'cloud-api': { most: 100, each: 50 },
  'whatsapp-web': { most: 5, each: 5 },
  email: { most: 5, each: 5 },
};
const PACED: HandSize = { most: 1, each: 1 };

export interface SendingOptions {
  /** How the outside reaches the public port. */
  publicUrl?: string;
  /** Null: as fast as the channel takes them. */
  pace?: Pace | null;
  /** Whom no chat reaches is written to by e-mail. */
  byEmail?: boolean;
  /** What is in hand of the shop already. */
  hand?: Hand;
  /** Nothing more is begun: the channel is let go of. */
  isOver?: () => boolean;
  /** What is waited for before a further round: those who wait for an answer go first. */
  giveWay?: () => Promise<void>;
  /** Whether cards are drawn; a simulation sends their words alone. */
  withPictures?: boolean;
}

/** What a shop's messages are sent by. */
interface Sender extends Maker {
  hand: Hand;
}

/** What is in hand of a shop on such a channel: nothing yet. `pace`: null sends as fast as the channel takes them. */
export function emptyHand(
  db: Database,
  merchantId: number,
  { kind, pace, byEmail }: { kind: ChannelKind; pace: Pace | null; byEmail: boolean },
): Hand {
  return new Hand(pace === null ? IN_HAND[kind] : PACED, (ended) =>
    db.asMerchant(merchantId, (work) => recordEnds(work, ended, { byEmail })),
  );
}

/**
 * Sends what is due of a shop, in order, until nothing may go any more; returns when something may go again, null where
 * nothing waits for its moment. A message whose sending was interrupted is looked for in the chat before it is sent again.
 * Whoever gives the `hand` waits for what is in it; else all has ended and is noted on return.
 */
export async function sendDue(
  db: Database,
  channel: Channel,
  merchantId: number,
  logger: Logger,
  options: SendingOptions = {},
): Promise<Instant | null> {
  const { withPictures = true, pace = null, byEmail = false } = options;
  const hand = options.hand ?? emptyHand(db, merchantId, { kind: channel.kind, pace, byEmail });
  try {
    return await sendWhileDue({ db, channel, merchantId, logger, withPictures, hand }, options);
  } finally {
    if (options.hand === undefined) await hand.empty();
  }
}

async function sendWhileDue(sender: Sender, options: SendingOptions): Promise<Instant | null> {
  const { channel, hand } = sender;
  let ahead = 0;
  for (;;) {
    await hand.room();
    // What is claimed meanwhile would only be put off.
    const rest = channel.restsUntil?.() ?? null;
    if (rest !== null) return rest;
    const { claimed, messages } = await claimNext(sender, options, ahead);
    ahead += claimed.putOff;
    if (claimed.typing !== null) await channel.typing(claimed.typing);
    if (messages.length > 0) hand.take(await begin(sender, claimed.by, messages));
    if (!claimed.more || options.isOver?.() === true) return claimed.again;
    await options.giveWay?.();
  }
}

async function claimNext(
  { db, channel, merchantId, hand }: Sender,
  { publicUrl = '', pace = null }: SendingOptions,
  ahead: number,
): Promise<{ claimed: Claim; messages: ToSend[] }> {
  const by = channel.kind === 'email' ? 'email' : 'chat';
  return db.asMerchant(merchantId, async (work) => {
    const claimed = await claim(work, { channel: by, pace, ahead, hand });
    return { claimed, messages: await withWhatTheyName(work, claimed.messages, publicUrl) };
  });
}

async function withWhatTheyName(work: Work, messages: DueMessage[], publicUrl: string): Promise<ToSend[]> {
  const vouchers = vouchersIn(messages);
  const codes = await voucherCodes(work, vouchers);
  const number = vouchers.length === 0 ? null : await numberOf(work);
  const link = (text: string): string => withLinks(text, work.secrets, work.merchantId, publicUrl);
  return messages.map((message) => {
    const unsubscribe = unsubscribeUrl(work.secrets, publicUrl, {
      merchantId: work.merchantId,
      messageId: message.id,
    });
    const sent = { merchantId: work.merchantId, messageId: message.id, address: message.email ?? '' };
    const returnToken = message.channel === 'email' ? tokenOfReturn(work.secrets, sent) : '';
    return { ...message, codes, link, number, unsubscribe, returnToken };
  });
}

/**
 * All that are made, asked about once more in the moment before they leave, and given to the channel: to one chat one after the
 * other; who is called back in that moment is left out. Resolves once they are under way.
 */
async function begin(sender: Sender, by: ShopRules, messages: readonly ToSend[]): Promise<Sending[]> {
  const prepared = await Promise.all(messages.map((message) => prepare(sender, by, message)));
  const leaving = prepared.flatMap((one) => ('outbound' in one ? [one.message.id] : []));
  const wanted = await sender.db.asMerchant(sender.merchantId, (work) => stillWanted(work, leaving));
  const { ids, introduced } = sender.hand;
  return prepared.flatMap((one): Sending[] => {
    const { message } = one;
    const { id } = message;
    if (!('end' in one) && !wanted.has(id)) return [];
    if (message.first && message.customerId !== null) introduced.add(message.customerId);
    ids.add(id);
    return [{ id, end: 'end' in one ? Promise.resolve(one) : inTurn(sender, message, one.outbound) }];
  });
}

/** After what goes to its chat before; it waits with one that has to wait. */
function inTurn(sender: Sender, message: ToSend, outbound: OutboundMessage): Promise<Ended> {
  const { chats, ids } = sender.hand;
  const before = chats.get(outbound.chatId);
  const after = async (last: SendingEnd | null): Promise<Ended> => {
    const isWaiting = last?.state === 'held' && before !== undefined && ids.has(before.id);
    return { message, end: isWaiting ? last : await send(sender, message, outbound) };
  };
  const end =
    before === undefined
      ? after(null)
      : before.end.then(
          (last) => after(last.end),
          () => after(null),
        );
  chats.set(outbound.chatId, { id: message.id, end });
  return end;
}

async function send(
  { channel, merchantId, logger }: Sender,
  { cause, template }: ToSend,
  outbound: OutboundMessage,
): Promise<SendingEnd> {
  const outcome = await channel.send(outbound);
  const about = { merchantId, outbox: outbound.id, template, trace: traceOf(cause) };
  if (outcome.state === 'sent') {
    logger.info(about, 'a message was sent');
    return { ...outcome, chatId: outbound.chatId };
  }
  logger.warn({ ...about, reason: outcome.reason }, 'a message was not sent');
  return outcome;
}

/** Of what a sale or a turn causes; what a day or a member of the team caused came in nowhere. */
function traceOf(cause: string): string | undefined {
  const id = saleOfAward(cause) ?? /^(?:turn|voucher-of-sale):(.+)$/s.exec(cause)?.[1];
  return id === undefined ? undefined : traceId(id);
}
