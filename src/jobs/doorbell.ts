import type { Handler } from './answering';

/**
 * The doorbell. Rows in the database are the work; a ring only says where to look, carries no more than a key, and may
 * be lost or doubled: a sweeper rings again for whatever is due.
 */
export interface Doorbell {
  /** Says that `key` of `bell` has work, at once or after a while. Never throws, never waits. */
  ring(bell: Bell, key: string, delayMs?: number): void;
  /** As `ring`, but only for the answers of this process, and without Redis. */
  ringHere(bell: Bell, key: string): void;
  /** Rings of one key that come while it is being answered are answered once more afterwards, not beside it. */
  answer(bell: Bell, concurrency: number, handler: Handler): void;
  /** Stops answering, tells those who answer, and waits for them. */
  close(): Promise<void>;
}

/** `sales`: key is the merchant. `turns`: `merchant:chat`. `outbound`: the merchant. */
export type Bell = 'sales' | 'turns' | 'outbound';

/** A key as it may stand in a log: a chat's id can be a phone, so only its shop is told. */
export const loggableKey = (bell: Bell, key: string): string =>
  bell === 'turns' ? (key.split(':')[0] ?? '') : key;
