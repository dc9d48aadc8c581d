import type { Instant } from '../../loyalty';
import { SmartPosFault, type SmartPos } from '../smartpos/client';

const HOUR_MS = 3_600_000;
/** SmartPOS answers for no longer window. */
const LONGEST_MS = 120 * 24 * HOUR_MS;
const SHORTEST_MS = HOUR_MS;

/**
 * The sales from `start` to `until`, window by window. Where an answer is too large, smaller windows are asked for: a shop that
 * was not read for months has more to tell than one answer holds. Throws a SmartPosFault.
 */
export async function* salesIn(
  api: Pick<SmartPos, 'sales'>,
  start: Instant,
  until: Instant,
): AsyncGenerator<{ sales: unknown[]; end: Instant }> {
  let length = LONGEST_MS;
  while (start < until) {
    const end = Math.min(until, start + length);
    const sales = await api.sales(start, end).catch((error: unknown) => {
      if (!(error instanceof SmartPosFault) || error.kind !== 'too-large' || end - start <= SHORTEST_MS)
        throw error;
      return null;
    });
    if (sales === null) {
      length = Math.max(SHORTEST_MS, (end - start) / 4);
      continue;
    }
    yield { sales, end };
    start = end;
  }
}
