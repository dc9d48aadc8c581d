import { z } from 'zod';
import { currentProgram, ruleSchema, type ListedRule } from '../../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../../command';
import { cleanName } from '../../../messages';
import { printRule, rulesNamed } from '../../../understand';
import { readNumber } from '../../answers';
import { fitting } from '../../lines';

/** A rule as it was shown, kept until the answer: the change is refused where it has become another. */
export const seenRule = z.object({ id: z.int(), rule: ruleSchema, paused: z.boolean() });

/** The rule at that place of the list, or that says what it is named by; or what to answer where there is none, or several. */
export async function ruleAt(
  turn: Turn,
  args: Args,
  which: string,
): Promise<{ number: number; listed: ListedRule } | Reply> {
  const say = turn.say.ruleChange;
  const all = (await currentProgram(turn.work))?.listed ?? [];
  if (all.length === 0) return { text: turn.say.rules.none };
  const numbered = all.map((listed, i) => ({ number: i + 1, listed, rule: listed.rule }));
  const { number, named } = args;
  if (number !== undefined) return numbered[number - 1] ?? { text: say.noSuch(number, all.length) };
  if (named === undefined) return asked(args, numbered, `${say.which} ${which}`);
  const found = rulesNamed(named, numbered, turn.lang);
  const words = cleanName(named.words) ?? '…';
  const [only, other] = found;
  if (only === undefined) return { text: say.noneSays(words) };
  if (other === undefined) return only;
  const lines = found.map((one) => `${one.number}. ${printRule(one.rule, turn.lang)}`);
  const question = say.whichOf(words);
  return asked(args, found, [question, ...fitting(lines, [question, say.which]), say.which].join('\n'));
}

const choice = z.object({ args: z.record(z.string(), z.unknown()), numbers: z.array(z.int()) });

function asked(args: Args, among: readonly { number: number }[], text: string): Reply {
  const data = choice.parse({ args, numbers: among.map(({ number }) => number) });
  return { text, ask: { step: 'which', data } };
}

/** The step in which one of the rules is picked by its number, for the same wish. */
export const pickRule =
  (command: () => Command) =>
  async (turn: Turn, text: string, data: Record<string, unknown>): Promise<Reply | null> => {
    const number = readNumber(text);
    const { args, numbers } = choice.parse(data);
    if (number === null) return null;
    if (!numbers.includes(number)) return { text: turn.say.ruleChange.which, ask: { step: 'which', data } };
    const wish: Args = { ...args, number };
    const reply = await command().handle(turn, wish);
    return reply.ask === undefined ? reply : { ...reply, ask: { ...reply.ask, args: wish } };
  };
