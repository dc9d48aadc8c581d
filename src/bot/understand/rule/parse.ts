import { ruleSchema, type Language, type Rule } from '../../../loyalty';
import type { Impossible, RuleQuestion } from '../../command';
import { emptyDraft, type Draft, type Facet } from './facet';
import { inReadingOrder, readFirst } from './facets';
import { askFirst } from './facets/asked-first';
import { isVoucher } from './facets/benefits/vouchers';
import { harmlessPhrases, isHarmless } from './harmless';
import { reasons, saysWhy } from './reasons';
import { Sentence } from './sentence';

/** A rule gives one of these, or is called a rule. */
const SUBJECT = {
  pt: / (?:cashback|carimbos?|selos?|cartela|dobro|triplo|dobrad[oa]|pontos?|pontuacao|regra|de volta|retorno|volta|devolv\w+|vouchers?|vales?|cupom|cupons|brinde|desconto|gratis|por nossa conta|por conta da casa|ganh\w+|lev\w+|recebem?|cada|toda|%|=) | (?:r\$ \d\S*|\d\S* (?:reais|contos?|pila)) (?:\w+ ){1,2}primeira compra /,
  en: / (?:cashback|stamps?|double|triple|points?|rule|back|vouchers?|coupons?|gifts?|off|free|on us|on the house|gets?|wins?|earns?|every|each|gives?|return\w*|%|=) | (?:r\$ \d\S*|\d\S* reais) (?:\w+ ){1,2}first purchase /,
  es: / (?:cashback|sellos?|dobles?|triples?|puntos?|puntaje|puntuacion|regla|de vuelta|devolv\w+|devuelv\w+|reintegr\w+|reembols\w+|vouchers?|vales?|cupon|cupones|bono|regalo|descuento|gratis|por cuenta de la casa|por nuestra cuenta|gan\w+|llev\w+|recib\w+|regal\w+|cada|%|=) | (?:r\$ \d\S*|\d\S* (?:reales|reais)) (?:\w+ ){1,2}primera compra /,
};
/** Who asks sets no rule, and who wants something for themselves gives nothing. */
const QUESTION = {
  pt: /^ quando(?= (?:e|foi|vou|vai|eu|a gente|ganho|cai|entra|vencem?|libera|posso|comeca|termina|acaba|teve|sai|sera|o (?:cashback|saldo|programa)|meu|minha) ) | (?:quanto|quantos|qual|quais|como|por que|(?<!(?:para|a|so) )quem (?:e|sao|foi)(?! (?:(?:do |da |cliente )*(?:nivel|ouro|prata|bronze|diamante|platina|gold|black|vip|novo|nova|aniversariante)))|cade|onde|me (?:da|de|gera|manda|ve)|campanhas?|catalogo|premios?(?! (?:e |sendo |, )?(?:um|uma|1) )) /,
  en: /^ (?:what|which|when(?= (?:do|does|did|is|are|will|can|was|were|has|have|should) )|where|who|can(?! (?:we|you|i) (?:do|give|make|set|put|add|offer|have) )|is|are|do (?:i|you|we)) | (?:(?<! (?:matter|regardless of|whatever) )how(?! about)|why|when did|who is|who are|give me|send me|campaigns?|catalogue|catalog|rewards|(?<! to )reward) /,
  es: /^ cuando(?= (?:es|fue|voy|va|yo|gano|cae|entra|vencen?|puedo|empieza|termina|hubo|sale|sera|el (?:cashback|saldo|programa)|mi|se (?:vence|acredita|libera|activa|puede)) ) | (?:cuanto|cuantos|cual|cuales|como(?! (?:maximo|minimo|mucho))|por que|donde|(?<!(?:para|a|solo) )quien (?:es|fue)(?! (?:(?:del |cliente )*(?:nivel|oro|plata|bronce|diamante|platino|gold|black|vip|nuevo|nueva)))|dame|mandame|campanas?|catalogo|premios?(?! (?:es |, )?(?:un|una|1) )) /,
};

