import type { Clock } from '../clock';
import type { Database } from '../db';
import { idOf, sha256 } from '../ids';
import type { Logger } from '../telemetry';
import { claimPull, notePull, type PullConnection } from './connections';
import type { Intake } from './intake';
import { SmartPos, SmartPosFault } from './smartpos/client';

const HOUR_MS = 3_600_000;
/** A cancellation is only a flag that turns on an old sale, so every pull reads this much again. */
const OVERLAP_MS = 72 * HOUR_MS;
/** Of one pull, so that many together do not fill the intake that the webhook needs. */
const ADDED_AT_ONCE = 100;
const PULLS_AT_ONCE = 8;
const WINDOW_MS = 120 * 24 * HOUR_MS;

export interface PollerOptions {
  db: Database;
  intake: Intake;
  clock: Clock;
  logger: Logger;
  everySeconds: number;
}

/** Pulls the sales of every connection whose turn it is. What it brings goes through the same door as the webhook's. */
export class Poller {
  /** Of each connection the sales last seen, so that the overlap costs a look-up and no row. */
  private readonly seen = new Map<string, Map<string, string>>();
  private readonly active = new Map<string, Promise<void>>();

  constructor(private readonly options: PollerOptions) {}

  /** Starts the pulls whose turn it is, a few at a time; one that is slow holds up no other. */
  async pollDue(): Promise<void> {
    const { db, clock, logger } = this.options;
    const due = await db.call<{ merchant_id: number; id: string }>('SELECT * FROM connections_to_pull(?)', [
      new Date(clock.now()),
    ]);
    for (const { merchant_id: merchantId, id } of due) {
      if (this.active.size >= PULLS_AT_ONCE) return;
      if (this.active.has(id)) continue;
      const pull = this.pollOnce(merchantId, id)
        .catch((error: unknown) => logger.error({ merchantId, connection: id, err: error }, 'a pull failed'))
        .finally(() => this.active.delete(id));
      this.active.set(id, pull);
    }
  }

  /** Waits for the pulls under way. */
  async close(): Promise<void> {
    await Promise.all(this.active.values());
  }

  private async pollOnce(merchantId: number, id: string): Promise<void> {
    const { db, everySeconds } = this.options;
    const connection = await db.asMerchant(merchantId, (work) => claimPull(work, id, everySeconds * 1000));
    if (connection !== null) await this.pull(merchantId, connection);
  }

  private async pull(merchantId: number, connection: PullConnection): Promise<void> {
    const { db, clock } = this.options;
    const now = clock.now();
    try {
      let start = Math.max(connection.createdAt, connection.polledUntil - OVERLAP_MS);
      const api = new SmartPos(connection);
      const fresh = new Map<string, string>();
      while (start < now) {
        const end = Math.min(now, start + WINDOW_MS);
        await this.takeIn(merchantId, connection.id, await api.sales(start, end), fresh);
        start = end;
      }
      this.seen.set(connection.id, fresh);
      await db.asMerchant(merchantId, (work) => notePull(work, connection.id, { until: now }));
    } catch (error) {
      const failure = error instanceof SmartPosFault ? error.kind : 'failed';
      await db.asMerchant(merchantId, (work) => notePull(work, connection.id, { failure }));
      throw error;
    }
  }

  private async takeIn(
    merchantId: number,
    connectionId: string,
    sales: readonly unknown[],
    fresh: Map<string, string>,
  ): Promise<void> {
    const before = this.seen.get(connectionId);
    const arrivals: Promise<void>[] = [];
    for (const sale of sales) {
      const body = JSON.stringify(sale);
      const name = (sale as { uniqueIdentifier?: unknown } | null)?.uniqueIdentifier;
      const hash = sha256(body, 'base64');
      const key = typeof name === 'string' ? name : hash;
      fresh.set(key, hash);
      if (before?.get(key) === hash) continue;
      const deliveryId = `pull:${idOf('pull', key)}`;
      arrivals.push(this.options.intake.add({ merchantId, connectionId, deliveryId, source: 'pull', body }));
      if (arrivals.length >= ADDED_AT_ONCE) await Promise.all(arrivals.splice(0));
    }
    await Promise.all(arrivals);
  }
}
