import type { Clock } from '../clock';
import type { Database } from '../db';
import type { Doorbell } from '../jobs/doorbell';
import { sha256 } from '../ids';
import { arrayLiteral, JSON_SEPARATOR } from '../db/rows';
import { logTraces, type Logger } from '../telemetry';

const LARGEST_GROUP = 500;
/** Over this, the sender is told to come again instead of memory growing. */
const LARGEST_QUEUE = 5_000;

/** Commits under way at once, of which the database waits for the disk while the next is made ready. */
const FLIGHTS = 2;
/** So many must wait for a second one to be worth its cost. */
const SECOND_FLIGHT = 24;

/** Of the SHA-256 by which a body is known among those of its delivery. */
export const HASH_BYTES = 16;

/** PostgreSQL's `deadlock_detected`. */
const DEADLOCK = '40P01';

export interface Arrival {
  merchantId: number;
  connectionId: string;
  deliveryId: string;
  source: 'webhook' | 'pull';
  body: string;
  /** By what its body is known, where that is not its text. */
  hash?: Buffer;
  /** The sale's own id, where it says one: the log follows it by that. */
  saleId?: string | undefined;
}

interface Waiting extends Arrival {
  hash: Buffer;
  durable: () => void;
  failed: (error: unknown) => void;
}

const isPulled = ({ source }: Arrival): boolean => source === 'pull';

/** The intake cannot take more now. */
export class IntakeFull extends Error {
  override readonly name = 'IntakeFull';
}

/**
 * Makes arrivals durable, many in one commit: while one is under way the next group gathers, so that under load the cost of
 * a commit is shared and without load nobody waits for company. Under load a second commit goes beside it, while the database
 * waits for the disk; a third only makes the groups smaller. INVARIANT: what is pulled is taken in in the order in which it
 * was added, so nothing goes beside it; deliveries that are sent at once have no order.
 */
export class Intake {
  private waiting: Waiting[] = [];
  private flights = 0;
  /** Of those that wait or are under way. */
  private pulled = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly logger?: Logger,
  ) {}

  /** Resolves when the arrival is durable (a repeated one at once is, too); rejects when it cannot be made so. */
  add(arrival: Arrival): Promise<void> {
    if (this.waiting.length >= LARGEST_QUEUE) return Promise.reject(new IntakeFull());
    const { hash = sha256(arrival.body).subarray(0, HASH_BYTES) } = arrival;
    return new Promise((durable, failed) => {
      const { merchantId, connectionId, deliveryId, source, body, saleId } = arrival;
      // Spread it would cost as much as its hash.
      this.waiting.push({
        merchantId,
        connectionId,
        deliveryId,
        source,
        body,
        saleId,
        hash,
        durable,
        failed,
      });
      if (source === 'pull') this.pulled += 1;
      this.flush();
    });
  }

  /**
   * Resolves when nothing waits to be made durable, or after that long: whoever reads the inbox lets those go first who
   * wait for an answer.
   */
  async quiet(longestMs: number): Promise<void> {
    const until = performance.now() + longestMs;
    while ((this.flights > 0 || this.waiting.length > 0) && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  private flush(): void {
    if (!this.mayFly()) return;
    const group = this.waiting.splice(0, LARGEST_GROUP);
    this.flights += 1;
    void this.write(group).finally(() => {
      this.flights -= 1;
      this.pulled -= group.filter(isPulled).length;
      this.flush();
    });
  }

  private mayFly(): boolean {
    const { flights, pulled, waiting } = this;
    if (flights === 0) return waiting.length > 0;
    return flights < FLIGHTS && pulled === 0 && waiting.length >= SECOND_FLIGHT;
  }

  private async write(group: readonly Waiting[]): Promise<void> {
    try {
      await this.takeIn(group);
    } catch (error) {
      for (const { failed } of group) failed(error);
      return;
    }
    for (const { durable } of group) durable();
    logTraces(
      this.logger,
      group.flatMap(({ saleId = '' }) => (saleId === '' ? [] : [saleId])),
      {},
      'events taken in',
    );
    for (const merchantId of new Set(group.map((one) => one.merchantId)))
      this.doorbell.ring('sales', String(merchantId));
  }

  /**
   * Two processes that take in the same deliveries in another order can wait for each other; the database ends one, which
   * then takes in its halves: of one delivery alone nobody waits while it holds another. Sorting them would avoid it, and lose
   * the order of arrival.
   */
  private async takeIn(group: readonly Waiting[]): Promise<void> {
    try {
      await this.insert(group);
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code !== DEADLOCK || group.length === 1) throw error;
      const middle = Math.ceil(group.length / 2);
      await this.takeIn(group.slice(0, middle));
      await this.takeIn(group.slice(middle));
    }
  }

  private insert(group: readonly Waiting[]): Promise<unknown> {
    return this.db.call('SELECT take_in(?::integer[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?, ?)', [
      arrayLiteral('integer', group, 'merchantId'),
      arrayLiteral('text', group, 'deliveryId'),
      arrayLiteral('bytea', group, 'hash'),
      arrayLiteral('text', group, 'connectionId'),
      arrayLiteral('text', group, 'source'),
      group.map(({ body }) => body).join(JSON_SEPARATOR),
      new Date(this.clock.now()),
    ]);
  }
}
