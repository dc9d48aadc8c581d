import { idleLimitOf, type Rule } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { formatIn } from '../../../messages';

/** Before the yes, what most likely is a figure mistaken for another; the rule can be judged all the same. */
export function pointedOut({ say, lang, shop }: Turn, { benefit, conditions, limits }: Rule): string[] {
  const idle = idleLimitOf(limits);
  const { limits: named, idleLimit, voucherOverSale } = say.addRule;
  const smallest = conditions?.min_cents;
  const isOver = benefit.kind === 'voucher-fixed' && smallest !== undefined && benefit.cents > smallest;
  return [
    ...(idle === null ? [] : [idleLimit(named[idle.of], named[idle.under])]),
    ...(isOver ? [voucherOverSale(formatIn(lang, shop.zone).money(smallest))] : []),
  ];
}
