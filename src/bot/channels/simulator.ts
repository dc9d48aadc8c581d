import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { query, storable } from '../../db/rows';
import { hasSecret, WITHHELD } from '../receiving/secret-texts';
import type {
  Channel,
  ChannelEvents,
  InboundMedia,
  InboundMessage,
  OutboundMessage,
  SendOutcome,
} from '../channel';

const ADDRESS = /^(\+\d{8,15})@simulator$/;

/** The chat of a simulated phone. Its network vouches for the number, as WhatsApp does for its own. */
export const simulatorChat = (phone: string): string => `${phone}@simulator`;

/**
 * A simulated chat network for those who only try: the messages of its phones are rows, so that they outlive the
 * process and every process sees them. It delivers at once, once, and in order.
 */
export class SimulatorChannel implements Channel {
  readonly kind = 'simulator';

  private readonly handed: OutboundMessage[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly merchantId: number,
  ) {}

  /** Hands over what was said while nobody listened. */
  async start(events: ChannelEvents): Promise<void> {
    events.status({ state: 'ready' });
    const missed = await this.db.asMerchant(this.merchantId, (work) =>
      query<{ id: string; chat_id: string; body: string; at: number; picture: Buffer | null }>(
        work,
        `SELECT s.id, s.chat_id, s.body, s.at, s.picture FROM simulator_messages s
         WHERE s.merchant_id = current_merchant() AND NOT s.from_shop
           AND NOT EXISTS (SELECT FROM inbound_messages i WHERE i.merchant_id = s.merchant_id AND i.id = s.id)
         ORDER BY s.seq`,
      ),
    );
    for (const { id, chat_id: chatId, body, at, picture } of missed)
      await events.message(withPicture(inbound(id, chatId, body, at), kept(picture)));
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** What is handed over at one moment is written together: the network itself must not be what sending waits for. */
  async send(message: OutboundMessage): Promise<SendOutcome> {
    this.handed.push(message);
    this.writing ??= Promise.resolve().then(() => {
      this.writing = null;
      return this.write(this.handed.splice(0));
    });
    try {
      await this.writing;
    } catch {
      return { state: 'unknown', reason: 'the simulated network failed' };
    }
    return { state: 'sent', providerId: message.id };
  }

  private async write(messages: readonly OutboundMessage[]): Promise<void> {
    await this.db.asMerchant(this.merchantId, (work) =>
      work
        .trx('simulator_messages')
        .insert(
          messages.map(({ id, chatId, text, picture, document }) => ({
            merchant_id: this.merchantId,
            id,
            chat_id: chatId,
            from_shop: true,
            body: text,
            picture: picture?.png ?? null,
            document: document?.bytes ?? null,
            document_name: document?.fileName ?? null,
            document_type: document?.mimeType ?? null,
            at: new Date(work.now),
          })),
        )
        .onConflict(['merchant_id', 'id'])
        .ignore(),
    );
  }

  chatOf(phone: string): Promise<string | null> {
    return Promise.resolve(simulatorChat(phone));
  }

  async wasSent(message: OutboundMessage): Promise<{ providerId: string } | false> {
    const rows = await this.db.asMerchant(this.merchantId, (work) =>
      work.trx('simulator_messages').where({ id: message.id }).select('id'),
    );
    return rows.length > 0 ? { providerId: message.id } : false;
  }

  typing(): Promise<void> {
    return Promise.resolve();
  }

  /** What a simulated phone says, once by its id: on the network first, then to be handed to the product. */
  async say(phone: string, id: string, text: string, picture?: InboundMedia): Promise<InboundMessage> {
    const message = withPicture(inbound(id, simulatorChat(phone), text, this.clock.now()), picture);
    // These rows are this program's own too.
    const body = hasSecret(text) ? WITHHELD : storable(message.text);
    await this.db.asMerchant(this.merchantId, (work) =>
      work
        .trx('simulator_messages')
        .insert({
          merchant_id: this.merchantId,
          id,
          chat_id: message.chatId,
          from_shop: false,
          body,
          picture: picture !== undefined && 'bytes' in picture ? picture.bytes : null,
          at: new Date(message.at),
        })
        .onConflict(['merchant_id', 'id'])
        .ignore(),
    );
    return message;
  }
}

function inbound(id: string, chatId: string, text: string, at: number): InboundMessage {
  return { id, chatId, phone: ADDRESS.exec(chatId)?.[1] ?? null, name: null, kind: 'text', text, at };
}

const withPicture = (message: InboundMessage, picture: InboundMedia | undefined): InboundMessage =>
  picture === undefined ? message : { ...message, kind: 'image', media: picture };

const kept = (picture: Buffer | null): InboundMedia | undefined =>
  picture === null ? undefined : { mimeType: 'image/jpeg', bytes: picture };
