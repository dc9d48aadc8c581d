import type { Language } from '../../loyalty';
import type { Args, Command, CommandName } from '../command';
import { coreOf } from './courtesy';
import { PhraseBook } from './nearest';
import { normalise } from './normalise';
import { phrasesOf } from './phrases';
import { closestWord } from './spelling';
import { slots, type SlotContext } from './values/slots';

export interface Guess {
  command: Command;
  args: Args;
  score: number;
  /** Like enough, and liker than any other, to be taken for it. */
  sure: boolean;
}

/** The likeness from which a guess is taken (more where it could do harm), and how far it must be ahead of the next. */
const SURE = { safe: 0.56, risky: 0.62 };
const AHEAD = 0.06;
/** What is less like than this is not worth offering. */
const OFFERED = 0.22;

/** Slots within a phrase: one sign each, so that the words around them decide. */
const MARKS = { code: '@', amount_cents: '#' } as const;
const MARKED = Object.entries(MARKS) as [keyof typeof MARKS, string][];

/** What stands for them in a phrase while it is normalised. */
const SAMPLES = { code: '1111-1111', amount_cents: '1' } as const;
const MARK_OF = new Map<string, string>(MARKED.map(([name, mark]) => [SAMPLES[name], mark]));

/** Words with their codes and amounts put aside. */
interface Masked {
  words: readonly string[];
  args: Args;
  /** A number that is neither: nothing is guessed while one is left over. */
  numberLeft: boolean;
}

/** What the patterns do not match: sentences like those that people are known to say, and words mistyped. */
export class Guesswork {
  private readonly byName: ReadonlyMap<CommandName, Command>;
  private readonly known: ReadonlySet<string>;
  private readonly books: Record<Language, PhraseBook>;

  /** The patterns' words are those that typing is corrected to. */
  constructor(
    commands: readonly Command[],
    private readonly patternWords: Record<Language, ReadonlySet<string>>,
  ) {
    this.byName = new Map(commands.map((command) => [command.name, command]));
    const phrases = {
      pt: phrasesFor(commands, 'pt'),
      en: phrasesFor(commands, 'en'),
      es: phrasesFor(commands, 'es'),
    };
    const texts = Object.values(phrases).flatMap((ofIt) => ofIt.map(({ text }) => text));
    this.known = new Set([
      ...Object.values(patternWords).flatMap((words) => [...words]),
      ...texts.flatMap((text) => text.split(' ')),
    ]);
    this.books = {
      pt: new PhraseBook(phrases.pt),
      en: new PhraseBook(phrases.en),
      es: new PhraseBook(phrases.es),
    };
  }

  /** Whether the conversation has this word: then it is no code. */
  readonly isWord = (word: string): boolean => this.known.has(word);

  /** The commands that the words are like, likeliest first. */
  likeliest(words: readonly string[], lang: Language): Guess[] {
    const masked = this.mask(coreOf(words, lang), lang);
    const marks = marksOf(masked.words);
    const guesses = new Map<Command, Guess>();
    for (const { label, score } of this.books[lang].nearest(masked.words.join(' '))) {
      const [name = '', itsMarks = ''] = label.split(' ');
      const command = this.byName.get(name as CommandName);
      if (score < OFFERED || command === undefined || guesses.has(command)) continue;
      const enough = command.risky ? SURE.risky : SURE.safe;
      const sure = score >= enough && itsMarks === marks && !masked.numberLeft;
      guesses.set(command, { command, args: masked.args, score, sure });
    }
    const [best, next] = guesses.values();
    if (best !== undefined && next !== undefined && best.score - next.score < AHEAD) best.sure = false;
    return [...guesses.values()];
  }

  /** With each mistyped word put right; null where no word was, or one cannot be. */
  corrected(words: readonly string[], lang: Language): string[] | null {
    let changed = false;
    const corrected = words.map((word) => {
      if (this.known.has(word) || !/^[a-z]{4,}$/.test(word)) return word;
      const closest = closestWord(word, this.patternWords[lang]);
      changed ||= closest !== null;
      return closest ?? word;
    });
    return changed ? corrected : null;
  }

  private mask(words: readonly string[], lang: Language): Masked {
    const context: SlotContext = { lang, isWord: this.isWord, today: '' };
    const masked: string[] = [];
    let args: Args = {};
    for (let at = 0; at < words.length;) {
      const slot = slotAt(words, at, context);
      masked.push(slot?.mark ?? words[at] ?? '');
      args = { ...args, ...slot?.args };
      at += slot?.length ?? 1;
    }
    return { words: masked, args, numberLeft: masked.some((word) => /\d/.test(word)) };
  }
}

function slotAt(
  words: readonly string[],
  at: number,
  context: SlotContext,
): { mark: string; args: Args; length: number } | null {
  for (const [name, mark] of MARKED) {
    const { longest, read } = slots[name];
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const said = words.slice(at, at + length).join(' ');
      const value = NUMERIC.test(said) ? read(said, context) : null;
      if (value !== null && value !== 'unclear') return { mark, args: { [name]: value }, length };
    }
  }
  return null;
}

/** Number words alone ("um", "dos") are too often something else. */
const NUMERIC = /\d|\b(?:reais|reales|contos?|pilas?)\b/;

const marksOf = (words: readonly string[]): string =>
  words
    .filter((word) => MARKED.some(([, mark]) => word === mark))
    .sort()
    .join('');

/** What is known to be said for each command, labelled with its name and marks: its examples and the phrase book's. */
function phrasesFor(commands: readonly Command[], lang: Language): { label: string; text: string }[] {
  return commands.flatMap(({ name, examples }) => {
    // Examples with numbers are the patterns' own.
    const said = examples[lang].map(({ says }) => says).filter((says) => !/\d/.test(says));
    return [...said, ...phrasesOf(name, lang)].map((phrase) => {
      const text = normalise(phrase.includes('{') ? sampleOf(phrase) : phrase, lang);
      const words = phrase.includes('{') ? text.split(' ').map((word) => MARK_OF.get(word) ?? word) : [];
      return { label: `${name} ${marksOf(words)}`, text: words.length > 0 ? words.join(' ') : text };
    });
  });
}

const sampleOf = (phrase: string): string =>
  phrase.replaceAll('{code}', SAMPLES.code).replaceAll('{amount_cents}', SAMPLES.amount_cents);
