import type { Database } from '../../db';
import type { Logger } from '../../telemetry';
import type { ChannelEvents } from '../channel';
import { personWrote } from '../conversation/handover';
import { noteTyped, phoneOf } from '../receiving/receive';
import { Receiver } from '../receiving/receiver';
import { recordDelivery } from '../sending/outbox-rows';

interface Listening {
  db: Database;
  logger: Logger;
  burstMs: number;
}

/** What a shop's channel tells, kept in the shop's rows; of its own state it tells `status`. */
export function eventsOf(
  { db, logger, burstMs }: Listening,
  merchantId: number,
  status: ChannelEvents['status'],
): ChannelEvents {
  const receiver = new Receiver(db, merchantId, burstMs, logger);
  return {
    message: (message) => receiver.add(message),
    typed: (message) =>
      db.asMerchant(merchantId, async (work) => {
        await noteTyped(work, message);
        await personWrote(work, message);
      }),
    phoneOf: (chatId) => db.asMerchant(merchantId, (work) => phoneOf(work, chatId)),
    delivery: ({ providerId, state }) =>
      db.asMerchant(merchantId, (work) => recordDelivery(work, providerId, state)),
    status,
  };
}
