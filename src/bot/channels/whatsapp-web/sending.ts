import type { DeliveryUpdate, OutboundMessage, SendOutcome } from '../../channel';
import { isPermanent, reasonOf } from './fault';
import { messageId, messageStem } from './ids';
import type { OwnMessage } from './page';
import { TimedOut, within, type Timings } from './timing';

/** Surely not sent; the message waits until the number is there again. */
export const NOT_CONNECTED: SendOutcome = {
  state: 'held',
  reason: 'WhatsApp is not connected',
  waitMs: 10_000,
};

const REMEMBERED_ACKS = 1000;
const ERROR = -1;
const SERVER = 1;

const STATES: Readonly<Record<number, DeliveryUpdate['state']>> = {
  [ERROR]: 'failed',
  [SERVER]: 'sent',
  2: 'delivered',
  3: 'read',
  // A voice message that was played.
  4: 'read',
};

/** WhatsApp's acknowledgement as a delivery state; undefined while it is pending (0). */
export function deliveryState(ack: number): DeliveryUpdate['state'] | undefined {
  return STATES[ack];
}

export type AckOutcome = 'server' | 'error' | 'none';

/** Which of our messages the server has; an acknowledgement may come before the send returns. */
export class Acks {
  private readonly latest = new Map<string, number>();
  private readonly waiting = new Map<string, Set<(outcome: AckOutcome) => void>>();

  note(providerId: string, ack: number): void {
    if (deliveryState(ack) === undefined) return;
    this.latest.delete(providerId);
    this.latest.set(providerId, ack);
    for (const oldest of this.latest.keys()) {
      if (this.latest.size <= REMEMBERED_ACKS) break;
      this.latest.delete(oldest);
    }
    this.settle(providerId, ack >= SERVER ? 'server' : 'error');
  }

  /** Resolves at the first acknowledgement of the message, or with `none` after `ms`. */
  async reached(providerId: string, ms: number): Promise<AckOutcome> {
    const known = this.latest.get(providerId);
    if (known !== undefined) return known >= SERVER ? 'server' : 'error';
    return new Promise((resolve) => {
      const waiters = this.waiting.get(providerId) ?? new Set();
      this.waiting.set(providerId, waiters);
      const settle = (outcome: AckOutcome): void => {
        clearTimeout(timer);
        waiters.delete(settle);
        if (waiters.size === 0) this.waiting.delete(providerId);
        resolve(outcome);
      };
      const timer = setTimeout(() => settle('none'), ms);
      waiters.add(settle);
    });
  }

  /** No acknowledgement will come any more. */
  close(): void {
    for (const providerId of this.waiting.keys()) this.settle(providerId, 'none');
  }

  private settle(providerId: string, outcome: AckOutcome): void {
    for (const settle of this.waiting.get(providerId) ?? []) settle(outcome);
  }
}

/** How many messages of a chat are looked through for one that may have been sent before a crash. */
const LOOK_BACK = 40;

/** The part of `Calls` that sending needs. */
export interface SendingPage {
  /**
   * Hands the message to WhatsApp Web, to stand in the chat under the given WhatsApp id. Resolves when it does,
   * acknowledged or not; undefined when there is no such chat.
   */
  post(message: OutboundMessage, chosenId: string): Promise<OwnMessage | undefined>;
  findOwn(chatId: string, stem: string, depth: number): Promise<OwnMessage[]>;
}

/**
 * Sends over one page, one message at a time. A message's WhatsApp id hangs on its outbox row, so a row that is in
 * the chat already is known, and is never posted twice. INVARIANT: only an acknowledgement of the server counts as
 * sent; what nobody can tell is `unknown`.
 */
export class Sender {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly page: SendingPage,
    private readonly acks: Acks,
    private readonly timings: Pick<Timings, 'send' | 'ack'>,
  ) {}

  async send(message: OutboundMessage): Promise<SendOutcome> {
    const posted = this.turn.then(() => this.post(message));
    this.turn = posted;
    const outcome = await posted;
    return 'state' in outcome ? outcome : this.confirm(message, outcome);
  }

  async wasSent(message: OutboundMessage): Promise<{ providerId: string } | false | null> {
    try {
      const own = await this.findOwn(message, LOOK_BACK);
      const sent = own.find(({ ack }) => ack >= SERVER);
      if (sent !== undefined) return { providerId: sent.providerId };
      // One that is pending may still leave.
      return own.some(({ ack }) => ack !== ERROR) ? null : false;
    } catch {
      return null;
    }
  }

  private async post(message: OutboundMessage): Promise<OwnMessage | SendOutcome> {
    let chosenId: string;
    try {
      const earlier = await this.findOwn(message, 0);
      const standing = earlier.find(({ ack }) => ack !== ERROR);
      if (standing !== undefined) return standing;
      chosenId = messageId(message.id, earlier.length);
    } catch (error) {
      return { state: 'failed', reason: reasonOf(error), retry: !isPermanent(error) };
    }
    try {
      const posted = await within(this.timings.send, 'sending', this.page.post(message, chosenId));
      return posted ?? (await this.find(message, 'no such chat'));
    } catch (error) {
      if (error instanceof TimedOut) return { state: 'unknown', reason: reasonOf(error) };
      return this.find(message, error);
    }
  }

  /** After a fault: whether the message stands in the chat all the same. */
  private async find(message: OutboundMessage, fault: unknown): Promise<OwnMessage | SendOutcome> {
    const reason = reasonOf(fault);
    try {
      const standing = (await this.findOwn(message, 0)).find(({ ack }) => ack !== ERROR);
      return standing ?? { state: 'failed', reason, retry: !isPermanent(fault) };
    } catch {
      return { state: 'unknown', reason };
    }
  }

  private async confirm(message: OutboundMessage, { providerId, ack }: OwnMessage): Promise<SendOutcome> {
    this.acks.note(providerId, ack);
    const reached = await this.acks.reached(providerId, this.timings.ack);
    if (reached === 'server') return { state: 'sent', providerId };
    if (reached === 'error') return { state: 'failed', reason: 'WhatsApp refused the message', retry: true };
    // The acknowledgement may have come while nobody heard it.
    const found = await this.findOwn(message, 0).catch(() => []);
    if (found.some((own) => own.ack >= SERVER)) return { state: 'sent', providerId };
    return { state: 'unknown', reason: 'no acknowledgement by the server in time' };
  }

  private findOwn(message: OutboundMessage, depth: number): Promise<OwnMessage[]> {
    return this.page.findOwn(message.chatId, messageStem(message.id), depth);
  }
}