/** Something for every purchase, without how much. */
const OFFERS = {
  pt: / (?:cashback|pontos?|vouchers?|vales?|brindes?) (?:para |em |a |por )*(?:cada|toda|todo|todas|todos) /,
  en: / (?:cashback|points?|vouchers?|gifts?) (?:for |on )*(?:every|each|all) /,
  es: / (?:cashback|puntos?|vouchers?|vales?|regalos?) (?:para |en |a |por )*(?:cada|toda|todo|todas|todos) /,
};

/** The number is missing. */
const EVERY_HOW_MANY = / cada (?:compras|visitas|pedidos) /;

/** Surely of a rule, whatever is counted. */
const EVERY_SO_MANY = / (?:cada|every|each) \d+ /;

const ASSET = /^(?:pontos?|points?|puntos?|cashback|vouchers?|vales?|brindes?|gifts?|regalos?)$/i;

/** Without any of these, and with nothing else understood, a number is of something else. */
const GIVEN =
  / (?:%|cashback|pontos?|points?|puntos?|vouchers?|vales?|cupo[mn]s?|coupons?|(?:cada|every|each) \d+) /;

/** Asks for what a customer asks for. */
const FOR_ONESELF = / (?:para mim|for me|para mi) /;

/** A day of its own, or a number of points on a Friday. */
const FRIDAY_13 = / (?:sexta - feira|sexta feira|friday|viernes) (?:the )?13 /;

/** Whether a sentence may be about a rule at all, in its language. */
const speaksOfRules = (sentence: Sentence): boolean =>
  sentence.has(SUBJECT[sentence.lang]) && !sentence.has(QUESTION[sentence.lang]);

/** So many more words may be unknown where it is clear what is given. */
const KNOWN_BENEFIT = 2;

/**
 * The rule that a sentence means. Every number and every word that says something has to be understood: what is left
 * over, ambiguous or impossible is asked about, never guessed. Null where the sentence is about something else.
 * `today` (YYYY-MM-DD) is what dates without their year count from.
 */
export function parseRule(text: string, lang: Language, today: string): RuleRead | null {
  return readRule(new Sentence(text, lang, today));
}

export function readRule(sentence: Sentence): RuleRead | null {
  if (sentence.has(/ (?:%|\d\S*) /)) sentence.take(reasons);
  if (!speaksOfRules(sentence)) return null;
  const asked = askFirst(sentence);
  return asked === null ? ruleOf(sentence) : { ask: asked };
}

export type RuleRead = { rule: Rule } | { ask: RuleQuestion };

/** What is left of a sentence, as a rule. */
export function ruleOf(sentence: Sentence): RuleRead | null {
  const isForOneself = sentence.has(FOR_ONESELF);
  if (sentence.has(FRIDAY_13)) sentence.ask({ reason: 'number-left-over', text: '13' });
  if (sentence.has(EVERY_HOW_MANY)) sentence.ask({ reason: 'unknown-words', text: 'cada' });
  const { draft, taken, left: all } = readDraft(sentence);
  const left = all.filter(({ number, text }) => number || !saysWhy(text, sentence.lang));
  if (isForOneself && draft.benefit !== null && isVoucher(draft.benefit) && draft.every === undefined)
    return null;
  const unknown = left.reduce((sum, run) => sum + run.words, 0);
  if (unknown > Math.max(1, taken) + (draft.benefit === null ? 0 : KNOWN_BENEFIT))
    return sentence.said(EVERY_SO_MANY) ? { ask: { reason: 'no-benefit' } } : null;
  if (sentence.question !== null) return { ask: sentence.question };
  if (draft.benefit === null && taken === 0 && !sentence.said(GIVEN)) return null;
  const question = questionOf(left);
  if (question?.reason === 'number-left-over') return { ask: question };
  if (draft.benefit === null && taken === 0)
    return sentence.said(OFFERS[sentence.lang]) && left.every(({ text }) => ASSET.test(text))
      ? { ask: { reason: 'no-benefit' } }
      : null;
  if (question !== null) return { ask: question };
  if (draft.benefit === null) return { ask: { reason: 'no-benefit' } };
  return checked(draft);
}

