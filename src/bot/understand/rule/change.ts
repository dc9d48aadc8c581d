import type { Benefit, Language, Rule } from '../../../loyalty';
import type { RuleChange, RuleQuestion } from '../../command';
import type { Draft } from './facet';
import { isVoucher } from './facets/benefits/vouchers';
import { readHundredths } from './figures';
import { checkRule, questionOf, readDraft, withoutEmptyGroups, type RuleRead } from './parse';
import { readRelative } from './relative';
import { readRemovals } from './removals';
import { Sentence, ways } from './sentence';

const VERB = {
  pt: '(?:quero |vou |pode |preciso )?(?:mud(?:e|a|ar|o)|alter(?:e|a|ar|o)|edit(?:e|a|ar)|troqu?(?:e|a|ar)|corrij[ao]|corrig(?:e|ir)|atualiz(?:e|a|ar)|ajust(?:e|a|ar)|coloqu?(?:e|a|ar)|bot(?:e|a|ar)|deix(?:e|a|ar)|passa|passar|poe|aument(?:e|a|ar)|diminu(?:a|i|ir)|sobe|subir|baix(?:a|ar|e)|limit(?:a|ar))',
  en: '(?:(?:i want to|please|can you) )?(?:change|edit|alter|update|adjust|set|make|modify|fix|correct|switch|put|take|bring|cut|raise|lower|increase|reduce|bump|push|drop)',
  es: '(?:(?:quiero|puedes|necesito) )?(?:cambi(?:a|ar|e|o)|pas(?:a|ar|e)|edit(?:a|ar|e)|modific(?:a|ar)|modifique|corrig(?:e|ir)|actualiz(?:a|ar)|ajust(?:a|ar|e)|pon|poner|deja|dejar|sub(?:e|ir)|baj(?:a|ar)|limit(?:a|ar))',
};
const RULE = { pt: 'regra', en: 'rule', es: 'regla' };
const NUMBER = '(?: (?:numero|number|n|no|nº|#))?';
/** What may stand around the rule's number; `para` leads to what it becomes. */
const header = ways({
  pt: `(?:(?:na|a|da|em|de|para a|essa) )*${RULE.pt}${NUMBER.replace('|no', '')} (\\d{1,3}|uma?)(?! (?:%|reais|pontos?|dias?) )(?: (?:para|agora e(?: de)?|agora|fica|ficar|ficou|passa a ser|passa a|vira|com|ter|tem|,|=))*`,
  en: `(?:(?:in|on|for|the|of|to) )*${RULE.en}${NUMBER} (\\d{1,3}|one)(?! (?:%|reais|points?|days?) )(?: (?:(?:up|down)(?= to)|to|now|is|be|becomes|with|have|has|,|=))*`,
  es: `(?:(?:en|la|de|a la|a) )*${RULE.es}${NUMBER} (\\d{1,3}|un[oa])(?! (?:%|reales|puntos?|dias?) )(?: (?:a(?= (?:\\d|r\\$))|para|ahora es(?: de)?|ahora|queda|pasa a|con|tenga|tiene|,|=))*`,
});
export const changeVerb = ways({ pt: VERB.pt, en: VERB.en, es: VERB.es });
const percent = ways({ pt: '{decimal} %', en: '{decimal} %', es: '{decimal} %' });
/** `de 5% para 10%`. */
const fromTo = ways({
  pt: 'de {decimal} % (?:para|a) {decimal} %',
  en: 'from {decimal} % to {decimal} %',
  es: 'de(?:l)? {decimal} % (?:a|para|al) {decimal} %',
});
const price = ways({ pt: '{price}', en: '{price}', es: '{price}' });
const also = ways({ pt: 'tambem', en: 'also / as well / too', es: 'tambien' });
const lead = ways({ pt: '(?:para|por|em)', en: '(?:to|at)', es: '(?:a|para|por|en)' });

const CUE = { pt: / regra /, en: / rule /, es: / regla / };

/**
 * What a sentence changes of the rule whose number it says: `na regra 2, máximo R$ 30`. Null where it names no rule by
 * its number, or says nothing of it and does not ask to change it.
 */
export function parseChange(text: string, lang: Language, today: string): ChangeRead | null {
  return readChange(new Sentence(text, lang, today));
}

export type ChangeRead = { number: number; change: RuleChange } | { number: number; ask: RuleQuestion };

export function readChange(sentence: Sentence): ChangeRead | null {
  if (!sentence.has(CUE[sentence.lang])) return null;
  let number = 0;
  if (!sentence.take(header, ({ groups: [said = ''] }) => void (number = Number(/\d+/.exec(said) ?? 1))))
    return null;
  const wants = sentence.take(changeVerb);
  const change = changeIn(sentence);
  if ('ask' in change) return { number, ask: change.ask };
  if (Object.keys(change).length > 0) return { number, change };
  return wants ? { number, ask: { reason: 'no-change' } } : null;
}

