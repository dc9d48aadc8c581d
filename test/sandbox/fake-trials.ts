import type { Delivery, TryItClock, TryItTrials, TryOut } from '../../src/sandbox/tryit';

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

  tryOut(): Promise<TryOut> {
    const at = Date.UTC(2026, 10, 27, 15);
    const says = { from: '+5511988880001', name: 'Ana', id: 'm1', says: "it's \\ “x”\na" };
    const steps = [
      { at, ...says },
      { at, answers: '+5511988880001', with: 'Você tem *R$ 12,50*' },
      { at, answers: '+5511988880001', with: null },
    ];
    return Promise.resolve({ company: 'padaria', beganAt: at, isActive: true, rules: [], steps });
  }

  restart(): Promise<void> {
    this.asked.push('restart');
    return Promise.resolve();
  }
}
