import type { Logger } from 'pino';
import { reasonOf } from './fault';
import type { RawMessage } from './inbound';

/** A person who wrote on the shop's phone this long ago still has the chat. */
const TYPED_SECONDS = 12 * 3600;

/** The part of `Calls` that looks for what was missed. */
export interface MissedPage {
  unread(sinceSeconds: number): Promise<RawMessage[]>;
  /** Sent by the shop's number on any device. */
  own(sinceSeconds: number): Promise<RawMessage[]>;
}

/**
 * Hands messages on in the order in which they were written: while what came earlier is still being looked for, what comes
 * now waits. The same message may be handed on twice; it is known by its id.
 */
export class CatchUp {
  private waiting: RawMessage[] | null = [];

  constructor(
    private readonly hand: (raw: RawMessage) => void,
    private readonly logger: Logger,
  ) {}

  hear(raw: RawMessage): void {
    if (this.waiting === null) this.hand(raw);
    else this.waiting.push(raw);
  }

  /** From now on something may be missed. */
  hold(): void {
    this.waiting ??= [];
  }

  /** Hands on what came while nobody listened, since the given seconds, then what waits. */
  async run(page: MissedPage, nowSeconds: number, sinceSeconds: number): Promise<void> {
    this.hold();
    try {
      for (const raw of await page.own(Math.max(sinceSeconds, nowSeconds - TYPED_SECONDS))) this.hand(raw);
      const unread = await page.unread(sinceSeconds);
      if (unread.length > 0) this.logger.info({ messages: unread.length }, 'unread messages found');
      for (const raw of unread) this.hand(raw);
    } catch (error) {
      this.logger.warn({ reason: reasonOf(error) }, 'missed messages could not be looked for');
    }
    const waited = this.waiting ?? [];
    this.waiting = null;
    for (const raw of waited) this.hand(raw);
  }
}
