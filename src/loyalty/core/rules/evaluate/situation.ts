import type { DayNumber } from '../../time/calendar';
import { folded } from '../../people/names';
import type { Past } from '../past';
import type { Sale } from '../../sales/sale';
import type { Zone } from '../../time/zone';

/** A line of the sale as rules look at it: names folded, its total in cents. */
export interface SoldItem {
  sku: string | null;
  name: string;
  category: string | null;
  cents: number;
}

/** What rules are judged on. Whatever most rules do not ask for is worked out where the first one does. */
export class Situation {
  private knownDay: DayNumber | null = null;
  private knownItems: readonly SoldItem[] | null | undefined;

  constructor(
    readonly sale: Sale,
    readonly past: Past,
    /** Net paid, without the part paid by voucher, in cents. */
    readonly baseCents: number,
    private readonly zone: Zone,
  ) {}

  /** Of the sale, on the shop's calendar. */
  get day(): DayNumber {
    return (this.knownDay ??= this.zone.dayOf(this.sale.occurredAt));
  }

  get minuteOfDay(): number {
    return this.zone.minuteOfDay(this.sale.occurredAt);
  }

  /** Of the customer's purchase before; null where there was none. */
  get lastPurchaseDay(): DayNumber | null {
    const at = this.past.lastPurchaseAt;
    return at === null ? null : this.zone.dayOf(at);
  }

  /** Null where the sale does not say what was sold, or nothing of it has a price. */
  get items(): readonly SoldItem[] | null {
    return this.knownItems === undefined ? (this.knownItems = this.readItems()) : this.knownItems;
  }

  private readItems(): readonly SoldItem[] | null {
    const { items } = this.sale;
    const priced = items?.filter(({ cents }) => cents > 0) ?? [];
    if (priced.length === 0) return null;
    return priced.map(({ sku, name, category, cents }) => ({
      sku: sku === null ? null : folded(sku),
      name: folded(name),
      category: category === null ? null : folded(category),
      cents,
    }));
  }
}
