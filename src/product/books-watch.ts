import { visitShops, type Round } from '../db/rounds';
import { allShops, checkBooksOf, loadShop, Zone, type Instant } from '../loyalty';

/** Of the shop's day, when few buy: from then on, for an hour. */
const FROM_MINUTE = 4 * 60;
const UNTIL_MINUTE = FROM_MINUTE + 60;

/**
 * Checks each shop's books once in its night, by every process that watches: it only reads. What does not hold is logged
 * by its ids, and the shop counts as faulty until a later night finds that all holds.
 */
export class BooksWatch {
  private readonly nights = new Map<number, string>();
  private readonly faulty = new Set<number>();

  get faultyShops(): number {
    return this.faulty.size;
  }

  async look(round: Round, now: Instant): Promise<void> {
    await visitShops(round, await allShops(round.db), 'the books of a shop were not checked', async (id) => {
      const { zone } = await round.db.asMerchant(id, loadShop);
      const { date, minuteOfDay } = Zone.of(zone).local(now);
      if (minuteOfDay < FROM_MINUTE || minuteOfDay >= UNTIL_MINUTE || this.nights.get(id) === date) return;
      await this.check(round, id);
      this.nights.set(id, date);
    });
  }

  private async check({ db, logger }: Round, merchantId: number): Promise<void> {
    const { faults } = await checkBooksOf(db, merchantId);
    if (faults.length === 0) this.faulty.delete(merchantId);
    else this.faulty.add(merchantId);
    for (const fault of faults)
      logger.error({ merchantId, ...fault }, 'an invariant of the books does not hold');
  }
}
