import { newId } from '../../chance';
import type { Work } from '../../db';
import { insertRows, query } from '../../db/rows';
import { refuse, ok, type Result } from '../core/result';
import type { Instant } from '../core/sales/sale';
import type { Language } from '../shops/shops';
import type { StaffMember } from '../shops/team';

export const TEST_MS = 10 * 60_000;

/** The two ways by which a sale reaches Smartbis. */
export type Way = 'webhook' | 'pull';

/** A test that is under way. */
export interface OpenTest {
  id: string;
  chatId: string;
  language: Language;
  startedAt: Instant;
  /** Up to when SmartPOS had been asked for sales; null where it had not yet, whose first answer is full of old ones. */
  heardUntil: Instant | null;
  endsAt: Instant;
  passedAt: Instant | null;
  /** The reports that were written, by their names. */
  reported: string[];
}

/** Watches from now on; a test of before ends without a word. Refused without a connection. */
export async function startTest(
  work: Work,
  { by, chatId, language }: { by: StaffMember; chatId: string; language: Language },
): Promise<Result<{ endsAt: Instant }>> {
  const [connection] = await query<{ heardUntil: Instant | null }>(
    work,
    `SELECT polled_until AS "heardUntil" FROM connections
     WHERE merchant_id = current_merchant() AND ended_at IS NULL ORDER BY created_at DESC LIMIT 1`,
  );
  if (connection === undefined) return refuse({ code: 'program-not-active', missing: 'connection' });
  await work
    .trx('reference_tests')
    .whereNull('closed_at')
    .update({ closed_at: new Date(work.now) });
  const endsAt = work.now + TEST_MS;
  await work.trx('reference_tests').insert({
    merchant_id: work.merchantId,
    id: newId(),
    chat_id: chatId,
    language,
    staff_id: by.id,
    started_at: new Date(work.now),
    heard_until: connection.heardUntil === null ? null : new Date(connection.heardUntil),
    ends_at: new Date(endsAt),
  });
  return ok({ endsAt });
}

/** An event of a sale that could be read. */
export interface Arrival {
  way: Way;
  receivedAt: Instant;
  saleId: string;
}

/** Notes what came, where a test is watching. */
export async function noteArrivals(work: Work, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  const [test] = await query<{ id: string }>(
    work,
    'SELECT id FROM reference_tests WHERE merchant_id = current_merchant() AND closed_at IS NULL AND ends_at > ?',
    [new Date(work.now)],
  );
  if (test === undefined) return;
  await insertRows(
    work,
    'reference_arrivals',
    { test_id: 'uuid', way: 'text', sale_id: 'text', received_at: 'timestamptz' },
    arrivals.map(({ way, saleId, receivedAt }) => ({
      test_id: test.id,
      way,
      sale_id: saleId,
      received_at: receivedAt,
    })),
    'ON CONFLICT DO NOTHING',
  );
}

/** The tests under way, for whoever reports on them; one process at a time. */
export async function openTests(work: Work): Promise<OpenTest[]> {
  return query<OpenTest>(
    work,
    `SELECT id, chat_id AS "chatId", language, started_at AS "startedAt", heard_until AS "heardUntil", ends_at AS "endsAt", passed_at AS "passedAt", reported
     FROM reference_tests WHERE merchant_id = current_merchant() AND closed_at IS NULL FOR UPDATE SKIP LOCKED`,
  );
}

/** Notes which reports were written, whether the test is passed by this sale, and whether it is over. */
export async function noteReported(
  work: Work,
  test: OpenTest,
  { reported, passedBy, closed }: { reported: readonly string[]; passedBy: string | null; closed: boolean },
): Promise<void> {
  const passed =
    passedBy !== null && test.passedAt === null ? { passed_at: new Date(work.now), sale_id: passedBy } : {};
  await work
    .trx('reference_tests')
    .where({ id: test.id })
    .update({
      reported: JSON.stringify(reported),
      ...passed,
      ...(closed ? { closed_at: new Date(work.now) } : {}),
    });
}
