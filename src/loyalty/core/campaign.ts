import { z } from 'zod';
import { MAX_SALE_CENTS } from './money';
import { voucherBenefitSchema } from './rules/rule';

const cents = z.int().min(1).max(MAX_SALE_CENTS);
/** Of the shop's own words in its message. */
export const LONGEST_WORDS = 300;
/** How long it may live. */
export const LONGEST_DAYS = 90;
const name = z.string().trim().min(1).max(60);

/** Whom a campaign is for: all that is said has to hold. */
export const audienceSchema = z
  .strictObject({
    everybody: z.literal(true),
    /** At least so many of the shop's days since the last purchase. */
    inactive_days: z.int().min(1).max(3650),
    tier: name,
    labels: z.array(name).min(1),
    birthday: z.enum(['day', 'week', 'month']),
    /** Bought once, within so many days. */
    new_days: z.int().min(1).max(365),
    /** Of all that they bought, less what came back. */
    spent_min_cents: cents,
    /** By name, SKU or category. */
    bought: z.array(name).min(1),
  })
  .partial();

export const offerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cashback'), cents }),
  z.strictObject({ kind: z.literal('points'), points: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('voucher'), benefit: voucherBenefitSchema }),
]);

export const campaignWishSchema = z.strictObject({
  audience: audienceSchema,
  offer: offerSchema,
  /** How long the offer lives, to the end of the shop's day; the verdict comes with its end. */
  valid_days: z.int().min(1).max(LONGEST_DAYS),
  /** What a purchase must reach to use it. */
  use_min_cents: cents.optional(),
  budget_cents: z
    .int()
    .min(1)
    .max(100 * MAX_SALE_CENTS)
    .optional(),
});

/** What of a campaign is to be another; what is left out stays, and null takes away. */
export const campaignChangeSchema = campaignWishSchema
  .omit({ use_min_cents: true, budget_cents: true })
  .extend({
    /** Its last day, YYYY-MM-DD. */
    last_day: z.iso.date(),
    /** So much longer than now. */
    more_days: z.int().min(1).max(LONGEST_DAYS),
    use_min_cents: cents.nullable(),
    budget_cents: campaignWishSchema.shape.budget_cents.unwrap().nullable(),
    words: z.string().min(1).max(LONGEST_WORDS).nullable(),
  })
  .partial();

export type Audience = z.infer<typeof audienceSchema>;
export type Offer = z.infer<typeof offerSchema>;
export type CampaignWish = z.infer<typeof campaignWishSchema>;
export type CampaignChange = z.infer<typeof campaignChangeSchema>;
export type CampaignPart = 'audience' | 'offer' | 'period' | 'budget' | 'words';

/** What one offer can cost at most, in cents: a thing and points cost no cents; null for a share without a ceiling. */
export function offerCents(offer: Offer): number | null {
  if (offer.kind === 'cashback') return offer.cents;
  if (offer.kind === 'points' || offer.benefit.kind === 'voucher-item') return 0;
  return offer.benefit.kind === 'voucher-fixed' ? offer.benefit.cents : (offer.benefit.max_cents ?? null);
}
