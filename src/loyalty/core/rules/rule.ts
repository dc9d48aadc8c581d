import { z } from 'zod';
import { contradictionsOf } from './contradictions';
import { MAX_SALE_CENTS, WHOLE_BPS } from '../money';
import { folded } from '../people/names';
import { PAYMENT_METHODS } from '../sales/sale';

/**
 * A rule is data in a closed form: an unknown benefit, condition or limit is refused where it is read, so that
 * none is ever silently false. The evaluator (judge.ts) and the printed sentence come from this one tree.
 */

const cents = z.int().min(1).max(MAX_SALE_CENTS);
const points = z.int().min(1).max(1_000_000);
const name = z.string().trim().min(1).max(60);
const names = z.array(name).min(1).max(50);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day, HH:MM');
const day = z.iso.date();

/** What a voucher is worth: an amount, a share of the purchase, or a thing. */
const voucherBenefits = [
  z.strictObject({ kind: z.literal('voucher-fixed'), cents }),
  z.strictObject({
    kind: z.literal('voucher-percent'),
    bps: z.int().min(1).max(WHOLE_BPS),
    max_cents: cents.optional(),
  }),
  z.strictObject({ kind: z.literal('voucher-item'), name: name }),
] as const;

export const voucherBenefitSchema = z.discriminatedUnion('kind', voucherBenefits);

export const benefitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cashback-percent'), bps: z.int().min(1).max(WHOLE_BPS) }),
  z.strictObject({ kind: z.literal('cashback-fixed'), cents }),
  z.strictObject({ kind: z.literal('points-per-amount'), points, per_cents: cents }),
  z.strictObject({ kind: z.literal('points-fixed'), points }),
  z.strictObject({
    kind: z.literal('multiplier'),
    asset: z.enum(['cashback', 'points']),
    times_x100: z.int().min(101).max(10_000),
  }),
  ...voucherBenefits,
  /** Every `every`-th qualifying purchase of a customer gives the voucher. */
  z.strictObject({
    kind: z.literal('stamp-card'),
    every: z.int().min(2).max(100),
    then: voucherBenefitSchema,
  }),
]);

export const conditionsSchema = z
  .strictObject({
    min_cents: cents,
    /** Only with `min_cents`: `a partir de` includes the bound, `acima de` does not. */
    min_inclusive: z.boolean(),
    max_cents: cents,
    /** ISO weekdays, 1 is Monday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    /** Start in, end out. An end before the start is of the day after: the whole night is of the day on which it began. */
    hours: z.tuple([time, time]),
    /** Both in. */
    dates: z.tuple([day, day]),
    payment_methods: z.array(z.enum(PAYMENT_METHODS)).min(1),
    brands: names,
    terminals: names,
    acquirers: names,
    stores: names,
    include_skus: names,
    exclude_skus: names,
    include_categories: names,
    exclude_categories: names,
    first_purchase: z.literal(true),
    /** Exactly the customer's Nth purchase. */
    nth_purchase: z.int().min(2).max(10_000),
    /** The purchase falls on the customer's birthday, in its week (Monday to Sunday) or in its month. */
    birthday: z.enum(['day', 'week', 'month']),
    tier: name,
    /** At least so many of the shop's days since the customer's purchase before. */
    inactive_days: z.int().min(1).max(3650),
    /** The customer has one of them. */
    labels: names,
  })
  .partial();

export const limitsSchema = z
  .strictObject({
    max_cents_per_sale: cents,
    max_points_per_sale: points,
    max_cents_per_customer_day: cents,
    max_cents_per_customer_week: cents,
    max_cents_per_customer_month: cents,
    max_points_per_customer_day: points,
    max_points_per_customer_week: points,
    max_points_per_customer_month: points,
    /** Of the rule over all customers and all time: cashback, or what its vouchers can be worth at most. */
    budget_cents: z
      .int()
      .min(1)
      .max(100 * MAX_SALE_CENTS),
  })
  .partial();

export const validitySchema = z
  .strictObject({
    /** Expires that many days after it became available, at the end of the shop's day. */
    valid_days: z.int().min(1).max(3650),
    /** Expires that many days after the customer's last purchase, at the end of the shop's day: each purchase renews it. */
    rolling_days: z.int().min(1).max(3650),
    available_after_days: z.int().min(1).max(365),
    /** What a purchase must reach for this benefit to pay for it. */
    use_min_cents: cents,
  })
  .partial();

export const ruleSchema = z
  .strictObject({
    benefit: benefitSchema,
    conditions: conditionsSchema.optional(),
    limits: limitsSchema.optional(),
    validity: validitySchema.optional(),
    stack: z.enum(['add', 'best']).optional(),
    order: z.int().min(0).max(1000).optional(),
  })
  .superRefine((rule, context) => {
    for (const { message, path } of contradictionsOf(rule))
      context.addIssue({ code: 'custom', message, path });
  });

export type VoucherBenefit = z.infer<typeof voucherBenefitSchema>;
export type Benefit = z.infer<typeof benefitSchema>;
export type Conditions = z.infer<typeof conditionsSchema>;
export type Limits = z.infer<typeof limitsSchema>;
export type Validity = z.infer<typeof validitySchema>;
export type Rule = z.infer<typeof ruleSchema>;

export const settingsSchema = z.strictObject({
  redeem_min_cents: z.int().min(1).max(MAX_SALE_CENTS).default(100),
  /** The most that vouchers may pay of one purchase, in basis points. */
  redeem_max_bps: z.int().min(1).max(WHOLE_BPS).default(WHOLE_BPS),
  voucher_valid_days: z.int().min(1).max(3650).default(30),
  refund_policy: z.enum(['debt', 'forgive']).default('debt'),
  points_rounding: z.enum(['half-up', 'down']).default('half-up'),
  /** By value bought in the twelve months before a sale, from the lowest; a customer is in the highest that is reached. */
  tiers: z
    .array(z.strictObject({ name, min_cents: cents }))
    .max(10)
    .default([])
    .superRefine((tiers, context) => {
      const complain = (message: string, at: number, field: string): void =>
        context.addIssue({ code: 'custom', message, path: [at, field] });
      for (const [i, tier] of tiers.entries()) {
        const before = tiers.slice(0, i);
        if (before.some((other) => folded(other.name) === folded(tier.name)))
          complain('two tiers have this name', i, 'name');
        if (before.some((other) => other.min_cents >= tier.min_cents))
          complain('a tier must begin above the one before it', i, 'min_cents');
      }
    }),
  /** How long a sale without a buyer may be claimed. */
  claim_days: z.int().min(1).max(90).default(7),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The rules and settings that judge the sales made from `validFrom` (inclusive) until the next version's. */
export interface ProgramVersion {
  number: number;
  rules: Rule[];
  settings: Settings;
  validFrom: number;
}
