import Queue from 'bull';
import type { Logger } from 'pino';
import { Answering } from './answering';
import { Broadcast } from './broadcast';
import { loggableKey, type Bell, type Doorbell } from './doorbell';

/** Rings of one key within it are sent as one. */
const GATHER_MS = 10;

/** What a job says. */
interface Ring {
  key?: string;
}

/** Only the process that hosts the shop's channel can answer it. */
const HEARD_BY_ALL: ReadonlySet<Bell> = new Set(['outbound']);

/**
 * The doorbell between processes: Bull over Redis. A job is done as soon as some process has noted its key, since the
 * row is the work and the sweeper the safety net; Bull's own retries and locks would only repeat that, more slowly.
 */
export class BullDoorbell implements Doorbell {
  private readonly queues = new Map<Bell, Queue.Queue<Ring>>();
  private readonly answerings = new Map<Bell, Answering>();
  private readonly gathered = new Map<Bell, Set<string>>();
  private readonly broadcast: Broadcast;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly redisUrl: string,
    private readonly logger: Logger,
    private readonly prefix = 'smartbis',
  ) {
    this.broadcast = new Broadcast(redisUrl, logger, prefix);
  }

  ring(bell: Bell, key: string, delayMs = 0): void {
    if (delayMs > 0) {
      setTimeout(() => this.ring(bell, key), delayMs).unref();
      return;
    }
    const keys = this.gathered.get(bell) ?? new Set();
    keys.add(key);
    this.gathered.set(bell, keys);
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  ringHere(bell: Bell, key: string): void {
    this.answerings.get(bell)?.ring(key);
  }

  answer(bell: Bell, concurrency: number, handler: (key: string) => Promise<void>): void {
    const answering = new Answering(concurrency, handler, (key, error) =>
      this.logger.error({ bell, key: loggableKey(bell, key), err: error }, 'a job failed'),
    );
    this.answerings.set(bell, answering);
    if (HEARD_BY_ALL.has(bell)) return this.broadcast.listen(bell, (key) => answering.ring(key));
    void this.queue(bell).process(concurrency, (job) => {
      // A wipe of Redis between a job's number and its data leaves the number alone: that rings for nobody.
      if (job.data.key !== undefined) answering.ring(job.data.key);
      return Promise.resolve();
    });
  }

  /** Whether Redis can be reached now. */
  get isConnected(): boolean {
    return this.broadcast.isConnected;
  }

  async close(): Promise<void> {
    if (this.timer !== null) this.flush();
    await Promise.all([...this.answerings.values()].map((answering) => answering.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    this.broadcast.close();
  }

  private flush(): void {
    this.timer = null;
    for (const [bell, gathered] of this.gathered) {
      const keys = [...gathered];
      gathered.clear();
      if (keys.length === 0) continue;
      if (HEARD_BY_ALL.has(bell)) {
        this.broadcast.ring(bell, keys);
        continue;
      }
      const jobs = keys.map((key) => ({
        data: { key },
        opts: { removeOnComplete: true, removeOnFail: true },
      }));
      this.queue(bell)
        .addBulk(jobs)
        .catch((error: unknown) =>
          this.logger.warn({ bell, err: error }, 'a ring was lost; the sweeper rings again'),
        );
    }
  }

  private queue(bell: Bell): Queue.Queue<Ring> {
    let queue = this.queues.get(bell);
    if (queue === undefined) {
      queue = new Queue(bell, this.redisUrl, {
        prefix: this.prefix,
        redis: { maxRetriesPerRequest: 1, enableOfflineQueue: true },
      });
      queue.on('error', (error) => this.logger.warn({ bell, err: error }, 'Redis cannot be reached'));
      this.queues.set(bell, queue);
    }
    return queue;
  }
}
