import type { Language } from '../../../loyalty';
import type { Args, Command } from '../../command';
import { coreOf } from '../courtesy';
import { Filler } from './fill';
import { mask, maskedPhrase } from './mask';
import { PhraseBook, type Likeness } from './phrase-book';
import type { Pattern } from '../pattern';
import { phrasesOf } from '../phrases';
import type { Extension } from '../phrases/extension';
import { closestWord } from './spelling';
import type { SlotContext } from '../values/slots';

export type Patterns = Record<Language, ReadonlyMap<Command, readonly Pattern[]>>;

/** Commands that a sentence is like, likeliest first. */
export interface Guesses {
  offered: readonly Command[];
  /** The first, where it is like enough and likelier than any other by enough to be taken for it. */
  sure: { command: Command; args: Args } | null;
}

/** The likeness from which a guess is taken, and how far its score must be ahead of the next; more where it could do harm. */
const SURE = { safe: { like: 0.36, ahead: 0.1 }, risky: { like: 0.42, ahead: 0.15 } };
/** What is less like than this is not worth offering. */
const OFFERED = 0.18;

/** From this many words on, a number that a harmless command does not take may be one in passing. */
const IN_PASSING = 4;

/** In the phrase book: what people say to a shop that is no wish. */
const NO_WISH = 'none';

const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];

/** What people are known to say in a language. */
interface Known {
  book: PhraseBook;
  /** All words of it, and of the patterns. */
  words: ReadonlySet<string>;
}

/** What the patterns do not match: sentences like those that people are known to say, and words mistyped. */
export class Guesswork {
  private readonly byName: ReadonlyMap<string, Command>;
  private readonly fillers: ReadonlyMap<Command, Filler>;
  private readonly patternWords: Record<Language, ReadonlySet<string>>;
  /** Each is made when it is first needed: a shop speaks one language most of the time. */
  private readonly known: Partial<Record<Language, Known>> = {};

  /** The patterns' words are those that typing is corrected to, their slots the arguments that are looked for. */
  constructor(
    private readonly commands: readonly Command[],
    patterns: Patterns,
    private readonly extension: Extension,
  ) {
    this.byName = new Map(commands.map((command) => [command.name, command]));
    this.fillers = new Map(
      commands.map((command) => [
        command,
        new Filler(LANGUAGES.flatMap((lang) => patterns[lang].get(command) ?? [])),
      ]),
    );
    this.patternWords = { pt: wordsOf(patterns.pt), en: wordsOf(patterns.en), es: wordsOf(patterns.es) };
  }

  /** Whether the conversation has this word: then it is no code. */
  readonly isWord = (word: string, lang: Language): boolean => this.knownIn(lang).words.has(word);

  private knownIn(lang: Language): Known {
    return (this.known[lang] ??= this.learn(lang));
  }

  private learn(lang: Language): Known {
    const phrases = phrasesFor(this.commands, lang, this.extension[lang]);
    const words = new Set(Object.values(this.patternWords).flatMap((ofIt) => [...ofIt]));
    for (const text of [...phrases.values()].flat()) for (const word of text.split(' ')) words.add(word);
    return { book: new PhraseBook(phrases), words };
  }

  /** What the words are like, among the commands that the speaker may run. */
  guess(words: readonly string[], context: SlotContext, mayRun: (command: Command) => boolean): Guesses {
    const core = coreOf(words, context.lang);
    const { text, figures } = mask(core, context);
    const near = this.knownIn(context.lang)
      .book.nearest(text)
      .filter(({ label }) => {
        const command = this.byName.get(label);
        return label === NO_WISH || (command !== undefined && mayRun(command));
      });
    const offered = near
      .filter(({ label, likeness }) => label !== NO_WISH && likeness >= OFFERED)
      .flatMap(({ label }) => this.byName.get(label) ?? []);
    const [best, next] = near;
    const command = best === undefined ? undefined : this.byName.get(best.label);
    if (best === undefined || command === undefined || !isSure(best, next, command))
      return { offered, sure: null };
    const filled = this.fillers.get(command)?.fill(core, figures, context) ?? { args: {}, left: true };
    const inPassing = !command.risky && core.length >= IN_PASSING;
    return { offered, sure: filled.left && !inPassing ? null : { command, args: filled.args } };
  }

  /** With each mistyped word put right; null where no word was, or one cannot be. */
  corrected(words: readonly string[], lang: Language): string[] | null {
    let changed = false;
    const known = this.knownIn(lang).words;
    const corrected = words.map((word) => {
      if (known.has(word) || !/^[a-z]{4,}$/.test(word)) return word;
      const closest = closestWord(word, this.patternWords[lang]);
      changed ||= closest !== null;
      return closest ?? word;
    });
    return changed ? corrected : null;
  }
}

function isSure(best: Likeness, next: Likeness | undefined, { risky }: Command): boolean {
  const { like, ahead } = risky ? SURE.risky : SURE.safe;
  return best.likeness >= like && best.score - (next?.score ?? -Infinity) >= ahead;
}

function wordsOf(patterns: ReadonlyMap<Command, readonly Pattern[]>): ReadonlySet<string> {
  const places = [...patterns.values()].flatMap((ofIt) => ofIt.flatMap((pattern) => pattern.places));
  return new Set(places.flatMap((place) => ('word' in place ? [place.word] : [])));
}

/** What is known to be said for each command: its examples and the phrase book's. */
function phrasesFor(
  commands: readonly Command[],
  lang: Language,
  extension: Extension['pt'],
): ReadonlyMap<string, readonly string[]> {
  const masked = (phrases: readonly string[]): string[] =>
    phrases.map((phrase) => maskedPhrase(phrase, lang));
  const said = commands.map(({ name, examples }) => {
    // Examples with numbers are the patterns' own.
    const plain = examples[lang].map(({ says }) => says).filter((says) => !/\d/.test(says));
    return [name, masked([...plain, ...phrasesOf(name, lang), ...(extension.get(name) ?? [])])] as const;
  });
  const noWish = [...phrasesOf(NO_WISH, lang), ...(extension.get(NO_WISH) ?? [])];
  return new Map([...said, [NO_WISH, masked(noWish)]]);
}
