import type { Rule, Settings } from '../loyalty';
import type { Draws } from './draws';

/** One rule of cashback in percent, which the simulation can work out by itself. */
export interface PlainRule {
  bps: number;
  minCents: number;
  minInclusive: boolean;
  /** Null: any. */
  method: string | null;
  maxCents: number | null;
}

export interface SimulatedProgram {
  rules: Rule[];
  settings: Partial<Settings>;
  /** What every sale must come to; null where the program is more than the simulation knows. */
  plain: PlainRule | null;
}

const DAYS = [2, 3, 5, 30, 60];

export function programOf(draws: Draws): SimulatedProgram {
  const settings: Partial<Settings> = {
    redeem_min_cents: draws.of([1, 100, 500]),
    redeem_max_bps: draws.of([10_000, 10_000, 5_000]),
    voucher_valid_days: draws.of([1, 2, 30]),
    claim_days: draws.of([1, 7]),
  };
  if (draws.happens(0.6)) {
    const plain = plainRule(draws);
    return { rules: [ruleOf(plain, draws)], settings, plain };
  }
  const rules = Array.from({ length: draws.between(1, 4) }, () => anyRule(draws));
  return { rules, settings: { ...settings, refund_policy: draws.of(['debt', 'forgive']) }, plain: null };
}

const plainRule = (draws: Draws): PlainRule => ({
  bps: draws.of([100, 333, 500, 1_000, 2_500]),
  minCents: draws.of([0, 0, 2_000, 5_000]),
  minInclusive: draws.happens(0.5),
  method: draws.of([null, null, 'pix']),
  maxCents: draws.of([null, null, 300, 2_000]),
});

function ruleOf({ bps, minCents, minInclusive, method, maxCents }: PlainRule, draws: Draws): Rule {
  const days = draws.of([null, ...DAYS]);
  return {
    benefit: { kind: 'cashback-percent', bps },
    conditions: {
      ...(minCents > 0 && { min_cents: minCents, min_inclusive: minInclusive }),
      ...(method === 'pix' && { payment_methods: ['pix'] }),
    },
    limits: maxCents === null ? {} : { max_cents_per_sale: maxCents },
    validity: {
      ...(days !== null && (draws.happens(0.3) ? { rolling_days: days } : { valid_days: days })),
      ...(draws.happens(0.3) && { available_after_days: 1 }),
    },
  };
}

const KINDS: readonly ((draws: Draws) => Rule)[] = [
  (draws) => ruleOf(plainRule(draws), draws),
  (draws) => ({ benefit: { kind: 'points-per-amount', points: 1, per_cents: draws.of([100, 500]) } }),
  () => ({ benefit: { kind: 'cashback-fixed', cents: 250 }, conditions: { first_purchase: true } }),
  (draws) => ({
    benefit: { kind: 'cashback-percent', bps: 1_000 },
    limits: { budget_cents: draws.of([500, 5_000]) },
  }),
  () => ({
    benefit: { kind: 'cashback-percent', bps: 800 },
    limits: { max_cents_per_customer_day: 500 },
    validity: { valid_days: 2 },
  }),
  (draws) => ({
    benefit: { kind: 'multiplier', asset: draws.of(['cashback', 'points']), times_x100: 200 },
    conditions: { weekdays: [draws.between(1, 7)] },
  }),
  (draws) => ({
    benefit: { kind: 'stamp-card', every: draws.of([2, 3]), then: { kind: 'voucher-fixed', cents: 500 } },
  }),
  () => ({
    benefit: { kind: 'voucher-fixed', cents: 1_000 },
    conditions: { min_cents: 8_000, min_inclusive: true },
    limits: { budget_cents: 5_000 },
  }),
  () => ({ benefit: { kind: 'points-fixed', points: 10 }, conditions: { exclude_categories: ['bebidas'] } }),
];

const anyRule = (draws: Draws): Rule => draws.of(KINDS)(draws);

/** By the product's description alone: nothing is shared with the product's own judge. */
export function deserved(
  { bps, minCents, minInclusive, method, maxCents }: PlainRule,
  sale: { totalCents: number; refundedCents: number; voucherCents: number; method: string | null },
): number {
  const base = Math.max(0, sale.totalCents - sale.refundedCents - sale.voucherCents);
  if (base === 0 || (method !== null && sale.method !== method)) return 0;
  if (minCents > 0 && (minInclusive ? base < minCents : base <= minCents)) return 0;
  const cents = Math.floor((base * bps + 5_000) / 10_000);
  return maxCents === null ? cents : Math.min(cents, maxCents);
}
