import type { Work } from '../db';
import { arrayLiteral } from '../db/rows';
import type { DueEvent } from './due-events';
import type { Read } from './items';

/** Whatever is taken out from here on in this transaction, `noteSubjects` tells what it is about. */
export const tellSubjects = (work: Work): void =>
  work.sendAlong("SELECT set_config('smartbis.subjects', 'told', true)");

/**
 * Notes what the events are about, by which an erasure finds them: where a sale was read, that sale; of any other event the
 * database reads it. What a pull brings is found by its delivery's id, which is made of the sale's.
 */
export function noteSubjects(work: Work, events: readonly DueEvent[], reads: readonly Read[]): void {
  const pushed = reads.filter(({ event }) => event.source === 'webhook');
  const told = new Set(pushed.map(({ event }) => event));
  const others = events.filter((event) => !told.has(event));
  if (pushed.length > 0)
    work.sendAlong(
      `INSERT INTO report_subjects (merchant_id, subject, delivery_id, body_hash, noted_at)
       SELECT ?::integer, 'sale ' || u.sale, u.delivery, u.hash, to_timestamp(u.at::float8 / 1000)
       FROM unnest(?::text[], ?::text[], ?::bytea[], ?::bigint[]) AS u (sale, delivery, hash, at)
       ON CONFLICT DO NOTHING`,
      [
        work.merchantId,
        pushed.map(({ sale }) => sale.externalId),
        ...named(pushed.map(({ event }) => event)),
        pushed.map(({ event }) => event.receivedAt),
      ],
    );
  if (others.length > 0)
    work.sendAlong('SELECT note_reports(?, ?::text[], ?::bytea[])', [work.merchantId, ...named(others)]);
}

const named = (events: readonly DueEvent[]): [string, string] => [
  arrayLiteral('text', events, 'deliveryId'),
  arrayLiteral('bytea', events, 'bodyHash'),
];
