import type { Database, Work } from '../../db';
import { importSales, type Instant, type Sale } from '../../loyalty';
import { arrayLiteral, JSON_SEPARATOR, query } from '../../db/rows';
import type { PullConnection } from '../connections';
import { keep, type DueEvent, type KeptEntry } from '../due-events';
import { forgetErased } from '../forgetting';
import type { Intake } from '../intake';
import { isOfBefore } from '../of-before';
import { parseSale, type ParseOptions } from '../smartpos/parse-sale';
import { countImported } from './history-rows';
import { rawSale, type RawSale } from './raw-sales';

/** Sales a transaction. */
const SET = 2_000;

interface Take {
  db: Database;
  intake: Intake | null;
}

interface How {
  /** The owner asked for it: the sales go the way of all others. */
  judge: boolean;
  connectedAt: Instant;
}

/**
 * Takes in an answer, a set a transaction; the raw texts of a set are written while the set before it is. Returns how many were
 * sent to be judged like others, which are not counted here: an answer may be taken in again.
 */
export async function takeInHistory(
  { db, intake }: Take,
  merchantId: number,
  connection: Pick<PullConnection, 'id' | 'totalIs'>,
  entries: readonly unknown[],
  { judge, connectedAt }: How,
): Promise<number> {
  let sent = 0;
  let before: Promise<unknown> = Promise.resolve();
  for (let start = 0; start < entries.length; start += SET) {
    const some = entries.slice(start, start + SET);
    if (judge && intake !== null) {
      await judgeLikeOthers(intake, merchantId, connection.id, some);
      sent += some.length;
      continue;
    }
    const set = readSet(some, connection, connectedAt);
    const written = db.asMerchant(merchantId, (work) => keepRaw(work, connection.id, set.raws));
    await Promise.all([before, written]);
    before = db.asMerchant(merchantId, (work) => writeSet(work, connection.id, set));
  }
  await before;
  return sent;
}

async function judgeLikeOthers(
  intake: Intake,
  merchantId: number,
  connectionId: string,
  entries: readonly unknown[],
): Promise<void> {
  const arrivals = entries.map((entry) => {
    const { key, deliveryId, body, hash } = rawSale(entry);
    return intake.add({ merchantId, connectionId, deliveryId, source: 'pull', body, hash, saleId: key });
  });
  await Promise.all(arrivals);
}

interface ReadSet {
  raws: RawSale[];
  sales: Sale[];
  unread: KeptEntry[];
}

function readSet(entries: readonly unknown[], options: ParseOptions, connectedAt: Instant): ReadSet {
  const set: ReadSet = { raws: [], sales: [], unread: [] };
  for (const entry of entries) {
    const parsed = parseSale(entry, options);
    // What is not of before comes by the pull.
    if (parsed.ok && !isOfBefore(parsed.sale, connectedAt)) continue;
    const raw = rawSale(entry);
    set.raws.push(raw);
    if (parsed.ok) set.sales.push(parsed.sale);
    else {
      set.unread.push({ event: { ...keyOf(raw), body: raw.body }, ...parsed.fault });
    }
  }
  return set;
}

const keyOf = ({ deliveryId, hash }: RawSale): Pick<DueEvent, 'deliveryId' | 'bodyHash'> => ({
  deliveryId,
  bodyHash: hash,
});

async function writeSet(work: Work, connectionId: string, { raws, sales, unread }: ReadSet): Promise<void> {
  await keepOnce(work, unread);
  const { added, someErased } = await importSales(work, sales);
  if (someErased) await forgetErased(work, raws.map(keyOf));
  await countImported(work, connectionId, added);
}

/** A window that is read again keeps nothing twice. */
async function keepOnce(work: Work, unread: readonly KeptEntry[]): Promise<void> {
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
  const rows = raws.map(keyOf);
  await query(work, 'SELECT keep_raw(?, ?::text[], ?::bytea[], ?, ?, ?)', [
    work.merchantId,
    arrayLiteral('text', rows, 'deliveryId'),
    arrayLiteral('bytea', rows, 'bodyHash'),
    connectionId,
    raws.map(({ body }) => body).join(JSON_SEPARATOR),
    new Date(work.now),
  ]);
}
