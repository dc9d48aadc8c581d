import type { Rule } from '../loyalty';

/** What is wrong with a rule or setting that was understood and cannot be. */
export type Impossible =
  | 'amounts'
  | 'benefit'
  | 'budget'
  | 'dates'
  | 'days'
  | 'hours'
  | 'items'
  | 'limits'
  | 'more-than-sale'
  | 'multiplier'
  | 'negative'
  | 'number'
  | 'percent'
  | 'purchases'
  | 'stamps'
  | 'tiers'
  | 'validity'
  | 'weekdays';

/** Why a campaign's sentence is asked about; `rule`: as a sentence of a rule would be. */
export type CampaignQuestion =
  | { reason: 'rule'; question: RuleQuestion }
  | {
      reason:
        | 'no-audience'
        | 'no-offer'
        | 'offer'
        | 'not-of-campaigns'
        | 'impossible'
        | 'control'
        | 'no-change'
        | 'starts-later';
    };

/** Why a rule sentence is asked about instead of understood. */
export type RuleQuestion =
  | { reason: 'number-left-over'; text: string }
  | { reason: 'unknown-words'; text: string }
  | { reason: 'no-benefit' }
  | { reason: 'no-change' }
  | { reason: 'two-benefits' }
  | { reason: 'said-twice'; text: string }
  | { reason: 'ambiguous-amount'; text: string }
  /** An hour that may be of the night, as it was said. */
  | { reason: 'which-half'; text: string }
  /** A part of the day, which every shop has at other hours. */
  | { reason: 'which-hours'; text: string }
  /** So much, or so many times as much, of what? */
  | { reason: 'of-what'; text: string }
  /** What may be meant in any of these ways, as they would be said. */
  | { reason: 'which-of'; text: string; either: readonly string[] }
  /** `from`, as it is printed: when a rule begins that does not say when it ends. */
  | { reason: 'until-when'; text: string; from: string }
  /** The better of two, which one rule does not give. */
  | { reason: 'best-of'; both: readonly [string, string] }
  /** So many of a thing, where purchases are counted: the nearest rule that there can be. */
  | { reason: 'counts-things'; nearest: Rule }
  /** Who is called so may be of a level or have a label. */
  | { reason: 'level-or-label'; text: string }
  | { reason: 'impossible'; detail: Impossible };
