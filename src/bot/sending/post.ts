import type { Database } from '../../db';
import type { Logger } from '../../telemetry';
import type { Channel } from '../channel';
import { sendDue } from './outbound';
import { takeOver } from './fall-over';

/**
 * Sends what goes by e-mail, of any shop that is rung for, whether its chat channel is up or not. No process has a shop for
 * itself: a message is claimed by its row.
 */
export class Post {
  private readonly sending = new Map<number, Promise<unknown>>();
  /** Up to which message of a shop it was looked who has no chat. */
  private readonly seen = new Map<number, number>();

  constructor(
    private readonly options: { db: Database; logger: Logger; publicUrl: string; channel: Channel },
  ) {}

  /**
   * One sending of a shop at a time; what comes up meanwhile is sent right after it. After the signal nothing more is
   * claimed.
   */
  async send(merchantId: number, stopping?: AbortSignal): Promise<void> {
    const isOver = (): boolean => stopping?.aborted === true;
    const { db, logger, publicUrl, channel } = this.options;
    const before = this.sending.get(merchantId) ?? Promise.resolve();
    const mine = before
      .catch(() => undefined)
      .then(() => this.takeOver(merchantId))
      .then(() => sendDue(db, channel, merchantId, logger, { publicUrl, isOver }))
      .finally(() => {
        if (this.sending.get(merchantId) === mine) this.sending.delete(merchantId);
      });
    this.sending.set(merchantId, mine);
    await mine;
  }

  private async takeOver(merchantId: number): Promise<void> {
    const seen = this.seen.get(merchantId) ?? 0;
    const now = await this.options.db.asMerchant(merchantId, (work) => takeOver(work, seen));
    this.seen.set(merchantId, now);
  }
}
