import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { Answering } from '../../jobs/answering';
import type { Logger } from '../../telemetry';
import { claimPull, type PullConnection } from '../connections';
import type { Intake } from '../intake';
import { keyOf, partsOf } from './connection-key';
import { SmartPos, SmartPosFault, type Way } from '../smartpos/client';
import { readLists } from './lists';
import { noteFailure, noteLists, notePull, noteWindow } from './pull-rows';
import { rawSale, type RawSale } from './raw-sales';
import { readToldAgain } from './told-again';
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
  /** Of each connection what its last pull listed, and until when that was, so that the overlap costs a look-up here. */
  private readonly seen = new Map<string, { until: number; shapes: ReadonlyMap<string, string> }>();
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
    const shapes = new Map<string, string>();
    const last = this.seen.get(id);
    // What another process pulled since, or a pull that failed, is not known here.
    this.seen.delete(id);
    const before = last?.until === polledUntil ? last.shapes : undefined;
    for await (const { sales, end } of salesIn(api, start, until)) {
      const listed = listedIn(sales);
      const news = [...listed].filter(([key, states]) => before?.get(key) !== shapeOf(states));
      await this.takeIn(
        merchantId,
        id,
        news.map(([, states]) => states),
      );
      for (const [key, states] of listed) shapes.set(key, shapeOf(states));
      if (end === until) break;
      // What is in need not be asked for again where a later window fails.
      await db.asMerchant(merchantId, (work) => noteWindow(work, id, end));
      if (stopping?.aborted === true) return false;
    }
    if (api.skewMs !== skew) logger.warn({ merchantId, skewMs: api.skewMs }, 'SmartPOS’s clock differs');
    this.skews.set(id, api.skewMs);
    await db.asMerchant(merchantId, (work) => notePull(work, id, now));
    this.seen.set(id, { until: now, shapes });
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

  private async takeIn(merchantId: number, connectionId: string, news: readonly RawSale[][]): Promise<void> {
    const { db, intake } = this.options;
    const arrivals: Promise<void>[] = [];
    for (const { key, ...state } of news.flat()) {
      arrivals.push(intake.add({ merchantId, connectionId, source: 'pull', saleId: key, ...state }));
      if (arrivals.length >= ADDED_AT_ONCE) await Promise.all(arrivals.splice(0));
    }
    await Promise.all(arrivals);
    if (news.length > 0) await db.asMerchant(merchantId, (work) => readToldAgain(work, news));
  }
}

/** What an answer says of each sale, by which it is the same one: once, or in several states that differ. */
function listedIn(sales: readonly unknown[]): Map<string, RawSale[]> {
  const listed = new Map<string, RawSale[]>();
  for (const sale of sales) {
    const raw = rawSale(sale);
    const states = listed.get(raw.key) ?? [];
    if (!states.some(({ hash }) => hash.equals(raw.hash))) states.push(raw);
    listed.set(raw.key, states);
  }
  return listed;
}

const shapeOf = (states: readonly RawSale[]): string =>
  states.map(({ hash }) => hash.toString('base64')).join(' ');
