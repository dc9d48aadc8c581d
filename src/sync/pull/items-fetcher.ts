import type { Clock } from '../../clock';
import type { Database, Work } from '../../db';
import { query } from '../../db/rows';
import { Answering } from '../../jobs/answering';
import type { Logger } from '../../telemetry';
import { openConnection } from '../connections';
import { SmartPos, SmartPosFault, type Way } from '../smartpos/client';

/** Of one shop. */
const AT_ONCE = 20;
const SHOPS_AT_ONCE = 8;
/** Longer than a claim's fetches may take: then another process may try. */
const CLAIMED_MS = 240_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 120_000;
const PATIENCE = { tries: 1, timeoutMs: 10_000 };

interface FetcherOptions {
  db: Database;
  clock: Clock;
  logger: Logger;
  /** To SmartPOS; without it, the internet. */
  way?: Way;
}

interface Wanted {
  sale_id: string;
  connection_id: string;
  attempts: number;
}

/** What came of asking: the items, or that there are none to have, or when to ask again. */
type Fetched = { items: unknown[] } | { givenUp: true } | { againInMs: number };

/** Fetches the items that wait for it; what cannot be had now is tried again. A shop whose SmartPOS is slow holds up no other. */
export class ItemsFetcher {
  private readonly shops: Answering;

  constructor(private readonly options: FetcherOptions) {
    const { db, logger, way } = options;
    this.shops = new Answering(
      SHOPS_AT_ONCE,
      (id, stopping) => fetchOfShop(db, Number(id), way, stopping),
      (id, error) => logger.warn({ merchantId: Number(id), err: error }, 'items could not be fetched'),
    );
  }

  /** Starts on the shops whose turn it is. */
  async fetchDue(): Promise<void> {
    const { db, clock } = this.options;
    const shops = await db.call<{ id: number }>('SELECT merchants_wanting_items(?) AS id', [
      new Date(clock.now()),
    ]);
    for (const { id } of shops) this.shops.ring(String(id));
  }

  /** Resolves when nothing is being fetched. */
  idle(): Promise<void> {
    return this.shops.idle();
  }

  /** Starts on no more, and waits for those under way. */
  close(): Promise<void> {
    return this.shops.close();
  }
}

async function fetchOfShop(
  db: Database,
  merchantId: number,
  way: Way | undefined,
  stopping: AbortSignal | undefined,
): Promise<void> {
  const { wanted, apis } = await db.asMerchant(merchantId, async (work) => {
    const claimed = await claim(work);
    const ids = [...new Set(claimed.map(({ connection_id: id }) => id))];
    const open = new Map<string, SmartPos>();
    for (const id of ids) {
      const connection = await openConnection(work, id);
      if (connection !== null) open.set(id, new SmartPos(connection, PATIENCE, way));
    }
    return { wanted: claimed, apis: open };
  });
  for (const one of wanted) {
    if (stopping?.aborted === true) return;
    const fetched = await fetchOne(apis.get(one.connection_id), one);
    await db.asMerchant(merchantId, (work) => note(work, one, fetched));
  }
}

const claim = (work: Work): Promise<Wanted[]> =>
  query<Wanted>(
    work,
    `UPDATE sale_items s SET next_try_at = ?, attempts = s.attempts + 1
     FROM (SELECT sale_id FROM sale_items WHERE merchant_id = current_merchant() AND pull_is_due(next_try_at, ?)
           ORDER BY next_try_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED) AS due
     WHERE s.merchant_id = current_merchant() AND s.sale_id = due.sale_id
     RETURNING s.sale_id, s.connection_id, s.attempts`,
    [new Date(work.now + CLAIMED_MS), new Date(work.now)],
  );

async function fetchOne(api: SmartPos | undefined, { sale_id: id, attempts }: Wanted): Promise<Fetched> {
  if (api === undefined) return { givenUp: true };
  try {
    return { items: await api.items(id) };
  } catch (error) {
    if (!(error instanceof SmartPosFault)) throw error;
    if (error.kind !== 'unreachable') return { givenUp: true };
    const backOff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1));
    return { againInMs: Math.max(error.retryAfterMs ?? 0, backOff) };
  }
}

async function note(work: Work, { sale_id: id }: Wanted, fetched: Fetched): Promise<void> {
  const change =
    'items' in fetched
      ? { items: JSON.stringify(fetched.items), next_try_at: null }
      : 'givenUp' in fetched
        ? { given_up: true, next_try_at: null }
        : { next_try_at: new Date(work.now + fetched.againInMs) };
  await work.trx('sale_items').where({ sale_id: id }).update(change);
}
