import type { Channel, ChannelEvents, ChannelKind, OutboundMessage, SendOutcome } from '../bot/channel';
import type { Clock } from '../clock';
import type { Instant } from '../loyalty';
import type { Agenda } from './agenda';
import type { Draws } from './draws';
import { MadeFault } from './faults';

const MINUTE_MS = 60_000;

/** A message as a phone shows it. */
export interface Shown {
  id: string;
  phone: string;
  text: string;
  at: Instant;
}

interface Options {
  agenda: Agenda;
  clock: Clock;
  draws: Draws;
  faults: () => number;
  /** Phones that are not on this network. */
  absent: ReadonlySet<string>;
  /** Whether it can always tell what is in a chat. */
  remembers: boolean;
  shown: (message: Shown) => void;
  delivered: (providerId: string, state: 'delivered' | 'read' | 'failed') => Promise<void>;
}

export const chatOfPhone = (phone: string): string => `${phone.slice(1)}@c.us`;
export const phoneOfChat = (chatId: string): string => `+${chatId.split('@')[0] ?? ''}`;

/** A chat network that loses messages, delivers without saying so, is down for a while, and reads receipts in any order. */
export class SimulatedChannel implements Channel {
  readonly kind: ChannelKind = 'whatsapp-web';
  /** What is in the chats: the truth, by the message's id; more than one where it was sent again. */
  readonly truth = new Map<string, Shown[]>();
  /** Messages of which it could not say whether they left. */
  readonly untold = new Set<string>();

  constructor(private readonly options: Options) {}

  start(_events: ChannelEvents): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  typing(): Promise<void> {
    return Promise.resolve();
  }

  send(message: OutboundMessage): Promise<SendOutcome> {
    const { draws, faults } = this.options;
    if (!draws.happens(faults())) return Promise.resolve(this.deliver(message));
    switch (draws.between(0, 4)) {
      case 0:
        this.deliver(message);
        return Promise.resolve({ state: 'unknown', reason: 'no answer came' });
      case 1:
        return Promise.resolve({ state: 'unknown', reason: 'no answer came' });
      case 2:
        return Promise.resolve({ state: 'held', reason: 'channel-down', waitMs: 10 * MINUTE_MS });
      case 3:
        this.deliver(message);
        return Promise.reject(new MadeFault('the process died while it sent'));
      default:
        return Promise.resolve({ state: 'failed', reason: 'the page was busy', retry: true });
    }
  }

  chatOf(phone: string): Promise<string | null> {
    const { draws, faults, absent } = this.options;
    if (draws.happens(faults())) return Promise.reject(new MadeFault('not linked'));
    return Promise.resolve(absent.has(phone) ? null : chatOfPhone(phone));
  }

  wasSent({ id }: OutboundMessage): Promise<{ providerId: string } | false | null> {
    const { draws, remembers } = this.options;
    if (!remembers && draws.happens(0.5)) {
      this.untold.add(id);
      return Promise.resolve(null);
    }
    return Promise.resolve(this.truth.has(id) ? { providerId: id } : false);
  }

  private deliver({ id, chatId, text }: OutboundMessage): SendOutcome {
    const { agenda, clock, draws, shown, delivered } = this.options;
    const message = { id, phone: phoneOfChat(chatId), text, at: clock.now() };
    this.truth.set(id, [...(this.truth.get(id) ?? []), message]);
    shown(message);
    for (const state of ['delivered', 'read'] as const)
      if (draws.happens(0.3)) agenda.in(draws.between(0, 60 * MINUTE_MS), () => delivered(id, state));
    return { state: 'sent', providerId: id };
  }
}
