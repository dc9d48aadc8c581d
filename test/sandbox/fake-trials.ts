import type { Delivery, TryItClock, TryItTrials } from '../../src/sandbox/tryit';

/** Notes what it was asked to make happen. */
export class FakeTrials implements TryItTrials {
  readonly asked: unknown[] = [];
  private aheadMs = 0;

  clock(): TryItClock {
    return { now: Date.UTC(2026, 10, 27, 15) + this.aheadMs, aheadMs: this.aheadMs };
  }

  jump(ms: number): Promise<void> {
    this.aheadMs += ms;
    return Promise.resolve();
  }

  deliver(shop: string, chat: string, messages: readonly { text: string }[], how: Delivery): Promise<void> {
    this.asked.push({ shop, chat, texts: messages.map(({ text }) => text), how });
    return Promise.resolve();
  }

  answerByHand(shop: string, chat: string, text: string): Promise<void> {
    this.asked.push({ shop, chat, byHand: text });
    return Promise.resolve();
  }

  restart(): Promise<void> {
    this.asked.push('restart');
    return Promise.resolve();
  }
}
