import type { Reply, Turn } from '../../../src/bot/command';
import { respond } from '../../../src/bot/conversation/dialog';
import { ownUnderstanding, type Frame } from '../../../src/bot/conversation/flow';
import { messagesIn, voucherIdsIn, withCodes } from '../../../src/bot/messages';
import type { Customer, Language, Role, Shop, Work } from '../../../src/loyalty';
import { NOW } from './fake-loyalty';

/** A chat with one person, from text to reply, without a database. */
export class Chat {
  readonly shop: Shop;
  readonly customer: Customer;
  last: Reply = { text: '' };
  now = NOW;
  private flow: Frame[] = [];
  private count = 0;

  constructor(
    private readonly role: Role | 'customer',
    private readonly lang: Language = 'pt',
    shop: Partial<Shop> = {},
  ) {
    this.shop = {
      id: 1,
      name: 'Padaria Sol',
      zone: 'America/Sao_Paulo',
      language: 'pt',
      channel: 'simulator',
      state: 'active',
      messagesPaused: false,
      formerZones: [],
      states: [],
      ...shop,
    };
    this.customer = {
      id: 'customer-1',
      name: 'Ana',
      phone: '+5511988880001',
      language: lang,
      marketingConsent: null,
      messagesStopped: false,
    };
  }

  async say(text: string): Promise<string> {
    this.count += 1;
    const { reply, flow } = await respond(this.turn(), text, this.flow);
    // Through JSON, as the chat's row keeps it.
    this.flow = JSON.parse(JSON.stringify(flow)) as Frame[];
    this.last = reply;
    // As it is sent; here a voucher's id is its code.
    return withCodes(reply.text, new Map(voucherIdsIn(reply.text).map((code) => [code, { code }])));
  }

  private turn(): Turn {
    const { shop, lang, role, now } = this;
    return {
      work: { merchantId: shop.id, now } as Work,
      shop,
      speaker: {
        customer: this.customer,
        staff: role === 'customer' ? null : { id: `${role}-1`, name: 'Bia', role },
      },
      lang,
      say: messagesIn(lang),
      strangersMayOpen: false,
      hasMail: true,
      understanding: ownUnderstanding,
      chatId: 'chat-1',
      messageId: `m${this.count}`,
      saidIn: `m${this.count}`,
      now,
    };
  }
}
