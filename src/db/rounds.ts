import type { Logger } from '../telemetry';
import type { Database } from './index';

/** What a look at every shop is made with. */
export interface Round {
  db: Database;
  logger: Logger;
  /** After it no other shop is begun, and no further step of one. */
  stopping?: AbortSignal | undefined;
}

/** Visits shops one after another. A fault of one is logged as what did not happen, and the others go on. */
export async function visitShops(
  { logger, stopping }: Round,
  shops: readonly { id: number }[],
  failed: string,
  visit: (merchantId: number) => Promise<unknown>,
): Promise<void> {
  for (const { id } of shops) {
    if (stopping?.aborted === true) return;
    try {
      await visit(id);
    } catch (error) {
      logger.error({ merchantId: id, err: error }, failed);
    }
  }
}
