import type { Work } from '../../db';
import { query } from '../../rows';
import type { Instant } from '../core/sale';
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

/** What a test has found so far. */
export interface TestFindings {
  /** In the order in which they came; the first is the reference. */
  sales: TestedSale[];
  /** Fields that kept an event from being read. */
  unreadable: string[];
  /** Why events were turned away since the test began. */
  refused: ('signature' | 'stale' | 'malformed' | 'too-large')[];
  /** What SmartPOS last answered when it was asked: nothing wrong, the keys refused, or no good answer. */
  pull: 'works' | 'keys' | 'fails';
}

export async function findingsOf(work: Work, test: OpenTest): Promise<TestFindings> {
  const arrivals = await query<{
    way: Way;
    saleId: string | null;
    field: string | null;
    receivedAt: Instant;
  }>(
    work,
    `SELECT way, sale_id AS "saleId", field, received_at AS "receivedAt" FROM reference_arrivals
     WHERE merchant_id = current_merchant() AND test_id = ? ORDER BY seq`,
    [test.id],
  );
  const sales: TestedSale[] = [];
  for (const id of new Set(arrivals.flatMap(({ saleId }) => saleId ?? []))) {
    const at = (way: Way): Instant | null =>
      arrivals.find((one) => one.saleId === id && one.way === way)?.receivedAt ?? null;
    const arrivedAt = { webhook: at('webhook'), pull: at('pull') };
    const explanation = await explainSale(work, id);
    // The pull reads old sales again; what is told by an event is news.
    const isNew =
      explanation !== null &&
      explanation.receivedAt >= test.startedAt &&
      (arrivedAt.webhook !== null || explanation.sale.occurredAt >= test.startedAt - CLOCK_MS);
    if (isNew) sales.push({ arrivedAt, explanation });
  }
  return {
    sales,
    unreadable: [...new Set(arrivals.flatMap(({ field }) => field ?? []))],
    ...(await healthOf(work, test)),
  };
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
    pull: failure === null ? 'works' : failure === 'keys' || failure === 'refused' ? 'keys' : 'fails',
  };
}
