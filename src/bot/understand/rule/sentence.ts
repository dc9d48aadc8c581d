import type { Language } from '../../../loyalty';
import type { RuleQuestion } from '../../command';
import { parseDecimal } from '../values/amounts';
import { tokensIn, type Token } from './tokens';

/** Ways to say one thing, by language: each a regular expression over the sentence's words, `{money}` and the like in it. */
export type Ways = Record<Language, readonly RegExp[]>;

/** What follows a number that is no money. */
const COUNTED =
  '%|h|hs|hrs?|horas?|hours?|am|pm|dias?|days?|mes|meses|months?|semanas?|weeks?|anos?|years?|pontos?|puntos?|points?|x|vezes|veces|times|compras|visitas|pedidos|purchases|visits|orders';

/** Written in the ways; every one but `name` captures a number's digits. */
const MACROS: Record<string, string> = {
  money: `(?:r\\$ )?(\\d[\\d.,]*)(?: (?:reais|real|reales|contos?|pilas?|paus?|pratas?|bucks?|quid|brl))?(?! (?:${COUNTED}) )`,
  /** With its currency. */
  price: `(?:r\\$ (\\d[\\d.,]*)(?: (?:reais|real|reales))?|(\\d[\\d.,]*) (?:reais|real|reales|contos?|pilas?|paus?|pratas?|bucks?|quid|brl))`,
  int: '(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,9})',
  decimal: '(\\d+(?:[.,]\\d{1,4})?)',
};

/** The ways are separated by `/`, and match whole words only; a language's are compiled when they are first looked for. */
export function ways(said: Record<Language, string>): Ways {
  const compiled: Partial<Record<Language, readonly RegExp[]>> = {};
  const of = (lang: Language): readonly RegExp[] => (compiled[lang] ??= compile(said[lang]));
  return {
    get pt() {
      return of('pt');
    },
    get en() {
      return of('en');
    },
    get es() {
      return of('es');
    },
  };
}

const compile = (written: string): RegExp[] =>
  written
    .trim()
    .split(/\s+\/\s+/)
    .map((way) => way.replaceAll(/\{(\w+)\}/g, (whole, name: string) => MACROS[name] ?? whole))
    .map((way) => new RegExp(`(?<= )(?:${way.replaceAll(/\s+/g, ' ')})(?= )`));

/** What was captured (of what the way has in one place or another, only what was said), and the words that matched. */
export interface Said {
  groups: readonly string[];
  text: string;
  /** Where its first word stands, and the first one after it. */
  start: number;
  end: number;
}

export const TAKEN = '·';

/**
 * A sentence from which each reader takes its words away, so that what nobody understood is left over at the end.
 * Numbers, words and `"names in quotes"`; chat abbreviations and number words are spelled out.
 */
export class Sentence {
  private readonly tokens: Token[];
  private text = '';
  private readonly whole: string;
  /** What has to be asked, whatever else was understood. */
  question: RuleQuestion | null = null;
  /** How many words were taken. */
  taken = 0;
  /** What was taken last, as it was written. */
  lastTaken = '';

  constructor(
    written: string | readonly Token[],
    readonly lang: Language,
    /** YYYY-MM-DD. */
    readonly today: string,
    /** Of a chat in another language: words that this one does not know are no names then. */
    readonly foreign = false,
    /** As it was written, with all its signs. */
    readonly original = typeof written === 'string' ? written : '',
  ) {
    this.tokens =
      typeof written === 'string' ? tokensIn(written, lang) : written.map((token) => ({ ...token }));
    this.refresh();
    this.whole = this.text;
    const minus = this.tokens.findIndex(
      ({ text, gap }, i) =>
        text === '-' &&
        (gap || i === 0) &&
        /^\d/.test(this.tokens[i + 1]?.text ?? '') &&
        this.tokens[i + 1]?.gap === false,
    );
    if (minus !== -1) this.refuse('negative');
  }

  /** Another reader's: with all words in it, where nothing was taken from this one. */
  copy(): Sentence {
    return new Sentence(this.tokens, this.lang, this.today, this.foreign, this.original);
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
      const found = { groups: groups.filter((group) => group !== undefined), text, start, end };
      if (accept(found) === false) continue;
      this.drop(start, end);
      return true;
    }
    return false;
  }

  /** The tokens from a place on; those that somebody took have the text `TAKEN`. */
  from(start: number): readonly Token[] {
    return this.tokens.slice(start);
  }

  drop(start: number, end: number): void {
    const dropped = this.tokens.slice(start, end).filter(({ text }) => text !== TAKEN);
    this.taken += dropped.length;
    this.lastTaken = written(dropped);
    for (const token of dropped) token.text = TAKEN;
    this.refresh();
  }

  /** In cents; what is ambiguous becomes the question. */
  money(digits: string | undefined): number {
    const cents = parseDecimal((digits ?? '').replace(/[.,]$/, ''));
    if (typeof cents === 'number') return cents;
    this.ask({ reason: 'ambiguous-amount', text: digits ?? '' });
    return 1;
  }

  /** What comes first is asked; two benefits rather than what each of them says once more. */
  ask(question: RuleQuestion): void {
    if (question.reason === 'two-benefits' && this.question?.reason === 'said-twice')
      this.question = question;
    this.question ??= question;
  }

  /** What was understood and cannot be. */
  refuse(detail: Extract<RuleQuestion, { reason: 'impossible' }>['detail']): void {
    this.ask({ reason: 'impossible', detail });
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
        text: written(run),
        words: content.filter(({ text }) => !/^(?:\d.*|r\$|%)$/.test(text)).length,
        number: content.some(({ text }) => /^\d/.test(text)),
      }));
  }

  /** Whether the whole sentence has it, also where it was taken. */
  said(pattern: RegExp): boolean {
    return pattern.test(this.whole);
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

/** Tokens as they stood in the message. */
export const written = (tokens: readonly Token[]): string =>
  tokens
    .map(({ raw, gap }) => (gap && raw !== '' ? ` ${raw}` : raw))
    .join('')
    .trim();
