import { ruleSchema, type Language, type Rule } from '../../../loyalty';
import type { RuleQuestion } from '../../command';
import type { Draft } from './facet';
import { inReadingOrder } from './facets';
import { harmlessPhrases, isHarmless } from './harmless';
import { Sentence } from './sentence';

/** A rule gives one of these, or is called a rule. */
const SUBJECT = {
  pt: / (?:cashback|pontos?|regra|de volta|devolv\w+) /,
  en: / (?:cashback|points?|rule|back) /,
  es: / (?:cashback|puntos?|regla|de vuelta|devolv\w+|devuelv\w+) /,
};
/** Who asks sets no rule. */
const QUESTION = {
  pt: / (?:quanto|quantos|qual|quais|como|por que|quando|quem (?:e|sao|foi)|cade|onde) /,
  en: / (?:how|what|which|why|when did|where|who) /,
  es: / (?:cuanto|cuantos|cual|cuales|como(?! (?:maximo|minimo))|por que|cuando|donde|quien (?:es|fue)) /,
};

/** Whether a text may be about a rule at all, in that language. */
export const mayBeRule = (text: string, lang: Language): boolean =>
  speaksOfRules(new Sentence(text, lang, ''));

const speaksOfRules = (sentence: Sentence): boolean =>
  sentence.has(SUBJECT[sentence.lang]) && !sentence.has(QUESTION[sentence.lang]);

/**
 * The rule that a sentence means. Every number and every word that says something has to be understood: what is left
 * over, ambiguous or impossible is asked about, never guessed. Null where the sentence is about something else.
 * `today` (YYYY-MM-DD) is what dates without their year count from.
 */
export function parseRule(
  text: string,
  lang: Language,
  today: string,
): { rule: Rule } | { ask: RuleQuestion } | null {
  const sentence = new Sentence(text, lang, today);
  if (!speaksOfRules(sentence)) return null;
  const draft: Draft = { benefit: null, conditions: {}, limits: {}, validity: {} };
  while (sentence.take(harmlessPhrases));
  const before = sentence.taken;
  for (const facet of inReadingOrder) if (sentence.has(facet.cue)) facet.read(sentence, draft);

  const left = sentence.leftOver((word) => isHarmless(word, lang));
  const number = left.find((run) => run.number);
  const unknown = left.reduce((sum, run) => sum + run.words, 0);
  if (unknown > Math.max(1, sentence.taken - before)) return null;
  if (sentence.question !== null) return { ask: sentence.question };
  if (number !== undefined) return { ask: { reason: 'number-left-over', text: number.text } };
  const [words] = left;
  if (draft.benefit === null && sentence.taken === before) return null;
  if (words !== undefined) return { ask: { reason: 'unknown-words', text: words.text } };
  if (draft.benefit === null) return { ask: { reason: 'no-benefit' } };
  const checked = ruleSchema.safeParse(withoutEmptyGroups(draft));
  if (checked.success) return { rule: checked.data };
  return { ask: { reason: 'impossible', detail: checked.error.issues[0]?.message ?? 'an impossible rule' } };
}

function withoutEmptyGroups(draft: Draft): unknown {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([, group]) => typeof group !== 'object' || Object.keys(group ?? {}).length > 0,
    ),
  );
}
