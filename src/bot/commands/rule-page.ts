import { z } from 'zod';
import type { ListedRule } from '../../loyalty';
import type { Reply, Turn } from '../command';
import { printRule } from '../understand';
import { asksForMore } from './answers';
import { fitting } from './lines';

const rest = z.object({ from: z.int() });

/** As many printed and numbered rules as fit a screen, from the one at `from` on; the step `more` gives the others. */
export function rulePage(
  turn: Turn,
  rules: readonly Pick<ListedRule, 'rule' | 'paused'>[],
  { from, title, notes }: { from: number; title: string; notes: readonly string[] },
): Reply {
  const { more, noMore, paused: mark } = turn.say.rules;
  const lines = rules
    .slice(from)
    .map(
      ({ rule, paused }, i) => `${from + i + 1}. ${paused ? `${mark} ` : ''}${printRule(rule, turn.lang)}`,
    );
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
