import type { Benefit, Conditions, Limits, Validity } from '../loyalty';

type Patch<Group> = { [Name in keyof Group]?: Group[Name] | null };

/**
 * What a sentence changes of a rule, as a merge patch: null takes away. A benefit without its kind changes a figure of
 * the one that is there.
 */
export interface RuleChange {
  /** `by`: more than it is, or less. */
  benefit?:
    | Benefit
    | { bps: number }
    | { cents: number }
    | { every: number }
    | { bps_by: number }
    | { cents_by: number };
  /** What is named joins the lists that there are. */
  also?: true;
  conditions?: Patch<Conditions>;
  limits?: Patch<Limits>;
  validity?: Patch<Validity>;
  stack?: 'add' | 'best';
  order?: number | null;
}

/** `a regra do pix`: what it says, and in which words. */
export interface RuleNamed {
  words: string;
  conditions?: Conditions;
  benefit?: Benefit;
  /** Of a stamp card. */
  every?: number;
}
