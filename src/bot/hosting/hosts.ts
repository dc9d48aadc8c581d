import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { allShops, type ShopChannel } from '../../loyalty';
import type { Pace } from '../../pacing';
import type { Leases } from '../../jobs/leases';
import type { Logger } from '../../telemetry';
import type { Channel, ChannelKind, ChannelStatus } from '../channel';
import type { Hand } from '../sending/hand';
import { emptyHand, sendDue } from '../sending/outbound';
import { recordStatus } from './channel-states';
import { eventsOf } from './events';
import { tellIfLost } from './number-lost';
import { isLeaseShort, leaseOf, Shares, type SharesOptions } from './shares';

/** Longer than anything is waited for without another look; a timer takes no more than 24 days. */
const LONGEST_SLEEP_MS = 3_600_000;

export interface HostsOptions {
  db: Database;
  clock: Clock;
  logger: Logger;
  leases: Leases;
  burstMs: number;
  /** How the outside reaches the public port. */
  publicUrl: string;
  /** Whom no chat reaches is written to by e-mail. */
  byEmail: boolean;
  /** What is waited for between two rounds of sending. */
  giveWay?: () => Promise<void>;
  open(merchantId: number, kind: ShopChannel): Channel;
  isAtHome: SharesOptions['isAtHome'];
  /** How fast a number on such a channel may write; null: as fast as the channel takes it. */
  paceOf(kind: ChannelKind): Pace | null;
  /** Is told of each change of a channel. */
  told?: ((merchantId: number, status: ChannelStatus) => void) | undefined;
  /** No channel is opened any more. */
  stopping?: AbortSignal | undefined;
}

/** A channel that is hosted here. */
interface Host {
  channel: Channel;
  status: ChannelStatus;
  /** A round of sending; null: none. */
  sending: Promise<void> | null;
  /** What is on its way, over all rounds. */
  hand: Hand;
  /** Something may have come up since the sending began. */
  isAsked: boolean;
  /** Until something may go again. */
  wake: NodeJS.Timeout | undefined;
  /** Its changes are noted one after another, so that the last one stands. */
  noted: Promise<void>;
}

/** The channels that this process hosts, one a shop. */
export class Hosts {
  private readonly hosted = new Map<number, Host>();
  private readonly leaving = new Set<number>();
  private readonly shares: Shares;
  private closed = false;

  constructor(private readonly options: HostsOptions) {
    this.shares = new Shares(options);
  }

  /**
   * Renews the lease of each channel hosted here, and lets go of those whose lease was lost. It waits for nothing else, not for what
   * these have in hand either: a process that is cut off from everything must still stop hosting in time, and the others' leases go on.
   */
  async keep(): Promise<void> {
    const { leases, logger } = this.options;
    const lost = (id: number): void => {
      logger.warn({ merchantId: id }, 'the lease of this channel was lost');
      this.letGo(id).catch((err: unknown) => logger.error({ merchantId: id, err }, 'a channel did not end'));
    };
    await Promise.all(
      [...this.hosted].map(async ([id, { channel }]) => {
        if (!(await leases.hold(leaseOf(id), isLeaseShort(channel.kind)))) lost(id);
      }),
    );
  }

  /**
   * Opens channels that nobody hosts yet, up to this process's share, and gives up what is more than it. In how many milliseconds
   * there may be another one to open; null where nothing is known of one.
   */
  async refresh(): Promise<number | null> {
    await this.shares.join();
    const shops = await allShops(this.options.db);
    const share = this.shares.of(shops.length);
    for (const { id, channel } of shops) {
      const hosted = this.hosted.get(id);
      if (hosted !== undefined && hosted.channel.kind !== channel) await this.letGo(id);
    }
    await Promise.all(this.shares.surplus(this.hosted, share).map((id) => this.letGo(id)));
    const isFull = this.hosted.size >= share;
    const unhosted = shops.filter(({ id }) => !isFull && !this.hosted.has(id) && !this.leaving.has(id));
    const free = await this.shares.free(unhosted);
    for (const { id, channel } of free.shops) {
      if (this.isOver || this.hosted.size >= share) return null;
      await this.take(id, channel);
    }
    return free.nextMs;
  }

  private get isOver(): boolean {
    return this.closed || this.options.stopping?.aborted === true;
  }

  private async take(id: number, channel: ShopChannel): Promise<void> {
    const { leases, logger } = this.options;
    if (!(await leases.hold(leaseOf(id), isLeaseShort(channel)))) return;
    this.shares.taken(id);
    await this.host(id, channel).catch((error: unknown) =>
      logger.error({ merchantId: id, err: error }, 'a channel could not be opened; it is tried again'),
    );
  }

