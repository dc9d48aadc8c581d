import type { Database, Work } from '../../db';
import { query } from '../../db/rows';
import { checks } from './checks';
import { misjudged } from './verdicts';

/** Where one invariant does not hold. Ids only: a report of it may leave the shop. */
export interface BooksFault {
  check: string;
  about: string;
  detail: string;
}

export interface BooksReport {
  checks: number;
  postings: number;
  sales: number;
  /** At most a few of each check, and how many there are of it in all. */
  faults: (BooksFault & { ofAll: number })[];
}

/** How many of a check's faults are named. */
const NAMED = 5;

/** Checks every invariant of one shop's books; wants a snapshot, since sales go on meanwhile. */
export async function checkBooks(work: Work): Promise<BooksReport> {
  return withVerdicts(await checkLedger(work), await misjudged(work));
}

/**
 * As `checkBooks`, its two halves beside each other in a snapshot each: a sale's verdict and what stands are one row, so
 * that judging again asks for nothing of the other half's moment.
 */
export async function checkBooksOf(db: Database, merchantId: number): Promise<BooksReport> {
  const [ledger, judged] = await Promise.all([
    db.snapshot(merchantId, checkLedger),
    db.snapshot(merchantId, misjudged),
  ]);
  return withVerdicts(ledger, judged);
}

async function checkLedger(work: Work): Promise<BooksReport> {
  const faults: BooksReport['faults'] = [];
  // Whole tables are summed: in memory rather than in files.
  await query(work, "SELECT set_config('work_mem', '256MB', true)");
  for (const { name, sql } of checks) {
    const rows = await query<{ about: string; detail: string; of_all: number }>(
      work,
      `SELECT f.*, count(*) OVER () AS of_all FROM (${sql}) AS f LIMIT ${NAMED}`,
    );
    faults.push(...rows.map(({ of_all, ...row }) => ({ check: name, ...row, ofAll: of_all })));
  }
  const [size] = await query<{ postings: number; sales: number }>(
    work,
    'SELECT (SELECT count(*) FROM postings) AS postings, (SELECT count(*) FROM sales) AS sales',
  );
  return { checks: checks.length, postings: size?.postings ?? 0, sales: size?.sales ?? 0, faults };
}

function withVerdicts(ledger: BooksReport, judged: readonly Omit<BooksFault, 'check'>[]): BooksReport {
  const check = 'judging every sale again gives what stands';
  const named = judged.slice(0, NAMED).map((row) => ({ check, ...row, ofAll: judged.length }));
  return { ...ledger, checks: ledger.checks + 1, faults: [...ledger.faults, ...named] };
}
