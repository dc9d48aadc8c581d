import type { Language } from '../../../loyalty';
import type { RuleQuestion } from '../../command';
import { spelledOut } from '../abbreviations';
import { plain } from '../normalise';
import { parseDecimal } from '../values/amounts';
import { numeralAt } from '../values/numerals';

/** Ways to say one thing, by language: each a regular expression over the sentence's words, `{money}` and the like in it. */
export type Ways = Record<Language, readonly RegExp[]>;

/** What follows a number that is no money. */
const COUNTED =
  '%|h|hs|hrs?|horas?|hours?|am|pm|dias?|days?|mes|meses|months?|semanas?|weeks?|anos?|years?|pontos?|puntos?|points?|x|vezes|veces|times';

/** Written in the ways; every one but `name` and `money` captures a number's digits. */
const MACROS: Record<string, string> = {
  money: `(?:r\\$ )?(\\d[\\d.,]*)(?: (?:reais|real|reales|contos?|brl))?(?! (?:${COUNTED}) )`,
  int: '(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,9})',
  decimal: '(\\d+(?:[.,]\\d{1,4})?)',
};

/** The ways are separated by `/`, and match whole words only. */
export function ways(said: Record<Language, string>): Ways {
  const compile = (written: string): RegExp[] =>
    written
      .trim()
      .split(/\s+\/\s+/)
      .map((way) => way.replaceAll(/\{(\w+)\}/g, (whole, name: string) => MACROS[name] ?? whole))
      .map((way) => new RegExp(`(?<= )(?:${way.replaceAll(/\s+/g, ' ')})(?= )`));
  return { pt: compile(said.pt), en: compile(said.en), es: compile(said.es) };
}

interface Token {
  /** As it is compared; TAKEN once something has read it. */
  text: string;
  raw: string;
}

/** What was captured, and the words that matched. */
export interface Said {
  groups: readonly (string | undefined)[];
  text: string;
  /** Where its first word stands, and the first one after it. */
  start: number;
  end: number;
}

const TAKEN = '·';
const QUOTED = /"(?:[^"\\]|\\[^])*"|“[^”]*”|«[^»]*»/;
const PIECES = new RegExp(
  `${QUOTED.source}|r\\$|\\d+(?:[.,:/]\\d+)*|\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:[-_.][\\p{L}\\p{M}\\p{N}]+)*|[%,;=+$<>-]`,
  'giu',
);
/** What makes a number word one, where it could as well be an article. */
const COUNTABLE =
  /^(?:pontos?|puntos?|points?|real|reais|reales|dias?|days?|mes|meses|months?|semanas?|weeks?|anos?|years?|por|per|%)$/;

/**
 * A sentence from which each reader takes its words away, so that what nobody understood is left over at the end.
 * Numbers, words and `"names in quotes"`; chat abbreviations and number words are spelled out.
 */
export class Sentence {
  private readonly tokens: Token[];
  private text = '';
  /** What has to be asked, whatever else was understood. */
  question: RuleQuestion | null = null;
  /** How many words were taken. */
  taken = 0;

  constructor(
    written: string,
    readonly lang: Language,
    /** YYYY-MM-DD. */
    readonly today: string,
  ) {
    this.tokens = withNumerals(tokensOf(written, lang), lang);
    this.refresh();
  }

  /**
   * Takes the first words that are one of the ways. The ways are tried in their order; `accept` may refuse what was
   * found, and then the words stay. Whether something was taken.
   */
  take(said: Ways, accept: (found: Said) => boolean | void = () => true): boolean {
    for (const way of said[this.lang]) {
      const match = way.exec(this.text);
      if (match === null) continue;
      const [text, ...groups] = match;
      const start = wordsIn(this.text.slice(0, match.index));
      const end = start + wordsIn(text);
      if (accept({ groups, text, start, end }) === false) continue;
      this.drop(start, end);
      return true;
    }
    return false;
  }

  /** The words from a place on that nobody has taken, each as it was written beside its plain form. */
  from(start: number): { text: string; raw: string }[] {
    return this.tokens.slice(start);
  }

