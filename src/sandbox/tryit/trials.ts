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
  /** All that was done to this shop since it is tried out, and what was answered. */
  tryOut(shop: string): Promise<TryOut>;
  /** Stops the whole program and starts it again; resolves when that has begun. */
  restart(): Promise<void>;
}

export interface TryItClock {
  now: number;
  /** Ahead of the machine's own clock. */
  aheadMs: number;
}

export interface TryOut {
  /** The shop's account at the sandbox. */
  company: string;
  beganAt: number;
  isActive: boolean;
  /** In force at the beginning, in the product's own form. */
  rules: readonly unknown[];
  steps: readonly TryOutStep[];
}

/** In the order in which it came about; phones are E.164. `{voucher 2}` stands for the code of the second voucher. */
export type TryOutStep = { at: number } & (
  | { from: string; name: string | null; id: string; says: string }
  | { from: string; name: string | null; id: string; receipt: string }
  | { byHand: string; text: string }
  /** As SmartPOS tells of a sale. */
  | { event: string }
  /** What has reached the shop of this phone by then is answered; null: with what is not looked at. */
  | { answers: string; with: string | null }
);
