import type { Logger } from 'pino';
import type { Bell } from './doorbell';
import { connectRedis, type RedisClient } from './redis-client';

/** Of what another version may have said, or anybody who reaches Redis. */
function keysIn(message: string): string[] {
  try {
    const keys: unknown = JSON.parse(message);
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/**
 * Rings that every process hears, over Redis's publish and subscribe: where only one of them can answer, and the one that
 * rings does not know which. Whoever is cut off hears nothing; the sweeper is the net here too.
 */
export class Broadcast {
  private readonly publisher: RedisClient;
  private subscriber: RedisClient | null = null;

  constructor(
    private readonly redisUrl: string,
    private readonly logger: Logger,
    private readonly prefix: string,
  ) {
    // What cannot be published now is of no use later.
    this.publisher = connectRedis(redisUrl, logger, { keeps: false }).client;
  }

  ring(bell: Bell, keys: readonly string[]): void {
    this.publisher
      .publish(this.channelOf(bell), JSON.stringify(keys))
      .catch((error: unknown) =>
        this.logger.warn({ bell, err: error }, 'a ring was lost; the sweeper rings again'),
      );
  }

  /** Calls `heard` for each key from now on. */
  listen(bell: Bell, heard: (key: string) => void): void {
    // Once it is connected again it subscribes again.
    this.subscriber ??= connectRedis(this.redisUrl, this.logger, { keeps: true }).client;
    this.subscriber
      .subscribe(this.channelOf(bell), (message) => {
        for (const key of keysIn(message)) heard(key);
      })
      .catch((error: unknown) => this.logger.warn({ bell, err: error }, 'rings are not heard'));
  }

  get isConnected(): boolean {
    return this.publisher.isReady;
  }

  close(): void {
    this.publisher.destroy();
    this.subscriber?.destroy();
  }

  private channelOf(bell: Bell): string {
    return `${this.prefix}:${bell}`;
  }
}