  drop(start: number, end: number): void {
    for (const token of this.tokens.slice(start, end)) {
      if (token.text !== TAKEN) this.taken += 1;
      token.text = TAKEN;
    }
    this.refresh();
  }

  /** In cents; what is ambiguous becomes the question. */
  money(written: string | undefined): number {
    const cents = parseDecimal((written ?? '').replace(/[.,]$/, ''));
    if (typeof cents === 'number') return cents;
    this.question ??= { reason: 'ambiguous-amount', text: written ?? '' };
    return 1;
  }

  /** What was understood and cannot be. */
  refuse(detail: string): void {
    this.question ??= { reason: 'impossible', detail };
  }

  /** Runs of words of which some say something and nobody took them; `words` counts those that are no figures. */
  leftOver(isHarmless: (word: string) => boolean): { text: string; words: number; number: boolean }[] {
    const runs: Token[][] = [[]];
    for (const token of this.tokens)
      if (token.text === TAKEN || token.text === ',') runs.push([]);
      else runs.at(-1)?.push(token);
    return runs
      .map((run) => ({ run, content: run.filter(({ text }) => !isHarmless(text)) }))
      .filter(({ content }) => content.length > 0)
      .map(({ run, content }) => ({
        text: run.map(({ raw }) => raw).join(' '),
        words: content.filter(({ text }) => !/^(?:\d.*|r\$|%)$/.test(text)).length,
        number: content.some(({ text }) => /^\d/.test(text)),
      }));
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.text);
  }

  private refresh(): void {
    this.text = ` ${this.tokens.map(({ text }) => text).join(' ')} `;
  }
}

/** Spaces stand before every word and after the last. */
const wordsIn = (text: string): number => (text.trim() === '' ? 0 : text.trim().split(' ').length);

/** The name that a quoted word stands for; null for any other. */
export function quotedName(raw: string): string | null {
  if (!QUOTED.test(raw)) return null;
  const inside = raw.slice(1, -1);
  return raw.startsWith('"') ? inside.replaceAll(/\\([^])/g, '$1') : inside;
}

/** Other ways of writing what has one; names in quotes stay as they are. */
function respelled(written: string): string {
  const parts = written.split(new RegExp(`(${QUOTED.source})`));
  const respell = (part: string): string =>
    part
      .replaceAll(/\bcash[ -]back\b/gi, 'cashback')
      .replaceAll(/(?:por ?ci?ento|per ?cent)(?!\p{L})/giu, '%')
      .replaceAll(/\bx(?=\d)/gi, 'x ')
      .replaceAll(/(?<=\d) ?d(?![\p{L}\d])/giu, ' dias');
  return parts.map((part, i) => (i % 2 === 0 ? respell(part) : part)).join('');
}

export const quote = (name: string): string => `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

function tokensOf(written: string, lang: Language): Token[] {
  return (respelled(written).match(PIECES) ?? []).flatMap((raw) => {
    if (quotedName(raw) !== null) return [{ text: '"', raw }];
    if (raw === ';') return [{ text: ',', raw: ',' }];
    const word = plain(raw);
    if (word === '$') return [{ text: 'r$', raw }];
    // A name with a number in it stays whole: MP-00417.
    const parts = /\d/.test(word) ? [word] : word.replaceAll('-', ' - ').split(' ').filter(Boolean);
    return parts
      .flatMap((part) => spelledOut(part, lang).split(' '))
      .map((text, i) => ({ text, raw: i === 0 ? raw : '' }));
  });
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
    const counts = numeral !== null && (!isArticle || COUNTABLE.test(words[i + 1] ?? ''));
    const raw = used.map((token) => token.raw).join(' ');
    const thousands = /^(?:mil|thousand)$/.test(used.map(({ text }) => text).join(' '))
      ? out.at(-1)
      : undefined;
    if (thousands !== undefined && /^\d{1,3}$/.test(thousands.text))
      out.splice(-1, 1, { text: `${thousands.text}000`, raw: `${thousands.raw} ${raw}` });
    else if (counts) out.push({ text: String(numeral.value), raw });
    else out.push(...used);
    i += used.length;
  }
  return out;
}