/** What all facets make of a sentence, how many words they took, and what nobody did. */
export function readDraft(sentence: Sentence): {
  draft: Draft;
  taken: number;
  left: ReturnType<Sentence['leftOver']>;
} {
  const draft = emptyDraft();
  for (const facet of readFirst) readOnce(facet, sentence, draft);
  const before = sentence.taken;
  while (sentence.take(harmlessPhrases));
  const harmless = sentence.taken - before;
  for (const facet of inReadingOrder) readOnce(facet, sentence, draft);
  const left = sentence.leftOver((word) => isHarmless(word, sentence.lang));
  return { draft, taken: sentence.taken - harmless, left };
}

/** What is said once more and otherwise is asked about: which of the two is meant? */
function readOnce(facet: Facet, sentence: Sentence, draft: Draft): void {
  if (!sentence.has(facet.cue)) return;
  const before = sentence.taken;
  facet.read(sentence, draft);
  const once = sentence.taken;
  if (once === before) return;
  const said = JSON.stringify(draft);
  facet.read(sentence, draft);
  if (sentence.taken > once && JSON.stringify(draft) !== said)
    sentence.ask({ reason: 'said-twice', text: sentence.lastTaken });
}

/** Where no answer is waited for that goes into the sentence, it is to be said again. */
export const inWords = (question: RuleQuestion): RuleQuestion =>
  question.reason === 'which-of' || question.reason === 'until-when'
    ? { reason: 'number-left-over', text: question.text }
    : question;

export function questionOf(left: ReturnType<Sentence['leftOver']>): RuleQuestion | null {
  const number = left.find((run) => run.number);
  if (number !== undefined) return { reason: 'number-left-over', text: number.text };
  const [words] = left;
  return words === undefined ? null : { reason: 'unknown-words', text: words.text };
}

function checked({ every, ...draft }: Draft): RuleRead {
  const { benefit } = draft;
  if (every !== undefined && (benefit === null || !isVoucher(benefit)))
    return { ask: { reason: 'impossible', detail: 'stamps' } };
  const whole =
    every === undefined
      ? withCeiling(draft)
      : { ...draft, benefit: { kind: 'stamp-card', every, then: benefit } };
  return checkRule(withoutEmptyGroups(whole));
}

/** What limits a share of the next purchase is said of the voucher, wherever it stands. */
function withCeiling(draft: Omit<Draft, 'every'>): Omit<Draft, 'every'> {
  const { benefit, limits } = draft;
  const { max_cents_per_sale: most, ...others } = limits;
  if (benefit?.kind !== 'voucher-percent' || most === undefined || benefit.max_cents !== undefined)
    return draft;
  return { ...draft, benefit: { ...benefit, max_cents: most }, limits: others };
}

/** The rule, or what makes it impossible. */
export function checkRule(rule: unknown): RuleRead {
  const result = ruleSchema.safeParse(rule);
  if (result.success) return { rule: result.data };
  const [issue] = result.error.issues;
  const path = issue?.path.join('.') ?? '';
  const faults = issue?.code === 'custom' ? [...CONTRADICTIONS, ...FAULTS] : FAULTS;
  const [, detail = 'number'] = faults.find(([pattern]) => pattern.test(path)) ?? [];
  return { ask: { reason: 'impossible', detail } };
}

/** Where a rule of the right form contradicts itself. */
const CONTRADICTIONS: readonly (readonly [path: RegExp, detail: Impossible])[] = [
  [/^benefit/, 'more-than-sale'],
  [/weekdays/, 'weekdays'],
  [/(?:include|exclude)_/, 'items'],
  [/_purchase$|inactive_days/, 'purchases'],
  [/^validity\./, 'validity'],
  [/budget_cents/, 'budget'],
  [/^limits\./, 'limits'],
];

const FAULTS: readonly (readonly [path: RegExp, detail: Impossible])[] = [
  [/bps|times_x100/, 'percent'],
  [/^(?:limits|validity)$/, 'multiplier'],
  [/every/, 'stamps'],
  [/days/, 'days'],
  [/hours/, 'hours'],
  [/dates/, 'dates'],
  [/conditions\.(?:min|max)_/, 'amounts'],
];

export function withoutEmptyGroups(draft: object): object {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([, group]: [string, unknown]) => typeof group !== 'object' || Object.keys(group ?? {}).length > 0,
    ),
  );
}
