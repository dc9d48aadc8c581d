import { OF_THE_BUYER, type Rule, type RuleExample } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { formatIn, worthOf } from '../../../messages';
import { printConditions } from '../../../understand';

/** What the program would give on the example's sale. */
export function exampleText(turn: Turn, example: RuleExample): string {
  const say = turn.say.addRule;
  const format = formatIn(turn.lang, turn.shop.zone);
  const { rule, saleCents, real, occurredAt, cashbackCents, points, vouchers } = example;
  if (example.multipliesNothing) return say.multipliesNothing;
  const hasAmounts = cashbackCents > 0 || points > 0;
  if (!hasAmounts && vouchers.length === 0) return say.noExample;
  const amounts = new Intl.ListFormat(turn.lang, { type: 'conjunction' }).format([
    ...(hasAmounts ? [format.amounts({ cashbackCents, points })] : []),
    ...vouchers.map((benefit) => say.voucher(worthOf(benefit, turn.lang, turn.shop.zone))),
  ]);
  const sale = format.money(saleCents);
  if (real) return say.real(sale, format.day(occurredAt), amounts);
  const when = occasionOf(turn, rule);
  return when === '' ? say.invented(sale, amounts) : say.inventedFor(when, sale, amounts);
}

/** For whom, or at which purchase, the rule gives what its example shows. */
function occasionOf(turn: Turn, rule: Rule): string {
  const { benefit, conditions = {} } = rule;
  const ofBuyer = Object.entries(conditions).filter(([name]) => OF_THE_BUYER.some((one) => one === name));
  const some = printConditions(rule, Object.fromEntries(ofBuyer), turn.lang);
  const stamp = benefit.kind === 'stamp-card' ? turn.say.addRule.atPurchase(benefit.every) : '';
  return [stamp, some].filter((part) => part !== '').join(', ');
}
