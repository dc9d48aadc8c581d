import type { Database } from '../../db';
import type { ShopChannel } from '../../loyalty';
import type { Leases } from '../../jobs/leases';
import type { Channel, ChannelKind } from '../channel';
import { statusOf } from './channel-states';

/** A number whose link is kept elsewhere is taken only when its own process does not come back. */
const AWAY_MS = 60_000;
/** Of what is more than its share, so much is given up at one look. */
const GIVEN_UP_AT_ONCE = 20;

export const leaseOf = (merchantId: number): string => `channel:${merchantId}`;
/** A browser takes its time to end, and two of one number log each other out. */
export const isLeaseShort = (kind: ChannelKind): boolean => kind !== 'whatsapp-web';

export interface HostedShop {
  id: number;
  channel: ShopChannel;
}

export interface SharesOptions {
  db: Database;
  leases: Leases;
  /** Whether what the channel keeps on a disk is on this one; one that keeps nothing is at home everywhere. */
  isAtHome(merchantId: number, kind: ShopChannel): boolean;
}

/** Which channels a process takes and which it gives up, so that they spread over the processes and none has two hosts. */
export class Shares {
  /** Since when nobody holds a shop's lease, as far as this process saw. */
  private readonly freeSince = new Map<number, number>();
  private processes = 1;

  constructor(private readonly options: SharesOptions) {}

  /** Says that this process hosts, and hears how many do. */
  async join(): Promise<void> {
    this.processes = await this.options.leases.join();
  }

  /** How many of so many channels one process is to host at most. */
  of(shops: number): number {
    return Math.ceil(shops / this.processes);
  }

  /** Those that are more than the share. What is kept on this disk stays here: elsewhere it would have to be linked again. */
  surplus(hosted: ReadonlyMap<number, { channel: Channel }>, share: number): number[] {
    const movable = [...hosted].filter(([, { channel }]) => channel.kind !== 'whatsapp-web');
    const most = Math.min(GIVEN_UP_AT_ONCE, Math.max(0, hosted.size - share));
    return movable.slice(0, most).map(([id]) => id);
  }

  /** Of these shops those that this process may take now, and in how many milliseconds the next of them. */
  async free(shops: readonly HostedShop[]): Promise<{ shops: HostedShop[]; nextMs: number | null }> {
    const free = new Set(await this.options.leases.free(shops.map(({ id }) => leaseOf(id))));
    const now = performance.now();
    const found: HostedShop[] = [];
    let nextMs: number | null = null;
    const before = new Map(this.freeSince);
    // What is not asked about, as nothing more is to be taken, is not looked after.
    this.freeSince.clear();
    for (const shop of shops.filter(({ id }) => free.has(leaseOf(id)))) {
      const since = before.get(shop.id) ?? now;
      this.freeSince.set(shop.id, since);
      const left = since + (await this.patience(shop)) - now;
      if (left <= 0) found.push(shop);
      else nextMs = Math.min(nextMs ?? left, left);
    }
    return { shops: found, nextMs };
  }

  taken(merchantId: number): void {
    this.freeSince.delete(merchantId);
  }

  /** In milliseconds. Whoever gave a channel up said so; one that was never hosted is nobody's. */
  private async patience({ id, channel }: HostedShop): Promise<number> {
    const { db, leases } = this.options;
    const status = await db.asMerchant(id, statusOf);
    if (status === null) return 0;
    if (this.processes > 1 && !this.options.isAtHome(id, channel)) return AWAY_MS;
    return status.problem === 'not-hosted' ? 0 : leases.wipedMs(isLeaseShort(channel));
  }
}
