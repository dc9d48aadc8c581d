import { receive, noteTyped } from '../bot/receiving/receive';
import { SimulatorChannel } from '../bot/channels/simulator';
import type { Product } from '../product';
import { passTime, type Passing } from './passing';
import { TryItRefusal, type Delivery, type Phone, type TryItClock, type TryItTrials } from '../sandbox/tryit';

/** What a trial needs of the demo that runs. */
export interface Stage {
  product: Pick<Product, 'db' | 'clock' | 'logger'>;
  burstMs: number;
  phones: (shop: string) => Promise<Phone[]>;
}

type SettableClock = Passing & { readonly aheadMs: number };

/** Hiccups over the real product: its own doors are used, as a channel or a person would. */
export class DemoTrials implements TryItTrials {
  constructor(
    private readonly sandboxClock: SettableClock,
    private readonly stage: () => Stage,
    private readonly startAgain: () => void,
  ) {}

  clock(): TryItClock {
    return { now: this.sandboxClock.now(), aheadMs: this.sandboxClock.aheadMs };
  }

  /** What expires on the way does so before this resolves; the loops and the sweeper, which ask this clock, find the rest. */
  async jump(ms: number): Promise<void> {
    await passTime(this.stage().product, this.sandboxClock, ms);
  }

  async deliver(
    shop: string,
    chat: string,
    messages: readonly { id: string; text: string }[],
    how: Delivery,
  ): Promise<void> {
    const { product, burstMs, merchantId, phone } = await this.chatOf(shop, chat);
    const network = new SimulatorChannel(product.db, product.clock, merchantId);
    const said = [];
    for (const { id, text } of messages) said.push(await network.say(phone.phone, id, text));
    const arriving = how === 'reversed' ? said.toReversed() : how === 'twice' ? [...said, ...said] : said;
    const name = phone.role === 'customer' ? phone.name : null;
    for (const message of arriving) await receive(product.db, merchantId, { ...message, name }, burstMs);
  }

  async answerByHand(shop: string, chat: string, text: string): Promise<void> {
    const { product, merchantId } = await this.chatOf(shop, chat);
    const at = product.clock.now();
    const id = `by-hand:${at}`;
    await product.db.asMerchant(merchantId, async (work) => {
      await work.trx('simulator_messages').insert({
        merchant_id: merchantId,
        id,
        chat_id: chat,
        from_shop: true,
        body: text,
        at: new Date(at),
      });
      await noteTyped(work, { id, chatId: chat, at });
    });
  }

  restart(): Promise<void> {
    // What asked for it is answered first.
    setTimeout(this.startAgain, RESTART_MS);
    return Promise.resolve();
  }

  private async chatOf(
    shop: string,
    chat: string,
  ): Promise<{ product: Stage['product']; burstMs: number; merchantId: number; phone: Phone }> {
    const { product, burstMs, phones } = this.stage();
    const phone = (await phones(shop)).find((one) => one.chatId === chat);
    if (phone === undefined) throw new TryItRefusal(404, 'Esse telefone não existe.');
    return { product, burstMs, merchantId: Number(shop), phone };
  }
}

const RESTART_MS = 100;
