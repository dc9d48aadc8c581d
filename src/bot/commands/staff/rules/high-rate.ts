import type { Rule } from '../../../../loyalty';

/** Above it the owner is warned before the yes, in basis points of the sale. */
export const HIGH_RATE_BPS = 3_000;

/** By the rule's own words; what it would give on a sale may be more still. */
export const isHighRate = ({ benefit }: Rule): boolean =>
  benefit.kind === 'cashback-percent' && benefit.bps > HIGH_RATE_BPS;
