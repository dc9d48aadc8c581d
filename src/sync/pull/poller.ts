import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { Answering } from '../../jobs/answering';
import type { Logger } from '../../telemetry';
import { claimPull, type PullConnection } from '../connections';
import { putBack } from '../due-events';
import type { Intake } from '../intake';
import { keyOf, partsOf } from './connection-key';
import { SmartPos, SmartPosFault, type Way } from '../smartpos/client';
import { readLists } from './lists';
import { noteFailure, noteLists, notePull, noteWindow } from './pull-rows';
import { rawSale } from './raw-sales';
import { salesIn } from './windows';

const HOUR_MS = 3_600_000;
/** A cancellation is only a flag that turns on an old sale, so every pull reads this much again. */
const OVERLAP_MS = 72 * HOUR_MS;
/** Of one pull, so that many together do not fill the intake that the webhook needs. */
const ADDED_AT_ONCE = 100;
const PULLS_AT_ONCE = 8;
/** Products and customers change slowly. */
const LISTS_EVERY_MS = 24 * HOUR_MS;
const LISTS_RETRY_MS = HOUR_MS;

/** The share of a period after which a connection's next pull is due. */
const EARLY = 0.9;

export interface PollerOptions {
  db: Database;
  intake: Intake;
  clock: Clock;
  logger: Logger;
  everySeconds: number;
  /** To SmartPOS; without it, the internet. */
  way?: Way;
}

/** Pulls the sales of every connection whose turn it is. What it brings goes through the same door as the webhook's. */
export class Poller {
  /** Of each connection the sales last seen, so that the overlap costs a look-up and no row. */
  private readonly seen = new Map<string, Map<string, string>>();
  /** How far each SmartPOS's clock is ahead of ours. */
  private readonly skews = new Map<string, number>();
  /** A few at a time, the next as soon as one ends; one that is slow holds up no other. */
  private readonly pulls: Answering;

  constructor(private readonly options: PollerOptions) {
    this.pulls = new Answering(
      PULLS_AT_ONCE,
      (key, stopping) => this.pollOnce(key, stopping),
      (key, error) => {
        const [merchantId, connection] = partsOf(key);
        options.logger.error({ merchantId, connection, err: error }, 'a pull failed');
      },
    );
  }

  /** Starts the pulls whose turn it is. */
  async pollDue(): Promise<void> {
    const { db, clock } = this.options;
    const due = await db.call<{ merchant_id: number; id: string }>('SELECT * FROM connections_to_pull(?)', [
      new Date(clock.now()),
    ]);
    for (const { merchant_id: merchantId, id } of due) this.pulls.ring(keyOf(merchantId, id));
  }

  /** Resolves when all whose turn it was were pulled. */
  idle(): Promise<void> {
    return this.pulls.idle();
  }

  /** Starts no more, and waits for the pulls under way. */
  close(): Promise<void> {
    return this.pulls.close();
  }

  private async pollOnce(key: string, stopping?: AbortSignal): Promise<void> {
    const [merchantId, id] = partsOf(key);
    const { db, everySeconds } = this.options;
    const everyMs = everySeconds * 1000;
    // A little early, so that a sale's message is there within one period, looking and judging included.
    const connection = await db.asMerchant(merchantId, (work) => claimPull(work, id, everyMs * EARLY));
    if (connection === null) return;
    try {
      const api = new SmartPos(connection, undefined, this.options.way);
      if (!(await this.pull(merchantId, connection, api, stopping))) return;
      await this.lists(merchantId, connection, api);
    } catch (error) {
      const fault = error instanceof SmartPosFault ? error : null;
      await db.asMerchant(merchantId, (work) => noteFailure(work, id, everyMs, fault));
      throw error;
    }
  }

  /** False where it was stopped: the next pull goes on after the last window. */
  private async pull(
    merchantId: number,
    connection: PullConnection,
    api: SmartPos,
    stopping: AbortSignal | undefined,
  ): Promise<boolean> {
    const { db, clock, logger } = this.options;
    const { id, polledUntil } = connection;
    const now = clock.now();
    // Times of sales are told by SmartPOS's clock, and one that runs ahead has sales of our future.
    const skew = this.skews.get(id) ?? 0;
    const until = now + Math.max(0, skew);
    // Also of before the connection: they are cancelled late, too, and one told late is in no import.
    const start = polledUntil - OVERLAP_MS;
    const fresh = new Map<string, string>();
    for await (const { sales, end } of salesIn(api, start, until)) {
      await this.takeIn(merchantId, id, sales, fresh);
      if (end === until) break;
      // What is in need not be asked for again where a later window fails.
      await db.asMerchant(merchantId, (work) => noteWindow(work, id, end));
      if (stopping?.aborted === true) return false;
    }
    this.seen.set(id, fresh);
    if (api.skewMs !== skew) logger.warn({ merchantId, skewMs: api.skewMs }, 'SmartPOS’s clock differs');
    this.skews.set(id, api.skewMs);
    await db.asMerchant(merchantId, (work) => notePull(work, id, now));
    return true;
  }

  /** A list that cannot be read now is no reason to call the pull failed. */
  private async lists(merchantId: number, { id, listsAt }: PullConnection, api: SmartPos): Promise<void> {
    const { db, clock, logger } = this.options;
    const now = clock.now();
    if (listsAt !== null && now - listsAt < LISTS_EVERY_MS) return;
    let readAt = now;
    try {
      await readLists(db, merchantId, api);
    } catch (error) {
      if (!(error instanceof SmartPosFault)) throw error;
      logger.warn({ merchantId, err: error }, 'products and customers were not read');
      readAt = now - LISTS_EVERY_MS + LISTS_RETRY_MS;
    }
    await db.asMerchant(merchantId, (work) => noteLists(work, id, readAt));
  }

  private async takeIn(
    merchantId: number,
    connectionId: string,
    sales: readonly unknown[],
    fresh: Map<string, string>,
  ): Promise<void> {
    const before = this.seen.get(connectionId);
    const arrivals: Promise<void>[] = [];
    const changed: { deliveryId: string; bodyHash: Buffer }[] = [];
    for (const sale of sales) {
      const { key, deliveryId, body, hash } = rawSale(sale);
      const shape = hash.toString('base64');
      fresh.set(key, shape);
      if (before?.get(key) === shape) continue;
      // One that changed back is news under an id of its own: as a delivery it has been before.
      const id = before?.has(key) === true ? `${deliveryId}:${this.options.clock.now()}` : deliveryId;
      const arrival = {
        merchantId,
        connectionId,
        deliveryId: id,
        source: 'pull',
        body,
        saleId: key,
      } as const;
      arrivals.push(this.options.intake.add(arrival));
      if (arrivals.length >= ADDED_AT_ONCE) await Promise.all(arrivals.splice(0));
    }
    await Promise.all(arrivals);
    // One that changed back is as it came before, and would not be read again by itself.
    const again = changed.map((one) => ({ ...one, attempts: 0, approved: false }));
    if (again.length === 0) return;
    await this.options.db.asMerchant(merchantId, async (work) => {
      await putBack(work, again, work.now);
      work.ring('sales', String(merchantId));
    });
  }
}
