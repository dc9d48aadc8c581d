import type { Language, Rule } from '../../../loyalty';
import type { RuleQuestion } from '../../command';

export function parseRule(
  _text: string,
  _lang: Language,
  _today: string,
): { rule: Rule } | { ask: RuleQuestion } | null {
  return null;
}

export function printRule(rule: Rule, _lang: Language): string {
  return rule.benefit.kind;
}
