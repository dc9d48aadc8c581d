import type { RuleExample } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { exampleText } from './example-text';

/** Above it whoever lets a rule give is warned before the yes and asked for the PIN, in basis points of the sale. */
const HIGH_RATE_BPS = 3_000;

/** By the rule's own words, or by what all rules together give on its example. */
export const givesMuch = (example: RuleExample): boolean =>
  isHighRate(example) || example.cashbackCents * 10_000 > example.saleCents * HIGH_RATE_BPS;

const isHighRate = ({ rule: { benefit } }: RuleExample): boolean =>
  benefit.kind === 'cashback-percent' && benefit.bps > HIGH_RATE_BPS;

/** The warning, where there is one. */
export function highRate({ say: { addRule: say } }: Turn, example: RuleExample): string[] {
  if (!givesMuch(example)) return [];
  return [example.others === 0 || isHighRate(example) ? say.highRate : say.highRateTogether];
}

/** The warning under the example that it comes from, for a change that shows none where it gives little. */
export function highRateShown(turn: Turn, example: RuleExample): string[] {
  const warning = highRate(turn, example);
  return warning.length === 0 ? [] : [exampleText(turn, example), ...warning];
}
