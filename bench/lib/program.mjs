// A program as a shop has it: eight rules, with limits, stamps, tiers, a budget and vouchers.
import { dist } from './support.mjs';

export const RULES = [
  {
    benefit: { kind: 'cashback-percent', bps: 500 },
    conditions: { min_cents: 1_000, min_inclusive: true },
    limits: { max_cents_per_sale: 5_000, max_cents_per_customer_month: 20_000 },
    validity: { valid_days: 60 },
  },
  { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 }, validity: { rolling_days: 180 } },
  {
    benefit: { kind: 'multiplier', asset: 'points', times_x100: 200 },
    conditions: { weekdays: [2], hours: ['14:00', '18:00'] },
  },
  {
    benefit: { kind: 'stamp-card', every: 10, then: { kind: 'voucher-fixed', cents: 1_500 } },
    conditions: { min_cents: 2_000, min_inclusive: true },
  },
  {
    benefit: { kind: 'points-fixed', points: 100 },
    conditions: { first_purchase: true },
  },
  {
    benefit: { kind: 'multiplier', asset: 'cashback', times_x100: 150 },
    conditions: { tier: 'ouro' },
  },
  {
    benefit: { kind: 'cashback-fixed', cents: 500 },
    conditions: { birthday: 'week', payment_methods: ['pix', 'credit'] },
    limits: { budget_cents: 50_000_000 },
  },
  {
    benefit: { kind: 'voucher-percent', bps: 1_000, max_cents: 2_000 },
    conditions: { min_cents: 80_000, min_inclusive: true },
    validity: { valid_days: 30, use_min_cents: 5_000 },
  },
];
export const SETTINGS = { tiers: [{ name: 'ouro', min_cents: 200_000 }] };

/** Puts it in the place of the shop's rules. */
export async function putProgram(db, merchantId) {
  const { addRule, changeSettings } = dist('loyalty/index.js');
  await db.asMerchant(merchantId, async (work) => {
    for (const [i, rule] of RULES.entries()) {
      const added = await addRule(work, { rule, by: null, key: `program ${i}`, replace: i === 0 });
      if (!added.ok) throw new Error(`rule ${i}: ${added.refusal.code}`);
    }
    await changeSettings(work, { settings: SETTINGS, by: null, key: 'program settings' });
  });
}
