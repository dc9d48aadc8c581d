import { z } from 'zod';
import type { Rule } from '../../loyalty';
import type { Reply, Turn } from '../command';
import { printRule } from '../understand';
import { asksForMore } from './answers';
import { fitting } from './lines';

const rest = z.object({ from: z.int() });

/** As many printed and numbered rules as fit a screen, from the one at `from` on; the step `more` gives the others. */
export function rulePage(
  turn: Turn,
  rules: readonly Rule[],
  { from, title, notes }: { from: number; title: string; notes: readonly string[] },
): Reply {
  const lines = rules.slice(from).map((rule, i) => `${from + i + 1}. ${printRule(rule, turn.lang)}`);
  const { more, noMore } = turn.say.rules;
  if (lines.length === 0) return { text: noMore };
  const shown = fitting(lines, [title, ...notes, more]);
  const text = [title, ...shown, ...notes];
  if (shown.length === lines.length) return { text: text.join('\n') };
  return {
    text: [...text, more].join('\n'),
    ask: { step: 'more', data: { from: from + shown.length } },
  };
}

/** From where on the next rules are asked for; null when something else is said. */
export function nextRules(text: string, data: Record<string, unknown>): number | null {
  return asksForMore(text) ? rest.parse(data).from : null;
}
