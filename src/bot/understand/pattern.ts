import type { Language } from '../../loyalty';
import type { Args } from '../command';
import { normalise } from './normalise';
import { isSlotName, slots, type SlotContext, type SlotName } from './values/slots';

/** A word, or a slot: one place of a sentence template. */
export type Place = { word: string } | { slot: SlotName };

/**
 * A sentence template, compiled: its places, and which may begin, follow each other and end (a position automaton).
 * Templates are words, `(one|or another)`, `[optional]` and `{slot}`.
 */
export interface Pattern {
  lang: Language;
  source: string;
  places: readonly Place[];
  first: readonly number[];
  /** Null where a slot may come first. */
  firstWords: ReadonlySet<string> | null;
  follow: readonly ReadonlySet<number>[];
  last: ReadonlySet<number>;
}

/** How a part of a template joins others: where it begins and ends, and whether it may be left out. */
interface Joint {
  first: number[];
  last: number[];
  nullable: boolean;
}

const NOTHING: Joint = { first: [], last: [], nullable: true };

/** Throws a SyntaxError that tells what is wrong with the template. */
export function compilePattern(source: string, lang: Language): Pattern {
  return new Compiler(source, lang).compile();
}

class Compiler {
  private readonly places: Place[] = [];
  private readonly follow: Set<number>[] = [];
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly lang: Language,
  ) {
    this.tokens = source.match(/\{\w+\}|[()[\]|]|[^()[\]{}|]+/g) ?? [];
    if (this.tokens.join('') !== source) throw this.fault('a brace without its other');
  }

  compile(): Pattern {
    const { source, lang, places, follow } = this;
    const { first, last, nullable } = this.choice('');
    if (nullable) throw this.fault('it matches a message without words');
    const words = first.flatMap((index) => wordsAt(places[index]));
    const firstWords = words.length === first.length ? new Set(words) : null;
    return { lang, source, places, first, firstWords, follow, last: new Set(last) };
  }

  /** Up to the closing bracket, or to the end where there is none to come. */
  private choice(close: string): Joint {
    const branches: Joint[] = [];
    let branch = NOTHING;
    for (;;) {
      const token = this.tokens[this.at++] ?? '';
      if (token === '|' || token === close) {
        branches.push(branch);
        branch = NOTHING;
        if (token === close) return oneOf(branches, close === ']');
      } else if (token === '') throw this.fault(`${close} is missing`);
      else branch = this.sequence(branch, this.part(token));
    }
  }

  private part(token: string): Joint {
    if (token === '(') return this.choice(')');
    if (token === '[') return this.choice(']');
    if (token === ')' || token === ']') throw this.fault(`a stray ${token}`);
    if (!token.startsWith('{')) return this.words(token);
    const slot = token.slice(1, -1);
    if (!isSlotName(slot)) throw this.fault(`there is no slot ${token}`);
    return this.place({ slot });
  }

  private words(text: string): Joint {
    const words = normalise(text, this.lang).split(' ');
    return words
      .filter((word) => word !== '')
      .reduce((joint, word) => this.sequence(joint, this.place({ word })), NOTHING);
  }

  private place(one: Place): Joint {
    const index = this.places.push(one) - 1;
    this.follow.push(new Set());
    return { first: [index], last: [index], nullable: false };
  }

  private sequence(a: Joint, b: Joint): Joint {
    for (const end of a.last) for (const start of b.first) this.follow[end]?.add(start);
    return {
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...b.last, ...a.last] : b.last,
      nullable: a.nullable && b.nullable,
    };
  }

  private fault(what: string): SyntaxError {
    return new SyntaxError(`pattern "${this.source}": ${what}`);
  }
}

const wordsAt = (place: Place | undefined): string[] =>
  place !== undefined && 'word' in place ? [place.word] : [];

function oneOf(branches: readonly Joint[], optional: boolean): Joint {
  return {
    first: branches.flatMap(({ first }) => first),
    last: branches.flatMap(({ last }) => last),
    nullable: optional || branches.some(({ nullable }) => nullable),
  };
}

/**
 * The arguments of a sentence that is this pattern from its first word to its last; null where it is not. The longest
 * reading of a slot is tried first. An amount that is unclear is matched and left as it stands, for the command to ask.
 */
export function matchPattern(pattern: Pattern, words: readonly string[], context: SlotContext): Args | null {
  if (pattern.firstWords?.has(words[0] ?? '') === false) return null;
  const reach = (starts: Iterable<number>, from: number): Args | null => {
    for (const start of starts) {
      for (const [length, args] of readings(pattern.places[start], words, from, context)) {
        const next = from + length;
        if (next === words.length && pattern.last.has(start)) return args;
        const rest = next < words.length ? reach(pattern.follow[start] ?? [], next) : null;
        if (rest !== null) return { ...args, ...rest };
      }
    }
    return null;
  };
  return reach(pattern.first, 0);
}

function readings(
  place: Place | undefined,
  words: readonly string[],
  from: number,
  context: SlotContext,
): [length: number, args: Args][] {
  if (place === undefined) return [];
  if ('word' in place) return words[from] === place.word ? [[1, {}]] : [];
  const { longest, read, fills = place.slot } = slots[place.slot];
  const found: [number, Args][] = [];
  for (let length = Math.min(longest, words.length - from); length > 0; length--) {
    const said = words.slice(from, from + length).join(' ');
    const value = read(said, context);
    if (value !== null) found.push([length, value === 'unclear' ? { unclear: said } : { [fills]: value }]);
  }
  return found;
}
