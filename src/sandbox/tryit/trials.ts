/** How several messages of one phone reach the shop. */
export const DELIVERIES = ['burst', 'twice', 'reversed'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** What in earnest only happens by itself: hiccups of the network, people, restarts, time. */
export interface TryItTrials {
  clock(): TryItClock;
  /** The clock goes on by so much at once, and what is due then is done. */
  jump(ms: number): Promise<void>;
  /** `burst`: all at once; `twice`: each is delivered a second time; `reversed`: the last said arrives first. */
  deliver(
    shop: string,
    chat: string,
    messages: readonly { id: string; text: string }[],
    how: Delivery,
  ): Promise<void>;
  /** A person of the shop answers in this chat, on the shop's own phone. */
  answerByHand(shop: string, chat: string, text: string): Promise<void>;
  /** Stops the whole program and starts it again; resolves when that has begun. */
  restart(): Promise<void>;
}

export interface TryItClock {
  now: number;
  /** Ahead of the machine's own clock. */
  aheadMs: number;
}
