import { join } from 'node:path';
import type { Database } from '../db';
import { currentProgram, loadShop, type Rule } from '../loyalty';
import { Journal } from '../sandbox/smartpos/journal';

/** What was done to a shop from outside, in the order in which it reached the shop. */
export type Deed =
  | { what: 'begin'; rules: readonly Rule[]; isActive: boolean }
  /** By their ids, as they arrived: one that is there twice was delivered twice. */
  | { what: 'messages'; chat: string; name: string | null; ids: readonly string[] }
  | { what: 'receipt'; chat: string; name: string | null; id: string; fiscalKey: string }
  | { what: 'by-hand'; chat: string; text: string }
  /** As SmartPOS tells of it. */
  | { what: 'event'; body: string };

export type Noted = Deed & { at: number; shop: number };

/**
 * What the database does not say of a try-out: what came twice, in which order, and how the shop was at the beginning. Of
 * messages it keeps no words.
 */
export class Diary {
  private readonly noted: Noted[];
  private readonly journal: Journal<Noted>;

  constructor(
    dataDir: string,
    private readonly now: () => number,
  ) {
    const { journal, entries } = Journal.open<Noted>(join(dataDir, 'try-out.jsonl'));
    this.journal = journal;
    this.noted = entries;
  }

  note(shop: number, deed: Deed, at = this.now()): void {
    const entry: Noted = { ...deed, at, shop };
    this.journal.append(entry);
    this.noted.push(entry);
  }

  /** A shop that is not in it begins with the rules that it has now. */
  async begin(db: Database, shop: number): Promise<void> {
    if (this.of(shop).length > 0) return;
    const at = this.now();
    const begun = await db.asMerchant(shop, async (work) => {
      const listed = (await currentProgram(work))?.listed ?? [];
      const rules = listed.filter(({ paused }) => !paused).map(({ rule }) => rule);
      return { rules, isActive: (await loadShop(work)).state === 'active' };
    });
    this.note(shop, { what: 'begin', ...begun }, at);
  }

  of(shop: number): Noted[] {
    return this.noted.filter((one) => one.shop === shop);
  }

  close(): void {
    this.journal.close();
  }
}
