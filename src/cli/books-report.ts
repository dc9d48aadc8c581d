import type { Database } from '../db';
import { allShops, checkBooksOf } from '../loyalty';

/** Checks every invariant of every shop's books and writes a line a shop; how many shops have a fault. Reads only. */
export async function reportBooks(db: Database, write: (text: string) => void): Promise<number> {
  const started = performance.now();
  let faulty = 0;
  const shops = await allShops(db);
  for (const { id } of shops) {
    const { checks, postings, sales, faults } = await checkBooksOf(db, id);
    const state = faults.length === 0 ? 'all hold' : 'NOT ALL HOLD';
    write(`shop ${id}: ${sales} sales, ${postings} postings, ${checks} invariants: ${state}\n`);
    for (const { check, about, detail, ofAll } of faults)
      write(`  ${check}: ${about}: ${detail} (one of ${ofAll})\n`);
    if (faults.length > 0) faulty += 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  write(`${shops.length} shops checked in ${seconds} s, ${faulty} with faults\n`);
  return faulty;
}
