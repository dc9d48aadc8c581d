import type { Language } from '../../../loyalty';
import type { Args, RuleNamed } from '../../command';
import { readAct } from './acts';
import { changeVerb, readChange } from './change';
import { readHundredths } from './figures';
import { isHarmless } from './harmless';
import { placeOf } from './ordinals';
import { readDraft, readRule } from './parse';
import { Sentence, written } from './sentence';
import type { Token } from './tokens';

/** What is to be done with a rule that is named by what it says. */
export interface OfNamed {
  intent: 'pause-rule' | 'delete-rule' | 'rules' | 'edit-rule';
  args: Pick<Args, 'number' | 'resume' | 'change' | 'named'>;
}

/** One that there is: what is to be made is `uma regra`, and `nova`. */
const THE: Record<Language, RegExp> = {
  pt: /^(?:a|na|da|essa|aquela|minha|nossa)$/,
  en: /^(?:the|my|our|that)$/,
  es: /^(?:la|esa|aquella|mi|nuestra)$/,
};
const NOUN: Record<Language, string> = { pt: 'regra', en: 'rule', es: 'regla' };
const NEW =
  / (?:nova|novo|cri(?:a|ar|e|o)|adicion\w+|cadastr\w+|new|create|add|nueva|crea|crear|agreg\w+|campanhas?|campaigns?|campanas?) /;
const LINK: Record<Language, RegExp> = {
  pt: /^(?:do|da|de|dos|das|no|na)$/,
  en: /^(?:for|on|of|about)$/,
  es: /^(?:del|de|en)$/,
};
const LONGEST_NAME = 5;
const NUMBER = /^\d{1,3}$/;
/** After which a number is of something else. */
const COUNTED = /^(?:%|r\$|h|hs|horas?|reais|real|reales|pontos?|puntos?|dias?|x|:|vezes|veces|vias?)$/;

interface Place {
  /** The first token of the name and the first after it; both the same where a number stands there. */
  name: readonly [start: number, end: number];
  /** What its number would stand for: all of `regra do pix`. */
  whole: readonly [start: number, end: number];
}

/**
 * What a sentence wants done with a rule that it names by what it says, or by its number without the noun: read as if it
 * had said `regra 1`. Null where it names none so, or says more than that.
 */
export function readNamed(sentence: Sentence): OfNamed | null {
  if (sentence.has(NEW)) return null;
  const tokens = sentence.from(0);
  const { lang } = sentence;
  const noun = tokens.findIndex(({ text }) => text === NOUN[lang]);
  if (noun === -1)
    return (
      deletedByPlace(sentence) ?? ofNumberAlone(sentence) ?? firstOf(sentence, withoutNoun(tokens, lang))
    );
  return (
    firstOf(sentence, lang === 'en' ? beforeNoun(tokens, noun) : []) ??
    firstOf(sentence, afterNoun(tokens, noun, lang))
  );
}

/** `delete 2`, `delete the second one`, `apaga a primeira`: nothing beside the verb, and to be deleted alone, as lists have numbers too. */
function deletedByPlace(sentence: Sentence): OfNamed | null {
  const { lang } = sentence;
  const [, ...rest] = sentence.from(0);
  const said = rest.map(({ text }) => text).join(' ');
  const place = ALONE[lang].exec(said)?.[1] ?? '';
  const number = NUMBER.test(place) ? Number(place) : placeAlone(place, lang);
  const of = number === 0 ? null : done(sentence, [1, rest.length + 1], number);
  return of?.intent === 'delete-rule' ? of : null;
}

