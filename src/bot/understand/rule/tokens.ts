import type { Language } from '../../../loyalty';
import { spelledOut } from '../abbreviations';
import { plain } from '../normalise';
import { numeralAt } from '../values/numerals';

/** A word, a number, a sign or a `"name in quotes"` of a sentence. */
export interface Token {
  /** As it is compared. */
  text: string;
  /** As it was written; empty where the token before has it. */
  raw: string;
  /** Whether it stands apart from the one before: `300ml` is two tokens without a gap. */
  gap: boolean;
}

const QUOTED = /"(?:[^"\\]|\\[^])*"|“[^”]*”|«[^»]*»/;
const PIECES = new RegExp(
  `${QUOTED.source}|r\\$|\\d+(?:[.,:/]\\d+)*|\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:[-_.][\\p{L}\\p{M}\\p{N}]+)*(?:['’]s(?!\\p{L}))?|[%,;:=+$<>-]`,
  'giu',
);
/** What makes a number word one, where it could as well be an article. */
const COUNTABLE =
  /^(?:pontos?|puntos?|points?|real|reais|reales|dias?|days?|mes|meses|months?|semanas?|weeks?|anos?|years?|por|per|%)$/;
const CURRENCY = /^(?:r\$|reais|real|reales|contos?|pilas?|paus?|pratas?|bucks?|quid|brl)$/;
/** Thousands as each language groups them: no price has three decimals. */
const GROUPED = { pt: /^\d{1,3}\.\d{3}$/, en: /^\d{1,3},\d{3}$/, es: /^\d{1,3}\.\d{3}$/ };

/** Chat abbreviations and number words are spelled out; `R$ 2.000` is two thousand. */
export function tokensIn(written: string, lang: Language): Token[] {
  return withThousands(withHalves(withNumerals(piecesOf(written, lang), lang)), lang);
}

/** The name that a quoted word stands for; null for any other. */
export function quotedName(raw: string): string | null {
  if (!QUOTED.test(raw)) return null;
  const inside = raw.slice(1, -1);
  return raw.startsWith('"') ? inside.replaceAll(/\\([^])/g, '$1') : inside;
}

