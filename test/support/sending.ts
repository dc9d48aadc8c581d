import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import type { Channel, OutboundMessage, SendOutcome } from '../../src/bot/channel';
import { sendDue, type SendingOptions } from '../../src/bot/sending/outbound';
import {
  enqueueNotices,
  findOrCreateCustomers,
  identityKey,
  type Identity,
  type Notice,
} from '../../src/loyalty';
import type { TestDatabase } from './database';

export const PHONES = Array.from({ length: 90 }, (_, i) => `+5511988880${String(i + 10).padStart(3, '0')}`);

export const campaign = (words: string): Notice => ({
  kind: 'campaign',
  shop: 'Padaria Central',
  words,
  gift: null,
  voucher: null,
  balance: { cashbackCents: 0, points: 0 },
});

export const available = (cents: number): Notice => ({
  kind: 'benefit-available',
  shop: 'Padaria Central',
  cashbackCents: cents,
  points: 0,
  expiresAt: null,
  balance: { cashbackCents: cents, points: 0 },
});

/** The sending of one shop over the simulated network, with what the network does to a message in the test's hand. */
export class Sending {
  readonly channel: Channel;
  readonly handed: OutboundMessage[] = [];
  readonly typed: string[] = [];
  before: (message: OutboundMessage) => Promise<SendOutcome | null> = () => Promise.resolve(null);

  constructor(
    readonly test: TestDatabase,
    readonly shop: number,
    private readonly options: SendingOptions = {},
  ) {
    const network = new SimulatorChannel(test.db, test.clock, shop);
    this.channel = Object.assign(Object.create(network) as Channel, {
      send: async (message: OutboundMessage) => {
        const outcome = await this.before(message);
        if (outcome !== null) return outcome;
        this.handed.push(message);
        return network.send(message);
      },
      typing: (chatId: string) => Promise.resolve(void this.typed.push(chatId)),
    });
  }

  /** A customer of that phone; a consent of null was never asked for. */
  async customer(phone: string, consent: boolean | null = true): Promise<string> {
    return this.test.db.asMerchant(this.shop, async (work) => {
      const identity: Identity = { kind: 'phone', value: phone };
      const found = await findOrCreateCustomers(
        work,
        new Map([[identityKey(identity), { identity, name: 'Ana' }]]),
      );
      const id = found.get(identityKey(identity)) ?? '';
      await work.trx('customers').where({ id }).update({ marketing_consent: consent });
      return id;
    });
  }

  /** Whom nobody has to be told any more who writes. */
  async known(phone: string, consent: boolean | null = true): Promise<string> {
    const id = await this.customer(phone, consent);
    await this.test.db.asMerchant(this.shop, (work) =>
      work.trx('chats').insert({
        merchant_id: this.shop,
        id: simulatorChat(phone),
        phone,
        customer_id: id,
        introduced_at: new Date(work.now - 86_400_000),
      }),
    );
    return id;
  }

  async notify(
    customerId: string,
    cause: string,
    notice: Notice,
    more: { notAfter?: number } = {},
  ): Promise<void> {
    await this.test.db.asMerchant(this.shop, (work) =>
      enqueueNotices(work, [{ cause, customerId, notice, suppressed: null, ...more }]),
    );
  }

  go(): Promise<number | null> {
    const { db, logger } = this.test;
    return sendDue(db, this.channel, this.shop, logger, this.options);
  }

  /** Each row's state and reason, in the order in which they were written. */
  async rows(): Promise<string[]> {
    const rows = await this.test.db.asMerchant(this.shop, (work) =>
      work.trx('outbox').orderBy('seq').select('state', 'reason'),
    );
    return rows.map(({ state, reason }: { state: string; reason: string | null }) =>
      reason === null ? state : `${state}: ${reason}`,
    );
  }
}
