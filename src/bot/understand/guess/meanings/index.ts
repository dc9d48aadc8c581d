import type { Language } from '../../../../loyalty';
import { en } from './en';
import { es } from './es';
import { pt } from './pt';

const WRITTEN: Record<Language, string> = { pt, en, es };

/** What the words of a language mean alike, so that a wish is known by words that its phrases do not have. */
export class Meanings {
  private readonly ids = new Map<string, number>();
  private readonly exact = new Map<string, number[]>();
  private readonly stems = new Map<string, number[]>();
  /** Expressions of more words, by their first. */
  private readonly expressions = new Map<string, { words: string[]; meaning: number }[]>();
  private readonly known = new Map<string, readonly number[]>();

  constructor(lang: Language) {
    for (const line of WRITTEN[lang].trim().split('\n')) {
      const [name = '', words = ''] = line.split(': ');
      const id = this.ids.size + 1;
      this.ids.set(name, id);
      for (const word of words.trim().split(' ')) this.note(word, id);
    }
  }

  private note(written: string, meaning: number): void {
    if (written.includes('_')) {
      const words = written.split('_');
      const [first = ''] = words;
      this.expressions.set(first, [...(this.expressions.get(first) ?? []), { words, meaning }]);
    } else if (written.endsWith('*')) add(this.stems, written.slice(0, -1), meaning);
    else add(this.exact, written, meaning);
  }

  /** Of each word, beginning with it: numbers from 1 on. */
  of(words: readonly string[]): (readonly number[])[] {
    return words.map((word, at) => {
      const alone = this.ofWord(word);
      const more = (this.expressions.get(word) ?? [])
        .filter((one) => one.words.every((part, i) => part === words[at + i]))
        .map(({ meaning }) => meaning);
      return more.length === 0 ? alone : [...new Set([...alone, ...more])];
    });
  }

  private ofWord(word: string): readonly number[] {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    const found = new Set(this.exact.get(word));
    for (let length = SHORTEST; length <= Math.min(LONGEST, word.length); length++)
      for (const meaning of this.stems.get(word.slice(0, length)) ?? []) found.add(meaning);
    const meanings = [...found];
    if (this.known.size < MOST_KEPT) this.known.set(word, meanings);
    return meanings;
  }
}

/** In letters, of stems. */
const [SHORTEST, LONGEST] = [2, 10];
const MOST_KEPT = 10_000;

function add(to: Map<string, number[]>, word: string, meaning: number): void {
  const known = to.get(word);
  if (known === undefined) to.set(word, [meaning]);
  else known.push(meaning);
}
