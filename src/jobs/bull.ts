import { setTimeout as sleep } from 'node:timers/promises';
import Queue from 'bull';
import type { Logger } from 'pino';
import { Answering, type Handler } from './answering';
import { Broadcast } from './broadcast';
import { loggableKey, type Bell, type Doorbell } from './doorbell';
import { reconnectIn } from './redis-client';
import type { Secrets } from '../secrets';

/** Rings of one bell within it go together, each key once. For a turn and for what is sent somebody waits in a chat. */
const GATHER_MS: Readonly<Record<Bell, number>> = { sales: 10, turns: 0, outbound: 0 };

/** What a job says; after a wipe, or of another version's, it may be anything. */
interface Ring {
  /** A key may name a person (a chat's id is a phone), and Redis keeps what it is told in files. */
  sealed?: unknown;
  /** As earlier versions ring. */
  key?: unknown;
}

const SEALED_AS = 'ring';

/** For Redis to answer at the end; one that is frozen says nothing at all. */
const CLOSING_MS = 2_000;
/** After a job that Redis lost in the midst of it. */
const RETRY_MS = 500;

/** Only the process that hosts the shop's channel can answer it. */
const HEARD_BY_ALL: ReadonlySet<Bell> = new Set(['outbound']);

/**
 * The doorbell between processes: Bull over Redis. A job is done as soon as some process has noted its key, since the
 * row is the work and the sweeper the safety net; Bull's own retries and locks would only repeat that, more slowly.
 */
export class BullDoorbell implements Doorbell {
  private readonly queues = new Map<Bell, Queue.Queue<Ring>>();
  private readonly answerings = new Map<Bell, Answering>();
  private readonly gathered = new Map<Bell, { keys: Set<string>; timer: NodeJS.Timeout }>();
  private readonly broadcast: Broadcast;
  private isClosed = false;

  constructor(
    private readonly redisUrl: string,
    private readonly logger: Logger,
    private readonly secrets: Pick<Secrets, 'encrypt' | 'decrypt'>,
    private readonly prefix = 'smartbis',
  ) {
    this.broadcast = new Broadcast(redisUrl, logger, prefix);
  }

  ring(bell: Bell, key: string, delayMs = 0): void {
    if (delayMs > 0) {
      setTimeout(() => this.ring(bell, key), delayMs).unref();
      return;
    }
    if (this.isClosed) return;
    const gathered = this.gathered.get(bell);
    if (gathered !== undefined) {
      gathered.keys.add(key);
      return;
    }
    const timer = setTimeout(() => this.flush(bell), GATHER_MS[bell]);
    this.gathered.set(bell, { keys: new Set([key]), timer });
  }

  ringHere(bell: Bell, key: string): void {
    this.answerings.get(bell)?.ring(key);
  }

  answer(bell: Bell, concurrency: number, handler: Handler): void {
    const answering = new Answering(concurrency, handler, (key, error) =>
      this.logger.error({ bell, key: loggableKey(bell, key), err: error }, 'a job failed'),
    );
    this.answerings.set(bell, answering);
    if (HEARD_BY_ALL.has(bell)) return this.broadcast.listen(bell, (key) => answering.ring(key));
    const taking = this.queue(bell).process(concurrency, ({ data }) => {
      const key = this.keyOf(data);
      if (key !== null) answering.ring(key);
      return Promise.resolve();
    });
    taking.catch((error: unknown) =>
      this.logger.warn({ bell, err: error }, 'no rings are taken of Redis; the sweeper rings'),
    );
  }

  /** Whether Redis can be reached now. */
  get isConnected(): boolean {
    return this.broadcast.isConnected;
  }

  /** Takes no more rings, ends what is being answered, and rings for what came of it; all of it without Redis too. */
  async close(): Promise<void> {
    const queues = [...this.queues.values()];
    // Where Bull waits for jobs in hand and Redis is away, it leaves a rejection to nobody, which would end the process: it is
    // not to wait. A job is only a ring, which its answering has by then.
    await Promise.all(queues.map((queue) => inTime(queue.pause(true, true))));
    await Promise.all([...this.answerings.values()].map((answering) => answering.close()));
    for (const bell of this.gathered.keys()) this.flush(bell);
    this.isClosed = true;
    await Promise.all(queues.map((queue) => inTime(queue.close(true))));
    this.broadcast.close();
  }

  private flush(bell: Bell): void {
    const gathered = this.gathered.get(bell);
    if (gathered === undefined) return;
    clearTimeout(gathered.timer);
    this.gathered.delete(bell);
    const keys = [...gathered.keys];
    if (HEARD_BY_ALL.has(bell)) return this.broadcast.ring(bell, keys);
    const jobs = keys.map((key) => ({
      data: { sealed: this.secrets.encrypt(key, SEALED_AS).toString('base64') },
      opts: { removeOnComplete: true, removeOnFail: true },
    }));
    this.queue(bell)
      .addBulk(jobs)
      .catch((error: unknown) =>
        this.logger.warn({ bell, err: error }, 'a ring was lost; the sweeper rings again'),
      );
  }

  /** Null: it rings for nobody. A wipe between a job's number and its data leaves the number alone. */
  private keyOf({ sealed, key }: Ring): string | null {
    if (typeof sealed !== 'string') return typeof key === 'string' ? key : null;
    try {
      return this.secrets.decrypt(Buffer.from(sealed, 'base64'), SEALED_AS);
    } catch {
      return null;
    }
  }

  private queue(bell: Bell): Queue.Queue<Ring> {
    let queue = this.queues.get(bell);
    if (queue === undefined) {
      queue = new Queue(bell, this.redisUrl, {
        prefix: this.prefix,
        // Bull's own waits grow to twenty seconds.
        redis: { maxRetriesPerRequest: 1, enableOfflineQueue: true, retryStrategy: reconnectIn },
        settings: { retryProcessDelay: RETRY_MS },
      });
      queue.on('error', (error) =>
        this.logger.warn({ bell, err: error }, 'Redis cannot be reached, or lost a ring'),
      );
      this.queues.set(bell, queue);
    }
    return queue;
  }
}

/** Resolves when the work has ended, however it did, or after `CLOSING_MS`. */
async function inTime(work: Promise<void>): Promise<void> {
  const limit = sleep(CLOSING_MS, undefined, { ref: false });
  await Promise.race([work.catch(() => undefined), limit]);
}