export const quote = (name: string): string => `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

const english = (part: string): string =>
  part
    .replaceAll(/(?<=[a-z])n['’]t\b/gi, ' not')
    .replaceAll(/\ba (?=(?:hundred|thousand|point)\b)/gi, 'one ')
    .replaceAll(/(?<=\b(?:lasts?|for|in|within|after) )a(?= (?:day|week|month|year)\b)/gi, 'one');

/** `18h30`, and `18h 30` where the second figure is of nothing else: `18h 10% de cashback`. */
const HOUR_AND_MINUTES =
  /(?<=\b\d{1,2}) ?h(?:(?=[0-5]\d\b)| (?=[0-5]\d\b(?! ?(?:%|pontos?|points?|puntos?|reais|dias?))))/gi;

/** `meio por cento`, and no `cinco e meio por cento`. */
const HALF_PERCENT =
  /(?<![\p{L}\d]|\b(?:e|y|and|and an?) )(?:meio|m[eé]dio|half(?: (?:an?|of an?|of one))?) ?%/giu;

/** Other ways of writing what has one; names in quotes stay as they are. */
function respelled(written: string, lang: Language): string {
  const parts = written.split(new RegExp(`(${QUOTED.source})`));
  const respell = (part: string): string =>
    (lang === 'en' ? english(part) : part)
      .replaceAll(/\bcash[ -]back\b/gi, 'cashback')
      // The end of a sentence is a break; `máx. de` is none.
      .replaceAll(/(?<=\p{L}{4})[.!?]+\s+(?=\p{L})/gu, ', ')
      // Its number was left out.
      .replaceAll(/(?<![\p{L}\d])(?:uma?|una?) ?%/giu, '%')
      .replaceAll(/(?<=\d ?(?:[ap]m|hs?|hrs?)) ?[-\u2013\u2014] ?(?=\d)/gi, ' - ')
      .replaceAll(/(?:por ?ci?ento|per ?cent)(?!\p{L})/giu, '%')
      .replaceAll(HALF_PERCENT, '0.5 %')
      .replaceAll(HOUR_AND_MINUTES, ':')
      .replaceAll(/\bx(?=\d)/gi, 'x ')
      .replaceAll(/(?<=\d) ?d(?![\p{L}\d])/giu, ' dias');
  return parts.map((part, i) => (i % 2 === 0 ? respell(part) : part)).join('');
}

function piecesOf(written: string, lang: Language): Token[] {
  // `mínimo: 50` is `mínimo 50`.
  const joined = respelled(written, lang).replaceAll(/:\s+(?=\d|r\$)/gi, ' ');
  let end = -1;
  return [...joined.matchAll(PIECES)].flatMap(({ 0: raw, index }) => {
    const gap = index !== end;
    end = index + raw.length;
    return tokensOf(raw, lang).map((text, i) => ({ text, raw: i === 0 ? raw : '', gap: gap && i === 0 }));
  });
}

function tokensOf(raw: string, lang: Language): string[] {
  if (quotedName(raw) !== null) return ['"'];
  if (raw === ';' || raw === ':') return [','];
  const [word = '', owner] = plain(raw).split(/(?=['’]s$)/);
  if (owner !== undefined) return [word, 's'];
  if (word === '$') return ['r$'];
  // A name with a number in it stays whole: MP-00417.
  const parts = /\d/.test(word) ? [word] : word.replaceAll('-', ' - ').split(' ').filter(Boolean);
  return parts.flatMap((part) => spelledOut(part, lang).split(' '));
}

function withNumerals(tokens: readonly Token[], lang: Language): Token[] {
  const words = tokens.map(({ text }) => text);
  const out: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    const isPercent =
      /^(?:cento|ciento|cent)$/.test(words[i] ?? '') && /^(?:por|per)$/.test(words[i - 1] ?? '');
    const numeral = isPercent ? null : numeralAt(words, i, lang);
    const used = tokens.slice(i, i + (numeral?.length ?? 1));
    const isArticle = numeral?.length === 1 && (numeral.value === 1 || words[i] === 'meia');
    const next = words[i + 1] ?? '';
    const isHalved = HALF.test(` ${words.slice(i + 1, i + 5).join(' ')} `);
    const counts = numeral !== null && (!isArticle || isHalved || COUNTABLE.test(next));
    const raw = used.map((token) => token.raw).join(' ');
    const gap = used[0]?.gap ?? true;
    const thousands = /^(?:mil|thousand)$/.test(used.map(({ text }) => text).join(' '))
      ? out.at(-1)
      : undefined;
    if (thousands !== undefined && /^\d{1,3}$/.test(thousands.text))
      out.splice(-1, 1, { ...thousands, text: `${thousands.text}000`, raw: `${thousands.raw} ${raw}` });
    else if (counts) out.push({ text: String(numeral.value), raw, gap });
    else out.push(...used);
    i += used.length;
  }
  return out;
}

/** `cinco e meio por cento`. */
function withHalves(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const rest = tokens.slice(i + 1, i + 5);
    const said = HALF.exec(` ${rest.map(({ text }) => text).join(' ')} `)?.[1];
    if (said === undefined || !/^\d{1,2}$/.test(token.text)) out.push(token);
    else {
      const used = said.split(' ').length;
      out.push({
        ...token,
        text: `${token.text}.5`,
        raw: [token, ...rest.slice(0, used)].map(({ raw }) => raw).join(' '),
      });
      i += used;
    }
  }
  return out;
}

const HALF = /^ ((?:e meio|e meia|and a half|y medio)) (?:%|por cento|per cent|por ciento) /;

/** With a currency, or round: `1.234` alone may be a slip of one digit, and stays as it is to be asked about. */
function withThousands(tokens: readonly Token[], lang: Language): Token[] {
  return tokens.map((token, i) => {
    const beside = [tokens[i - 1]?.text ?? '', tokens[i + 1]?.text ?? ''];
    const isSure = token.text.endsWith('00') || beside.some((word) => CURRENCY.test(word));
    return isSure && GROUPED[lang].test(token.text) && !token.text.startsWith('0')
      ? { ...token, text: token.text.replaceAll(/[.,]/g, '') }
      : token;
  });
}