  /** Wakes the channels hosted here that were called back: the rings for it may have been lost. */
  async readAll(): Promise<void> {
    const { db } = this.options;
    if (![...this.hosted.values()].some(({ channel }) => channel.wake !== undefined)) return;
    const called = await db.call<{ id: number }>('SELECT merchants_with_callbacks() AS id');
    await Promise.all(called.map(({ id }) => this.wake(id)));
  }

  /** Something was written for the shop's channel, if it is hosted here. */
  async wake(merchantId: number): Promise<void> {
    await this.hosted.get(merchantId)?.channel.wake?.();
  }

  /** Sends what is due of a shop, if it is hosted here and its channel is ready; one sending of a shop at a time. */
  async send(merchantId: number): Promise<void> {
    const host = this.hosted.get(merchantId);
    if (host?.status.state !== 'ready') return;
    host.isAsked = true;
    host.sending ??= this.sendWhileAsked(merchantId, host).finally(() => {
      host.sending = null;
    });
    await host.sending;
  }

  private async sendWhileAsked(merchantId: number, host: Host): Promise<void> {
    const { db, clock, logger, publicUrl, giveWay } = this.options;
    const pace = this.options.paceOf(host.channel.kind);
    const { hand } = host;
    while (host.isAsked && host.status.state === 'ready' && this.hosted.get(merchantId) === host) {
      host.isAsked = false;
      clearTimeout(host.wake);
      const again = await sendDue(db, host.channel, merchantId, logger, {
        publicUrl,
        pace,
        hand,
        giveWay,
        isOver: () => this.hosted.get(merchantId) !== host,
      });
      if (again === null) continue;
      const wake = (): void => void this.sendLogged(merchantId);
      host.wake = setTimeout(wake, Math.min(LONGEST_SLEEP_MS, Math.max(0, again - clock.now())));
      host.wake.unref();
    }
  }

  /** Sends in every shop hosted here that has something due: rings may have been lost. No shop waits for another. */
  async sendAll(): Promise<void> {
    if (this.hosted.size === 0) return;
    const { db, clock } = this.options;
    const due = await db.call<{ id: number }>('SELECT merchants_with_outbox(?) AS id', [
      new Date(clock.now()),
    ]);
    await Promise.all(due.map(({ id }) => this.sendLogged(id)));
  }

  private async sendLogged(merchantId: number): Promise<void> {
    await this.send(merchantId).catch((error: unknown) =>
      this.options.logger.error({ merchantId, err: error }, 'sending failed; the next round goes on'),
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.hosted.keys()].map((id) => this.letGo(id)));
  }

  private async host(merchantId: number, kind: ShopChannel): Promise<void> {
    const { options } = this;
    const { db, byEmail } = options;
    const host: Host = {
      channel: options.open(merchantId, kind),
      hand: emptyHand(db, merchantId, { kind, pace: options.paceOf(kind), byEmail }),
      status: { state: 'starting' },
      sending: null,
      isAsked: false,
      wake: undefined,
      noted: Promise.resolve(),
    };
    this.hosted.set(merchantId, host);
    // Before it starts: a channel that still counts as given up is taken at once should its lease be wiped.
    await this.changed(merchantId, host, host.status);
    try {
      const events = eventsOf(options, merchantId, (status) => {
        host.status = status;
        void this.changed(merchantId, host, status);
      });
      await host.channel.start(events);
    } catch (error) {
      await this.letGo(merchantId);
      throw error;
    }
  }

  private async letGo(merchantId: number): Promise<void> {
    const host = this.hosted.get(merchantId);
    if (host === undefined) return;
    this.hosted.delete(merchantId);
    clearTimeout(host.wake);
    // Not to be opened again before it has stopped.
    this.leaving.add(merchantId);
    try {
      await host.channel.stop();
      await host.sending?.catch(() => undefined);
      await host.hand.empty().catch(() => undefined);
      // Whoever has it by now says how it is.
      if (!(await this.options.leases.isElsewhere(leaseOf(merchantId))))
        await this.changed(merchantId, host, { state: 'down', problem: 'not-hosted' });
      await this.options.leases.release(leaseOf(merchantId));
    } finally {
      this.leaving.delete(merchantId);
    }
  }

  private async changed(merchantId: number, host: Host, status: ChannelStatus): Promise<void> {
    const { db, logger, byEmail, told } = this.options;
    told?.(merchantId, status);
    host.noted = host.noted
      .then(() =>
        db.asMerchant(merchantId, async (work) => {
          await recordStatus(work, status);
          await tellIfLost(work, status, { byEmail });
        }),
      )
      .catch((error: unknown) =>
        logger.error({ merchantId, err: error }, 'a change of the channel was not noted'),
      );
    await host.noted;
    if (status.state === 'ready') await this.sendLogged(merchantId);
  }
}
