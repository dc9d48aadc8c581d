import { z } from 'zod';
import { currentProgram, ruleSchema, type ListedRule } from '../../../../loyalty';
import type { Turn } from '../../../command';

/** A rule as it was shown, kept until the answer: the change is refused where it has become another. */
export const seenRule = z.object({ id: z.int(), rule: ruleSchema, paused: z.boolean() });

/** The rule at that place of the list, or what to answer where there is none. */
export async function ruleAt(
  turn: Turn,
  number: number | undefined,
  which: string,
): Promise<{ number: number; listed: ListedRule } | { text: string }> {
  const say = turn.say.ruleChange;
  const listed = (await currentProgram(turn.work))?.listed ?? [];
  if (listed.length === 0) return { text: turn.say.rules.none };
  if (number === undefined) return { text: `${say.which} ${which}` };
  const found = listed[number - 1];
  return found === undefined ? { text: say.noSuch(number, listed.length) } : { number, listed: found };
}
