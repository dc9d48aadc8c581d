import { compileAssets, type AssetRules } from './evaluate/benefits';
import { baseOf, firstMiss, inOrder } from './evaluate/compiled';
import { factorOf } from './evaluate/multipliers';
import { cutTo, keepBest, limit, overOneDenominator, round, shareOf, type Share } from './evaluate/shares';
import { Situation } from './evaluate/situation';
import { compileVouchers, judgeVouchers } from './evaluate/vouchers';
import { multiply } from '../exact';
import { needsOf } from './needs';
import { NO_COUNTERS, type Past } from './past';
import type { ProgramVersion } from './rule';
import type { Sale } from '../sales/sale';
import type { RuleTrace, Verdict } from './verdict';
import type { Zone } from '../time/zone';

/** A program version's answer to a sale whose customer has that past. */
export type Judge = (sale: Sale, past: Past) => Verdict;

/**
 * The judge of one program version: a pure function from a sale, with all its refunds so far, and what came before it to
 * its verdict.
 *
 * The order is fixed:
 * 1. Qualifying base: what was paid, less what came back, less what a voucher paid; of a rule that takes only some
 *    items, their share of it. Where nothing is left no rule fires. Conditions are judged on the rule's base too, so the
 *    award is what the rest of the sale deserves: a refund that brings it below a minimum leaves it without that benefit.
 * 2. Base benefits: cashback by percent, points for each whole step of an amount.
 * 3. Multipliers of the asset, on the base benefits: all that fire multiply together, but of those marked `best` only
 *    the largest counts. One that takes only some items multiplies what these gave.
 * 4. Fixed extras: never multiplied.
 * 5. Limits, each on its own rule: of the sale, the customer's day, week and month, the budget of all customers. Then of
 *    the benefits marked `best`, in each asset and among the vouchers, only the largest stays, the first by `order`
 *    among equals. Then all cashback together is cut to the sale's qualifying base, the last rules first.
 * 6. Rounding, once an asset: the exact sum, half up (points down where the shop set it so). The grants, and the `round`
 *    steps of the trace, add up exactly to it, and none passes its limit.
 *
 * Exact at any size. Throws a RangeError, while compiling, for a part of a rule that is not known.
 */
export function compileProgram(version: ProgramVersion, zone: Zone): Judge {
  const { rules, settings } = version;
  const ordered = inOrder(rules);
  const assets = compileAssets(ordered, settings.points_rounding, zone);
  const vouchers = compileVouchers(ordered, settings.voucher_valid_days, zone);
  const count = rules.length;
  const { nths } = needsOf(version);
  return (sale, past) => {
    const baseCents = Math.max(0, sale.totalCents - sale.refundedCents - sale.voucherCents);
    const trace = Array<RuleTrace>(count);
    const verdict: Verdict = { baseCents, grants: [], vouchers: [], counts: [], trace };
    const situation = new Situation(sale, past, baseCents, zone);
    for (const asset of assets) judgeAsset(asset, situation, verdict);
    if (vouchers.length > 0) judgeVouchers(vouchers, situation, verdict);
    for (const rule of nths) if (trace[rule]?.fired === true) countNth(rule, verdict);
    byRule(verdict.grants);
    byRule(verdict.vouchers);
    byRule(verdict.counts);
    return verdict;
  };
}

function judgeAsset(rules: AssetRules, situation: Situation, verdict: Verdict): void {
  const factor = factorOf(rules.multipliers, situation, verdict.trace);
  const { counters } = situation.past;
  const shares: Share[] = [];
  for (const benefit of rules.benefits) {
    const { index } = benefit;
    const baseCents = baseOf(benefit, situation);
    const miss = firstMiss(benefit, situation, baseCents);
    if (miss !== null) {
      verdict.trace[index] = { rule: index, fired: false, miss };
      continue;
    }
    const share = shareOf(benefit, baseCents, factor, rules, situation);
    limit(share, benefit.counted ? (counters[index] ?? NO_COUNTERS) : NO_COUNTERS);
    verdict.trace[index] = { rule: index, fired: true, steps: share.steps };
    shares.push(share);
  }
  if (shares.length === 0) return;
  const denominator =
    factor.partial.length === 0 ? multiply(rules.unit, factor.per) : overOneDenominator(shares);
  keepBest(shares);
  if (rules.asset === 'cashback') cutTo(situation.baseCents, shares, denominator);
  round(shares, denominator, rules.roundsDown);
  for (const share of shares) grant(share, rules, situation.sale, verdict);
}

function grant({ benefit, whole: quantity, steps }: Share, rules: AssetRules, sale: Sale, to: Verdict): void {
  const { index: rule } = benefit;
  steps.push({ step: 'round', after: quantity });
  if (quantity === 0) return;
  to.grants.push({ rule, asset: rules.asset, quantity, ...benefit.validityOf(sale.occurredAt) });
  if (benefit.counted) to.counts.push({ rule, stamps: 0, given: quantity });
}

function countNth(rule: number, { counts, grants }: Verdict): void {
  const count = counts.find((one) => one.rule === rule);
  const given = grants.find((one) => one.rule === rule)?.quantity ?? 0;
  if (count === undefined) counts.push({ rule, stamps: 0, given, fired: 1 });
  else count.fired = 1;
}

/** Nearly always they stand so already. */
function byRule(entries: { rule: number }[]): void {
  for (let i = 1; i < entries.length; i++)
    if (entries[i - 1]!.rule > entries[i]!.rule) {
      entries.sort((a, b) => a.rule - b.rule);
      return;
    }
}
