import type { Limits, Rule, Step, VoucherBenefit } from '../../loyalty';
import type { Words } from './explain';
import type { Format } from './format';

/** A step, what stood before it, and its amount as text. Null where it tells nothing that those before it did not. */
type StepText = (step: { after: number; last: Step | undefined; now: string }, words: Words) => string | null;

const ofPeriod =
  (period: 'day' | 'week' | 'month'): StepText =>
  ({ now }, { rule, say, format }) =>
    say.step[period](amountText(limitOf(rule.limits ?? {}, period), rule, format), now);

const texts: Record<Step['step'], StepText> = {
  base: () => null,
  items: ({ after, last }, { say, format }) =>
    after === last?.after ? null : say.step.items(format.money(after), format.money(last?.after ?? 0)),
  stamp: ({ after }, { rule: { benefit }, say }) =>
    say.step.stamp(String(after), String(benefit.kind === 'stamp-card' ? benefit.every : 1)),
  voucher: (_, words) => voucherText(words),
  benefit: ({ after, last }, words) => benefitText(after, last?.after ?? 0, words),
  multiplier: ({ after, now }, { rule: { benefit }, say, format }) =>
    benefit.kind === 'multiplier'
      ? say.step.multiplies[benefit.asset](format.number(after / 100))
      : say.step.multiplied(now),
  limit: ({ now }, { say }) => say.step.limit(now),
  day: ofPeriod('day'),
  week: ofPeriod('week'),
  month: ofPeriod('month'),
  budget: ({ last, now }, { rule, say, format }) => {
    const budget = format.money(rule.limits?.budget_cents ?? 0);
    return last?.step === 'voucher' ? say.step.budgetSpent(budget) : say.step.budget(budget, now);
  },
  best: (_, { say }) => say.step.best,
  sale: ({ now }, { say }) => say.step.sale(now),
  round: ({ after, last, now }, { say }) => (after === last?.after ? null : say.step.round(now)),
};

export function stepText({ step, after }: Step, before: readonly Step[], words: Words): string | null {
  const now = amountText(after, words.rule, words.format);
  return texts[step]({ after, last: before.at(-1), now }, words);
}

const limitOf = (limits: Limits, period: 'day' | 'week' | 'month'): number =>
  limits[`max_cents_per_customer_${period}`] ?? limits[`max_points_per_customer_${period}`] ?? 0;

function amountText(quantity: number, { benefit }: Rule, format: Format): string {
  return benefit.kind.startsWith('points') ? format.points(quantity) : format.exactMoney(quantity);
}

function benefitText(gives: number, baseCents: number, { rule, say, format }: Words): string {
  const { benefit } = rule;
  const given = amountText(gives, rule, format);
  const of = format.money(baseCents);
  if (benefit.kind === 'cashback-percent') return say.step.percent(format.percent(benefit.bps), of, given);
  if (benefit.kind !== 'points-per-amount') return say.step.fixed(given);
  return say.step.perAmount(format.points(benefit.points), format.money(benefit.per_cents), of, given);
}

function voucherText({ rule: { benefit }, say: { step: say }, format }: Words): string {
  const voucher = (benefit.kind === 'stamp-card' ? benefit.then : benefit) as VoucherBenefit;
  if (voucher.kind === 'voucher-item') return say.voucherItem(voucher.name);
  if (voucher.kind === 'voucher-fixed') return say.voucher(format.money(voucher.cents));
  const most = voucher.max_cents === undefined ? null : format.money(voucher.max_cents);
  return say.voucherPercent(format.percent(voucher.bps), most);
}
