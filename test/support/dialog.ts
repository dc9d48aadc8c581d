import { randomBytes } from 'node:crypto';
import { simulatorChat } from '../../src/bot/channels/simulator';
import type { Card } from '../../src/bot/command';
import { takeTurn } from '../../src/bot/conversation';
import { voucherIdsIn, withCodes } from '../../src/bot/messages';
import { receive } from '../../src/bot/receiving/receive';
import { voucherCodes } from '../../src/loyalty';
import type { TestDatabase } from './database';

interface Change {
  id?: string;
  kind?: 'text' | 'image' | 'audio';
  /** When it was written, where it comes late. */
  at?: number;
}

export interface Heard {
  text: string;
  card: Card | null;
}

/** What a person writes to the shop, and what they hear: the real conversation over the real database. */
export class Chat {
  /** Whether the operator lets strangers open shops. */
  strangersMayOpen = false;
  /** Whether the operator has set up e-mail. */
  hasMail = true;

  constructor(
    private readonly test: TestDatabase,
    private readonly shop: number,
    private readonly phone: string | null,
    private readonly chatId = phone === null ? `${randomBytes(4).toString('hex')}@lid` : simulatorChat(phone),
  ) {}

  /** One turn; null where nothing was answered. */
  async says(text: string, change: Change = {}): Promise<Heard> {
    await this.writes(text, change);
    await this.turn();
    return this.hears();
  }

  /** The message arrives; nobody answers yet. */
  async writes(text: string, change: Change = {}): Promise<void> {
    const { id = randomBytes(8).toString('hex'), kind = 'text', at = this.test.clock.now() } = change;
    const message = {
      id,
      chatId: this.chatId,
      phone: this.phone,
      name: null,
      kind,
      text,
      at,
    };
    await receive(this.test.db, this.shop, message, 0);
  }

  async turn(): Promise<void> {
    const { strangersMayOpen, hasMail } = this;
    await takeTurn(this.test.db, this.shop, this.chatId, { strangersMayOpen, hasMail });
  }

  /** The latest answer, as it is sent. */
  async hears(): Promise<Heard> {
    const answers = await this.answers();
    const last = answers.at(-1);
    if (last === undefined) throw new Error('nothing was answered');
    return last;
  }

  async answers(): Promise<Heard[]> {
    return this.test.db.asMerchant(this.shop, async (work) => {
      const rows = (await work
        .trx('outbox')
        .where({ chat_id: this.chatId, template: 'reply' })
        .orderBy('seq')
        .select('body', 'card')) as { body: string; card: Card | null }[];
      const codes = await voucherCodes(
        work,
        rows.flatMap(({ body }) => voucherIdsIn(body)),
      );
      return rows.map(({ body, card }) => ({ text: withCodes(body, codes), card }));
    });
  }

  /** `[what is said, what the answer matches]`, in order. */
  async dialog(lines: readonly (readonly [string, RegExp | string])[]): Promise<void> {
    for (const [says, hears] of lines) {
      const { text } = await this.says(says);
      if (typeof hears === 'string') expect([says, text]).toEqual([says, expect.stringContaining(hears)]);
      else expect([says, text]).toEqual([says, expect.stringMatching(hears)]);
    }
  }
}
