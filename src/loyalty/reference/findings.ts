import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Instant } from '../core/sales/sale';
import type { Doubt } from '../sales/doubts';
import { explainSale, type SaleExplanation } from '../sales/explanation';
import type { OpenTest, Way } from './tests';

/** A machine's clock may be this much behind, and a pull this old. */
const CLOCK_MS = 15 * 60_000;

/** A sale that came while a test watched. */
export interface TestedSale {
  /** When each way brought it; null: not yet. */
  arrivedAt: Record<Way, Instant | null>;
  explanation: SaleExplanation;
}

/** Why something that came was kept for a person, and by which ways such came. */
export interface Waiting {
  reason: string;
  /** Of the event, where the reason is in one. */
  field: string | null;
  ways: Way[];
}

/** It can be judged: there are rules for it, and an amount. */
export const hasPassed = ({ explanation: { rules, sale, isHistory } }: TestedSale): boolean =>
  !isHistory && rules.length > 0 && sale.totalCents > 0;

/** Of a busy shop's sales, as many are looked at closely. */
const EXPLAINED = 7;

/** What a test has found so far. */
export interface TestFindings {
  /** The first of those that came, in their order; the very first is the reference. */
  sales: TestedSale[];
  /** Of all that came. */
  count: number;
  /** What came besides and waits for a person, once a reason, in the order of arrival. */
  waiting: Waiting[];
  /** Why events were turned away since the test began. */
  refused: ('signature' | 'stale' | 'malformed' | 'too-large')[];
  /** What SmartPOS last answered when it was asked: nothing wrong, the keys refused, that they may see no sales, or no good answer. */
  pull: 'works' | 'keys' | 'plan' | 'fails';
  /** Whether it was asked since the reference came, or without one since the test began: only then does silence tell anything. */
  isPulledSince: boolean;
}

export async function findingsOf(work: Work, test: OpenTest): Promise<TestFindings> {
  const arrived = await salesOf(work, test);
  const sales: TestedSale[] = [];
  for (const { saleId, webhook, pull } of arrived.slice(0, EXPLAINED)) {
    const explanation = await explainSale(work, saleId);
    if (explanation !== null) sales.push({ arrivedAt: { webhook, pull }, explanation });
  }
  return {
    sales,
    count: arrived.length,
    waiting: await waitingOf(work, test),
    ...(await healthOf(work, test, sales[0]?.arrivedAt.webhook ?? test.startedAt)),
  };
}

/**
 * Those that are news. An event tells of what just happened, whatever its time; so does a pull where the one before had read up
 * to the test's beginning. Where it had not, an old sale may be what was missed.
 */
function salesOf(
  work: Work,
  { id, startedAt, heardUntil }: OpenTest,
): Promise<{ saleId: string; webhook: Instant | null; pull: Instant | null }[]> {
  const since = startedAt - CLOCK_MS;
  return query(
    work,
    `SELECT a.sale_id AS "saleId", min(a.received_at) FILTER (WHERE a.way = 'webhook') AS webhook,
       min(a.received_at) FILTER (WHERE a.way = 'pull') AS pull
     FROM reference_arrivals a JOIN sales s ON s.merchant_id = a.merchant_id AND s.id = a.sale_id
     WHERE a.merchant_id = current_merchant() AND a.test_id = ? AND s.received_at >= ?
     GROUP BY a.sale_id, s.occurred_at
     HAVING bool_or(a.way = 'webhook') OR s.occurred_at >= ? OR (? AND min(a.received_at) >= ?) ORDER BY min(a.seq)`,
    [
      id,
      new Date(startedAt),
      new Date(since),
      heardUntil !== null && heardUntil >= since,
      new Date(startedAt),
    ],
  );
}

/** As many kept events of late are looked through. */
const LATEST = 500;

/**
 * Kept since the test began, whether or not a person has seen to it since. A sale that staff recorded by hand is kept once
 * for both ways; that the other brought it too shows in what came of no sale.
 */
async function waitingOf(work: Work, { id, startedAt }: OpenTest): Promise<Waiting[]> {
  const kept = await query<Waiting>(
    work,
    `SELECT k.reason, k.field, array_agg(DISTINCT e.source) AS ways
     FROM (SELECT * FROM kept_events WHERE merchant_id = current_merchant() ORDER BY id DESC LIMIT ${LATEST}) AS k
     JOIN inbox_events e ON e.merchant_id = k.merchant_id AND e.delivery_id = k.delivery_id AND e.body_hash = k.body_hash
     WHERE e.received_at >= ? GROUP BY k.reason, k.field ORDER BY min(k.id) LIMIT ${EXPLAINED}`,
    [new Date(startedAt)],
  );
  const byHand = kept.find(({ reason }) => reason === ('recorded-by-hand' satisfies Doubt));
  if (byHand === undefined) return kept;
  const ways = await query<{ way: Way }>(
    work,
    `SELECT DISTINCT a.way FROM reference_arrivals a
     WHERE a.merchant_id = current_merchant() AND a.test_id = ? AND a.sale_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM sales s WHERE s.merchant_id = a.merchant_id AND s.id = a.sale_id)`,
    [id],
  );
  byHand.ways = [...new Set([...byHand.ways, ...ways.map(({ way }) => way)])];
  return kept;
}

async function healthOf(
  work: Work,
  { startedAt }: OpenTest,
  since: Instant,
): Promise<Pick<TestFindings, 'refused' | 'pull' | 'isPulledSince'>> {
  const refusals = await query<{ reason: TestFindings['refused'][number] }>(
    work,
    'SELECT DISTINCT reason FROM webhook_refusals WHERE merchant_id = current_merchant() AND last_at >= ? ORDER BY reason',
    [new Date(startedAt)],
  );
  const [connection] = await query<{ failure: string | null; until: Instant | null }>(
    work,
    `SELECT poll_failure AS failure, polled_until AS until FROM connections
     WHERE merchant_id = current_merchant() AND ended_at IS NULL ORDER BY created_at DESC LIMIT 1`,
  );
  const failure = connection?.failure ?? null;
  return {
    refused: refusals.map(({ reason }) => reason),
    pull: failure === null ? 'works' : failure === 'keys' || failure === 'plan' ? failure : 'fails',
    isPulledSince: (connection?.until ?? 0) >= since,
  };
}
