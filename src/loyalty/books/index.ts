import type { Database, Work } from '../../db';
import { query } from '../../db/rows';
import { checks, type Check } from './checks';
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

/** Lanes of statements beside the judging: the fewest that keep a database's second core at work until the end. */
const LANES = 2;

/** Checks every invariant of one shop's books; wants a snapshot, since sales go on meanwhile. */
export async function checkBooks(work: Work): Promise<BooksReport> {
  const faults = await faultsOf(work, [...checks]);
  return reportOf(faults, await misjudged(work), await sizeOf(work));
}

/**
 * As `checkBooks`, its statements and its judging beside each other in snapshots of their own: each statement, and each
 * sale's verdict beside what stands, asks for nothing of another's moment.
 */
export async function checkBooksOf(db: Database, merchantId: number): Promise<BooksReport> {
  const left = [...checks];
  const lanes = Array.from({ length: LANES }, () => db.snapshot(merchantId, (work) => faultsOf(work, left)));
  const judging = db.snapshot(
    merchantId,
    async (work) => [await misjudged(work), await sizeOf(work)] as const,
  );
  const [[judged, size], ...faults] = await Promise.all([judging, ...lanes]);
  return reportOf(faults.flat(), judged, size);
}

type Fault = BooksReport['faults'][number];

/** Makes the checks that are left, one after another: whoever else makes of them meanwhile takes each from the same list. */
async function faultsOf(work: Work, left: Check[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  // Whole tables are summed: in memory rather than in files, and without helpers, since the other lanes have the cores.
  await query(
    work,
    "SELECT set_config('work_mem', '256MB', true), set_config('max_parallel_workers_per_gather', '0', true)",
  );
  for (let check = left.shift(); check !== undefined; check = left.shift()) {
    const { name, sql } = check;
    const rows = await query<{ about: string; detail: string; of_all: number }>(
      work,
      `SELECT f.*, count(*) OVER () AS of_all FROM (${sql}) AS f LIMIT ${NAMED}`,
    );
    faults.push(...rows.map(({ of_all, ...row }) => ({ check: name, ...row, ofAll: of_all })));
  }
  return faults;
}

type Size = Pick<BooksReport, 'postings' | 'sales'>;

async function sizeOf(work: Work): Promise<Size> {
  const [size] = await query<Size>(
    work,
    'SELECT (SELECT count(*) FROM postings) AS postings, (SELECT count(*) FROM sales) AS sales',
  );
  return size ?? { postings: 0, sales: 0 };
}

function reportOf(
  faults: readonly Fault[],
  judged: readonly Omit<BooksFault, 'check'>[],
  size: Size,
): BooksReport {
  const judging = 'judging every sale again gives what stands';
  const names = [...checks.map(({ name }) => name), judging];
  const named = judged.slice(0, NAMED).map((row) => ({ check: judging, ...row, ofAll: judged.length }));
  const inOrder = [...faults, ...named].sort((a, b) => names.indexOf(a.check) - names.indexOf(b.check));
  return { checks: names.length, ...size, faults: inOrder };
}
