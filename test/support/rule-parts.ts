import type { Rule } from '../../src/loyalty';

/** Every kind of benefit, and every condition, limit and validity that a rule may have. */
export const RULE_PARTS = [
  'cashback-percent cashback-fixed points-per-amount points-fixed multiplier best',
  'voucher-fixed voucher-percent voucher-item stamp-card',
  'min_cents max_cents dates weekdays hours payment_methods brands terminals acquirers stores',
  'first_purchase nth_purchase inactive_days birthday tier labels',
  'include_categories exclude_categories include_skus exclude_skus valid_days rolling_days available_after_days use_min_cents budget_cents',
  'max_cents_per_sale max_cents_per_customer_day max_cents_per_customer_week max_cents_per_customer_month',
  'max_points_per_sale max_points_per_customer_day max_points_per_customer_week max_points_per_customer_month',
].flatMap((names) => names.split(' '));

/** Those of a rule, each by its name. */
export const partsOf = ({ benefit, conditions, limits, validity, stack }: Rule): string[] => [
  benefit.kind,
  ...(stack === 'best' ? ['best'] : []),
  ...Object.keys({ ...conditions, ...limits, ...validity }),
];

/** How often each part came about, of the rules that were noted. */
export class PartCount {
  private readonly times = new Map<string, number>();

  note(rule: Rule): void {
    for (const part of partsOf(rule)) this.times.set(part, (this.times.get(part) ?? 0) + 1);
  }

  /** The parts that came about less often. */
  below(least: number): string[] {
    return RULE_PARTS.filter((part) => (this.times.get(part) ?? 0) < least);
  }
}
