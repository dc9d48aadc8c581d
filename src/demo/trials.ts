import { receive, noteTyped } from '../bot/receiving/receive';
import { SimulatorChannel } from '../bot/channels/simulator';
import type { Product } from '../product';
import type { Diary } from './diary';
import { passTime, type Passing } from './passing';
import {
  TryItRefusal,
  type Delivery,
  type Phone,
  type TryItClock,
  type TryItTrials,
  type TryOut,
} from '../sandbox/tryit';
import { tryOutOf } from './try-out';

/** What a trial needs of the demo that runs. */
export interface Stage {
  product: Pick<Product, 'db' | 'clock' | 'logger'>;
  burstMs: number;
  phones: (shop: string) => Promise<Phone[]>;
  diary: Diary;
  /** The shop's account at the sandbox. */
  companyOf: (shop: string) => string;
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
    const { product, burstMs, merchantId, phone, diary } = await this.chatOf(shop, chat);
    const network = new SimulatorChannel(product.db, product.clock, merchantId);
    const said = [];
    for (const { id, text } of messages) said.push(await network.say(phone.phone, id, text));
    const arriving = how === 'reversed' ? said.toReversed() : how === 'twice' ? [...said, ...said] : said;
    const name = phone.role === 'customer' ? phone.name : null;
    const at = product.clock.now();
    for (const message of arriving) await receive(product.db, merchantId, { ...message, name }, burstMs);
    diary.note(merchantId, { what: 'messages', chat, name, ids: arriving.map(({ id }) => id) }, at);
  }

  async answerByHand(shop: string, chat: string, text: string): Promise<void> {
    const { product, merchantId, diary } = await this.chatOf(shop, chat);
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
    diary.note(merchantId, { what: 'by-hand', chat, text }, at);
  }

  tryOut(shop: string): Promise<TryOut> {
    const { product, diary, companyOf } = this.stage();
    return tryOutOf(product.db, Number(shop), companyOf(shop), diary);
  }

  restart(): Promise<void> {
    // What asked for it is answered first.
    setTimeout(this.startAgain, RESTART_MS);
    return Promise.resolve();
  }

  private async chatOf(shop: string, chat: string): Promise<Stage & { merchantId: number; phone: Phone }> {
    const stage = this.stage();
    const { phones } = stage;
    const phone = (await phones(shop)).find((one) => one.chatId === chat);
    if (phone === undefined) throw new TryItRefusal(404, 'Esse telefone não existe.');
    return { ...stage, merchantId: Number(shop), phone };
  }
}

const RESTART_MS = 100;
