import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Instant } from '../core/sales/sale';
import { explainSale, type SaleExplanation } from '../sales/explanation';
import type { OpenTest, Way } from './tests';

/** A machine's clock may be this much behind. */
const CLOCK_MS = 15 * 60_000;

/** A sale that came while a test watched. */
export interface TestedSale {
  /** When each way brought it; null: not yet. */
  arrivedAt: Record<Way, Instant | null>;
  explanation: SaleExplanation;
}

/** Of a busy shop's sales, as many are looked at closely. */
const EXPLAINED = 7;

/** What a test has found so far. */
export interface TestFindings {
  /** The first of those that came, in their order; the very first is the reference. */
  sales: TestedSale[];
  /** Of all that came. */
  count: number;
  /** Fields that kept an event from being read. */
  unreadable: string[];
  /** Why events were turned away since the test began. */
  refused: ('signature' | 'stale' | 'malformed' | 'too-large')[];
  /** What SmartPOS last answered when it was asked: nothing wrong, the keys refused, that they may see no sales, or no good answer. */
  pull: 'works' | 'keys' | 'plan' | 'fails';
}

export async function findingsOf(work: Work, test: OpenTest): Promise<TestFindings> {
  const arrived = await salesOf(work, test);
  const sales: TestedSale[] = [];
  for (const { saleId, webhook, pull } of arrived.slice(0, EXPLAINED)) {
    const explanation = await explainSale(work, saleId);
    if (explanation !== null) sales.push({ arrivedAt: { webhook, pull }, explanation });
  }
  const fields = await query<{ field: string }>(
    work,
    `SELECT field FROM reference_arrivals WHERE merchant_id = current_merchant() AND test_id = ? AND field IS NOT NULL
     GROUP BY field ORDER BY min(seq) LIMIT ${EXPLAINED}`,
    [test.id],
  );
  return {
    sales,
    count: arrived.length,
    unreadable: fields.map(({ field }) => field),
    ...(await healthOf(work, test)),
  };
}

/** Those that are news: the pull reads old sales again, while an event tells of what just happened. */
function salesOf(
  work: Work,
  { id, startedAt }: OpenTest,
): Promise<{ saleId: string; webhook: Instant | null; pull: Instant | null }[]> {
  return query(
    work,
    `SELECT a.sale_id AS "saleId", min(a.received_at) FILTER (WHERE a.way = 'webhook') AS webhook,
       min(a.received_at) FILTER (WHERE a.way = 'pull') AS pull
     FROM reference_arrivals a JOIN sales s ON s.merchant_id = a.merchant_id AND s.id = a.sale_id
     WHERE a.merchant_id = current_merchant() AND a.test_id = ? AND s.received_at >= ?
     GROUP BY a.sale_id, s.occurred_at
     HAVING bool_or(a.way = 'webhook') OR s.occurred_at >= ? ORDER BY min(a.seq)`,
    [id, new Date(startedAt), new Date(startedAt - CLOCK_MS)],
  );
}

async function healthOf(
  work: Work,
  { startedAt }: OpenTest,
): Promise<Pick<TestFindings, 'refused' | 'pull'>> {
  const refusals = await query<{ reason: TestFindings['refused'][number] }>(
    work,
    'SELECT DISTINCT reason FROM webhook_refusals WHERE merchant_id = current_merchant() AND last_at >= ? ORDER BY reason',
    [new Date(startedAt)],
  );
  const [connection] = await query<{ failure: string | null }>(
    work,
    `SELECT poll_failure AS failure FROM connections
     WHERE merchant_id = current_merchant() AND ended_at IS NULL ORDER BY created_at DESC LIMIT 1`,
  );
  const failure = connection?.failure ?? null;
  return {
    refused: refusals.map(({ reason }) => reason),
    pull: failure === null ? 'works' : failure === 'keys' || failure === 'plan' ? failure : 'fails',
  };
}
