import { MAX_SALE_CENTS, WHOLE_BPS } from '../../money';
import type { VoucherBenefit } from '../rule';
import type { Instant } from '../../sales/sale';
import type { Step, Verdict, VoucherGrant } from '../verdict';
import type { Zone } from '../../time/zone';
import { assetOf } from './benefits';
import { baseOf, compileRule, firstMiss, type CompiledRule, type PlacedRule } from './compiled';
import { NO_COUNTERS, type Counters } from '../past';
import { compileLimits, leftOf, type CompiledLimit } from './limits';
import type { Situation } from './situation';
import { compileValidity, type ValidityOf } from './validity';

/** A voucher at each purchase, or at each `every`-th one that qualifies. */
export interface CompiledVoucher extends CompiledRule {
  benefit: VoucherBenefit;
  every: number;
  isStampCard: boolean;
  /** What it can be worth at most, in cents. */
  ceilingCents: number;
  budget: CompiledLimit | null;
  minimumPurchaseCents: number | null;
  validityOf: ValidityOf<Instant>;
}

export function compileVouchers(
  ordered: readonly PlacedRule[],
  validDays: number,
  zone: Zone,
): CompiledVoucher[] {
  return ordered
    .filter(({ rule }) => assetOf(rule) === null)
    .map((placed) => compileVoucher(placed, validDays, zone));
}

function compileVoucher(placed: PlacedRule, validDays: number, zone: Zone): CompiledVoucher {
  const { benefit, limits, validity } = placed.rule;
  const isStampCard = benefit.kind === 'stamp-card';
  const given = (isStampCard ? benefit.then : benefit) as VoucherBenefit;
  return {
    ...compileRule(placed),
    benefit: given,
    every: isStampCard ? benefit.every : 1,
    isStampCard,
    ceilingCents: voucherCeiling(given),
    budget: compileLimits(limits, 'cashback').find(({ step }) => step === 'budget') ?? null,
    minimumPurchaseCents: validity?.use_min_cents ?? null,
    validityOf: compileValidity(validity, zone, validDays),
  };
}

/**
 * What a voucher can be worth at most, in cents: its share of the largest sale that is believed where a percentage has
 * no ceiling, nothing for a thing, whose price nobody says. Throws a RangeError for a voucher that is not known.
 */
export function voucherCeiling(benefit: VoucherBenefit): number {
  switch (benefit.kind) {
    case 'voucher-fixed':
      return benefit.cents;
    case 'voucher-percent':
      return benefit.max_cents ?? (MAX_SALE_CENTS / WHOLE_BPS) * benefit.bps;
    case 'voucher-item':
      return 0;
  }
  throw new RangeError(`${String((benefit as { kind: unknown }).kind)} is no voucher`);
}

/** A voucher that this purchase earned, before it is known whether it is the best of those marked so. */
interface Earned {
  rule: CompiledVoucher;
  steps: Step[];
}

/** Stamps first, then what is left of the budget, then the best of those marked `best`, by what each is worth at most. */
export function judgeVouchers(
  rules: readonly CompiledVoucher[],
  situation: Situation,
  verdict: Verdict,
): void {
  const earned: Earned[] = [];
  for (const rule of rules) {
    const baseCents = baseOf(rule, situation);
    const miss = firstMiss(rule, situation, baseCents);
    if (miss !== null) {
      verdict.trace[rule.index] = { rule: rule.index, fired: false, miss };
      continue;
    }
    const steps: Step[] = [{ step: 'base', after: situation.baseCents }];
    if (rule.items !== null) steps.push({ step: 'items', after: baseCents });
    verdict.trace[rule.index] = { rule: rule.index, fired: true, steps };
    if (isEarned(rule, situation, steps)) earned.push({ rule, steps });
    else if (rule.isStampCard) verdict.counts.push({ rule: rule.index, stamps: 1, given: 0 });
  }
  let best: Earned | null = null;
  for (const one of earned)
    if (one.rule.best && (best === null || one.rule.ceilingCents > best.rule.ceilingCents)) best = one;
  for (const one of earned) give(one, !one.rule.best || one === best, situation, verdict);
}

/** Stamps of the card that is begun; below none where some of those that a voucher took were refunded since. */
export function openStamps({ stamps, spent = 0 }: Pick<Counters, 'stamps' | 'spent'>, every: number): number {
  const open = stamps - spent;
  return open < 0 ? open : open % every;
}

/** Whether this purchase fills the card, and its voucher still fits the budget whole. */
function isEarned(rule: CompiledVoucher, { past }: Situation, steps: Step[]): boolean {
  const before = past.counters[rule.index] ?? NO_COUNTERS;
  if (rule.isStampCard) {
    const stamp = openStamps(before, rule.every) + 1;
    steps.push({ step: 'stamp', after: Math.max(0, stamp) });
    if (stamp < rule.every) return false;
  }
  steps.push({ step: 'voucher', after: rule.ceilingCents });
  if (rule.budget === null || rule.ceilingCents <= leftOf(rule.budget, before)) return true;
  steps.push({ step: 'budget', after: 0 });
  return false;
}

function give({ rule, steps }: Earned, counts: boolean, { sale }: Situation, verdict: Verdict): void {
  const { index, benefit, every, isStampCard, budget, ceilingCents, minimumPurchaseCents } = rule;
  const given = counts && budget !== null ? ceilingCents : 0;
  const count = { rule: index, stamps: isStampCard ? 1 : 0, given };
  if (isStampCard && counts) verdict.counts.push({ ...count, spent: every });
  else if (isStampCard || given > 0) verdict.counts.push(count);
  if (!counts) {
    steps.push({ step: 'best', after: 0 });
    return;
  }
  const voucher: VoucherGrant = {
    rule: index,
    benefit,
    ...rule.validityOf(sale.occurredAt),
    minimumPurchaseCents,
  };
  verdict.vouchers.push(voucher);
}
