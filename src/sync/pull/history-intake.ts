import type { Database, Work } from '../../db';
import { importSales, type Sale } from '../../loyalty';
import { arrayLiteral, JSON_SEPARATOR, query } from '../../rows';
import type { PullConnection } from '../connections';
import { keep } from '../due-events';
import type { Intake } from '../intake';
import { parseSale } from '../smartpos/parse-sale';
import { countImported } from './history-rows';
import { rawSale, type RawSale } from './raw-sales';

/** Sales a transaction. */
const SET = 1_000;

type Unread = Parameters<typeof keep>[1][number];

/** Sales of history are known and not judged, unless the owner asked for it: then they go the way of all others. */
export async function takeInHistory(
  { db, intake }: { db: Database; intake: Intake },
  merchantId: number,
  connection: Pick<PullConnection, 'id' | 'totalIs'>,
  entries: readonly unknown[],
  { judge, isBefore }: { judge: boolean; isBefore: (sale: Sale) => boolean },
): Promise<void> {
  const connectionId = connection.id;
  for (let start = 0; start < entries.length; start += SET) {
    const raws = entries.slice(start, start + SET).map((entry) => ({ entry, raw: rawSale(entry) }));
    if (judge) {
      const arrivals = raws.map(({ raw: { deliveryId, body } }) =>
        intake.add({ merchantId, connectionId, deliveryId, source: 'pull', body }),
      );
      await Promise.all(arrivals);
      await db.asMerchant(merchantId, (work) => countImported(work, connectionId, arrivals.length));
      continue;
    }
    await db.asMerchant(merchantId, async (work) => {
      const sales: Sale[] = [];
      const unread: Unread[] = [];
      const raw: RawSale[] = [];
      for (const { entry, raw: one } of raws) {
        const parsed = parseSale(entry, connection);
        if (parsed.ok && !isBefore(parsed.sale)) continue;
        raw.push(one);
        if (parsed.ok) sales.push(parsed.sale);
        else {
          const event = { deliveryId: one.deliveryId, bodyHash: one.hash.subarray(0, 16), body: one.body };
          unread.push({ event, ...parsed.fault });
        }
      }
      await keepRaw(work, connectionId, raw);
      await keepOnce(work, unread);
      await countImported(work, connectionId, await importSales(work, sales));
    });
  }
}

/** A window that is read again keeps nothing twice. */
async function keepOnce(work: Work, unread: readonly Unread[]): Promise<void> {
  if (unread.length === 0) return;
  const known = await query<{ delivery_id: string }>(
    work,
    'SELECT delivery_id FROM kept_events WHERE merchant_id = current_merchant() AND delivery_id = ANY(?::text[])',
    [unread.map(({ event }) => event.deliveryId)],
  );
  const ids = new Set(known.map(({ delivery_id: id }) => id));
  await keep(
    work,
    unread.filter(({ event }) => !ids.has(event.deliveryId)),
  );
}

async function keepRaw(work: Work, connectionId: string, raws: readonly RawSale[]): Promise<void> {
  if (raws.length === 0) return;
  const rows = raws.map(({ deliveryId, hash }) => ({ deliveryId, hash: hash.subarray(0, 16) }));
  await query(work, 'SELECT keep_raw(?, ?::text[], ?::bytea[], ?, ?, ?)', [
    work.merchantId,
    arrayLiteral('text', rows, 'deliveryId'),
    arrayLiteral('bytea', rows, 'hash'),
    connectionId,
    raws.map(({ body }) => body).join(JSON_SEPARATOR),
    new Date(work.now),
  ]);
}
