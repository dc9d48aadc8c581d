import type { Benefit, Conditions, Language, Limits, Rule, Validity } from '../../../loyalty';
import type { Sentence } from './sentence';

/** A rule while its sentence is being read: groups may be empty, and a value may yet prove to be impossible. */
export interface Draft {
  benefit: Benefit | null;
  /** Of a stamp card, whose voucher is read as a benefit of its own. */
  every?: number;
  conditions: Conditions;
  limits: Limits;
  validity: Validity;
  stack?: 'add' | 'best';
  order?: number;
}

export const emptyDraft = (): Draft => ({ benefit: null, conditions: {}, limits: {}, validity: {} });

/** One thing that a rule can say: how it is read in each language, beside how it is printed. */
export interface Facet {
  /** What a sentence that says it has somewhere, in whatever language: without it nothing is looked for. */
  cue: RegExp;
  /** Takes its words out of the sentence and notes what they mean. */
  read: (sentence: Sentence, draft: Draft) => void;
  /** Null where the rule does not say it. What is printed is read back as the same. */
  print: (rule: Rule, lang: Language) => string | null;
}

/** A rule has one benefit. */
export function give(sentence: Sentence, draft: Draft, benefit: Benefit): void {
  if (draft.benefit === null) draft.benefit = benefit;
  else if (JSON.stringify(draft.benefit) !== JSON.stringify(benefit))
    sentence.ask({ reason: 'two-benefits' });
}
