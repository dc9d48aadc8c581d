import { MESSAGES, type Language, type TextKind, type Variable } from '../../loyalty';
import { messagesIn } from './catalogue';

/** A shop's own text, at most: with what is put in, it must still fit a screen. */
export const LONGEST_TEXT = 400;

/** What is wrong with a text, for the catalogue to put in words. */
export type TextFault =
  | { reason: 'empty' }
  | { reason: 'too-long' }
  | { reason: 'unknown-variable'; name: string }
  | { reason: 'missing-variable'; name: string }
  | { reason: 'brackets' };

/** What is to be put in; null where it is not known. */
export type Values = Partial<Record<Variable, string | null>>;

/** `[…]` is left out where a variable in it is not known; `{name}` is a variable in the text's language. */
const PART = /\[([^[\]]*)\]|([^[\]]+)|([[\]])/g;
const PLACE = /\{([^{}]*)\}/g;

/** A text as it is kept: without markup, and without what could pass for a voucher's place or be invisible. */
export const cleanText = (written: string): string =>
  written
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}]/gu, (character) => (character === '\u200d' ? character : ''))
    .replaceAll(/[*_~`]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** The variables of a text, as they are called in a language, those that it needs first. */
export const variableNames = (kind: TextKind, lang: Language): string[] => {
  const { variables, needs } = MESSAGES[kind];
  const names = messagesIn(lang).texts.variable;
  return [...new Set([...needs, ...variables])].map((variable) => `{${names[variable]}}`);
};

/** What keeps a text from being sent; null where nothing does. */
export function faultOf(text: string, kind: TextKind, lang: Language): TextFault | null {
  if (text === '') return { reason: 'empty' };
  if (text.length > LONGEST_TEXT) return { reason: 'too-long' };
  if ([...text.matchAll(PART)].some(([, , , stray]) => stray !== undefined)) return { reason: 'brackets' };
  if (/[{}]/.test(text.replaceAll(PLACE, ''))) return { reason: 'brackets' };
  const { variables, needs } = MESSAGES[kind];
  const used = [...text.matchAll(PLACE)].map(([, name = '']) => ({ name, variable: variableOf(name, lang) }));
  const unknown = used.find(({ variable }) => variable === null || !variables.includes(variable));
  if (unknown !== undefined) return { reason: 'unknown-variable', name: `{${unknown.name}}` };
  const missing = needs.find((variable) => !used.some((one) => one.variable === variable));
  const names = messagesIn(lang).texts.variable;
  return missing === undefined ? null : { reason: 'missing-variable', name: `{${names[missing]}}` };
}

/** Whether the text itself names a variable. */
export const names = (text: string, variable: Variable, lang: Language): boolean =>
  [...text.matchAll(PLACE)].some(([, name = '']) => variableOf(name, lang) === variable);

/** The text with everything in its place. What is not known is left out, with the brackets around it. */
export function fill(text: string, values: Values, lang: Language): string {
  const put = (part: string): { words: string; complete: boolean } => {
    let complete = true;
    const words = part.replaceAll(PLACE, (_place, name: string) => {
      const variable = variableOf(name, lang);
      const value = variable === null ? null : (values[variable] ?? null);
      complete &&= value !== null;
      return value ?? '';
    });
    return { words, complete };
  };
  const filled = text.replaceAll(PART, (all, inner?: string, outer?: string) => {
    if (inner === undefined) return outer === undefined ? all : put(outer).words;
    const { words, complete } = put(inner);
    return complete ? words : '';
  });
  return filled
    .replaceAll(/[ \t]+(?=[ \n]|$)/g, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Names are known without case and accents. */
function variableOf(name: string, lang: Language): Variable | null {
  const plain = (words: string): string =>
    words
      .normalize('NFD')
      .replaceAll(/\p{Mn}/gu, '')
      .trim()
      .toLowerCase();
  const known = Object.entries(messagesIn(lang).texts.variable) as [Variable, string][];
  return known.find(([, called]) => plain(called) === plain(name))?.[0] ?? null;
}
