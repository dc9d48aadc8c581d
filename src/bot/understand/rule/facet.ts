import type { Conditions, Language, Limits, Rule, Validity } from '../../../loyalty';
import type { Sentence } from './sentence';

/** A rule while its sentence is being read: groups may be empty, and a value may yet prove to be impossible. */
export interface Draft {
  benefit: Rule['benefit'] | null;
  conditions: Conditions;
  limits: Limits;
  validity: Validity;
  stack?: 'add' | 'best';
  order?: number;
}

/** One thing that a rule can say: how it is read in each language, beside how it is printed. */
export interface Facet {
  /** What a sentence that says it has somewhere, in whatever language: without it nothing is looked for. */
  cue: RegExp;
  /** Takes its words out of the sentence and notes what they mean. */
  read: (sentence: Sentence, draft: Draft) => void;
  /** Null where the rule does not say it. What is printed is read back as the same. */
  print: (rule: Rule, lang: Language) => string | null;
}
