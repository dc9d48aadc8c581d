import type { Database } from '../../../db';
import type { Logger } from '../../../telemetry';
import {
  LARGEST_MEDIA_BYTES,
  type ChannelEvents,
  type InboundMedia,
  type InboundMessage,
} from '../../channel';
import { forgetEvent, nextEvents, noteFailure, type KeptEvent } from './events';
import type { Graph } from './graph';
import { parseCallback, type Callback, type CloudMessage, type CloudStatus } from './parse';
import { remedyFor } from './refusals';
import { isLatestAnswer, noteReason, noteSent } from './rows';

const AT_ONCE = 50;

export interface ReaderOptions {
  db: Database;
  merchantId: number;
  logger: Logger;
  graph: Graph;
  events: ChannelEvents;
}

/** Reads the kept callbacks in their order, each until all that is in it is durable. */
export class Reader {
  constructor(
    private readonly options: ReaderOptions,
    private readonly account: { phoneNumberId: string },
  ) {}

  async readAll(isOver: () => boolean): Promise<void> {
    const { db, merchantId } = this.options;
    for (;;) {
      const kept = await db.asMerchant(merchantId, (work) => nextEvents(work, AT_ONCE));
      for (const event of kept) {
        if (isOver()) return;
        // What could not be handed on keeps its place: a chat's messages stay in order.
        if (!(await this.read(event))) return;
        await db.asMerchant(merchantId, (work) => forgetEvent(work, event.id));
      }
      if (kept.length < AT_ONCE) return;
    }
  }

  /** False: it is to be tried again. */
  private async read({ id, body }: KeptEvent): Promise<boolean> {
    const { db, merchantId, logger } = this.options;
    const callback = readable(body, this.account.phoneNumberId);
    try {
      if (callback === null) throw new Error('it is no callback of Meta’s');
      for (const message of callback.messages) await this.hand(message);
      for (const status of callback.statuses) await this.deliver(status);
      return true;
    } catch (error) {
      logger.warn({ event: id, err: error }, 'a callback could not be read');
      await db.asMerchant(merchantId, (work) => noteFailure(work, id, callback === null));
      return callback === null;
    }
  }

  private async hand(received: CloudMessage): Promise<void> {
    const { events, graph, logger } = this.options;
    const message = await this.whole(received);
    await events.message(message);
    graph
      .markRead(message.id, false)
      .catch((error: unknown) => logger.debug({ err: error }, 'a message could not be marked as read'));
  }

  /** With its picture, and without what an old choice would answer now. */
  private async whole({ message, media, tappedOn }: CloudMessage): Promise<InboundMessage> {
    if (media !== null) return { ...message, media: await this.fetch(media) };
    if (tappedOn === null) return message;
    const { db, merchantId } = this.options;
    const isCurrent = await db.asMerchant(merchantId, (work) =>
      isLatestAnswer(work, message.chatId, tappedOn),
    );
    // An old yes must not confirm something new.
    return isCurrent ? message : { ...message, text: '' };
  }

  private async fetch({ id, mimeType }: { id: string; mimeType: string }): Promise<InboundMedia> {
    try {
      const bytes = await this.options.graph.download(id, LARGEST_MEDIA_BYTES);
      return bytes === null ? { mimeType, missing: 'too-large' } : { mimeType, bytes };
    } catch (error) {
      this.options.logger.warn({ err: error }, 'a received picture could not be fetched');
      return { mimeType, missing: 'unavailable' };
    }
  }

  private async deliver({ outboxId, code, ...update }: CloudStatus): Promise<void> {
    const { db, merchantId, events } = this.options;
    if (outboxId !== null)
      await db.asMerchant(merchantId, (work) => noteSent(work, outboxId, update.providerId));
    await events.delivery(update);
    if (update.state !== 'failed') return;
    const reason = reasonOf(code);
    await db.asMerchant(merchantId, (work) => noteReason(work, update.providerId, reason));
  }
}

function readable(body: string, phoneNumberId: string): Callback | null {
  try {
    return parseCallback(body, phoneNumberId);
  } catch {
    return null;
  }
}

function reasonOf(code: number | null): string {
  const remedy = remedyFor(code, 400, null);
  if (remedy === null) return 'refused';
  return 'reason' in remedy ? remedy.reason : remedy.kind === 'stop' ? remedy.problem : 'template-missing';
}
