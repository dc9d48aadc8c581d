import type { Clock } from '../clock';
import type { Database } from '../db';
import { allShops, type ShopChannel } from '../loyalty';
import type { Logger } from '../telemetry';
import type { Channel, ChannelStatus } from './channel';
import { sendDue } from './outbound';
import { recordDelivery } from './outbox-rows';
import { recordStatus } from './channel-states';
import { noteTyped, phoneOf, receive } from './receive';

/** One process at a time hosts a shop's number: a second session would log the first one out. */
export interface Leases {
  /** Takes or renews; false where another process holds it. */
  hold(name: string): Promise<boolean>;
  release(name: string): Promise<void>;
}

export interface HostsOptions {
  db: Database;
  clock: Clock;
  logger: Logger;
  leases: Leases;
  burstMs: number;
  /** How the outside reaches the public port. */
  publicUrl: string;
  open(merchantId: number, kind: ShopChannel): Channel;
}

/** The channels that this process hosts, one a shop. */
export class Hosts {
  private readonly hosted = new Map<number, { channel: Channel; status: ChannelStatus }>();
  private closed = false;

  constructor(private readonly options: HostsOptions) {}

  /** Opens the channels of shops that nobody hosts yet, and lets go of those whose lease was lost. */
  async refresh(): Promise<void> {
    const { db, leases, logger } = this.options;
    for (const { id, channel } of await allShops(db)) {
      if (this.closed) return;
      const mine = await leases.hold(`channel:${id}`);
      if (mine && !this.hosted.has(id)) await this.host(id, channel);
      if (!mine && this.hosted.has(id)) {
        logger.warn({ merchantId: id }, 'another process hosts this channel now');
        await this.letGo(id);
      }
    }
  }

  /** Sends what is due of a shop, if it is hosted here and its channel is ready. */
  async send(merchantId: number): Promise<void> {
    const host = this.hosted.get(merchantId);
    if (host?.status.state !== 'ready') return;
    const { db, logger, publicUrl } = this.options;
    await sendDue(db, host.channel, merchantId, logger, publicUrl);
  }

  /** Sends what is due in every shop hosted here: rings may have gone to another process. */
  async sendAll(): Promise<void> {
    for (const merchantId of this.hosted.keys())
      await this.send(merchantId).catch((error: unknown) =>
        this.options.logger.error({ merchantId, err: error }, 'sending failed; the next round goes on'),
      );
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.hosted.keys()].map((id) => this.letGo(id)));
  }

  private async host(merchantId: number, kind: ShopChannel): Promise<void> {
    const { db, burstMs } = this.options;
    const host = {
      channel: this.options.open(merchantId, kind),
      status: { state: 'starting' } as ChannelStatus,
    };
    this.hosted.set(merchantId, host);
    await host.channel.start({
      message: (message) => receive(db, merchantId, message, burstMs),
      typed: (message) => db.asMerchant(merchantId, (work) => noteTyped(work, message)),
      phoneOf: (chatId) => db.asMerchant(merchantId, (work) => phoneOf(work, chatId)),
      delivery: ({ providerId, state }) =>
        db.asMerchant(merchantId, (work) => recordDelivery(work, providerId, state)),
      status: (status) => {
        host.status = status;
        void this.changed(merchantId, status);
      },
    });
  }

  private async letGo(merchantId: number): Promise<void> {
    const host = this.hosted.get(merchantId);
    this.hosted.delete(merchantId);
    await host?.channel.stop();
    await this.options.leases.release(`channel:${merchantId}`);
  }

  private async changed(merchantId: number, status: ChannelStatus): Promise<void> {
    try {
      await this.options.db.asMerchant(merchantId, (work) => recordStatus(work, status));
      if (status.state === 'ready') await this.send(merchantId);
    } catch (error) {
      this.options.logger.error({ merchantId, err: error }, 'a change of the channel was not noted');
    }
  }
}
