import type { Work } from '../../db';
import { query, type Binding } from '../../db/rows';
import { spanOf, type Span } from '../core/time/period';
import { countChanges } from '../figures/counting';
import { record } from '../history/record';
import { loadShop } from '../shops/shops';
import type { StaffMember } from '../shops/team';
import { SHEETS, type ExportKind } from './sheets';

/** Lines of one file; of more the latest. */
export const MOST_LINES = 50_000;
const AT_ONCE = 2_000;

export interface ExportWish {
  kind: ExportKind;
  /** A named period (core/period.ts); null is all that there is. */
  period: string | null;
  /** Of `campaign`: its number. */
  number: number | null;
}

/** Counts what a file would hold; null for a period that is none. At most one more than `MOST_LINES`. */
export async function countExport(work: Work, wish: ExportWish): Promise<number | null> {
  const from = await sourceOf(work, wish);
  if (from === null) return null;
  // The purchases of a customer are read as they are counted.
  if (wish.kind === 'customers') await countChanges(work);
  const [row] = await query<{ lines: number }>(
    work,
    `SELECT count(*) AS lines FROM (SELECT 1 FROM ${from.sql} LIMIT ${MOST_LINES + 1}) AS held`,
    from.bindings,
  );
  return row?.lines ?? 0;
}

/** Notes in the shop's history that what it knows of people is about to leave it. */
export function noteExport(
  work: Work,
  { wish, lines, by }: { wish: ExportWish; lines: number; by: StaffMember },
): Promise<void> {
  return record(work, by, 'export', { kind: wish.kind, lines });
}

/** The lines, latest first, some at a time: by a cursor, so that memory does not grow with the shop. */
export async function* exportLines(
  work: Work,
  wish: ExportWish,
): AsyncGenerator<Record<string, string | number | null>[]> {
  const from = await sourceOf(work, wish);
  if (from === null) return;
  const columns = SHEETS[wish.kind].columns.map(({ name, sql }) => `${sql} AS "${name}"`);
  await query(
    work,
    `DECLARE export_lines NO SCROLL CURSOR FOR SELECT ${columns.join(', ')} FROM ${from.sql}
     ORDER BY ${SHEETS[wish.kind].latest} DESC LIMIT ${MOST_LINES}`,
    from.bindings,
  );
  for (;;) {
    const lines = await query<Record<string, string | number | null>>(
      work,
      `FETCH ${AT_ONCE} FROM export_lines`,
    );
    // Expired means expired at that instant, noted or not.
    for (const line of lines)
      if (line['state'] === 'open' && Number(line['validUntil']) <= work.now) line['state'] = 'expired';
    if (lines.length > 0) yield lines;
    if (lines.length < AT_ONCE) break;
  }
  await query(work, 'CLOSE export_lines');
}

async function sourceOf(
  work: Work,
  { kind, period, number }: ExportWish,
): Promise<{ sql: string; bindings: Binding[] } | null> {
  const { zone } = await loadShop(work);
  const span: Span | null =
    period === null ? { from: 0, to: Number.MAX_SAFE_INTEGER } : spanOf(period, zone, work.now);
  if (span === null) return null;
  const sheet = SHEETS[kind];
  const within = period === null ? '' : `AND ${sheet.at} >= ? AND ${sheet.at} < ?`;
  return {
    sql: `${sheet.from} ${within}`,
    bindings: [
      ...(sheet.byNumber === true ? [number ?? 0] : []),
      ...(period === null ? [] : [new Date(span.from), new Date(span.to)]),
    ],
  };
}
