import { divideHalfUp, multiply } from '../../exact';
import { folded } from '../../people/names';
import type { Conditions } from '../rule';
import type { SaleItem } from '../../sales/sale';
import type { Miss } from '../verdict';
import type { Situation, SoldItem } from './situation';

const SHOWN_NAMES = 5;

/** What was left after refunds and vouchers is less than a cent. */
export const NOTHING_LEFT: Miss = { condition: 'base', wanted: 1, found: 0 };

/** What a rule takes in of a sale, or leaves out; a product is known by its SKU or by its name. */
export class ItemFilter {
  private readonly includes: boolean;
  private readonly includeSkus: ReadonlySet<string>;
  private readonly includeCategories: ReadonlySet<string>;
  private readonly excludeSkus: ReadonlySet<string>;
  private readonly excludeCategories: ReadonlySet<string>;

  private constructor(private readonly conditions: Conditions) {
    const set = (names: readonly string[] = []): ReadonlySet<string> => new Set(names.map(folded));
    this.includeSkus = set(conditions.include_skus);
    this.includeCategories = set(conditions.include_categories);
    this.excludeSkus = set(conditions.exclude_skus);
    this.excludeCategories = set(conditions.exclude_categories);
    this.includes = this.includeSkus.size + this.includeCategories.size > 0;
  }

  /** Null where the rule takes a sale as it is. */
  static of(conditions: Conditions): ItemFilter | null {
    const { include_skus, include_categories, exclude_skus, exclude_categories } = conditions;
    const none = !include_skus && !include_categories && !exclude_skus && !exclude_categories;
    return none ? null : new ItemFilter(conditions);
  }

  takes(item: SoldItem): boolean {
    return this.isIncluded(item) && !hasOne(item, this.excludeSkus, this.excludeCategories);
  }

  /**
   * The rule's qualifying base: the sale's, times the share that the items it takes have in all of them, half up to the
   * cent. Of a sale that does not say what was sold nothing is excluded, and nothing is included.
   */
  baseOf(situation: Situation): number {
    const { items, baseCents } = situation;
    if (items === null) return this.includes ? 0 : baseCents;
    let [taken, all] = [0, 0];
    for (const item of items) {
      all += item.cents;
      if (this.takes(item)) taken += item.cents;
    }
    return taken === all ? baseCents : Number(divideHalfUp(multiply(baseCents, taken), all));
  }

  /** Which of its conditions left nothing of the sale for the rule. */
  missOf({ items, sale }: Situation): Miss {
    if (items?.some((item) => item.cents > 0 && this.takes(item))) return NOTHING_LEFT;
    const { include_categories, include_skus, exclude_categories, exclude_skus } = this.conditions;
    const [condition, wanted] =
      this.includes && !items?.some((item) => this.isIncluded(item))
        ? either('include_categories', include_categories, 'include_skus', include_skus)
        : either('exclude_categories', exclude_categories, 'exclude_skus', exclude_skus);
    return { condition, wanted, found: namesOf(sale.items ?? [], condition.endsWith('categories')) };
  }

  private isIncluded(item: SoldItem): boolean {
    return !this.includes || hasOne(item, this.includeSkus, this.includeCategories);
  }
}

/** The one that the rule has, the first of both. */
function either(
  first: string,
  names: readonly string[] | undefined,
  second: string,
  others: readonly string[] = [],
): [condition: string, wanted: readonly string[]] {
  return names === undefined ? [second, others] : [first, names];
}

function hasOne(item: SoldItem, skus: ReadonlySet<string>, categories: ReadonlySet<string>): boolean {
  return (
    (item.category !== null && categories.has(item.category)) ||
    (item.sku !== null && skus.has(item.sku)) ||
    skus.has(item.name)
  );
}

function namesOf(items: readonly SaleItem[], categories: boolean): string | null {
  const names = items.flatMap((item) => (categories ? (item.category ?? []) : item.name || (item.sku ?? [])));
  return names.length === 0 ? null : [...new Set(names)].slice(0, SHOWN_NAMES).join(', ');
}
