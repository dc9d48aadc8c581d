import type { Language, Rule, RuleTrace } from '../../loyalty';
import { messagesIn, type Messages } from './catalogue';
import { missText } from './explain-miss';
import { stepText } from './explain-step';
import { formatIn, type Format } from './format';

/** What one rule's reasons are written with. */
export interface Words {
  rule: Rule;
  say: Messages['reasons'];
  format: Format;
}

/**
 * A verdict's trace in plain words: for each rule one sentence that tells every step of what it gave, or the condition
 * that it missed, with what was asked for and what the sale had. `rules` are those of the version that judged.
 */
export function explainTrace(
  trace: readonly RuleTrace[],
  rules: readonly Rule[],
  lang: Language,
  zone: string,
): string[] {
  const { reasons: say } = messagesIn(lang);
  const format = formatIn(lang, zone);
  return trace.map(({ rule: index, miss, steps = [] }) => {
    const rule = rules[index];
    if (rule === undefined) throw new RangeError(`there is no rule ${index}`);
    const words: Words = { rule, say, format };
    if (miss !== undefined) return say.notFired(missText(miss, words));
    return asSentence(steps.flatMap((step, i) => stepText(step, steps.slice(0, i), words) ?? []));
  });
}

function asSentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return `${text.slice(0, 1).toLocaleUpperCase()}${text.slice(1)}.`;
}
