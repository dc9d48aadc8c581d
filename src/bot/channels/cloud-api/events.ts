import { createHash } from 'node:crypto';
import type { Work } from '../../../db';
import { query } from '../../../db/rows';

const ATTEMPTS = 5;

/** A callback that waits to be read. */
export interface KeptEvent {
  id: string;
  body: string;
}

/** Keeps a callback, once however often it is delivered, and wakes whoever hosts the shop's channel. */
export async function keepEvent(work: Work, body: string): Promise<void> {
  await work
    .trx('cloud_api_events')
    .insert({
      merchant_id: work.merchantId,
      id: createHash('sha256').update(body).digest('hex'),
      // PostgreSQL's text cannot hold it, and JSON writes it otherwise.
      body: body.replaceAll('\0', ''),
      received_at: new Date(work.now),
    })
    .onConflict(['merchant_id', 'id'])
    .ignore();
  work.ring('outbound', String(work.merchantId));
}

/** The oldest that can be read. */
export async function nextEvents(work: Work, limit: number): Promise<KeptEvent[]> {
  return query<KeptEvent>(
    work,
    `SELECT id, body FROM cloud_api_events WHERE merchant_id = current_merchant() AND failure IS NULL ORDER BY seq LIMIT ?`,
    [limit],
  );
}

/** All that was in them is durable elsewhere; one that is kept for a person stays. */
export async function forgetEvents(work: Work, ids: readonly string[]): Promise<void> {
  await work
    .trx('cloud_api_events')
    .whereIn('id', [...ids])
    .whereNull('failure')
    .delete();
}

/**
 * It could not be read: it is tried again some times, unless that is of no use; then it waits for a person, and the next
 * ones go on.
 */
export async function noteFailure(work: Work, id: string, isForGood: boolean): Promise<void> {
  await query(
    work,
    `UPDATE cloud_api_events SET attempts = attempts + 1,
       failure = CASE WHEN ? THEN 'unreadable' WHEN attempts + 1 >= ? THEN 'failed' END
     WHERE merchant_id = current_merchant() AND id = ?`,
    [isForGood, ATTEMPTS, id],
  );
}