function changeIn(sentence: Sentence): RuleChange | { ask: RuleQuestion } {
  const removed = readRemovals(sentence);
  let share: RuleChange['benefit'];
  sentence.take(fromTo, ({ groups: [, bps] }) => void (share = { bps: readHundredths(bps) }));
  share ??= readRelative(sentence);
  const isMore = sentence.take(also);
  const { draft, left } = readDraft(sentence);
  const benefit =
    share === undefined ? benefitIn(sentence, draft) : { change: { benefit: share }, figure: false };
  const rest = benefit.figure ? sentence.leftOver(isLead(sentence)) : left;
  const question = sentence.question ?? questionOf(rest.filter(({ text }) => !/^(?:para|to|a)$/i.test(text)));
  if (question !== null) return { ask: question };
  const { conditions, limits, validity, stack, order } = draft;
  const change: RuleChange = {
    ...benefit.change,
    conditions: { ...removed.conditions, ...conditions },
    limits: { ...removed.limits, ...limits },
    validity: { ...removed.validity, ...oneExpiry(validity) },
    ...(isMore && Object.values(conditions).some(Array.isArray) ? { also: true as const } : {}),
    ...(stack === undefined ? {} : { stack }),
    ...(order === undefined && removed.order === undefined ? {} : { order: order ?? null }),
  };
  return withoutEmptyGroups(change);
}

function isLead(sentence: Sentence): (word: string) => boolean {
  while (sentence.take(lead));
  return () => false;
}

/** The whole benefit, or one figure of it: the percentage, the amount, or after how many purchases. */
function benefitIn(
  sentence: Sentence,
  { benefit, every }: Draft,
): { change: Pick<RuleChange, 'benefit'>; figure: boolean } {
  if (every !== undefined && benefit !== null && isVoucher(benefit))
    return { change: { benefit: { kind: 'stamp-card', every, then: benefit } }, figure: false };
  if (every !== undefined && benefit === null) return { change: { benefit: { every } }, figure: false };
  if (benefit !== null) return { change: { benefit }, figure: false };
  let figure: RuleChange['benefit'];
  void (
    sentence.take(percent, ({ groups: [bps] }) => void (figure = { bps: readHundredths(bps) })) ||
    sentence.take(price, ({ groups: [cents] }) => void (figure = { cents: sentence.money(cents) }))
  );
  return { change: figure === undefined ? {} : { benefit: figure }, figure: figure !== undefined };
}

/** A new expiry takes the place of the one of the other kind. */
function oneExpiry(validity: Draft['validity']): RuleChange['validity'] {
  const { valid_days: days, rolling_days: rolling } = validity;
  if (days !== undefined && rolling === undefined) return { ...validity, rolling_days: null };
  return rolling !== undefined && days === undefined ? { ...validity, valid_days: null } : validity;
}

/** The rule as it becomes, or what makes that impossible. */
export function applyChange(rule: Rule, change: RuleChange): RuleRead {
  const benefit = change.benefit === undefined ? rule.benefit : changedBenefit(rule.benefit, change.benefit);
  if (benefit === null) return { ask: { reason: 'impossible', detail: 'benefit' } };
  const conditions = change.also === true ? joined(rule.conditions, change.conditions) : change.conditions;
  if (conditions === null) return { ask: { reason: 'no-change' } };
  const order = change.order === undefined ? rule.order : (change.order ?? undefined);
  const stack = change.stack ?? rule.stack;
  return checkRule(
    withoutEmptyGroups({
      benefit,
      conditions: merged(rule.conditions, conditions),
      limits: merged(rule.limits, change.limits),
      validity: merged(rule.validity, change.validity),
      ...(stack === undefined ? {} : { stack }),
      ...(order === undefined ? {} : { order }),
    }),
  );
}

/** What is named joins each list that there is; null where there is none yet, since it then holds for all of them. */
function joined(
  before: Rule['conditions'] = {},
  more: RuleChange['conditions'] = {},
): RuleChange['conditions'] | null {
  const all: Record<string, unknown> = { ...more };
  for (const [name, list] of Object.entries<unknown>(more)) {
    if (!Array.isArray(list)) continue;
    const known: unknown = before[name as keyof typeof before];
    if (!Array.isArray(known) || NO_LIST.test(name)) return null;
    const both = [...new Set<unknown>([...known, ...list])];
    all[name] = name === 'weekdays' ? both.toSorted((one, other) => Number(one) - Number(other)) : both;
  }
  return all;
}

/** Two ends. */
const NO_LIST = /^(?:dates|hours)$/;

function merged(group: object | undefined, patch: object | undefined): object {
  return Object.fromEntries(
    Object.entries({ ...group, ...patch }).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** Null where the benefit has no such figure. What a stamp card gives changes within it. */
function changedBenefit(benefit: Benefit, change: NonNullable<RuleChange['benefit']>): object | null {
  if (benefit.kind === 'stamp-card') {
    if ('every' in change && !('kind' in change)) return { ...benefit, ...change };
    if ('kind' in change && !isVoucher(change)) return change;
    const then = changedBenefit(benefit.then, change);
    return then === null ? null : { ...benefit, then };
  }
  if ('kind' in change) return change;
  if ('bps_by' in change) return 'bps' in benefit ? { ...benefit, bps: benefit.bps + change.bps_by } : null;
  if ('cents_by' in change)
    return 'cents' in benefit ? { ...benefit, cents: benefit.cents + change.cents_by } : null;
  if ('every' in change) return isVoucher(benefit) ? { kind: 'stamp-card', ...change, then: benefit } : null;
  return Object.keys(change).every((figure) => figure in benefit) ? { ...benefit, ...change } : null;
}