const ALONE: Record<Language, RegExp> = {
  pt: /^(?:a(?: (?:numero|n))? |(?:numero|n) )?(\S+)$/,
  en: /^(?:the |number |the number |# )?(\S+)(?: one)?$/,
  es: /^(?:la(?: (?:numero|n))? |(?:numero|n) )?(\S+)$/,
};
/** Not what is rather a weekday. */
const WEEKDAY = /^(?:quarta|quinta|sexta)$/;
const placeAlone = (word: string, lang: Language): number =>
  /^(?:primeir[ao]|first|primer[ao]?)$/.test(word) ? 1 : WEEKDAY.test(word) ? 0 : placeOf(word, lang);

/** `apaga a 2`. */
function ofNumberAlone(sentence: Sentence): OfNamed | null {
  const { lang } = sentence;
  const tokens = sentence.from(0);
  const at = articleAt(tokens, lang);
  const number = tokens[at + 1]?.text ?? '';
  if (at === -1 || !NUMBER.test(number) || COUNTED.test(tokens[at + 2]?.text ?? '')) return null;
  return done(sentence, [at + 1, at + 2], Number(number));
}

/** After the one or two words of a verb: `pausa a de terça`; English has no such way. */
function articleAt(tokens: readonly Token[], lang: Language): number {
  const article = lang === 'pt' ? 'a' : 'la';
  const at = lang === 'en' ? -1 : tokens.findIndex(({ text }) => text === article);
  return at > 2 || at === 0 ? -1 : at;
}

function withoutNoun(tokens: readonly Token[], lang: Language): Place[] {
  const at = articleAt(tokens, lang);
  return at === -1 || !LINK[lang].test(tokens[at + 1]?.text ?? '') ? [] : lengthsFrom(tokens, at + 2, at + 1);
}

function afterNoun(tokens: readonly Token[], noun: number, lang: Language): Place[] {
  if (!THE[lang].test(tokens[noun - 1]?.text ?? '') || NUMBER.test(tokens[noun + 1]?.text ?? '')) return [];
  const link = LINK[lang].test(tokens[noun + 1]?.text ?? '') ? 1 : 0;
  const article = link === 1 && THE[lang].test(tokens[noun + 2]?.text ?? '') ? 1 : 0;
  return link === 0 ? [] : lengthsFrom(tokens, noun + 1 + link + article, noun);
}

const lengthsFrom = (tokens: readonly Token[], from: number, whole: number): Place[] =>
  Array.from({ length: Math.max(0, Math.min(LONGEST_NAME, tokens.length - from)) }, (_, i) => from + i + 1)
    .toReversed()
    .map((end) => ({ name: [from, end], whole: [whole, end] }));

/** `the tuesday rule`. */
function beforeNoun(tokens: readonly Token[], noun: number): Place[] {
  const the = tokens.slice(0, noun).findLastIndex(({ text }) => THE.en.test(text));
  return the === -1 || the + 1 === noun || noun - the - 1 > LONGEST_NAME
    ? []
    : [{ name: [the + 1, noun], whole: [the + 1, noun + 1] }];
}

function firstOf(sentence: Sentence, places: readonly Place[]): OfNamed | null {
  for (const { name, whole } of places) {
    const named = nameIn(sentence, sentence.from(0).slice(...name));
    const of = named === null ? null : done(sentence, whole, 1);
    if (named === null || of === null) continue;
    const { number: _stands, ...args } = of.args;
    return { ...of, args: { ...args, named } };
  }
  return null;
}

/** What the sentence wants with `regra 1` in the place of what names it. */
function done(sentence: Sentence, [start, end]: readonly [number, number], number: number): OfNamed | null {
  const { lang, today, foreign, original } = sentence;
  const tokens = sentence.from(0);
  const rule = [NOUN[lang], String(number)].map((text) => ({ text, raw: text, gap: true }));
  const said = (): Sentence =>
    new Sentence([...tokens.slice(0, start), ...rule, ...tokens.slice(end)], lang, today, foreign, original);
  const act = readAct(said());
  if (act !== null) return act;
  const change = readChange(said());
  if (change === null || 'ask' in change || (!isOfOneThereIs(sentence) && isRule(sentence))) return null;
  return { intent: 'edit-rule', args: change };
}

const NOW = / (?:agora|fica|passa a|vira|ahora|queda|pasa a|now|becomes) /;

/** What is changed was there; `a regra do pix é 8%` may as well be a new one. */
const isOfOneThereIs = (sentence: Sentence): boolean => sentence.has(NOW) || sentence.copy().take(changeVerb);

function isRule(sentence: Sentence): boolean {
  const read = readRule(sentence.copy());
  return read !== null && 'rule' in read;
}

/** Wholly what a rule can say, or a few words that its sentence may have. */
function nameIn(sentence: Sentence, tokens: readonly Token[]): RuleNamed | null {
  const { lang, today, foreign } = sentence;
  const words = written(tokens);
  if (tokens.some(({ text }) => text === ',') || LEADS_ON.test(tokens.at(-1)?.text ?? '')) return null;
  const [, share] = SHARE.exec(tokens.map(({ text }) => text).join(' ')) ?? [];
  if (share !== undefined)
    return { words, benefit: { kind: 'cashback-percent', bps: readHundredths(share) } };
  const read = new Sentence(tokens, lang, today, foreign, words);
  const { draft, left } = readDraft(read);
  const { benefit, conditions, every, limits, validity, stack, order } = draft;
  // What it is to become is no part of its name.
  const hasTerms = stack ?? order ?? [limits, validity].find((group) => Object.keys(group).length > 0);
  if (hasTerms !== undefined || (benefit !== null && Object.keys(conditions).length > 0)) return null;
  const isSaid = benefit !== null || every !== undefined || Object.keys(conditions).length > 0;
  if (isSaid && left.length === 0 && (read.question === null || read.question.reason === 'which-hours'))
    return {
      words,
      ...(Object.keys(conditions).length > 0 && { conditions }),
      ...(benefit !== null && { benefit }),
      ...(every !== undefined && { every }),
    };
  const isOne = tokens.length === 1 && /^[a-z]{3,}$/.test(tokens[0]?.text ?? '');
  return isOne && (ASSET.test(words) || !isHarmless(tokens[0]?.text ?? '', lang)) ? { words } : null;
}

const SHARE = /^(\d+(?:[.,]\d{1,2})?) %$/;
/** To what becomes of the rule. */
const LEADS_ON =
  /^(?:so|somente|apenas|vale|valem|only|solo|para|a|com|agora|e|fica|to|is|now|with|con|ahora|es|queda|=|:)$/;
const ASSET = /^(?:cashback|pontos?|points?|puntos?)$/i;
