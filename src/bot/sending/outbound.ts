import type { Database, Work } from '../../db';
import { saleOfAward, voucherCodes, type Instant } from '../../loyalty';
import { withLinks } from '../../pages/one-time-links';
import type { Pace } from '../../pacing';
import { traceId, type Logger } from '../../telemetry';
import type { Channel, ChannelKind, OutboundMessage } from '../channel';
import { claim, stillWanted, type Claim, type DueMessage, type ShopRules } from './claim';
import { returnToken as tokenOfReturn } from '../returned-mail/token';
import { unsubscribeUrl } from '../pages/unsubscribe';
import { recordEnds, type Ended, type SendingEnd } from './ends';
import { prepare, type Maker } from './making';
import { Places, type Place } from './places';
import { vouchersIn, type ToSend } from './render';

/**
 * Without pacing: what a channel is given at once, in so many lanes, each of which waits only for its own slowest. Meta
 * takes 80 a second of a number, and answers late now and then; the browser and a mail server send one after the other.
 */
const AT_ONCE: Readonly<Record<ChannelKind, { lanes: number; each: number }>> = {
  simulator: { lanes: 1, each: 200 },
  'cloud-api': { lanes: 4, each: 10 },
  'whatsapp-web': { lanes: 1, each: 5 },
  email: { lanes: 1, each: 5 },
};

export interface SendingOptions {
  /** How the outside reaches the public port. */
  publicUrl?: string;
  /** Null: as fast as the channel takes them. */
  pace?: Pace | null;
  /** Whom no chat reaches is written to by e-mail. */
  byEmail?: boolean;
  /** Nothing more is begun: the channel is let go of. */
  isOver?: () => boolean;
  /** What is waited for before a further round: those who wait for an answer go first. */
  giveWay?: () => Promise<void>;
  /** Whether cards are drawn; a simulation sends their words alone. */
  withPictures?: boolean;
}

/** What a shop's messages are sent by. */
interface Sender extends Maker {
  /** Of each chat, what goes to it now: nothing overtakes it. */
  chats: Map<string, Promise<unknown>>;
  /** Customers whom a message that is on its way introduces the shop to. */
  introduced: Set<string>;
  /** One lane claims at a time: what each may claim depends on what the others did. */
  claiming: Promise<unknown>;
  places: Places;
}

/**
 * Sends what is due of a shop, in order, until nothing may go any more; returns when something may go again, null where
 * nothing waits for its moment. A message whose sending was interrupted is looked for in the chat before it is sent again.
 */
export async function sendDue(
  db: Database,
  channel: Channel,
  merchantId: number,
  logger: Logger,
  options: SendingOptions = {},
): Promise<Instant | null> {
  const { withPictures = true, pace = null } = options;
  const shared = {
    chats: new Map(),
    introduced: new Set<string>(),
    claiming: Promise.resolve(),
    places: new Places(),
  };
  const sender: Sender = { db, channel, merchantId, logger, withPictures, ...shared };
  return sendInLane(sender, options, pace === null ? AT_ONCE[channel.kind].lanes : 1);
}

/** As long as there is more at once than it takes, further lanes send beside it, `most` in all. */
async function sendInLane(sender: Sender, options: SendingOptions, most: number): Promise<Instant | null> {
  const { db, channel, merchantId } = sender;
  const { byEmail = false, giveWay, isOver } = options;
  let ahead = 0;
  let beside: Promise<Instant | null> | null = null;
  try {
    for (;;) {
      // What is claimed meanwhile would only be put off.
      const rest = channel.restsUntil?.() ?? null;
      if (rest !== null) return rest;
      const { claimed, messages, place } = await claimInTurn(sender, options, ahead);
      ahead += claimed.putOff;
      if (claimed.more && most > 1 && beside === null) {
        beside = sendInLane(sender, options, most - 1);
        // It is waited for at the end, and fails there.
        beside.catch(() => undefined);
      }
      try {
        if (claimed.typing !== null) await channel.typing(claimed.typing);
        if (messages.length > 0) {
          const ended = await sendAll(sender, { by: claimed.by, messages, place });
          await db.asMerchant(merchantId, (work) => recordEnds(work, ended, { byEmail }));
        }
      } finally {
        place.taken();
      }
      if (!claimed.more || isOver?.() === true) return claimed.again;
      await giveWay?.();
    }
  } finally {
    await beside;
  }
}

function claimInTurn(
  sender: Sender,
  { publicUrl = '', pace = null }: SendingOptions,
  ahead: number,
): Promise<{ claimed: Claim; messages: ToSend[]; place: Place }> {
  const { db, channel, merchantId, introduced } = sender;
  const by = channel.kind === 'email' ? 'email' : 'chat';
  const claiming = sender.claiming.then(async () => {
    const mine = await db.asMerchant(merchantId, async (work) => {
      const claimed = await claim(work, {
        channel: by,
        pace,
        atOnce: AT_ONCE[channel.kind].each,
        ahead,
        introduced,
      });
      return { claimed, messages: await withWhatTheyName(work, claimed.messages, publicUrl) };
    });
    for (const { first, customerId } of mine.messages)
      if (first && customerId !== null) introduced.add(customerId);
    return { ...mine, place: sender.places.next() };
  });
  sender.claiming = claiming.catch(() => undefined);
  return claiming;
}

async function withWhatTheyName(work: Work, messages: DueMessage[], publicUrl: string): Promise<ToSend[]> {
  const codes = await voucherCodes(work, vouchersIn(messages));
  const link = (text: string): string => withLinks(text, work.secrets, work.merchantId, publicUrl);
  return messages.map((message) => {
    const unsubscribe = unsubscribeUrl(work.secrets, publicUrl, {
      merchantId: work.merchantId,
      messageId: message.id,
    });
    const sent = { merchantId: work.merchantId, messageId: message.id, address: message.email ?? '' };
    const returnToken = message.channel === 'email' ? tokenOfReturn(work.secrets, sent) : '';
    return { ...message, codes, link, unsubscribe, returnToken };
  });
}

/** All that are made, asked about once more in the moment before they leave, and sent: to one chat one after the other. */
async function sendAll(
  sender: Sender,
  { by, messages, place }: { by: ShopRules; messages: readonly ToSend[]; place: Place },
): Promise<Ended[]> {
  const prepared = await Promise.all(messages.map((message) => prepare(sender, by, message)));
  const leaving = prepared.flatMap((one) => ('outbound' in one ? [one.message.id] : []));
  const wanted = await sender.db.asMerchant(sender.merchantId, (work) => stillWanted(work, leaving));
  const { chats } = sender;
  // Sets of several lanes are made ready beside each other, and go to a chat in the order in which they were claimed.
  await place.before;
  const ends = prepared.map(async (one): Promise<Ended> => {
    if ('end' in one) return one;
    const { message, outbound } = one;
    if (!wanted.has(message.id)) return { message, end: { state: 'called-back' } };
    const before = chats.get(outbound.chatId) ?? Promise.resolve();
    const sending = before.then(() => hand(sender, message, outbound));
    chats.set(outbound.chatId, sending);
    return { message, end: await sending };
  });
  place.taken();
  return Promise.all(ends);
}

async function hand(
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
