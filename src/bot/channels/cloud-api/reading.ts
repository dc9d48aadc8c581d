import type { Database, Work } from '../../../db';
import type { Logger } from '../../../telemetry';
import {
  LARGEST_MEDIA_BYTES,
  type ChannelEvents,
  type InboundMedia,
  type InboundMessage,
} from '../../channel';
import { forgetEvents, nextEvents, noteFailure } from './events';
import type { Graph } from './graph';
import { parseCallback, type Callback, type CloudMessage } from './parse';
import { remedyFor } from './refusals';
import { isLatestAnswer, noteReason, noteStatuses, noteStops } from './rows';

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
      const events = kept.map(({ id, body }) => ({
        id,
        callback: readable(body, this.account.phoneNumberId),
      }));
      for (const run of runsOf(await this.withoutStatuses(events)))
        for (const event of await this.withoutWords(run, isOver)) {
          if (isOver()) return;
          // What could not be handed on keeps its place: a chat's messages stay in order.
          if (!(await this.read(event))) return;
          await db.asMerchant(merchantId, (work) => forgetEvents(work, [event.id]));
        }
      if (kept.length < AT_ONCE) return;
    }
  }

  /**
   * What became of messages is most of what comes, and nobody waits for it in an order: it is noted all at once. Returns what
   * is left to be read one by one.
   */
  private async withoutStatuses(events: readonly ReadEvent[]): Promise<readonly ReadEvent[]> {
    const { db, merchantId, logger } = this.options;
    // A wish to get no offers keeps its place among what else is said.
    const only = events.filter(
      ({ callback }) => callback?.messages.length === 0 && callback.stops.length === 0,
    );
    if (only.length === 0) return events;
    try {
      await db.asMerchant(merchantId, async (work) => {
        await this.note(
          work,
          only.flatMap(({ callback }) => callback ?? []),
        );
        await forgetEvents(
          work,
          only.map(({ id }) => id),
        );
      });
    } catch (error) {
      logger.warn({ err: error }, 'callbacks could not be read together; reading them one by one');
      return events;
    }
    return events.filter((event) => !only.includes(event));
  }

  /** Words that came one after another are handed on together, and kept in one commit. Returns what is left to be read one by one. */
  private async withoutWords(
    run: readonly ReadEvent[],
    isOver: () => boolean,
  ): Promise<readonly ReadEvent[]> {
    if (run.length === 1 || isOver()) return run;
    const { db, merchantId, logger } = this.options;
    const of = run.flatMap(({ callback }) => callback ?? []);
    try {
      const messages = await Promise.all(
        of.flatMap((callback) => callback.messages.map((message) => this.whole(message))),
      );
      await Promise.all(messages.map((message) => this.hand(message)));
      await db.asMerchant(merchantId, async (work) => {
        await this.note(work, of);
        await forgetEvents(
          work,
          run.map(({ id }) => id),
        );
      });
      return [];
    } catch (error) {
      logger.warn({ err: error }, 'messages could not be read together; reading them one by one');
      return run;
    }
  }

  /** False: it is to be tried again. */
  private async read({ id, callback }: ReadEvent): Promise<boolean> {
    const { db, merchantId, logger } = this.options;
    try {
      if (callback === null) throw new Error('it is no callback of Meta’s');
      for (const message of callback.messages) await this.hand(await this.whole(message));
      await db.asMerchant(merchantId, (work) => this.note(work, [callback]));
      return true;
    } catch (error) {
      logger.warn({ event: id, err: error }, 'a callback could not be read');
      await db.asMerchant(merchantId, (work) => noteFailure(work, id, callback === null));
      return callback === null;
    }
  }

  private async hand(message: InboundMessage): Promise<void> {
    const { events, graph, logger } = this.options;
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

  private async note(work: Work, callbacks: readonly Callback[]): Promise<void> {
    const statuses = callbacks.flatMap((callback) => callback.statuses);
    if (statuses.length > 0) await noteStatuses(work, statuses);
    for (const { providerId, state, code } of statuses)
      if (state === 'failed') await noteReason(work, providerId, reasonOf(code));
    await noteStops(
      work,
      callbacks.flatMap(({ stops }) => stops),
    );
  }
}

/** A kept callback with what it says; null where it is none of Meta's. */
interface ReadEvent {
  id: string;
  callback: Callback | null;
}

const isWords = (callback: Callback | null): boolean =>
  callback !== null && callback.stops.length === 0 && callback.messages.every(({ media }) => media === null);

/** Those that bring nothing but words, as long as one follows the other; each of the others alone. */
function runsOf(events: readonly ReadEvent[]): ReadEvent[][] {
  const runs: ReadEvent[][] = [];
  let words: ReadEvent[] | null = null;
  for (const event of events)
    if (!isWords(event.callback)) {
      runs.push([event]);
      words = null;
    } else if (words === null) runs.push((words = [event]));
    else words.push(event);
  return runs;
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
