import type { Server } from 'node:http';
import type { Channel, ChannelStatus, DeliveryUpdate, InboundMessage } from '../../../src/bot/channel';
import { CloudApiChannel } from '../../../src/bot/channels/cloud-api';
import { saveAccount, type CallbackKeys } from '../../../src/bot/channels/cloud-api/account';
import { callbackPath, createCallbackRouter } from '../../../src/bot/channels/cloud-api/callbacks';
import { recordDelivery } from '../../../src/bot/sending/outbox-rows';
import { phoneOf } from '../../../src/bot/receiving/receive';
import { Receiver } from '../../../src/bot/receiving/receiver';
import { closeServer, createApp, createHttpServer, listen } from '../../../src/http';
import type { TestDatabase } from '../database';
import { SimulatedCloudApi } from './server';

/** A shop's channel over the simulated Cloud API, with its callbacks, and all that it said. */
export class CloudRig {
  readonly statuses: ChannelStatus[] = [];
  readonly messages: InboundMessage[] = [];
  readonly deliveries: DeliveryUpdate[] = [];
  readonly channel: Channel;
  /** Makes a received message durable. */
  store: (message: InboundMessage) => Promise<void>;

  private constructor(
    readonly test: TestDatabase,
    readonly shop: number,
    readonly cloud: SimulatedCloudApi,
    private readonly server: Server,
    readonly url: string,
  ) {
    const { db, clock, logger } = test;
    const receiver = new Receiver(db, shop, 0);
    this.store = (message) => receiver.add(message);
    this.channel = new CloudApiChannel({ db, clock, logger, merchantId: shop, baseUrl: cloud.url });
  }

  static async create(test: TestDatabase, shop: number): Promise<CloudRig> {
    const { db, secrets, clock, logger } = test;
    const cloud = await SimulatedCloudApi.start(() => clock.now());
    const app = createApp([createCallbackRouter({ db, secrets, clock, logger })], logger);
    const server = createHttpServer(app, null);
    const port = await listen(server, '127.0.0.1', 0, 'PORT');
    return new CloudRig(test, shop, cloud, server, `http://127.0.0.1:${port}`);
  }

  /** What the owner enters at both ends. */
  async connect(): Promise<CallbackKeys> {
    const { phoneNumberId, token, appSecret } = this.cloud;
    const keys = await this.test.db.asMerchant(this.shop, (work) =>
      saveAccount(work, { phoneNumberId, token, appSecret }),
    );
    this.cloud.callback = `${this.url}${callbackPath(keys.address)}`;
    return keys;
  }

  start(): Promise<void> {
    const { db } = this.test;
    return this.channel.start({
      message: async (message) => {
        await this.store(message);
        this.messages.push(message);
      },
      typed: async () => undefined,
      phoneOf: (chatId) => db.asMerchant(this.shop, (work) => phoneOf(work, chatId)),
      delivery: async (update) => {
        this.deliveries.push(update);
        await db.asMerchant(this.shop, (work) => recordDelivery(work, update.providerId, update.state));
      },
      status: (status) => void this.statuses.push(status),
    });
  }

  async wake(): Promise<void> {
    await this.channel.wake?.();
  }

  async close(): Promise<void> {
    await this.channel.stop();
    await closeServer(this.server);
    await this.cloud.stop();
  }
}
