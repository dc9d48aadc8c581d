import { idleLimitOf, type Rule } from '../../../../loyalty';
import type { Turn } from '../../../command';

/** Before the yes: a limit of the rule that never comes to bear. */
export function idleLimitLine({ say }: Turn, { limits }: Rule): string[] {
  const idle = idleLimitOf(limits);
  const { limits: named, idleLimit } = say.addRule;
  return idle === null ? [] : [idleLimit(named[idle.of], named[idle.under])];
}
